import Foundation
import Screens

/// What the commands about the team and its devices say.
struct TeamSentences: Sendable {
  // MARK: Help

  let device: String
  let deviceNameHelp: String
  let teamNew: String
  let teamNameHelp: String
  let teamJoin: String
  let joinPathHelp: String
  let founderHelp: String
  let teamAdmit: String
  let whichDeviceHelp: String
  let admitNameHelp: String
  let needsName: String
  let teamRevoke: String
  let afterHelp: String
  let reasonHelp: String
  let teamDevices: String
  let teamRole: String
  let teamPeople: String
  let teamPerson: String
  let pinDiscussion: String
  let addPersonHelp: String
  let personVillageHelp: String
  let allVillagesHelp: String
  let setPINHelp: String
  let takePINHelp: String
  let personUsage: String
  let notYourPIN: String
  let rolePersonHelp: String
  let roleHelp: String
  let conflicts: String
  let erase: String
  let eraseWhatHelp: String
  let yesHelp: String

  // MARK: What happened

  let identity: @Sendable (String) -> String
  let founded: @Sendable (_ name: String) -> String
  let foundedAlready: @Sendable (_ name: String) -> String
  let earlierDeviceName: @Sendable (_ number: Int) -> String
  let earlierDevices: @Sendable (_ count: Int) -> String
  let noTeam: String
  let defaultDeviceName: @Sendable (_ person: String) -> String
  let founderIs: @Sendable (_ team: String, _ founder: String) -> String
  let compareFounder: String
  let sameWords: String
  let notCompared: String
  let wrongFounder: String
  let joined: @Sendable (_ team: String) -> String
  let joinedByParcel: @Sendable (_ team: String) -> String
  let thenAdmit: @Sendable (_ words: String) -> String
  let otherTeam: @Sendable (_ name: String) -> String
  let severalTeams: String
  let nothingToJoin: @Sendable (_ path: String) -> String
  let noSuchDevice: @Sendable (_ given: String) -> String
  let severalDevices: @Sendable (_ given: String) -> String
  let mayNotAdmit: String
  let admitted: @Sendable (_ name: String) -> String
  let isIn: @Sendable (_ name: String) -> String
  let notItself: String
  let revoked: @Sendable (_ name: String) -> String
  let countsUpTo: @Sendable (_ scope: String, _ journal: String, _ number: Int) -> String
  let noSuchEntry: @Sendable (_ given: String) -> String
  let roleGiven: @Sendable (_ person: String, _ role: String) -> String
  let noConflicts: @Sendable (_ village: String) -> String

  // MARK: Erasing

  let willErase: @Sendable (_ what: String, _ entries: Int) -> String
  let whatGoes: String
  let whatStays: String
  let areYouSure: String
  let notErased: String
  let erased: @Sendable (_ bodies: Int) -> String
  let mayNotErase: String

  /// In the language of the environment, since help is made before options are read.
  static let here = of(Language.preferred(in: ProcessInfo.processInfo.environment))

  static func of(_ language: Language) -> TeamSentences {
    language == .chinese ? chinese : english
  }

