import Fieldwork
import FormEngine
import Screens

/// What stands in a report.
struct ReportSentences: Sendable {
  let title: @Sendable (_ name: String, _ code: String, _ asOf: String) -> String
  let group: String
  let noGroup: String
  let all: String
  let households: String
  let completeShare: String
  let status: @Sendable (HouseholdStatus) -> String
  let domain: String
  let verdict: @Sendable (VerdictState) -> String
  /// The title of a column of a domain and a verdict.
  let column: @Sendable (_ domain: String, _ verdict: String) -> String

  static func of(_ language: Language) -> ReportSentences {
    language == .chinese ? chinese : english
  }

  static let chinese = ReportSentences(
    title: { name, code, asOf in "\(name) \(code)" + (asOf.isEmpty ? "" : " 截至 \(asOf)") },
    group: "组", noGroup: "(无组)", all: "全村", households: "户数", completeShare: "完成率",
    status: { status in
      switch status {
      case .complete: "完成"
      case .begun: "进行中"
      case .absent: "无人"
      case .away: "外出"
      case .refused: "拒访"
      case .gone: "已不在"
      case .notVisited: "未入户"
      }
    },
    domain: "方面",
    verdict: { verdict in
      switch verdict {
      case .met: "达标"
      case .notMet: "不达标"
      case .unknown: "还不能定"
      case .notApplicable: "不适用"
      case .notAssessed: "没有评"
      }
    },
    column: { domain, verdict in "\(domain):\(verdict)" })

  static let english = ReportSentences(
    title: { name, code, asOf in "\(name) \(code)" + (asOf.isEmpty ? "" : ", as of \(asOf)") },
    group: "Group", noGroup: "(none)", all: "Village", households: "Households",
    completeShare: "Complete %",
    status: { status in
      switch status {
      case .complete: "Complete"
      case .begun: "Begun"
      case .absent: "Absent"
      case .away: "Away"
      case .refused: "Refused"
      case .gone: "Gone"
      case .notVisited: "Not visited"
      }
    },
    domain: "Domain",
    verdict: { verdict in
      switch verdict {
      case .met: "Met"
      case .notMet: "Not met"
      case .unknown: "Unknown"
      case .notApplicable: "Does not apply"
      case .notAssessed: "Not assessed"
      }
    },
    column: { domain, verdict in "\(domain): \(verdict)" })
}
