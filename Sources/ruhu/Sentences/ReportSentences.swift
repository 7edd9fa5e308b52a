import Fieldwork
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
    })

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
    })
}
