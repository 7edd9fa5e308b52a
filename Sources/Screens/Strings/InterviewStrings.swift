import FormEngine
import Terminal

/// The sentences of the interview screens.
struct InterviewStrings: Sendable {
  /// The head's right side: the round and which question of how many, as things stand: an answer can
  /// bring more questions, or fewer.
  let position: @Sendable (_ round: String, _ number: Int, _ count: Int) -> String
  /// Which question of its section, or of a person in it.
  let inSection: @Sendable (_ number: Int, _ count: Int) -> String
  let end: String
  let people: @Sendable (Int) -> String
  let group: @Sendable (_ group: String, _ number: String) -> String
  let open: @Sendable (Int) -> String
  let age: @Sendable (String) -> String
  let unnamed: String
  let sentenceGap: String
  let listSeparator: String

  // Around a question
  let registered: @Sendable (_ value: String) -> String
  /// A value that the form proposes, and nobody has said.
  let proposed: @Sendable (_ value: String) -> String
  let saidBefore: @Sendable (_ value: String) -> String
  let allStillHold: @Sendable (_ answers: Int) -> String
  let stillHoldSaved: String
  let registeredGoOn: String
  let answeredNow: @Sendable (_ value: String) -> String
  let carried: @Sendable (_ value: String) -> String
  let remarked: @Sendable (_ text: String) -> String
  /// That two people differed here, who decided when, and what was not chosen.
  let decided:
    @Sendable (_ person: String, _ time: String, _ others: [(person: String, value: String)]) ->
      String
  let guidance: @Sendable (_ text: String) -> String
  let guidanceMore: String
  let following: @Sendable (_ label: String) -> String
  let followingEnd: String
  let readOnly: String
  let note: String
  let special: @Sendable (Special) -> String
  let completed: @Sendable (_ time: String) -> String

  // How to answer
  let chooseOne: String
  let chooseOneNumber: String
  let chooseSeveral: String
  let chooseSeveralNumber: String
  let found: @Sendable (_ text: String, _ count: Int) -> String
  let typedNumber: @Sendable (_ digits: String) -> String
  let more: @Sendable (_ first: Int, _ last: Int, _ count: Int) -> String
  let restores: @Sendable (_ value: String) -> String
  let noChoices: String
  let noChoicesAtAll: String
  let dateFormat: String

  // What is said
  let emptyRequired: String
  let emptyRequiredNoSpecial: String
  let noSuchKey: String
  let onlyInRoster: String
  let onlyChoices: String
  let notCarried: String
  let nothingShownAgain: String
  let pressAgainToConfirm: String
  let unsavedText: @Sendable (_ key: String) -> String
  let replaced: @Sendable (_ labels: String) -> String
  let allAnswered: String
  let remarkSaved: String
  let rowAdded: @Sendable (_ name: String) -> String
  let rowStruck: String
  let undone: String
  let redone: String
  let reopened: String
  let completedNow: String
  let visitEnded: String
  let nothingCarried: String
  let noSpecials: String
  let onlyAtQuestion: String
  let onlyAtRoster: String
  let chooseRowFirst: String
  let onlyWhenCompleted: String
  let noOpenVisit: String
  let firstSection: String
  let firstQuestion: String

  // Panels
  let specialTitle: String
  let remarkTitle: @Sendable (_ label: String) -> String
  let remarkHint: String
  let strikeTitle: @Sendable (_ name: String) -> String
  let strikeReason: @Sendable (_ code: String) -> String
  let reopenTitle: String
  let reopenHint: String
  let goToTitle: String
  let goToHint: String
  let goToNone: String

  // Roster
  let rosterTitle: @Sendable (_ title: String, _ count: Int) -> String
  let rosterHint: String
  let rosterAdd: @Sendable (_ text: String) -> String
  let rosterAddHint: String
  let rosterColumns: (name: String, relation: String, age: String, place: String, done: String)
  let rosterDone: String
  let rosterNext: String
  let rosterOpen: String
  let rosterSave: String

  // Reading back
  let readBack: String
  let readBackFirst: @Sendable (_ key: String) -> String
  let readBackTitle: String
  let readBackHint: String
  let readBackMore: @Sendable (_ first: Int, _ last: Int, _ count: Int) -> String
  let readBackDone: String

  // The end
  let endClean: String
  let endFinish: String
  let endReturn: String
  let endClosed: String
  let endMind: @Sendable (Int) -> String
  let endOpen: @Sendable (Int) -> String
  let result: @Sendable (_ label: String) -> String
  let noResult: String
  let unanswered: String
  let unconfirmed: String
  let numberTaken: @Sendable (_ head: String) -> String
  let invalid: String
  let warning: String
  let actComplete: String
  let actEndVisit: String
  let actLeave: String
  let actReopen: String
  let confirmAnyway: @Sendable (Int) -> String
  let goThere: String
  let save: String
  let choose: String
  let tick: String
  let untick: String
  let goToOpen: String
  let notFinal: String

  // Help
  let helpWhat: String
  let helpChoices: String
  let helpSeveral: String
  let helpField: String
  let helpRoster: String
  let helpEnd: String
  let helpReadBack: String
  let helpBar: String
}
