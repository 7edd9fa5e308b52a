import Screens

/// What is said of a household's history.
struct HistorySentences: Sendable {
  let title: @Sendable (_ group: String, _ number: String, _ head: String) -> String
  let registered: @Sendable (_ file: String, _ members: Int) -> String
  let enrolled: String
  let remarked: @Sendable (_ text: String) -> String
  let began: @Sendable (_ date: String) -> String
  let prefilled: @Sendable (_ count: Int) -> String
  let visitStarted: String
  let visitEnded: @Sendable (_ result: String, _ next: String) -> String
  let paused: String
  let answered: @Sendable (_ label: String, _ value: String) -> String
  let confirmed: @Sendable (_ label: String, _ value: String) -> String
  let shownAgain: @Sendable (_ label: String, _ value: String) -> String
  let changed: @Sendable (_ label: String, _ old: String, _ new: String) -> String
  let cleared: @Sendable (_ label: String) -> String
  let clearedFrom: @Sendable (_ label: String, _ old: String) -> String
  let undone: @Sendable (_ line: String) -> String
  let redone: @Sendable (_ line: String) -> String
  let rowAdded: @Sendable (_ name: String) -> String
  let rowRemoved: @Sendable (_ name: String, _ reason: String) -> String
  let reason: @Sendable (_ code: String) -> String
  let remarkedOn: @Sendable (_ label: String, _ text: String) -> String
  let findingsSeen: @Sendable (_ rules: [String], _ atOnce: Bool) -> String
  let afterSeen: @Sendable (_ line: String, _ rules: [String]) -> String
  let standardChosen: @Sendable (_ overlay: String, _ profile: String) -> String
  let findingsAtOnce: @Sendable (_ isOn: Bool) -> String
  let completed: String
  let reopened: @Sendable (_ reason: String) -> String
  let moved: @Sendable (_ household: String) -> String
  let taken: String
  let givenBack: String
  let householdJoined: @Sendable (_ household: String, _ reason: String) -> String
  let setAside: @Sendable (_ interview: String, _ reason: String) -> String
  let settled: String
  let settledAs: @Sendable (_ line: String) -> String
  let erasedWhy: @Sendable (_ count: Int, _ reason: String) -> String
  let erased: @Sendable (_ kind: String) -> String
  let unknown: @Sendable (_ kind: String) -> String
  let special: @Sendable (_ code: String) -> String
  let ofMember: @Sendable (_ name: String, _ label: String) -> String
  let listSeparator: String

  static func of(_ language: Language) -> HistorySentences {
    language == .chinese ? chinese : english
  }

  static let chinese = HistorySentences(
    title: { "\($0) \($1)号 \($2)" },
    registered: { "登记:从 \($0) 导入,\($1) 人" },
    enrolled: "在门口登记的新户",
    remarked: { "备注:\($0)" },
    began: { "开始访谈,评估日期 \($0)" },
    prefilled: { "带入已登记的 \($0) 项,待核对" },
    visitStarted: "到访",
    visitEnded: { "离开" + ($0.isEmpty ? "" : ":\($0)") + ($1.isEmpty ? "" : ",\($1) 再来") },
    paused: "中途离开",
    answered: { "\($0):\($1)" },
    confirmed: { "\($0):\($1)(核对无误)" },
    shownAgain: { "\($0):又要问了,前面答的是 \($1),还没有核对" },
    changed: { "\($0):由“\($1)”改为“\($2)”" },
    cleared: { "\($0):清空" },
    clearedFrom: { "\($0):清空(原为“\($1)”)" },
    undone: { "撤销:\($0)" },
    redone: { "重做:\($0)" },
    rowAdded: { "加上一人:\($0)" },
    rowRemoved: { "划去 \($0):\($1)" },
    reason: {
      switch $0 {
      case "died": "去世"
      case "married": "婚出"
      case "moved": "迁出"
      case "mistake": "填错"
      case "undo": "撤销添加"
      default: $0
      }
    },
    remarkedOn: { "\($0) 备注:\($1)" },
    findingsSeen: { rules, atOnce in
      (atOnce ? "看了核查结果(边问边看)" : "看了核查结果")
        + (rules.isEmpty ? ":没有问题" : ":" + rules.joined(separator: "、"))
    },
    afterSeen: { "\($0)(看过核查结果 \($1.joined(separator: "、")) 以后改的)" },
    standardChosen: { overlay, profile in
      "本村改用标准:" + (overlay.isEmpty ? "全国标准" : overlay)
        + (profile.isEmpty ? "" : ",口径 \(profile)")
    },
    findingsAtOnce: { $0 ? "培训:边问边看核查结果" : "问完再看核查结果" },
    completed: "访谈完成",
    reopened: { "重新打开:\($0)" },
    moved: { "这份访谈属于另一户,移到 \($0)" },
    taken: "带走了这一户",
    givenBack: "交回了这一户",
    householdJoined: { "和另一户是同一户,合到 \($0)" + ($1.isEmpty ? "" : ":\($1)") },
    setAside: { "这份访谈不算,算 \($0) 那一份" + ($1.isEmpty ? "" : ":\($1)") },
    settled: "两边写得不一样的,看过,照现在的",
    settledAs: { "两边写得不一样,选定 \($0)" },
    erasedWhy: { "删除内容(\($0) 项):\($1)" },
    erased: { "内容已依法删除(\($0))" },
    unknown: { "这个版本不认识的记录(\($0))" },
    special: {
      switch $0 {
      case "dk": "不清楚"
      case "ref": "拒答"
      case "na": "不适用"
      default: $0
      }
    },
    ofMember: { "\($0) \($1)" },
    listSeparator: "、")

