/// The sentences of meeting other laptops: where, how far, what came of it.
struct MeetingStrings: Sendable {
  // MARK: Where

  let title: String
  let whatFor: String
  let noPlaces: String
  let place:
    @Sendable (_ name: String, _ path: String, _ isStick: Bool, _ lastUsed: String?) -> String
  let notHere: String
  let otherPath: String
  let pathTitle: String
  let pathHint: String
  let choose: String
  let nobody: String

  // MARK: How far

  let runningTitle: String
  let phase: @Sendable (MeetingProgress.Phase, _ village: String?) -> String
  let bytes: @Sendable (_ done: Int, _ total: Int) -> String
  let inAndOut: @Sendable (_ entriesIn: Int, _ entriesOut: Int) -> String
  let timeLeft: @Sendable (_ seconds: Int) -> String
  let safeToStop: String
  let stop: String
  let stopping: String

  // MARK: What came of it

  let reportTitle: String
  let team: String
  let finished: String
  let finishedSoFar: String
  let stopped: String
  let nothingCame: String
  let nothingWent: String
  let came: @Sendable (_ name: String, _ entries: Int, _ households: Int) -> String
  let went: @Sendable (_ name: String, _ entries: Int, _ households: Int) -> String
  let held: @Sendable (Int) -> String
  let conflicts: @Sendable (_ village: String, _ count: Int) -> String
  let ownCountsNow: String
  let ownHeldApart: String
  let waiting: @Sendable (_ name: String) -> String
  let decidedTitle: @Sendable (Int) -> String
  let decision: @Sendable (_ what: String, _ person: String, _ time: String) -> String
  let moreDecisions: @Sendable (Int) -> String
  let troubles: @Sendable (Int) -> String
  let lastSeenTitle: String
  let nobodySeen: String
  let deviceAndPerson: @Sendable (_ device: String, _ person: String) -> String
  let lastSeen: @Sendable (_ device: String, _ time: String?, _ days: Int?) -> String
  let toConflicts: @Sendable (Int) -> String
  let again: String
  let lookAgain: String
  let toList: String
  let help: [String]

  /// A size that a person can compare: B, KB or MB, each a thousand of the one before.
  @Sendable static func size(_ bytes: Int) -> String {
    switch bytes {
    case ..<1_000: "\(bytes) B"
    case ..<1_000_000: "\(bytes / 1_000) KB"
    default: "\(bytes / 1_000_000).\(bytes / 100_000 % 10) MB"
    }
  }

  static let chinese = MeetingStrings(
    title: "同步: 和别的电脑互换记录",
    whatFor: "把优盘插上,选它。两边缺什么就补什么,谁的答案都不会丢。",
    noPlaces: "没有找到优盘。插好优盘再按 ^R 找一次,或者选\"写路径\"。",
    place: { name, path, isStick, lastUsed in
      "\(isStick ? "优盘" : "文件夹") \(name)  \(path)" + (lastUsed.map { "  上次 \($0)" } ?? "")
    },
    notHere: "现在没插上",
    otherPath: "写路径(别的文件夹、共享盘)",
    pathTitle: "在哪个文件夹同步",
    pathHint: "写完整的路径,例如 /media/u/USB。按 Enter 开始。",
    choose: "从这里同步",
    nobody: "先按 ^W 选您是谁",
    runningTitle: "正在同步",
    phase: { phase, village in
      let name = village.map { " \($0)" } ?? ""
      return switch phase {
      case .looking: "正在看那里有什么\(name)"
      case .verifying: "正在核对上次写的\(name)"
      case .taking: "正在收\(name)"
      case .giving: "正在送\(name)"
      case .files: "正在抄问卷和附件\(name)"
      case .finishing: "正在整理名单\(name)"
      }
    },
    bytes: { "\(size($0)) / \(size($1))" },
    inAndOut: { "收到 \($0) 条,送出 \($1) 条" },
    timeLeft: { seconds in
      seconds < 60 ? "还要 \(max(1, seconds)) 秒" : "还要 \((seconds + 59) / 60) 分钟"
    },
    safeToStop: "按 Esc 可以停下。停了、优盘拔了都不要紧,下次接着来。",
    stop: "停下",
    stopping: "正在停下……",
    reportTitle: "同步的结果",
    team: "队伍",
    finished: "同步好了,可以拔优盘。",
    finishedSoFar: "能做的都做完了,可以拔优盘。下面有几处要看一看。",
    stopped: "没有做完就停了。已经收到的都存好了,再同步一次就接着来。",
    nothingCame: "没有新的要收。",
    nothingWent: "没有新的要送。",
    came: { name, entries, households in
      "收到 \(name): \(entries) 条记录" + (households > 0 ? ",\(households) 户" : "")
    },
    went: { name, entries, households in
      "送出 \(name): \(entries) 条记录" + (households > 0 ? ",\(households) 户" : "")
    },
    held: { "这里有 \($0) 条先放在一边不算数: 那台电脑还没有入队,或者已经除名。见\"电脑和人员\"。" },
    conflicts: { "\($0): \($1) 处两个人写的不一样,请选定一个。" },
    ownCountsNow: "这台电脑入队了: 您以前记的和以后记的都算数。",
    ownHeldApart: "这台电脑还不在队里: 您记的已经送到,可是先放在一边不算数,等督导准许。请把暗号念给督导听(菜单里\"电脑和人员\")。",
    waiting: { "\($0) 来过,还不在队里: 它的记录先放在一边,等有人准许才算数。去菜单里\"电脑和人员\"准许。" },
    decidedTitle: { "有 \($0) 处写得不一样的,别人定了" },
    decision: { "\($0)   \($2) \($1)定的" },
    moreDecisions: { "还有 \($0) 处,在那一户的页面上看。" },
    troubles: { "有 \($0) 处要看一看" },
    lastSeenTitle: "别的电脑上次来是什么时候",
    nobodySeen: "还没有别的电脑来过。",
    deviceAndPerson: { "\($0)(\($1))" },
    lastSeen: { device, time, days in
      switch (time, days) {
      case (let time?, 0): "\(device): 今天 \(time.suffix(5))"
      case (let time?, let days?): "\(device): \(days) 天前(\(time))"
      default: "\(device): 从来没有"
      }
    },
    toConflicts: { "看写得不一样的(\($0) 处)" },
    again: "再同步一次",
    lookAgain: "再找一次优盘",
    toList: "回到名单",
    help: [
      "晚上大家碰头时,把优盘(或共享文件夹)轮流插到每台电脑上各同步一次。最后一台插完,再让第一台插一次,大家就都有全部的记录。",
      "优盘上只加东西,不改别人的东西;每台电脑只写自己名下的。中途拔掉、没电、停下都不要紧,再同步一次就接着来。",
      "两个人写的不一样时,两个都留着,同步以后请人选定一个。要送到远处,或者怕优盘丢了被人看,用 ruhu pack 打成加密的包。",
    ])

