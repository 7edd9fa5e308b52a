/// The sentences of the team's devices.
struct DeviceStrings: Sendable {
  let title: String
  let unnamed: String
  let thisOne: @Sendable (String) -> String
  let team: @Sendable (String?) -> String
  let standing: @Sendable (ShownDevice.Standing) -> String
  /// The same in few cells, for a list.
  let brief: @Sendable (ShownDevice.Standing) -> String
  let words: String
  let readOut: String
  let lastSeen: @Sendable (String?) -> String
  let newest: @Sendable (String?) -> String
  let usersTitle: String
  let user: @Sendable (_ name: String, _ lastSeen: String) -> String
  let unknownPerson: @Sendable (_ id: String) -> String
  let peopleTitle: String
  let open: String
  let admit: String
  let admitName: String
  let admitNameHint: String
  let compare: @Sendable (_ words: String) -> String
  let same: String
  let different: String
  let writing: String
  /// What was just decided, by whom and when, and what follows from it.
  let done: @Sendable (ShownDevice.Standing) -> String
  /// What becomes of its records.
  let meaning: @Sendable (ShownDevice.Standing) -> String
  /// A name that a laptop gave itself and nobody has confirmed.
  let callsItself: @Sendable (String) -> String
  let revoke: String
  let revokeTitle: String
  let revokeHint: String
  let revokeCheck: @Sendable (_ name: String) -> String
  let revokeYes: String
  let keep: String
  let noTeam: String
  let mayNot: String
  let isIn: String
  let isOut: String
  let notItself: String
  let back: String
  let help: [String]

  static let chinese = DeviceStrings(
    title: "电脑和人员",
    unnamed: "没有名字的电脑",
    thisOne: { "\($0)(这台)" },
    team: { $0.map { "队伍: \($0)" } ?? "还没有建队: 谁的记录都算数" },
    standing: { standing in
      switch standing {
      case .noTeam: ""
      case .founder(let time): "建队的电脑 \(time.prefix(10))"
      case .admitted(let by, let time): "已入队 \(time.prefix(10)) \(by)准许"
      case .waiting: "还没有入队: 它的记录先放在一边"
      case .revoked(let by, let time, let reason):
        "已除名 \(time.prefix(10)) \(by): \(reason)"
      }
    },
    brief: { standing in
      switch standing {
      case .noTeam: ""
      case .founder: "建队的电脑"
      case .admitted: "已入队"
      case .waiting: "还没有入队"
      case .revoked: "已除名"
      }
    },
    words: "暗号(八个词):",
    readOut: "两边在电话里念一遍,八个词都一样,才是同一台电脑。",
    lastSeen: { $0.map { "最近的记录 \($0)" } ?? "还没有它的记录" },
    newest: { $0.map { "最近 \($0)" } ?? "没有记录" },
    usersTitle: "用过的人:",
    user: { "\($0)  最近 \($1)" },
    unknownPerson: { "不认识的人 \($0)" },
    peopleTitle: "人员",
    open: "看这台",
    admit: "准许这台电脑入队",
    admitName: "给这台电脑起个名字",
    admitNameHint: "例如 李芳的电脑",
    compare: { "念一遍: \($0)" },
    same: "八个词都一样,准许入队",
    different: "不一样,或者没有核对",
    writing: "正在记下来,请稍等……",
    done: { standing in
      switch standing {
      case .admitted(let by, let time):
        "办好了: \(minute(time)) \(by)准许入队。它以前的记录也算数了;同步以后,那台电脑也会知道。"
      case .revoked(let by, let time, _):
        "办好了: \(minute(time)) \(by)除名。同步以后,别的电脑也会知道。"
      case .noTeam, .founder, .waiting: "记下来了。"
      }
    },
    meaning: { standing in
      switch standing {
      case .noTeam, .founder: ""
      case .admitted: "它的记录都算数。要是除名: 已经收到的照样算数,以后再来的先放在一边,不删也不算。"
      case .waiting: "准许以后,它以前的记录也都算数。"
      case .revoked: "除名以前收到的照样算数;以后再来的先放在一边,不删也不算。"
      }
    },
    callsItself: { "\($0)(它自己起的名)" },
    revoke: "除名(丢了、被偷、不再用)",
    revokeTitle: "为什么除名",
    revokeHint: "例如 11月20日在路上丢了。按 Enter。",
    revokeCheck: { "\($0) 现在收到的记录照样算数,以后再来的先放在一边。除名吗?" },
    revokeYes: "除名",
    keep: "不除名",
    noTeam: "还没有建队,请用 ruhu team new",
    mayNot: "要督导或办公室的人来做",
    isIn: "已经入队",
    isOut: "不在队里",
    notItself: "不能除名正在用的这台",
    back: "回去",
    help: [
      "这里是队里的电脑: 谁的、准许了没有、最近的记录是什么时候的。",
      "每台电脑有八个词的暗号。新电脑要入队,请两边在电话里把暗号念一遍: 八个词都一样才准许。别照着短信或微信里转来的暗号准许。",
      "电脑丢了就除名: 已经收到的记录都算数,以后冒出来的先放在一边,不删也不算。",
      "签名只证明是哪台电脑写的,不证明是哪个人写的。",
    ])

