import Fieldwork
import FormEngine
import Record

/// What stands between an interview and its completion: shown before it is declared complete.
public struct CompletionReview: Equatable, Sendable {
  /// One thing to look at.
  public struct Item: Equatable, Sendable {
    /// Why it stands here.
    public enum Reason: Equatable, Sendable {
      /// A required question without an answer.
      case unanswered
      /// A value from the register that nobody has confirmed.
      case unconfirmed
      /// An answer that its constraint no longer allows, with the form's message.
      case invalid(String)
      /// The household's number is another household's too, whose head is named.
      case numberTaken(String)
      /// A warning of the form: a note that applies.
      case warning(String)
    }
    /// Where to go.
    public var stop: Stop
    /// Why.
    public var reason: Reason
  }

  /// What to look at, in the form's order.
  public var items: [Item]
  /// The result of the visit as answered, or empty.
  public var result: String

  /// Whether nothing is unanswered, unconfirmed or invalid.
  public var isClean: Bool {
    items.allSatisfy { if case .warning = $0.reason { true } else { false } }
  }
}

extension InterviewSession {
  /// Looks the whole interview through.
  public func review() -> CompletionReview {
    var items: [CompletionReview.Item] = []
    for (stop, state) in zip(walk.stops, walk.states) {
      switch stop {
      case .question(let address):
        if state == .open {
          let reason: CompletionReview.Item.Reason =
            instance.value(address).isEmpty ? .unanswered : .unconfirmed
          items.append(.init(stop: stop, reason: reason))
        } else if case .fail(let message) = instance.constraint(address) {
          items.append(.init(stop: stop, reason: .invalid(message[language] ?? "")))
        } else if definition.nodes[address.node].name == HouseholdQuestion.number,
          let head = Int(instance.value(address)).flatMap({ takenNumbers[$0] })
        {
          items.append(.init(stop: stop, reason: .numberTaken(head)))
        }
      case .note(let address):
        items.append(
          .init(stop: stop, reason: .warning(instance.label(address, language: language))))
      case .roster: continue
      }
    }
    return CompletionReview(items: items, result: interview.value(VisitQuestion.result))
  }
}

/// The question of the household form whose answer no other household of the village may share.
enum HouseholdQuestion {
  static let number = "c_hh_no"
}
