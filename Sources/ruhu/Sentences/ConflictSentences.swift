import Fieldwork
import Screens

/// What is said of what people did side by side.
struct ConflictSentences: Sendable {
  let why: @Sendable (Conflict.Kind) -> String
  let steers: String
  let door: @Sendable (_ group: String, _ number: String, _ head: String) -> String
  let source: @Sendable (_ person: String, _ time: String, _ device: String) -> String
  let row: @Sendable (_ name: String) -> String
  let completion: String
  let approval: String
  let interviews: String
  let households: String
  let move: String
  let round: String
  let standard: String
  let emptied: String
  let kept: String
  let keptWith: @Sendable (_ label: String, _ value: String) -> String
  let struck: @Sendable (_ reason: String) -> String
  let completed: String
  let changed: String
  let approved: String
  let thisInterview: @Sendable (_ answers: Int, _ isComplete: Bool) -> String
  let counts:
    @Sendable (_ person: String, _ time: String, _ answers: Int, _ isComplete: Bool) -> String
  let thisDoor: @Sendable (_ door: String) -> String
  let joined: @Sendable (_ door: String, _ other: String) -> String
  let itsDoor: @Sendable (_ door: String) -> String
  let decidedTwice: String
  let decided: @Sendable (_ source: String) -> String
  let chosenStandard: @Sendable (_ overlay: String, _ profile: String) -> String
  let bothSeen: String
  let bothCount: String
  let areTwo: String
  let notAsked: String
  let isOver: String

  static func of(_ language: Language) -> ConflictSentences {
    language == .chinese ? chinese : english
  }

  static let chinese = ConflictSentences(
    why: { kind in
      switch kind {
      case .answer: "两个人没有看到对方的答案,答得不一样。没有选定以前,先用后写的那个。"
      case .row: "一个人把这一位划去了,另一个人还在填。选划去,或者留下。"
      case .completion: "一个人说问完了,另一个人没看到,又改了。看过以后,回到这一户再完成一次。"
      case .approval: "一个人审核通过了,另一个人没看到,又改了。看过以后,再审核一次:通过,或者退回。"
      case .interviews: "两个人各给这一户做了一份问卷。选一份算数,另一份留着不算;或者两份都算。"
      case .households: "像是同一户在两处各登记了一次。是同一户就合到一户;是两户就都留着。"
      case .move: "两个人把这份问卷各移到了一户。没有选定以前,两户都不能算达标。"
      case .village: "两台电脑各选了一个,没有看到对方的。请选定一个。"
      }
    },
    steers: "这一题决定后面问什么,所以整份地选: 选了哪一份,下面跟着它的答案也都照那一份。",
    door: { group, number, head in
      [group, number.isEmpty ? "" : "\(number)号", head].filter { !$0.isEmpty }
        .joined(separator: " ")
    },
    source: { person, time, device in
      [person, time, device].filter { !$0.isEmpty }.joined(separator: " ")
    },
    row: { "家里的人: \($0)" },
    completion: "问完了没有",
    approval: "审核通过了没有",
    interviews: "同一户有两份问卷",
    households: "同一户登记了两次?",
    move: "这份问卷是哪一户的",
    round: "入户类型",
    standard: "用哪个标准",
    emptied: "(清空了)",
    kept: "留下",
    keptWith: { "留下(填了 \($0): \($1))" },
    struck: { "划去(\($0))" },
    completed: "说问完了",
    changed: "又改了答案",
    approved: "审核通过了",
    thisInterview: { "这一份算数(答了 \($0) 题,\($1 ? "问完了" : "没问完"))" },
    counts: { person, time, answers, isComplete in
      "\(person) \(time) 开始的那份算数(答了 \(answers) 题,\(isComplete ? "问完了" : "没问完"))"
    },
    thisDoor: { "合到 \($0)" },
    joined: { "\($0) 合到 \($1)" },
    itsDoor: { "是 \($0) 的" },
    decidedTwice: "两个人各定了一次,没有看到对方定的,定得不一样。请再定一次。",
    decided: { "\($0) 定的" },
    chosenStandard: { overlay, profile in
      (overlay.isEmpty ? "全国标准" : overlay) + (profile.isEmpty ? "" : ",口径 \(profile)")
    },
    bothSeen: "两边的都看过了,改动算数",
    bothCount: "两份都算",
    areTwo: "是两户,都留着",
    notAsked: "(不问)",
    isOver: "这一处已经定了。")

  static let english = ConflictSentences(
    why: { kind in
      switch kind {
      case .answer:
        "Two people answered differently without having seen each other's. Until it is decided the later answer is shown."
      case .row:
        "One struck this person out while the other went on with them. Strike out, or keep."
      case .completion:
        "One declared the interview complete, the other had not seen that and changed it. Look at it, then complete it once more."
      case .approval:
        "One approved the interview, the other had not seen that and changed it. Look at it, then review it once more: approve or return."
      case .interviews:
        "Two people interviewed this household. Choose which counts; the other is kept without effect. Or both count."
      case .households:
        "The same household seems to have been written down at two doors. Join them if it is one; keep both if they are two."
      case .move:
        "Two people moved this interview, each to another household. Until it is decided it makes neither of them meet the standard."
      case .village: "Two laptops chose without having seen each other's. Please decide."
      }
    },
    steers:
      "This answer decides what is asked next, so whole branches are chosen: the answers below that hang on it go with it.",
    door: { group, number, head in
      [group, number.isEmpty ? "" : "no. \(number)", head].filter { !$0.isEmpty }
        .joined(separator: " ")
    },
    source: { person, time, device in
      [person, time, device].filter { !$0.isEmpty }.joined(separator: ", ")
    },
    row: { "member: \($0)" },
    completion: "complete or not",
    approval: "approved or not",
    interviews: "two interviews of one household",
    households: "one household written down twice?",
    move: "whose interview this is",
    round: "the kind of round",
    standard: "the standard in force",
    emptied: "(emptied)",
    kept: "keep",
    keptWith: { "keep (\($0): \($1))" },
    struck: { "strike out (\($0))" },
    completed: "declared complete",
    changed: "changed it",
    approved: "approved it",
    thisInterview: { "this one counts (\($0) answers, \($1 ? "complete" : "not complete"))" },
    counts: { person, time, answers, isComplete in
      "the one begun by \(person), \(time) counts (\(answers) answers, \(isComplete ? "complete" : "not complete"))"
    },
    thisDoor: { "join them as \($0)" },
    joined: { "\($0) is \($1)" },
    itsDoor: { "it is \($0)'s" },
    decidedTwice:
      "Two people decided this without having seen each other's decision, and differently. Please decide once more.",
    decided: { "chosen by \($0)" },
    chosenStandard: { overlay, profile in
      (overlay.isEmpty ? "the national one" : overlay)
        + (profile.isEmpty ? "" : ", profile \(profile)")
    },
    bothSeen: "Both were looked at; the changes stand",
    bothCount: "Both count",
    areTwo: "They are two households; keep both",
    notAsked: "(not asked)",
    isOver: "This was decided already.")
}
