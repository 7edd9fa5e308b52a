import FormEngine
import Screens

/// What is said of the standard of a village.
struct StandardSentences: Sendable {
  let noSuchOverlay: @Sendable (_ name: String, _ here: [String]) -> String
  let noSuchProfile: @Sendable (_ name: String, _ here: [String]) -> String
  let named: @Sendable (_ overlay: String, _ profile: String) -> String
  let stillInUse:
    @Sendable (_ first: String, _ more: Int, _ standard: String, _ since: String) -> String
  let badSetting: @Sendable (_ given: String) -> String
  let chosen: @Sendable (_ code: String, _ standard: String) -> String
  let sameAsBefore: @Sendable (_ code: String, _ standard: String) -> String
  let findingsShown: @Sendable (_ atOnce: Bool) -> String

  let title: @Sendable (_ name: String, _ code: String) -> String
  let standardLine: @Sendable (_ label: String, _ title: String) -> String
  let overlayLine: @Sendable (_ label: String, _ year: String, _ file: String) -> String
  let noOverlay: String
  let profileLine: @Sendable (_ label: String, _ year: String, _ file: String) -> String
  let ownProfile: @Sendable (_ name: String) -> String
  let chosenBy: @Sendable (_ person: String, _ minute: String) -> String
  let titles: [String]
  let notSet: @Sendable (Standard.Parameter.Line) -> String
  let referencesTitle: String
  let kind: String
  let parameter: String
  let reference: String

  let listTitles: [String]
  let overlay: String
  let ownOverlay: String
  let profile: String
  let ownFolder: String

  static func of(_ language: Language) -> StandardSentences {
    language == .chinese ? chinese : english
  }

  static let chinese = StandardSentences(
    noSuchOverlay: { name, here in
      "这里没有“\(name)”这个地方补充。"
        + (here.isEmpty ? "把它的文件放到数据文件夹的 overlays 里。" : "可以用:\(here.joined(separator: "、"))。")
    },
    noSuchProfile: { name, here in
      "这里没有“\(name)”这个口径。"
        + (here.isEmpty ? "把它的文件放到问卷文件夹的 profiles 里。" : "可以用:\(here.joined(separator: "、"))。")
    },
    named: { overlay, profile in
      (overlay.isEmpty ? "全国标准" : overlay) + (profile.isEmpty ? "" : ",口径 \(profile)")
    },
    stillInUse: { first, more, standard, since in
      "\(first)" + (more > 0 ? "(还有 \(more) 处)" : "") + " 先照用原来的标准:\(standard)(\(since) 起)。"
    },
    badSetting: { "“\($0)”看不懂。请写成 参数=值,例如 par_fetch_min=15。" },
    chosen: { "\($0) 从下一次访谈起用:\($1)。已经开始的访谈照原来的问完。" },
    sameAsBefore: { "\($0) 本来就用:\($1)。没有记录。" },
    findingsShown: {
      $0 ? "核查结果:培训,边问边给调查员看;记录里会写明。" : "核查结果:访谈完成以后再给调查员看。"
    },
    title: { "\($0) \($1) 用的标准" },
    standardLine: { "  \($0)" + ($1.isEmpty ? "" : ":\($1)") },
    overlayLine: { "  地方补充:\($0),\($1)年(\($2))" },
    noOverlay: "  地方补充:没有",
    profileLine: { "  政策口径:\($0),\($1)年(\($2))" },
    ownProfile: { "  政策口径:问卷自带" + ($0.isEmpty ? "" : "(\($0))") },
    chosenBy: { "  谁选的:\($0) \($1)" },
    titles: ["参数", "叫法", "值", "单位", "年份", "依据", "谁定的"],
    notSet: { line in
      switch line {
      case .yes: "没有设,县里填"
      case .option: "不用"
      case .no: ""
      }
    },
    referencesTitle: "参考数(只供查看,不用来判断):",
    kind: "种类", parameter: "参数", reference: "参考数",
    listTitles: ["种类", "名称", "叫法", "年份", "建在", "文件"],
    overlay: "地方补充", ownOverlay: "县里自己的", profile: "政策口径",
    ownFolder: "县里自己的补充放到数据文件夹的 overlays 里。")
}

extension FormInForce.Trouble {
  /// What is wrong with the chosen standard, and what is used instead.
  func sentence(_ language: Language) -> String {
    let sentences = StandardSentences.of(language)
    let lines = Refusal(fault, language).lines
    // A form's faults end with how many there are.
    var more = 0
    if case FormLibrary.Fault.form(_, let faults)? = fault as? FormLibrary.Fault {
      more = faults.faults.count - 1
    }
    return sentences.stillInUse(
      lines.first ?? "", more, sentences.named(lastGood.overlay, lastGood.profile),
      Clock.minute(lastGood.since))
  }
}
