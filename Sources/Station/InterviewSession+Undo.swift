import Fieldwork
import FormEngine
import Record

extension InterviewSession {
  /// Puts a remark on a question.
  public mutating func remark(_ text: String, at address: NodeAddress, now: Int) -> Outcome {
    if pending != nil { return .refused(.waiting) }
    pending = Pending()
    return .record([Fact.remarked(key(address), text: text).draft(of: subject)])
  }

  /// Takes back this person's newest answer or row, if nobody has relied on it yet.
  public mutating func undo(now: Int) -> Outcome {
    if let refusal = closedOrWaiting { return .refused(refusal) }
    guard let act = interview.reversible(by: person).undo, let fact = act.undo else {
      return .refused(.nothingToReverse)
    }
    return reverse(act, fact)
  }

  /// Does again what was undone last.
  public mutating func redo(now: Int) -> Outcome {
    if let refusal = closedOrWaiting { return .refused(refusal) }
    guard let act = interview.reversible(by: person).redo, let fact = act.redo else {
      return .refused(.nothingToReverse)
    }
    return reverse(act, fact)
  }

  private mutating func reverse(_ act: Act, _ fact: Fact) -> Outcome {
    var place: Place?
    switch act.fact {
    case .answered(let changes, _, _):
      place = changes.first.flatMap { address($0.key) }.map { .stop(.question($0)) }
    case .rowAdded(let row, _, _, _), .rowRemoved(let row, _, _, _):
      place = definition.node(named: row.roster).map {
        .stop(.roster(NodeAddress(node: $0, rows: Array(row.rows.dropLast()))))
      }
    default: break
    }
    pending = Pending(instance: nil, place: place)
    return .record([fact.draft(of: subject)])
  }
}
