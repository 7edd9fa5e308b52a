import Fieldwork
import Record

/// A household under review: what can be done about its interview, and what became of the answers.
public struct ReviewedHousehold: Sendable {
  /// What an act leads to.
  public enum Outcome: Equatable, Sendable {
    /// These entries are to be written, in one write.
    case record([EntryDraft])
    /// It cannot be done, and why.
    case hindered(Hindrance)
  }

  /// An answer that came to say something else.
  public struct Change: Equatable, Sendable {
    /// Where.
    public var key: AnswerKey
    /// What stood there for whoever changed it, as XLSForm text; empty where nothing did.
    public var before: String
    /// What was set, as XLSForm text; empty where it was taken away.
    public var after: String
    /// Who and when.
    public var stamp: Stamp
  }

  /// Everything known of the household.
  public let file: HouseholdCase
  /// The interview of this round.
  public let interview: Interview
  /// Where its review stands.
  public let review: InterviewReview
  private let roles: [PersonID: String]

  /// Looks at a household; nil where nobody has begun an interview.
  ///
  /// `roles` is who has which role now.
  public init?(_ file: HouseholdCase, roles: [PersonID: String]) {
    guard let interview = file.current else { return nil }
    self.file = file
    self.interview = interview
    self.roles = roles
    review = file.review
  }

  // MARK: Acts

  /// Why a person cannot do something now; nil where they can.
  public func hindrance(_ act: ReviewAct, by person: PersonID) -> Hindrance? {
    review.hindrance(act, by: person, roles: roles)
  }

  /// Approves the interview as it stands.
  public func approve(by person: PersonID) -> Outcome {
    outcome(.approving, .approved(of: interview.lastActs), person)
  }

  /// Gives the interview back; at least one comment is needed, and each must say something.
  public func giveBack(_ comments: [ReviewComment], by person: PersonID) -> Outcome {
    if comments.isEmpty || comments.contains(where: \.text.isEmpty) {
      return .hindered(hindrance(.returning, by: person) ?? .nothingSaid)
    }
    return outcome(.returning, .returned(comments), person)
  }

  /// Takes the approval back, with a reason.
  public func takeBack(reason: String, by person: PersonID) -> Outcome {
    if reason.isEmpty {
      return .hindered(hindrance(.unapproving, by: person) ?? .nothingSaid)
    }
    return outcome(.unapproving, .unapproved(reason: reason), person)
  }

  private func outcome(_ act: ReviewAct, _ fact: Fact, _ person: PersonID) -> Outcome {
    if let hindrance = hindrance(act, by: person) { return .hindered(hindrance) }
    return .record([fact.draft(of: .interview(interview.id.rawValue))])
  }

  // MARK: Answers

  /// Whether anything that is known of it stands in a writer's journals.
  public func isWritten(by writer: WriterID) -> Bool {
    file.household.stamps.contains { $0.writer == writer }
      || file.interviews.contains { $0.history.contains { $0.stamp.writer == writer } }
  }

  /// Every change of an answer, in causal order: who, when, from, to.
  ///
  /// What a register or a default brought in is none.
  public var history: [Change] { Self.changes(in: interview.history) }

  /// The changes of answers that nobody who reviewed had seen: since the last return, approval or its being
  /// taken back; all of them are told before the first.
  public var changesSinceReview: [Change] {
    let last = interview.history.lastIndex { act in
      switch act.fact {
      case .returned, .approved, .unapproved: act.hasEffect
      default: false
      }
    }
    guard let last else { return [] }
    return Self.changes(in: interview.history[(last + 1)...])
  }

  private static func changes(in acts: some Sequence<Act>) -> [Change] {
    acts.flatMap { act -> [Change] in
      let given: [GivenAnswer]
      switch act.fact {
      case .answered(let answers, _, _), .settled(_, let answers),
        .rowAdded(_, let answers, _, _):
        given = answers
      default: return []
      }
      return given.enumerated().compactMap { index, answer in
        let before = act.before.indices.contains(index) ? act.before[index]?.value ?? "" : ""
        guard before != answer.value else { return nil }
        return Change(key: answer.key, before: before, after: answer.value, stamp: act.stamp)
      }
    }
  }
}
