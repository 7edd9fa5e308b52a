import Fieldwork
import Station

/// The sentences of the issue ledger: the list, its four tables, one issue, and what is done to it.
struct LedgerStrings: Sendable {
  // MARK: The list

  let title: @Sendable (_ view: LedgerView?, _ village: String) -> String
  /// What the next table is called, for the key that leads there.
  let nextView: @Sendable (LedgerView?) -> String
  let overdue: @Sendable (Int) -> String
  let soon: @Sendable (Int) -> String
  let count: @Sendable (_ state: String, Int) -> String
  let cleared: String
  let columns: [String]
  /// The title of the column with what an issue is called in a command.
  let issueName: String
  let due: @Sendable (IssueDue) -> String
  let column: @Sendable (LedgerColumn) -> String
  let position: @Sendable (_ number: Int, _ count: Int) -> String
  let sideways: @Sendable (_ columns: ClosedRange<Int>, _ count: Int) -> String
  let none: String
  let nothingLeft: String
  let nothingInView: String
  let filterTitle: String
  let kind: @Sendable (LedgerFacet.Kind) -> String
  let other: String
  let chosen: @Sendable (_ kind: String, _ value: String?) -> String
  let all: String
  let ordered: @Sendable (Ledger.Order) -> String
  let dueFacet: @Sendable (LedgerFacet.Due) -> String
  let open: String
  let wholeVillage: String
  let mark: @Sendable (LedgerMark) -> String
  let issueClass: @Sendable (IssueClass) -> String
  let shortClass: @Sendable (IssueClass) -> String
  let source: @Sendable (IssueSource) -> String
  let level: @Sendable (IssueLevel) -> String
  let done: @Sendable (_ person: String, _ day: String) -> String
  let answers: String
  let evidence: @Sendable (_ files: Int, _ text: String) -> String
  let erased: String
  let help: [String]

  // MARK: One issue

  let assign: @Sendable (_ again: Bool) -> String
  let begin: String
  let report: String
  let sendBack: String
  /// What is confirmed by it, where somebody says that it is gone.
  let strikeOff: @Sendable (_ ground: String?) -> String
  let reopen: String
  let describe: String
  let reask: String
  let similar: @Sendable (_ households: Int) -> String
  let back: String
  let noHousehold: String
  let noInterview: String
  let noSimilar: String
  let heading: @Sendable (IssueHeading) -> String
  let standing:
    @Sendable (_ state: String, _ deadline: String, _ due: String, _ times: Int) -> String
  let line: @Sendable (_ label: String, _ text: String) -> String
  let label: @Sendable (IssueDetail) -> String
  let gone: String
  let still: String
  let implied: String
  let ground: @Sendable (_ ground: String, _ person: String, _ minute: String) -> String
  let groundFails: @Sendable (_ reason: String) -> String
  let step: @Sendable (IssueStep.Kind) -> String
  let assignedTo: @Sendable (_ what: String, _ measure: String, _ deadline: String) -> String
  let by: @Sendable (_ what: String, _ person: String, _ role: String, _ minute: String) -> String
  let issueHelp: [String]

  // MARK: What is asked for

  let beginHint: String
  let sendBackHint: String
  let reopenHint: String
  let reaskHint: String
  let reaskReason: @Sendable (_ problem: String) -> String
  let reportTitle: String
  let byAnswers: @Sendable (_ minute: String?) -> String
  let byEvidence: String
  let measureHint: String
  let deadlineHint: String
  let body: @Sendable (IssueLevel) -> String
  let person: @Sendable (IssueLevel) -> String
  let bodyHint: String
  let personHint: String
  let missing: String
  let noDay: String
  let file: @Sendable (Int) -> String
  let fileHint: String
  let noFile: @Sendable (_ path: String, EvidenceFault) -> String
  let words: String
  let wordsHint: String
  let classHint: String
  let sourceHint: String
  let causeHint: String
  let noCause: String
  let domainHint: String
  let noDomain: String
  let textHint: String
  let remarkHint: String
  let findingHint: @Sendable (_ count: Int) -> String
  let noFinding: String
  let siteHint: @Sendable (_ known: [String]) -> String
  let newTitle: String
  let newOf: @Sendable (_ concern: String) -> String
  let newHousehold: String
  let newSite: String
  let newVillage: String
  let whichHousehold: String
  let save: String
  let unsaved: String
  let formHelp: [String]

  // MARK: What became of it

  let recorded: @Sendable (IssueAct) -> String
  let struckOff: @Sendable (_ ground: String) -> String
  let opened: String

  // MARK: Similar cases

  let similarTitle: @Sendable (_ problem: String) -> String
  let similarColumns: [String]
  let sameCause: String
  let sameGroup: String
  let shared: @Sendable (Int) -> String
  let similarHelp: [String]

  // MARK: At the household

  let toReask: @Sendable (_ problem: String, _ state: String, _ due: String) -> String
  /// That the newest answers have it no more.
  let toReport: @Sendable (_ problem: String, _ state: String, _ due: String) -> String
  let here: @Sendable (_ reask: Int, _ key: String) -> String
}

/// What stands together on the page of an issue.
enum IssueHeading: Sendable {
  case problem, about, assigned, ground, steps
}

/// What is told of an issue in a line with a label.
enum IssueDetail: Sendable {
  case remedy, household, member, site, issueClass, source, cause, domain, departments, opened, note
  case measure, deadline, finding
}
