import Fieldwork
import Record

/// That someone chose between answers which people had given without having seen each other's.
public struct Decision: Equatable, Sendable {
  /// An answer, and who gave it.
  public struct Answer: Equatable, Sendable {
    /// XLSForm text; empty when it was taken away.
    public var value: String
    /// `dk`, `ref` or `na` when the value is such a state.
    public var special: String?
    /// Who gave it and when.
    public var stamp: Stamp
  }

  /// What was asked.
  public var key: AnswerKey
  /// What holds since then.
  public var chosen: Answer
  /// The answers that were not chosen, in causal order.
  public var others: [Answer]

  /// Who decided and when.
  public var stamp: Stamp { chosen.stamp }
}

extension Interview {
  /// What was decided in it, in the order of the decisions: whoever gave another answer can see who chose
  /// and when.
  public var decisions: [Decision] {
    history.compactMap { act in
      guard case .settled(let entries, let answers) = act.fact else { return nil }
      let sides = history.filter { entries.contains($0.stamp.entry) }
      // What follows from an answer is settled with it; what was differed about is in every side.
      let differed = answers.first { answer in
        sides.allSatisfy { side in side.fact.givenAnswers.contains { $0.key == answer.key } }
      }
      guard let given = differed ?? answers.first else { return nil }
      let others = sides.compactMap { side -> Decision.Answer? in
        guard let other = side.fact.givenAnswers.last(where: { $0.key == given.key }),
          other.value != given.value || other.special != given.special
        else { return nil }
        return Decision.Answer(value: other.value, special: other.special, stamp: side.stamp)
      }
      return Decision(
        key: given.key,
        chosen: Decision.Answer(value: given.value, special: given.special, stamp: act.stamp),
        others: others)
    }
  }
}

extension Fact {
  /// The answers that it gives.
  fileprivate var givenAnswers: [GivenAnswer] {
    switch self {
    case .answered(let answers, _, _), .rowAdded(_, let answers, _, _), .settled(_, let answers):
      answers
    default: []
    }
  }
}
