import Record
import RecordFiles
import Screens
import Sync

/// What is said of a meeting with other laptops: why it did not begin, and what was not as it should be.
struct SyncSentences: Sendable {
  let noSuchFolder: @Sendable (_ path: String) -> String
  let notAFolder: @Sendable (_ path: String) -> String
  let denied: @Sendable (_ path: String) -> String
  let insideData: @Sendable (_ path: String) -> String
  let openedForReading: String
  let badTeam: String
  let noTeam: String
  let damaged: @Sendable (_ file: String) -> String
  let laterVersion: @Sendable (_ file: String) -> String
  let misplaced: @Sendable (_ file: String) -> String
  let unreadable: @Sendable (_ file: String) -> String
  let gap: @Sendable (_ scope: String, _ writer: String, _ have: Int, _ from: Int) -> String
  let overlaysDiffer: @Sendable (_ name: String) -> String
  let overlayNotGiven: @Sendable (_ name: String) -> String
  let readOnly: String
  let full: String
  let tooLarge: @Sendable (_ file: String) -> String
  let gone: String
  let noMemory: String
  let arrival: ArrivalSentences
  let foreign: @Sendable (Int) -> String
  let otherTeams: @Sendable (Int) -> String
  /// Of lines that were damaged here and are whole again.
  let mended: @Sendable (_ lines: Int, _ file: String) -> String

  static func of(_ language: Language) -> SyncSentences {
    language == .chinese ? chinese : english
  }

  /// Why a meeting did not begin.
  func sentence(_ fault: SyncFault, _ language: Language) -> String {
    let record = RecordSentences.of(language)
    switch fault {
    case .noSuchFolder(let path): return noSuchFolder(path)
    case .notAFolder(let path): return notAFolder(path)
    case .denied(let path): return denied(path)
    case .insideData(let path): return insideData(path)
    case .openedForReading: return openedForReading
    case .badTeam: return badTeam
    case .folder(let fault): return record.sentence(fault)
    case .disk(let fault): return record.sentence(fault)
    }
  }

  /// What was not as it should be.
  func sentence(_ problem: SyncProblem, _ language: Language) -> String {
    switch problem {
    case .damaged(let file): return damaged(Self.short(file))
    case .laterVersion(let file, _): return laterVersion(Self.short(file))
    case .misplaced(let file): return misplaced(Self.short(file))
    case .unreadable(let file): return unreadable(Self.short(file))
    case .gap(let scope, let writer, let have, let from):
      return gap(scope.text, writer.rawValue, have, from)
    case .overlaysDiffer(let name, _, _): return overlaysDiffer(name)
    case .overlayNotGiven(let name): return overlayNotGiven(name)
    case .readOnly: return readOnly
    case .full: return full
    case .tooLarge(let file): return tooLarge(Self.short(file))
    case .gone: return gone
    case .folder(let fault): return RecordSentences.of(language).sentence(fault)
    case .notSigned(let fault): return RecordSentences.of(language).sentence(fault)
    case .noMemory: return noMemory
    case .arrival(let scope, let problem): return sentence(problem, scope)
    }
  }

  private func sentence(_ problem: ArrivalProblem, _ scope: Scope) -> String {
    "\(scope.text)/\(problem.journal.fileName): " + arrival.sentence(problem.kind)
  }

