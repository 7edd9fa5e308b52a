import FormEngine
import Screens

/// What is said of what was found in a village.
struct CheckSentences: Sendable {
  let title:
    @Sendable (_ name: String, _ code: String, _ all: Int, _ interviewed: Int, _ not: Int) -> String
  let withoutForm: @Sendable (_ households: Int) -> String
  let titles: [String]
  let level: @Sendable (FindingLevel) -> String
  let nothingFound: String
  let counts: @Sendable (_ counts: [(FindingLevel, Int)], _ households: Int) -> String
  let qualityTitle: String
  let qualityTitles: [String]
  let qualityApart: @Sendable (_ count: Int) -> String
  let notComputed: @Sendable (_ rule: String, _ sentence: String, _ needs: String) -> String
  let parameterMissing: @Sendable (_ rule: String, _ sentence: String, _ label: String) -> String
  let unset: @Sendable (_ line: String, _ rules: [String]) -> String
  let unsetBefore: @Sendable (_ line: String, _ rules: [String], _ households: Int) -> String
  let source:
    @Sendable (_ title: String, _ year: String, _ sure: Standard.Sureness, _ facts: [String])
      -> String
  let sourcesTitle: String
  let listSeparator: String
  let basisSeparator: String

  let trialTitle: @Sendable (_ name: String, _ code: String) -> String
  let wouldFlag:
    @Sendable (_ rule: String, _ flagged: Int, _ of: Int, _ new: Int, _ gone: Int, _ unknown: Int)
      -> String
  let differing: @Sendable (_ of: Int) -> String
  let noneDiffers: @Sendable (_ of: Int) -> String
  let trialTitles: [String]
  let trialCountTitles: [String]
  let isNew: String

  let noSuchRule: @Sendable (_ given: String, _ all: [String]) -> String
  let noSuchDomain: @Sendable (_ given: String, _ all: [String]) -> String
  let noSuchDepartment: @Sendable (_ given: String, _ all: [String]) -> String
  let noSuchGroup: @Sendable (_ given: String, _ all: [String]) -> String

  static func of(_ language: Language) -> CheckSentences {
    language == .chinese ? chinese : english
  }

  static let chinese = CheckSentences(
    title: { name, code, all, interviewed, not in
      "\(name) \(code) 核查结果:共 \(all) 户,访谈完成 \(interviewed) 户"
        + (not > 0 ? ",没有评 \(not) 户(还没访谈完,或没有接受)" : "") + "。"
    },
    withoutForm: { "有 \($0) 户访谈用的问卷不在这台电脑上,没有核查。" },
    titles: ["户号", "组", "户主", "人", "级别", "方面", "规则", "问题", "负责部门", "依据"],
    level: { level in
      switch level {
      case .red: "红"
      case .yellow: "黄"
      case .info: "提示"
      }
    },
    nothingFound: "没有发现问题。",
    counts: { counts, households in
      "\(households) 户有问题:"
        + counts.map { level, count in
          switch level {
          case .red: "红 \(count)"
          case .yellow: "黄 \(count)"
          case .info: "提示 \(count)"
          }
        }.joined(separator: ",") + "。"
    },
    qualityTitle: "给督导员看的(调查质量):",
    qualityTitles: ["户号", "组", "户主", "人", "调查员", "日期", "规则", "问题", "同样的户", "依据"],
    qualityApart: { "另有给督导员看的(调查质量) \($0) 条,用 --domain quality 单独打印。" },
    notComputed: { rule, sentence, needs in
      let what =
        switch needs {
        case "rounds": "要有两轮以上的走访"
        case "school_roll": "要有学籍名册"
        default: "这个版本不会算(\(needs))"
        }
      return "还不能核查 \(rule)(\(sentence)):\(what)。"
    },
    parameterMissing: { "还不能核查 \($0)(\($1)):“\($2)”没有数。" },
    unset: { "没有设“\($0)”:\($1.joined(separator: "、")) 没有判断。" },
    unsetBefore: { line, rules, households in
      "有 \(households) 户访谈时还没有设“\(line)”:\(rules.joined(separator: "、")) 没有判断;可以用 --rule 按现在的标准试。"
    },
    source: { title, year, sureness, facts in
      let sure =
        switch sureness {
        case .verified: "见过公开文本"
        case .document: "地方文件"
        case .memory: "凭记忆写的,待核对"
        case .proposal: "本问卷的建议"
        }
      let parts = [title, year.isEmpty ? "" : "\(year)年", sure].filter { !$0.isEmpty }
      return parts.joined(separator: ",")
        + (facts.isEmpty ? "" : "(\(facts.joined(separator: " ")))")
    },
    sourcesTitle: "依据的文件:", listSeparator: "、", basisSeparator: ";",
    trialTitle: { "\($0) \($1) 试核查,什么也没有记录。" },
    wouldFlag: { rule, flagged, of, new, gone, unknown in
      "\(rule):访谈完成的 \(of) 户里会标出 \(flagged) 户,其中 \(new) 户是新的"
        + (gone > 0 ? ";现在标出的有 \(gone) 户不再标" : "")
        + (unknown > 0 ? ";另有 \(unknown) 户缺答案,还不能定" : "") + "。"
    },
    differing: { "访谈完成的 \($0) 户里,这些规则标出的户会和现在不同:" },
    noneDiffers: { "访谈完成的 \($0) 户里,每条规则标出的户都和现在一样。" },
    trialTitles: ["户号", "组", "户主", "人", "新", "级别", "问题", "负责部门"],
    trialCountTitles: ["规则", "现在", "会标出", "新的", "不再标", "还不能定"],
    isNew: "新",
    noSuchRule: { "没有“\($0)”这条规则。有这些:\($1.joined(separator: "、"))。" },
    noSuchDomain: { "没有“\($0)”这一方面。有这些:\($1.joined(separator: "、"))。" },
    noSuchDepartment: { "没有“\($0)”这个部门。有这些:\($1.joined(separator: "、"))。" },
    noSuchGroup: { "村里没有“\($0)”这个组。有这些:\($1.joined(separator: "、"))。" })
}
