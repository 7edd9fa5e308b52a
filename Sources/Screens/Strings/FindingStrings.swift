import FormEngine
import Station

/// The sentences of what was found: findings, verdicts and why.
struct FindingStrings: Sendable {
  // MARK: The list

  let title: String
  let household: String
  /// One cell that stands for a verdict, apart from any colour.
  let mark: @Sendable (VerdictState) -> String
  let state: @Sendable (VerdictState) -> String
  let level: @Sendable (FindingLevel) -> String
  let counts: @Sendable (_ counts: [(FindingLevel, Int)]) -> String
  let nothingFound: String
  /// A sentence about a member.
  let about: @Sendable (_ name: String, _ sentence: String) -> String
  /// What keeps a verdict open, in one line.
  let openBecause: @Sendable (_ labels: [String]) -> String
  /// The answers that keep a verdict open though nothing is missing, in one line.
  let because: @Sendable (_ values: [String]) -> String
  let inCharge: @Sendable (_ departments: String) -> String
  let changedMark: String
  let changedTitle: String
  let unset: @Sendable (_ line: String, _ rules: [String]) -> String
  /// By which standard, overlays and profile was judged.
  let judgedBy: @Sendable (_ names: [String]) -> String
  let dated: @Sendable (_ name: String, _ year: String) -> String
  let hint: String
  let goOn: String
  let readOn: String
  let openDetail: String
  let listHelp: [String]

  // MARK: One of them

  let domain: @Sendable (_ domain: String, _ level: String) -> String
  let whatIsFound: String
  let remedyTitle: String
  let valuesTitle: String
  let sourcesTitle: String
  let inChargeAre: @Sendable (_ departments: String) -> String
  let setBy: @Sendable (_ standard: String) -> String
  let rule: @Sendable (_ name: String) -> String
  let changesTitle: String
  let parameter: @Sendable (_ label: String, _ value: String, _ year: String) -> String
  let unanswered: String
  let uncalculated: String
  let unconfirmed: String
  let change:
    @Sendable (
      _ label: String, _ before: String, _ after: String, _ person: String, _ minute: String
    ) -> String
  /// A document with its year and how sure it is.
  let document: @Sendable (_ title: String, _ year: String, _ sure: String) -> String
  let sureness: @Sendable (Standard.Sureness) -> String
  let meansTitle: String
  let why: @Sendable (VerdictState) -> String
  let noReason: String
  let byDomain: String
  let foundHere: String
  let back: String
  let detailHelp: [String]

  // MARK: Elsewhere

  let choice: String
  /// Why there is nothing to be shown yet.
  let noneYet: String
  let verdictLine: @Sendable (_ verdicts: String, _ counts: String) -> String
  /// A household with findings of a level.
  let withLevel: @Sendable (_ level: String) -> String
  let training: String
  /// A finding on the screen during the interview.
  let atOnce: @Sendable (_ level: String, _ sentence: String, _ more: Int) -> String

  /// What one can ask for in a list.
  func asked(_ found: HouseholdQuery.Found) -> String {
    switch found {
    case .verdict(let state): self.state(state)
    case .level(let level): withLevel(self.level(level))
    }
  }

  /// A document with its year and how sure it is; its code where the form does not name it.
  func source(_ basis: Standard.Basis, _ standard: Standard, _ language: String) -> String {
    guard let source = standard.source(named: basis.source) else { return basis.source }
    // A source that is named by how sure it is says so itself.
    let sure = source.name == source.sureness.rawValue ? "" : sureness(source.sureness)
    return document(source.title(language), source.year, sure)
  }
}