  static let chinese = TeamSentences(
    device: "看这台电脑的名字、暗号(可以在电话里念)和入队没有",
    deviceNameHelp: "给这台电脑起名字",
    teamNew: "建队: 从此只有准许过的电脑写的才算数",
    teamNameHelp: "队名,例如“北岭县入户队”",
    teamJoin: "加入一个队: 从优盘、共享文件夹或加密的包收来队的名单",
    joinPathHelp: "同步用的文件夹,或收到的包(加密的文件)",
    founderHelp: "建队那台电脑(包:打包那台)的八个词;写了就不再问",
    teamAdmit: "准许一台电脑入队",
    whichDeviceHelp: "八个词的暗号,或电脑的名字、编号",
    admitNameHelp: "这台电脑的名字,例如“李芳的电脑”;不写就用它自己起的",
    needsName: "这台电脑没有给自己起名字,请用 --name 写一个,例如“李芳的电脑”。",
    teamRevoke: "把丢了的电脑除名: 以后它写的先放在一边",
    afterHelp: "最后一条可信的记录(编号的开头也行);可以写多次;不写就是这里现有的",
    reasonHelp: "为什么",
    teamDevices: "列出队里的电脑,和最近的记录是什么时候的",
    teamRole: "定一个人做什么: surveyor、supervisor 或 office",
    teamPeople: "列出队里的人:做什么、去哪些村、有没有密码",
    teamPerson: "看一个人,或改他的角色、村、密码",
    pinDiscussion:
      "密码只让守规矩的人不拿错身份。电脑丢了,密码挡不住别人看硬盘:那要靠硬盘加密。忘了密码,由督导或办公室的人取消,再自己设新的。",
    addPersonHelp: "队里没有这个人就加进来",
    personVillageHelp: "他去的村的代码;可以写多次",
    allVillagesHelp: "各村都去",
    setPINHelp: "设自己的密码(4 到 12 位数字,输两遍)",
    takePINHelp: "取消密码",
    personUsage: "--village 和 --all-villages 只写一种,--set-pin 和 --take-pin 只写一种。",
    notYourPIN: "密码要本人来设;忘了用 --take-pin 取消。",
    rolePersonHelp: "姓名",
    roleHelp: "surveyor(调查员)、supervisor(督导)或 office(办公室)",
    conflicts: "列出一个村里两个人写得不一样的",
    erase: "删除一户或一条记录的内容,到处都删",
    eraseWhatHelp: "户序号、户主姓名、户的标识,或一条记录的编号",
    yesHelp: "不再问",
    identity: { "编号: \($0)" },
    founded: { "已建队:\($0)。别的电脑用 ruhu team join 加入。" },
    foundedAlready: { "已经在队“\($0)”里。" },
    earlierDeviceName: { "以前的电脑\($0)" },
    earlierDevices: {
      "这里还有\($0)台电脑做的记录,也一起算进队里。不认得的,用 ruhu team revoke 停掉。"
    },
    noTeam: "还没有建队。用 ruhu team new 队名 建队,或用 ruhu team join 加入。",
    defaultDeviceName: { "\($0)的电脑" },
    founderIs: { "队“\($0)”,建队的电脑的暗号:\($1)" },
    compareFounder: "请打电话给建队的人,八个词念一遍。都一样吗?",
    sameWords: "都一样就输入 y,按 Enter:",
    notCompared: "没有核对,没有加入。核对好了再来,或把对方念的八个词写在 --founder 后面。",
    wrongFounder: "八个词不一样:这不是那个队,没有加入。",
    joined: { "已加入队“\($0)”。村里的资料再同步一次就收到。" },
    joinedByParcel: { "已加入队“\($0)”。" },
    thenAdmit: { "请督导准许这台电脑入队。这台的暗号:\($0)" },
    otherTeam: { "这台电脑已经在队“\($0)”里,不能再加入别的队。" },
    severalTeams: "这里有不止一个队。请打电话问建队的人,把八个词写在 --founder 后面:",
    nothingToJoin: { "\($0):这里没有队。请先在队里的电脑上同步到这里。" },
    noSuchDevice: { "没有“\($0)”这台电脑。先让它同步一次,再用 ruhu team devices 看。" },
    severalDevices: { "“\($0)”不止一台,请写八个词或编号:" },
    mayNotAdmit: "准许、除名、定角色和村,要督导、办公室或建队的人在队里的电脑上做。",
    admitted: { "已准许:\($0)。它以前的记录也算数了。" },
    isIn: { "\($0) 已经在队里。" },
    notItself: "不能除名正在用的这台。请在别的电脑上做。",
    revoked: { "已除名:\($0)。已有的记录算数到:" },
    countsUpTo: { "  \($0) \($1) \($2) 号" },
    noSuchEntry: { "这台电脑没有“\($0)”这条记录。用 ruhu log 看记录的编号。" },
    roleGiven: { "\($0) 现在是 \($1)。" },
    noConflicts: { "\($0):没有写得不一样的。" },
    willErase: { "要删除:\($0)(\($1) 条记录的内容)。" },
    whatGoes: "会删掉:答案、姓名、备注的内容,在这台电脑、第二份和优盘上自己的文件里;同步以后别的电脑上也删。",
    whatStays: "留下的:什么时候、谁、哪台电脑写过这些记录(没有内容)。够不着的:以前的备份、打好的包、抄走的文件和印出来的纸,请自己处理。",
    areYouSure: "删了就找不回来。确实要删就输入 y,按 Enter:",
    notErased: "没有删。",
    erased: { "已删除 \($0) 条记录的内容。" },
    mayNotErase: "别人写的要督导或办公室来删;自己只能删自己写的。")

