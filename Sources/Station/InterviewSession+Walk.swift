import Fieldwork
import FormEngine
import Record

extension InterviewSession {
  /// The stops in order, without register facts that are empty: there is nothing to see or ask.
  public var stops: [Stop] { walk.stops }

  /// The stop before the place, or nil at the first.
  public var previous: Stop? {
    guard case .stop(let stop) = place else { return walk.stops.last }
    guard let index = index(of: stop), index > 0 else { return nil }
    return walk.stops[index - 1]
  }

  /// The stop after the place, or nil before the completion page.
  public var next: Stop? {
    guard case .stop(let stop) = place, let index = index(of: stop),
      index + 1 < walk.stops.count
    else { return nil }
    return walk.stops[index + 1]
  }

  /// The first stop that still needs someone's answer behind the place, else from the beginning.
  public func nextUnanswered() -> Stop? {
    var start = 0
    if case .stop(let stop) = place, let index = index(of: stop) { start = index + 1 }
    let found =
      walk.states[start...].firstIndex(of: .open) ?? walk.states[..<start].firstIndex(of: .open)
    return found.map { walk.stops[$0] }
  }

  /// How many stops still need someone's answer.
  public var openCount: Int { zip(walk.total, walk.answered).reduce(0) { $0 + $1.0 - $1.1 } }

  /// Whether a required answer is missing there, or a taken-over one was not yet confirmed.
  public func needsAnswer(_ stop: Stop) -> Bool {
    index(of: stop).map { walk.states[$0] == .open } ?? false
  }

  /// How many stops there are, and the number (from 1) of the place among them.
  public var position: (number: Int, count: Int) {
    guard case .stop(let stop) = place, let index = index(of: stop) else {
      return (walk.stops.count, walk.stops.count)
    }
    return (index + 1, walk.stops.count)
  }

  /// What a stop needs, by the live state and by what was confirmed.
  static func state(
    _ stop: Stop, _ instance: FormInstance, _ answers: [AnswerKey: Interview.Answer],
    _ definition: FormDefinition
  ) -> Walk.State {
    guard case .question(let address) = stop, !instance.isReadOnly(address) else { return .free }
    if instance.value(address).isEmpty { return instance.isRequired(address) ? .open : .free }
    let key = AnswerKey(definition.key(of: address.node), rows: address.rows)
    return answers[key]?.source == .answered ? .done : .open
  }

  /// Where the interviewer stops when the interview is opened: behind the newest answer.
  func placeBehindNewestAnswer() -> Place {
    var newest: Stop?
    search: for act in interview.history.reversed() {
      switch act.fact {
      case .answered(let changes, _, _):
        if let address = changes.first.flatMap({ address($0.key) }) {
          newest = .question(address)
          break search
        }
      case .rowAdded(let row, _, _, _), .rowRemoved(let row, _, _, _):
        if let node = definition.node(named: row.roster) {
          newest = .roster(NodeAddress(node: node, rows: Array(row.rows.dropLast())))
          break search
        }
      // What stood before a new visit or a re-opening is over: begin with what needs an answer.
      case .visitStarted, .prefilled, .reopened: break search
      default: continue
      }
    }
    if let newest, let index = index(of: newest) {
      if case .roster = newest { return .stop(newest) }
      return index + 1 < walk.stops.count ? .stop(walk.stops[index + 1]) : .end
    }
    return walk.states.firstIndex(of: .open).map { .stop(walk.stops[$0]) } ?? .end
  }

  func isStanding(_ place: Place) -> Bool {
    switch place {
    case .end: true
    case .stop(let stop): index(of: stop) != nil
    }
  }
}

// MARK: - Rows

extension InterviewSession {
  /// How many questions of some rows of a roster are answered, of how many that ask for an answer.
  public func progress(
    of rows: some Sequence<RowID>, in roster: NodeAddress
  ) -> [RowID: HouseholdSummary.Progress] {
    let depth = roster.rows.count
    return walk.progress(of: rows, in: roster.rows) { node in
      let repeats = definition.nodes[node].repeats
      return repeats.indices.contains(depth) && repeats[depth] == roster.node
    }
  }

  /// The first stop within a roster row that needs an answer, else the first of all.
  public func firstStop(in row: [RowID]) -> Stop? {
    var first: Stop?
    for (stop, state) in zip(walk.stops, walk.states) where stop.address.rows.starts(with: row) {
      if state == .open { return stop }
      if first == nil { first = stop }
    }
    return first
  }
}
