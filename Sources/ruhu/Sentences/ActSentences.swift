import Screens

/// What the commands say when something was done, or cannot be.
struct ActSentences: Sendable {
  let whoAreYou: String
  let whichPerson: @Sendable (_ names: [String]) -> String
  let noSuchPerson: @Sendable (_ given: String, _ names: [String]) -> String
  let severalPeople: @Sendable (_ given: String, _ names: [String]) -> String
  let whichVillage: @Sendable (_ codes: [String]) -> String
  let noSuchRound: @Sendable (_ round: String, _ rounds: [String]) -> String
  let villageExists: @Sendable (_ code: String) -> String
  let villageMade: @Sendable (_ code: String, _ name: String) -> String
  let imported:
    @Sendable (_ households: Int, _ members: Int, _ new: Int, _ changed: Int, _ same: Int) -> String
  let wouldImport:
    @Sendable (_ households: Int, _ members: Int, _ new: Int, _ changed: Int, _ same: Int) -> String
  let rebuildLater: String
  let rebuilt: @Sendable (_ code: String, _ households: Int) -> String
  let backedUp: @Sendable (_ folder: String, _ files: Int, _ bytes: Int) -> String
  let restored: @Sendable (_ time: String, _ files: Int, _ bytes: Int) -> String
  let formerData: @Sendable (_ path: String) -> String
  let noSecondCopy: String
  let secondCopyStatus:
    @Sendable (_ target: String, _ reachable: Bool, _ time: String?, _ behind: Int) -> String
  let copied: @Sendable (_ target: String, _ bytes: Int) -> String
  let copyDiffered: @Sendable (_ file: String) -> String
  let copyAhead: @Sendable (_ file: String) -> String
  let noSuchHousehold: @Sendable (_ given: String) -> String
  let severalHouseholds: @Sendable (_ given: String) -> String
  let noInterview: String
  let scopeChecked: @Sendable (_ scope: String, _ entries: Int, _ erased: Int) -> String
  let unsigned: @Sendable (_ journal: String, _ entries: Int) -> String
  let held: @Sendable (_ journal: String, _ entries: Int) -> String
  let absent: @Sendable (_ scope: String, _ writer: String, _ seen: Int, _ here: Int) -> String
  let derivedStale: @Sendable (_ scope: String, _ files: Int) -> String
  let derivedMissing: @Sendable (_ scope: String, _ files: Int) -> String
  let derivedUnknown: @Sendable (_ file: String) -> String
  let derivedNewer: @Sendable (_ file: String) -> String
  let derivedAltered: @Sendable (_ file: String) -> String
  let team: String
  let sound: String
  let notSound: String

  static func of(_ language: Language) -> ActSentences {
    language == .chinese ? chinese : english
  }

  static let chinese = ActSentences(
    whoAreYou: "还没有人员。请先用 ruhu village new … --person 姓名 登记,或打开 ruhu 添加。",
    whichPerson: { "您是哪一位?这台电脑上还没有选过人,请加 --person 姓名。队里有:\($0.joined(separator: "、"))。" },
    noSuchPerson: { "队里没有“\($0)”。有:\($1.joined(separator: "、"))。" },
    severalPeople: { "“\($0)”不止一位,请写全名:\($1.joined(separator: "、"))。" },
    whichVillage: { codes in
      codes.isEmpty
        ? "这里还没有村。用 ruhu village new 新建。"
        : "有不止一个村,请用 --village 说明是哪一个:" + codes.joined(separator: "、")
    },
    noSuchRound: { "没有“\($0)”这种入户类型。可以用:\($1.joined(separator: "、"))。" },
    villageExists: { "\($0) 这个村已经有了。" },
    villageMade: { "已建村 \($0) \($1)。" },
    imported: { "已导入 \($0) 户 \($1) 人:新 \($2) 户,有变化 \($3) 户,原样 \($4) 户。" },
    wouldImport: { "试导入,没有写入。\($0) 户 \($1) 人:新 \($2) 户,有变化 \($3) 户,原样 \($4) 户。" },
    rebuildLater: "数据已恢复,派生文件还没有生成。请运行 ruhu rebuild。",
    rebuilt: { "\($0):已重建 \($1) 户的派生文件。" },
    backedUp: { "已备份到 \($0):\($1) 个文件,\($2) 字节,逐个核对过。" },
    restored: { "已恢复 \($0) 的备份:\($1) 个文件,\($2) 字节。" },
    formerData: { "原来的数据留在 \($0)。" },
    noSecondCopy: "没有设第二份。用 ruhu second-copy set 文件夹 来设。",
    secondCopyStatus: { target, reachable, time, behind in
      "第二份在 \(target)" + (reachable ? "" : "(现在找不到,优盘插了吗?)") + ":"
        + (time.map { "上次 \($0)" } ?? "还没有抄过") + (behind == 0 ? ",齐全。" : ",还差 \(behind) 字节。")
    },
    copied: { "第二份已更新:\($0),新抄 \($1) 字节。" },
    copyDiffered: { "\($0):那边的和这边不一样,已改名留着,重新抄了一份。" },
    copyAhead: { "\($0):那边的比这边新(这边放回过旧数据?),没有动。" },
    noSuchHousehold: { "找不到“\($0)”。请写户序号、户主姓名或户的标识。" },
    severalHouseholds: { "“\($0)”不止一户,请写标识(每行开头):" },
    noInterview: "这一户还没有访谈。",
    scopeChecked: { "\($0):\($1) 条记录" + ($2 == 0 ? "" : ",\($2) 条已依法删除内容") },
    unsigned: { "\($0):末尾 \($1) 条还没有签名(同步时签),没有离开过这台电脑。" },
    held: { "\($0):\($1) 条放在一边,不算数:那台电脑没有入队,或已除名。" },
    absent: { "\($0):\($1) 写到 \($2) 号,这里只有到 \($3) 号(可能还没有交过来)。" },
    derivedStale: { "\($0):\($1) 个派生文件是旧的(断电后属正常),用 ruhu rebuild 更新。" },
    derivedMissing: { "\($0):缺 \($1) 个派生文件,用 ruhu rebuild 生成。" },
    derivedUnknown: { "\($0):不是 ruhu 生成的文件。" },
    derivedNewer: { "\($0):比记录新:记录文件的末尾丢了。先从备份或第二份找回,再用 ruhu rebuild。" },
    derivedAltered: { "\($0):被改动过,和记录对不上。用 ruhu rebuild 重新生成。" },
    team: "队伍",
    sound: "没有问题。",
    notSound: "发现问题,见上。记录本身请勿修改;可以从备份恢复。")

