import Foundation
import Screens

/// What the commands of the issue ledger say, and their help.
struct IssueSentences: Sendable {
  let issues: String
  let discussion: String
  let list: String
  let viewHelp: String
  let stateHelp: String
  let openHelp: String
  let overdueHelp: String
  let soonHelp: String
  let responsibleHelp: String
  let listUsage: String
  let show: String
  let issueHelp: String
  let similar: String
  let noSimilar: String
  let open: String
  let textOfIssueHelp: String
  let siteHelp: String
  let classHelp: String
  let sourceHelp: String
  let openUsage: String
  let yellowHelp: String
  let memberHelp: String
  let openRuleUsage: String
  let whichFinding: @Sendable (_ rule: String, _ offered: [String]) -> String
  let describe: String
  let causeHelp: String
  let noteHelp: String
  let assign: String
  let measureHelp: String
  let deadlineHelp: String
  let prefectureHelp: String
  let countyHelp: String
  let departmentHelp: String
  let townshipHelp: String
  let begin: String
  let textHelp: String
  let report: String
  let answersHelp: String
  let fileHelp: String
  let evidenceTextHelp: String
  let reportUsage: String
  let sendBack: String
  let strikeOff: String
  let reopen: String
  let reasonHelp: String
  let files: String
  let toHelp: String
  let noSuchIssue: @Sendable (_ given: String) -> String
  let severalIssues: @Sendable (_ given: String) -> String
  let noDay: @Sendable (_ given: String) -> String
  let noSuchDomain: @Sendable (_ given: String, _ known: [String]) -> String
  let noSuchCause: @Sendable (_ given: String, _ known: [String]) -> String
  let noFiles: String
  let notHere: @Sendable (_ name: String, _ hash: String) -> String
  let inTheWay: @Sendable (_ path: String) -> String

  /// In the language that the environment asks for.
  static let here = of(Language.preferred(in: ProcessInfo.processInfo.environment))

  static func of(_ language: Language) -> IssueSentences {
    language == .chinese ? chinese : english
  }
}