  /// The end of a path: names of files by their content are longer than a line.
  private static func short(_ file: String) -> String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return name.count > 24 ? name.prefix(12) + "…" + name.suffix(4) : name
  }

  static let chinese = SyncSentences(
    noSuchFolder: { "\($0):没有这个文件夹。优盘插好了吗?" },
    notAFolder: { "\($0):这是文件,要写文件夹。" },
    denied: { "\($0):没有权限看这个文件夹。请换一个,或请管电脑的人给权限。" },
    insideData: { "\($0):在数据文件夹里面,不能在这里同步。请换到优盘或别的文件夹。" },
    openedForReading: "另一个 ruhu 正在用这个数据文件夹。请先退出那一个,再同步。",
    badTeam: "队伍的编号不对,没有同步。请用 ruhu verify 检查。",
    noTeam: "还没有建队。头一台电脑用 ruhu team new 队名 建队,别的电脑用 ruhu team join 文件夹 加入,再同步。",
    damaged: { "\($0):还没有抄完,或者坏了,先没有收。抄完以后再同步一次;还这样就在写它的电脑上再同步一次。" },
    laterVersion: { "\($0):是新版的 ruhu 写的,这台看不懂。请升级 ruhu 再同步。" },
    misplaced: { "\($0):放错了地方,没有收。" },
    unreadable: { "\($0):读不出来,没有收。优盘可能坏了。" },
    gap: { scope, writer, have, from in
      "\(scope):\(writer) 这里有到 \(have) 号,那里从 \(from) 号起,中间的还没到,先没有收。在写它的电脑上再同步一次。"
    },
    overlaysDiffer: { "标准文件 \($0) 有两份不一样的,用的是后写的那份。请县里核对。" },
    overlayNotGiven: { "标准文件 \($0) 是在这台电脑上改的,没有发给大家:要督导或办公室的人来发。" },
    readOnly: "那里写不进去,只收没有送。请关掉优盘的写保护,再同步一次。",
    full: "优盘满了,没有送完。请删掉别的文件或换一个优盘,再同步一次。",
    tooLarge: { "\($0):太大,这个优盘放不下。请换一个格式(exFAT)的优盘。" },
    gone: "优盘中途拔掉了,或者坏了。插好再同步一次,会接着来。",
    noMemory: "内存不够,没有送完。请关掉别的程序,再同步一次。", arrival: .chinese,
    foreign: { "那里有 \($0) 个别的文件,没有动。" },
    otherTeams: { "那里还有 \($0) 个别的队的文件夹,没有动。" },
    mended: { "\($1) 坏了 \($0) 行,已用那里的补好。请查一下这台电脑的硬盘。" })

  static let english = SyncSentences(
    noSuchFolder: { "\($0): no such folder. Is the stick in?" },
    notAFolder: { "\($0): is a file, a folder is needed." },
    denied: { "\($0): may not be looked into. Choose another, or ask for permission." },
    insideData: {
      "\($0): lies inside the data folder, where nothing is exchanged. Use a stick or another folder."
    },
    openedForReading: "Another ruhu is working in this data folder. Close it, then sync.",
    badTeam: "The team's identity is wrong; nothing was synced. Run ruhu verify.",
    noTeam:
      "No team was founded yet. On the first laptop run ruhu team new NAME, on the others ruhu team join FOLDER; then sync.",
    damaged: {
      "\($0): still being copied, or damaged; not taken in. Sync again later, or once more on the laptop that wrote it."
    },
    laterVersion: { "\($0): written by a newer ruhu. Upgrade this one, then sync again." },
    misplaced: { "\($0): lies in the wrong place; not taken in." },
    unreadable: { "\($0): cannot be read; not taken in. The stick may be failing." },
    gap: { scope, writer, have, from in
      "\(scope): of \(writer) up to \(have) is here, what lies there begins at \(from); what is between has not come. Sync once more on the laptop that wrote it."
    },
    overlaysDiffer: {
      "There are two different overlays \($0); the later one is used. The county should check."
    },
    overlayNotGiven: {
      "The overlay \($0) was changed on this laptop and not given to the team: that takes a supervisor or the office."
    },
    readOnly:
      "It takes no writing: things came, nothing went. Switch the stick's write protection off and sync again.",
    full: "The stick is full; not all went. Make room or use another, then sync again.",
    tooLarge: { "\($0): too large for this stick. Use one formatted as exFAT." },
    gone: "The stick was pulled out, or fails. Plug it in and sync again: it goes on from there.",
    noMemory: "Not enough memory; not all went. Close other programs and sync again.",
    arrival: .english, foreign: { "\($0) other files lie there; they were left alone." },
    otherTeams: { "Folders of \($0) other teams lie there; they were left alone." },
    mended: {
      "Repaired \($0 == 1 ? "1 line" : "\($0) lines") of \($1), damaged on this disk, from what lay there. Have the disk looked at."
    })
}