  static let english = ActSentences(
    whoAreYou:
      "There is nobody in the team yet. Name someone with ruhu village new … --person NAME, or in the screens.",
    whichPerson: {
      "Who are you? Nobody was chosen on this laptop yet: add --person NAME. In the team: \($0.joined(separator: ", "))."
    },
    noSuchPerson: { "There is no \"\($0)\" in the team, but \($1.joined(separator: ", "))." },
    severalPeople: {
      "\"\($0)\" is more than one person, give the whole name: \($1.joined(separator: ", "))."
    },
    whichVillage: { codes in
      codes.isEmpty
        ? "There is no village here. Begin one with ruhu village new."
        : "There are several villages; say which with --village: " + codes.joined(separator: ", ")
    },
    noSuchRound: {
      "There is no kind of round \"\($0)\". Possible: \($1.joined(separator: ", "))."
    },
    villageExists: { "There is a village \($0) already." },
    villageMade: { "Village \($0) \($1) is there." },
    imported: {
      "Imported \($0) households with \($1) members: \($2) new, \($3) changed, \($4) unchanged."
    },
    wouldImport: {
      "A trial; nothing was written. \($0) households with \($1) members: \($2) new, \($3) changed, \($4) unchanged."
    },
    rebuildLater: "The data is restored, its derived files are not made yet. Run ruhu rebuild.",
    rebuilt: { "\($0): derived files of \($1) households made anew." },
    backedUp: { "Backed up to \($0): \($1) files, \($2) bytes, each read back." },
    restored: { "Restored the backup of \($0): \($1) files, \($2) bytes." },
    formerData: { "What was there before is kept in \($0)." },
    noSecondCopy: "No second copy is set. Set one with ruhu second-copy set FOLDER.",
    secondCopyStatus: { target, reachable, time, behind in
      "Second copy in \(target)" + (reachable ? "" : " (not to be found now: is the stick in?)")
        + ": " + (time.map { "last at \($0)" } ?? "never made")
        + (behind == 0 ? ", complete." : ", \(behind) bytes behind.")
    },
    copied: { "Second copy up to date: \($0), \($1) bytes new." },
    copyDiffered: { "\($0): differed there; it was put aside under another name and copied anew." },
    copyAhead: { "\($0): newer there than here (was old data put back?); left as it is." },
    noSuchHousehold: { "\"\($0)\" is not found. Give a serial, the head's name or an identity." },
    severalHouseholds: {
      "\"\($0)\" is more than one household; give the identity that begins a line:"
    },
    noInterview: "This household has no interview yet.",
    scopeChecked: {
      "\($0): \($1) entr\($1 == 1 ? "y" : "ies")" + ($2 == 0 ? "" : ", \($2) erased by law")
    },
    unsigned: {
      "\($0): the last \($1) entr\($1 == 1 ? "y is" : "ies are") not signed yet (a sync does) and never left this laptop."
    },
    held: {
      "\($0): \($1) entr\($1 == 1 ? "y is" : "ies are") held apart: that laptop is not admitted, or was revoked."
    },
    absent: { "\($0): \($1) wrote up to \($2), here are \($3) (perhaps not handed over yet)." },
    derivedStale: {
      "\($0): \($1) derived files are old (normal after a power cut); ruhu rebuild renews them."
    },
    derivedMissing: { "\($0): \($1) derived files are missing; ruhu rebuild makes them." },
    derivedUnknown: { "\($0): not a file that ruhu made." },
    derivedNewer: {
      "\($0): newer than the journal, which lost its end. A backup or second copy may have it; then ruhu rebuild."
    },
    derivedAltered: { "\($0): altered; it does not follow from the entries. Run ruhu rebuild." },
    team: "team",
    sound: "Nothing is wrong.",
    notSound:
      "Something is wrong, see above. Leave the journals as they are; a backup can be restored.")
}
