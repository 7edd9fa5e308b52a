/// The sentences of what two people wrote differently.
struct ConflictStrings: Sendable {
  let title: String
  let looking: String
  let none: String
  let noneHere: String
  let differs: @Sendable (_ what: String, _ values: [String]) -> String
  let side: @Sendable (_ text: String, _ source: String) -> String
  let source: @Sendable (_ person: String, _ time: String, _ device: String) -> String
  let third: String
  let thirdHint: String
  let notYet: String
  let nothing: String
  let decide: String
  let choose: String
  let decided: @Sendable (_ left: Int) -> String
  let decidedBy: @Sendable (_ what: String, _ person: String, _ time: String) -> String
  let count: @Sendable (Int) -> String
  let back: String
  let mark: String
  let help: [String]

  static let chinese = ConflictStrings(
    title: "两个人写的不一样",
    looking: "正在找……",
    none: "全村没有写得不一样的。",
    noneHere: "没有写得不一样的。",
    differs: { what, values in "\(what): \(values.joined(separator: " / "))" },
    side: { text, source in source.isEmpty ? text : "\(text)   \(source)" },
    source: { person, time, device in
      [person, time, device].filter { !$0.isEmpty }.joined(separator: " ")
    },
    third: "都不对,另写一个",
    thirdHint: "写上对的答案,按 Enter。选项题写编号。",
    notYet: "先不定",
    nothing: "(没有)",
    decide: "去定",
    choose: "就按这个",
    decided: { $0 == 0 ? "没有别的了。" : "还有 \($0) 处。" },
    decidedBy: { "定了,记在记录里: \($0)   \($2) \($1)" },
    count: { "\($0) 处" },
    back: "回去",
    mark: "! 写得不一样",
    help: [
      "两个人没有看到对方的记录,各写各的,写得不一样: 两个都留着,请一个知道情况的人选定。最好问一问写的人,或者再上门问一次。",
      "选哪一个、谁选的、什么时候选的,都记在记录里;没选上的也不会丢。",
      "没有选定以前,这一项先显示后写的那个,结论算\"还不能定\"。",
      "有的题会决定后面问什么: 那就整份整份地选,后面的答案跟着一起换。",
    ])

  static let english = ConflictStrings(
    title: "What two people wrote differently",
    looking: "Looking...",
    none: "Nothing differs in this village.",
    noneHere: "Nothing differs.",
    differs: { what, values in "\(what): \(values.joined(separator: " / "))" },
    side: { text, source in source.isEmpty ? text : "\(text)   \(source)" },
    source: { person, time, device in
      [person, time, device].filter { !$0.isEmpty }.joined(separator: ", ")
    },
    third: "Neither is right: write another",
    thirdHint: "The right answer, then Enter. For a choice its number.",
    notYet: "Not now",
    nothing: "(none)",
    decide: "decide",
    choose: "take this one",
    decided: { $0 == 0 ? "Nothing else differs." : "\($0) left." },
    decidedBy: { "Decided and recorded: \($0)   \($1), \($2)" },
    count: { String($0) },
    back: "Back",
    mark: "! differs",
    help: [
      "Two people wrote different things without having seen each other's. Both are kept; someone who knows chooses. Best ask who wrote it, or ask at the door again.",
      "What was chosen, by whom and when is recorded; what was not chosen is not lost.",
      "Until then the later one is shown, and the verdict is unknown.",
      "Where an answer decides what is asked next, whole branches are chosen: the answers that hang on it change with it.",
    ])
}