  static let english = TeamSentences(
    device:
      "This laptop's name, its fingerprint in words that can be read out, whether it is admitted",
    deviceNameHelp: "Name this laptop",
    teamNew: "Found a team: from then on only what admitted laptops write counts",
    teamNameHelp: "The team's name",
    teamJoin: "Join a team: a stick, shared folder or sealed parcel brings the team's journal",
    joinPathHelp: "The folder used for syncing, or a sealed parcel that you were sent",
    founderHelp:
      "The eight words of the laptop that founded the team (of a parcel: that packed it); then nothing is asked",
    teamAdmit: "Admit a laptop to the team",
    whichDeviceHelp: "The eight words of its fingerprint, its name or its identity",
    admitNameHelp: "A name for it, such as \"Li Fang's laptop\"; else the one it gave itself",
    needsName: "This laptop gave itself no name: give it one by --name.",
    teamRevoke: "Revoke a lost laptop: what it writes later is held apart",
    afterHelp:
      "The last good entry (its id or how that begins); may be given several times; by default the newest ones here",
    reasonHelp: "Why",
    teamDevices: "List the team's laptops, and when their newest entries were written",
    teamRole: "Say what someone is: surveyor, supervisor or office",
    teamPeople: "List the people of the team: role, villages, whether with a PIN",
    teamPerson: "Show one person, or change role, villages or PIN",
    pinDiscussion:
      "A PIN keeps honest people apart. It does not protect a stolen disk: for that encrypt the disk. A forgotten PIN is taken away by a supervisor or the office; then its owner sets a new one.",
    addPersonHelp: "Take the person into the team who is not in it",
    personVillageHelp: "The code of a village where the person works; may be given several times",
    allVillagesHelp: "The person works in all villages",
    setPINHelp: "Set one's own PIN (4 to 12 digits, asked for twice)",
    takePINHelp: "Take the PIN away",
    personUsage:
      "Give either --village or --all-villages, and either --set-pin or --take-pin.",
    notYourPIN: "A PIN is set by its owner; a forgotten one is taken away with --take-pin.",
    rolePersonHelp: "The person's name",
    roleHelp: "surveyor, supervisor or office",
    conflicts: "List what two people wrote differently in a village",
    erase: "Erase the contents of a household or an entry, everywhere",
    eraseWhatHelp: "The household's serial, its head's name or its identity, or an entry's id",
    yesHelp: "Do not ask",
    identity: { "Identity: \($0)" },
    founded: { "The team \"\($0)\" is founded. Other laptops join with ruhu team join." },
    foundedAlready: { "This laptop is in the team \"\($0)\" already." },
    earlierDeviceName: { "earlier laptop \($0)" },
    earlierDevices: {
      ($0 == 1
        ? "Work of another laptop is here; it belongs to the team too. "
        : "Work of \($0) other laptops is here; they belong to the team too. ")
        + "One that nobody knows is shut out with ruhu team revoke."
    },
    noTeam:
      "No team was founded yet. Found one with ruhu team new NAME, or join with ruhu team join.",
    defaultDeviceName: { "\($0)'s laptop" },
    founderIs: { "Team \"\($0)\"; the laptop that founded it: \($1)" },
    compareFounder: "Telephone the founder and read the eight words to each other. Do all agree?",
    sameWords: "If they do, type y and press Enter:",
    notCompared:
      "Not compared, not joined. Compare them and come back, or give the words you were told with --founder.",
    wrongFounder: "The eight words differ: this is not that team. Not joined.",
    joined: { "Joined the team \"\($0)\". The villages come with the next sync." },
    joinedByParcel: { "Joined the team \"\($0)\"." },
    thenAdmit: { "Ask a supervisor to admit this laptop. Its words: \($0)" },
    otherTeam: { "This laptop is in the team \"\($0)\" and cannot join another." },
    severalTeams:
      "Several teams lie there. Ask the founder for the eight words and give them with --founder:",
    nothingToJoin: { "\($0): no team is there. Sync there first from a laptop of the team." },
    noSuchDevice: {
      "There is no laptop \"\($0)\". Let it sync once, then look with ruhu team devices."
    },
    severalDevices: { "\"\($0)\" is more than one laptop; give the eight words or the identity:" },
    mayNotAdmit:
      "Admitting, revoking, roles and villages take a supervisor, the office or the founder, at a laptop of the team.",
    admitted: { "Admitted: \($0). What it wrote before counts too." },
    isIn: { "\($0) is in the team already." },
    notItself: "Not the laptop you are using: do it on another.",
    revoked: { "Revoked: \($0). Of what is here this counts:" },
    countsUpTo: { "  \($0) \($1) up to \($2)" },
    noSuchEntry: { "That laptop has no entry \"\($0)\"." },
    roleGiven: { "\($0) is \($1) now." },
    noConflicts: { "\($0): nothing differs." },
    willErase: { "To be erased: \($0) (the contents of \($1) entries)." },
    whatGoes:
      "What goes: answers, names and remarks, on this laptop, in its second copy and in its own files on sticks; with the next sync on the other laptops too.",
    whatStays:
      "What stays: when, by whom and on which laptop those entries were written, without contents. Out of reach: earlier backups, parcels, copied files and printed paper; see to those yourself.",
    areYouSure: "It cannot be brought back. To erase it type y and press Enter:",
    notErased: "Nothing was erased.",
    erased: { "The contents of \($0) entries are erased." },
    mayNotErase:
      "What others wrote is erased by a supervisor or the office; yourself you may erase what you wrote."
  )
}
