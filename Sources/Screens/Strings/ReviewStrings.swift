import Fieldwork
import FormEngine
import Station

/// The sentences of review: the queue, a household under review, and the comments of a return.
struct ReviewStrings: Sendable {
  // MARK: The queue

  let title: @Sendable (_ village: String, _ person: String?) -> String
  let due: @Sendable (Int) -> String
  let columns: [String]
  let flag: @Sendable (ReviewFlag) -> String
  let state: @Sendable (ReviewState) -> String
  let mark: @Sendable (ReviewMark) -> String
  let position: @Sendable (_ number: Int, _ count: Int) -> String
  let nothingDue: String
  let nothingLeft: String
  let filterTitle: String
  let kind: @Sendable (ReviewFacet.Kind) -> String
  /// What is chosen of a kind; nil for all of it.
  let chosen: @Sendable (_ kind: String, _ value: String?) -> String
  let marks: String
  let all: String
  let noGroup: String
  let nobodyReviews: String
  let damage: @Sendable (_ entry: Int, _ device: String, _ people: [String]) -> String
  let damageMore: @Sendable (Int) -> String
  let queueHelp: [String]

  // MARK: Many households

  let manyTitle: String
  let approveThese: @Sendable (_ households: Int) -> String
  let noneClean: String
  let cleanHeading: @Sendable (_ households: Int) -> String
  let leftOutHeading: @Sendable (_ households: Int) -> String
  let leftOut: @Sendable (CleanApprovals.Reason) -> String
  let looking: String
  let recording: String
  let approvedMany: @Sendable (_ households: Int) -> String
  let manyHelp: [String]
  let assignWhich: String
  let assignAll: @Sendable (_ households: Int) -> String
  let assignWhom: @Sendable (_ households: Int) -> String
  let assignNobody: String
  /// So many households were given to somebody; nil: to nobody.
  let assigned: @Sendable (_ households: Int, _ person: String?) -> String
  let assignedAlready: String
  let assignedTo: @Sendable (_ person: String) -> String
  let ownChoice: @Sendable (_ isOwnOnly: Bool) -> String
  let own: String
  let noneOwn: String

  // MARK: One household

  let approve: String
  let commentOn: String
  let commentWhole: String
  let giveBack: @Sendable (_ comments: Int) -> String
  let takeBack: String
  let found: String
  let next: String
  let back: String
  let commentHint: String
  let reasonHint: String
  let pickTitle: String
  let pickEnter: String
  let commentKept: @Sendable (Int) -> String
  let commentsStay: @Sendable (Int) -> String
  let commentsFound: @Sendable (Int) -> String
  let commentsDropped: @Sendable (Int) -> String
  let noComments: String
  let history: String
  let historyTitle: @Sendable (_ changes: Int) -> String
  let historyPick: String
  let historyEnter: String
  let noHistory: String
  let historyHelp: [String]
  let changedMark: String
  let unknownPeople: @Sendable (_ names: [String]) -> String
  let approved: String
  let returned: @Sendable (_ comments: Int) -> String
  let tookBack: String
  let notBegun: String
  let hindrance: @Sendable (Hindrance) -> String
  let issueState: @Sendable (IssueState) -> String
  let heading: @Sendable (ReviewHeading) -> String
  let whole: String
  let standing: @Sendable (_ state: String, _ timesReturned: Int, _ workers: [String]) -> String
  let step: @Sendable (ReviewStep.Kind, _ name: String?) -> String
  let line: @Sendable (_ what: String, _ person: String, _ minute: String) -> String
  let withoutEffect: @Sendable (_ line: String, _ reason: String) -> String
  let change: @Sendable (_ label: String, _ before: String, _ after: String) -> String
  let empty: String
  let toSend: @Sendable (_ label: String, _ text: String) -> String
  let householdHelp: [String]

  // MARK: The surveyor's side

  let comment: @Sendable (_ text: String, _ person: String, _ answer: String?) -> String
  let commentAtEnd: @Sendable (_ text: String) -> String
  let answer: String
  let answerTitle: @Sendable (_ text: String) -> String
  let answerHint: String
  let answered: @Sendable (_ left: Int) -> String
  let waiting: @Sendable (_ comments: Int) -> String
  let goOnWith: @Sendable (_ comments: Int) -> String
}

/// What stands together on the page of a household under review.
enum ReviewHeading: Sendable {
  case toSend, comments, changed, verdicts, findings, remarks, visits, answers, steps
}