  static let english = DeviceStrings(
    title: "Laptops and people",
    unnamed: "laptop without a name",
    thisOne: { "\($0) (this one)" },
    team: { $0.map { "Team: \($0)" } ?? "No team was founded yet: every laptop counts" },
    standing: { standing in
      switch standing {
      case .noTeam: ""
      case .founder(let time): "founded the team on \(time.prefix(10))"
      case .admitted(let by, let time): "admitted \(time.prefix(10)) by \(by)"
      case .waiting: "not admitted yet: its entries are held apart"
      case .revoked(let by, let time, let reason): "revoked \(time.prefix(10)) by \(by): \(reason)"
      }
    },
    brief: { standing in
      switch standing {
      case .noTeam: ""
      case .founder: "founded the team"
      case .admitted: "admitted"
      case .waiting: "not admitted yet"
      case .revoked: "revoked"
      }
    },
    words: "Its fingerprint, eight words:",
    readOut: "Read them out over the telephone: only if all eight agree is it the same laptop.",
    lastSeen: { $0.map { "newest entry \($0)" } ?? "no entry of it is here" },
    newest: { $0.map { "last \($0)" } ?? "no entries" },
    usersTitle: "Used by",
    user: { "\($0)  last \($1)" },
    unknownPerson: { "unknown person \($0)" },
    peopleTitle: "People",
    open: "show it",
    admit: "Admit this laptop to the team",
    admitName: "Name this laptop",
    admitNameHint: "Such as: Li Fang's laptop",
    compare: { "Read out: \($0)" },
    same: "All eight words agree: admit it",
    different: "They differ, or were not compared",
    writing: "Being written down, one moment...",
    done: { standing in
      switch standing {
      case .admitted(let by, let time):
        "Done: admitted by \(by), \(minute(time)). What it wrote before counts too; it learns so with its next sync."
      case .revoked(let by, let time, _):
        "Done: revoked by \(by), \(minute(time)). The other laptops learn it with the next sync."
      case .noTeam, .founder, .waiting: "Written down."
      }
    },
    meaning: { standing in
      switch standing {
      case .noTeam, .founder: ""
      case .admitted:
        "All its records count. If it is revoked, what is here goes on counting; what comes later is held apart, neither deleted nor counted."
      case .waiting: "Once it is admitted, what it wrote before counts too."
      case .revoked:
        "What was here before counts; what comes later is held apart, neither deleted nor counted."
      }
    },
    callsItself: { "\($0) (its own name)" },
    revoke: "Revoke it (lost, stolen, given away)",
    revokeTitle: "Why is it revoked",
    revokeHint: "Such as: lost on the way on 20 November. Then Enter.",
    revokeCheck: { "\($0): what is here counts, what comes later is held apart. Revoke it?" },
    revokeYes: "Revoke it",
    keep: "Leave it",
    noTeam: "no team yet: ruhu team new",
    mayNot: "for a supervisor or the office",
    isIn: "is admitted already",
    isOut: "is not in the team",
    notItself: "not the laptop you are using",
    back: "Back",
    help: [
      "The laptops of the team: whose, whether admitted, and when their newest entry was written.",
      "Each laptop has a fingerprint of eight words. To admit a new one, read the words to each other over the telephone and admit it only if all eight agree; do not trust words that were forwarded in a message.",
      "Revoke a laptop that was lost: all that is here of it counts, what turns up later is held apart, neither deleted nor counted.",
      "A signature proves the laptop, not the person.",
    ])

  /// A recorded time to the minute.
  @Sendable private static func minute(_ time: String) -> String {
    time.prefix(16).split(separator: "T").joined(separator: " ")
  }
}
