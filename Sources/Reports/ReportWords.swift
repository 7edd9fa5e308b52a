import Fieldwork
import FormEngine

/// The words of the reports in one language, but for those that a form has.
public struct ReportWords: Sendable {
  /// The language, as BCP 47 names it.
  public let language: String
  let title: @Sendable (ReportKind) -> String
  let completion: CompletionWords
  let issueState: @Sendable (IssueState) -> String
  let status: @Sendable (HouseholdStatus) -> String
  /// What a verdict is called.
  public let verdict: @Sendable (VerdictState) -> String
  let level: @Sendable (FindingLevel) -> String
  let mark: @Sendable (Trace.Mark) -> String
  /// Several villages as a whole, by how many they are.
  let villages: @Sendable (Int) -> String
  let asOf: String
  let period: @Sendable (_ first: String, _ last: String) -> String
  let form: String
  let overlay: String
  let nationalStandard: String
  let noGroup: String
  let notSaid: String
  /// That a journal is damaged, in words of whoever knows the files.
  let damaged: @Sendable (_ village: String, _ what: String) -> String
  let absentVillage: @Sendable (_ code: String) -> String
  let page: @Sendable (_ number: Int, _ of: Int) -> String

  /// The words of a language, by its tag; those of English for any but `zh`.
  public static func of(_ tag: String) -> ReportWords { tag == "zh" ? chinese : english }

  /// `page x of y`, for whoever prints pages.
  public func page(_ number: Int, of count: Int) -> String { page(number, count) }
}

/// The words of a report of completion.
struct CompletionWords: Sendable {
  let households: String
  let persons: String
  let group: String
  let village: String
  let householdClass: String
  let all: String
  let results: String
  let resultShare: String
  let coverage: String
  let coverageNote: String
  let missing: String
  let missingNote: @Sendable (Int) -> String
  let noneMissing: String
  let number: String
  let head: String
  let lastVisit: String
  let nextVisit: String
  let why: String
  let verdicts: String
  let verdictsNote: String
  let domain: String
  let concerned: String
  let notConcerned: String
  let byPlace: @Sendable (_ place: String) -> String
  let byClass: String
  let findings: String
  let noFindings: String
  let level: String
  let rule: String
  let finding: String
  let basis: String
  let issues: String
  let noIssues: String
  let found: String
  let open: String
  let reopened: String
  let overdue: String
  let otherDomain: String
  let cleared: String
  let toGo: @Sendable (Int) -> String
  let quality: String
  let qualityNote: String
  let what: String
  let share: String
  let openConflicts: String
  let parameters: String
  let value: String
  let unit: String
  let year: String
  let record: String
  let recordNote: String
  let writer: String
  let entries: String
  let newest: String
  let erased: String
  let verdictChart: String
  let signatures: [String]
  /// What is read first: how far, who is not met, what is not known.
  let summary:
    @Sendable (_ households: Int, _ results: Int, _ notMet: Int, _ unknown: Int) -> String
}