  static let english = MeetingStrings(
    title: "Sync: exchange records with the other laptops",
    whatFor:
      "Plug the stick in and choose it. Each side gets what it lacks; no answer is ever lost.",
    noPlaces: "No stick was found. Plug one in and press ^R to look again, or type a path.",
    place: { name, path, isStick, lastUsed in
      "\(isStick ? "stick" : "folder") \(name)  \(path)" + (lastUsed.map { "  last \($0)" } ?? "")
    },
    notHere: "not there now",
    otherPath: "Type a path (another folder, a share)",
    pathTitle: "Sync by which folder",
    pathHint: "The whole path, such as /media/u/USB. Enter begins.",
    choose: "sync here",
    nobody: "first press ^W and say who you are",
    runningTitle: "Syncing",
    phase: { phase, village in
      let name = village.map { " \($0)" } ?? ""
      return switch phase {
      case .looking: "Looking what is there\(name)"
      case .verifying: "Reading back what was written last time\(name)"
      case .taking: "Taking in\(name)"
      case .giving: "Giving out\(name)"
      case .files: "Copying forms and attachments\(name)"
      case .finishing: "Bringing lists up to date\(name)"
      }
    },
    bytes: { "\(size($0)) of \(size($1))" },
    inAndOut: { "\($0) entries in, \($1) out" },
    timeLeft: { seconds in
      seconds < 60 ? "\(max(1, seconds)) s left" : "\((seconds + 59) / 60) min left"
    },
    safeToStop:
      "Esc stops. Stopping, or pulling the stick out, does no harm: the next time goes on from there.",
    stop: "stop",
    stopping: "Stopping...",
    reportTitle: "What came of the sync",
    team: "team",
    finished: "Synced. The stick can be pulled out.",
    finishedSoFar: "Done as far as it went; the stick can be pulled out. Please look below.",
    stopped: "Stopped before the end. What came is saved; sync again to go on from there.",
    nothingCame: "Nothing new to take in.",
    nothingWent: "Nothing new to give out.",
    came: { name, entries, households in
      "In, \(name): \(count(entries, "entry", "entries"))"
        + (households > 0 ? ", \(count(households, "household", "households"))" : "")
    },
    went: { name, entries, households in
      "Out, \(name): \(count(entries, "entry", "entries"))"
        + (households > 0 ? ", \(count(households, "household", "households"))" : "")
    },
    held: {
      "\(count($0, "entry is", "entries are")) held apart and not counted: from a laptop that is not admitted or was revoked. See \"Laptops and people\"."
    },
    conflicts: {
      "\($0): \(count($1, "thing differs", "things differ")) between two people; please decide."
    },
    ownCountsNow: "This laptop is in the team now: what you wrote and will write counts.",
    ownHeldApart:
      "This laptop is not in the team yet: your work arrives but is held apart until someone admits it. Read its words out to the supervisor (menu, \"laptops and people\").",
    waiting: {
      "\($0) has been here and is not in the team: its records are held apart until it is admitted, on the page \"laptops and people\" of the menu."
    },
    decidedTitle: { "Others decided \(count($0, "thing", "things")) that differed" },
    decision: { "\($0)   decided by \($1), \($2)" },
    moreDecisions: { "\($0) more: see the households' pages." },
    troubles: { count($0, "thing", "things") + " to look at" },
    lastSeenTitle: "When the other laptops were last here",
    nobodySeen: "No other laptop has been here yet.",
    deviceAndPerson: { "\($0) (\($1))" },
    lastSeen: { device, time, days in
      switch (time, days) {
      case (let time?, 0): "\(device): today \(time.suffix(5))"
      case (let time?, let days?): "\(device): \(count(days, "day", "days")) ago (\(time))"
      default: "\(device): never"
      }
    },
    toConflicts: { "See what differs (\($0))" },
    again: "Sync again",
    lookAgain: "Look for sticks again",
    toList: "Back to the list",
    help: [
      "In the evening sync on each laptop in turn by the stick (or a shared folder), then once more on the first: now everybody has everything.",
      "Each laptop writes only below its own name. Pulling the stick out, losing power or stopping does no harm: sync again and it goes on.",
      "Where two people differ both are kept, and someone chooses. To send records far away, or where a lost stick must not be read: ruhu pack.",
    ])

  /// A number with its noun.
  @Sendable private static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }
}