  static let english = HistorySentences(
    title: { "\($0) no. \($1) \($2)" },
    registered: { "registered from \($0), \($1) member\($1 == 1 ? "" : "s")" },
    enrolled: "written down at the door",
    remarked: { "remark: \($0)" },
    began: { "interview began, evaluation date \($0)" },
    prefilled: { "\($0) values taken from the register, to be confirmed" },
    visitStarted: "at the door",
    visitEnded: { "left" + ($0.isEmpty ? "" : ": \($0)") + ($1.isEmpty ? "" : ", back on \($1)") },
    paused: "left in the middle",
    answered: { "\($0): \($1)" },
    confirmed: { "\($0): \($1) (confirmed)" },
    shownAgain: { "\($0): asked again; answered before: \($1), not yet confirmed" },
    changed: { "\($0): from \"\($1)\" to \"\($2)\"" },
    cleared: { "\($0): emptied" },
    clearedFrom: { "\($0): emptied (was \"\($1)\")" },
    undone: { "undone: \($0)" },
    redone: { "done again: \($0)" },
    rowAdded: { "member added: \($0)" },
    rowRemoved: { "\($0) struck out: \($1)" },
    reason: {
      switch $0 {
      case "died": "died"
      case "married": "married out"
      case "moved": "moved away"
      case "mistake": "entered by mistake"
      case "undo": "adding was undone"
      default: $0
      }
    },
    remarkedOn: { "\($0), remark: \($1)" },
    findingsSeen: { rules, atOnce in
      (atOnce ? "findings seen during the interview" : "findings seen")
        + ": " + (rules.isEmpty ? "none" : rules.joined(separator: ", "))
    },
    afterSeen: { "\($0) (changed after \($1.joined(separator: ", ")) was seen)" },
    standardChosen: { overlay, profile in
      "the standard of the village is now " + (overlay.isEmpty ? "the national one" : overlay)
        + (profile.isEmpty ? "" : ", profile \(profile)")
    },
    findingsAtOnce: {
      $0
        ? "training: findings are shown during the interview"
        : "findings are shown when the interview is complete"
    },
    completed: "interview complete",
    reopened: { "opened again: \($0)" },
    moved: { "the interview is another household's, moved to \($0)" },
    taken: "means to go there",
    givenBack: "no longer means to go there",
    householdJoined: {
      "is the same household as another, joined to \($0)" + ($1.isEmpty ? "" : ": \($1)")
    },
    setAside: {
      "this interview does not count, \($0) does" + ($1.isEmpty ? "" : ": \($1)")
    },
    settled: "what differed was looked at and holds as it stands",
    settledAs: { "what differed was decided: \($0)" },
    erasedWhy: { "had contents erased (\($0)): \($1)" },
    erased: { "content erased by law (\($0))" },
    unknown: { "an entry this version does not know (\($0))" },
    special: {
      switch $0 {
      case "dk": "don't know"
      case "ref": "refused"
      case "na": "not applicable"
      default: $0
      }
    },
    ofMember: { "\($0), \($1)" },
    listSeparator: "; ")
}
