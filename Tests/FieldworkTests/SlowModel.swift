import Fieldwork
import Record

/// What is open in an interview, found by looking at every pair of entries: slow and simple.
struct SlowModel {
  struct Change {
    var place: Int
    var value: String
    var special: String?
    var isSaid = true
    var isStrike = false
  }

  private let entries: [Entry]
  private let facts: [Fact?]
  private var told: [[WriterID: Int]] = []

  /// `all` are the entries of every subject; the interview is one of them.
  init(_ id: InterviewID, _ all: [Entry]) {
    entries = all.filter { $0.subject == .interview(id.rawValue) }.sorted()
    facts = entries.map { Fact($0) }
    told = entries.map { entry in
      var told: [WriterID: Int] = [:]
      for other in all where other.writer == entry.writer && other.sequence <= entry.sequence {
        told.merge(other.seen) { max($0, $1) }
      }
      return told
    }
  }

  func saw(_ later: Int, _ earlier: Int) -> Bool {
    // Whoever decides about something has seen it.
    if case .settled(let ids, _) = facts[later], earlier < later, ids.contains(entries[earlier].id)
    {
      return true
    }
    if entries[later].writer == entries[earlier].writer {
      return entries[earlier].sequence < entries[later].sequence
    }
    return told[later][entries[earlier].writer, default: 0] >= entries[earlier].sequence
  }

  var keys: Set<AnswerKey> {
    var keys: Set<AnswerKey> = []
    for fact in facts {
      switch fact {
      case .prefilled(_, let answers), .answered(let answers, _, _), .settled(_, let answers),
        .rowAdded(_, let answers, _, _):
        keys.formUnion(answers.map(\.key))
      case .visitStarted(_, let cleared, _): keys.formUnion(cleared)
      default: break
      }
    }
    return keys
  }

  var rows: Set<RosterRow> {
    Set(
      facts.flatMap { fact -> [RosterRow] in
        switch fact {
        case .prefilled(let rows, _): rows
        case .rowAdded(let row, _, _, _): [row]
        default: []
        }
      })
  }

  func changes(of key: AnswerKey) -> [Change] {
    withDecisions(given(key)) { named in
      let said = named.filter(\.isSaid)
      guard Set(said.map { "\($0.value)|\($0.special ?? "")" }).count > 1 else { return nil }
      return said.last
    }
  }

  func changes(of row: RosterRow) -> [Change] {
    withDecisions(done(row)) { named in
      named.contains(where: \.isStrike) && named.contains(where: { !$0.isStrike })
        ? named.last : nil
    }
  }

  /// The households that it was moved to, as values.
  var moves: [Change] {
    let moved = facts.enumerated().compactMap { place, fact -> Change? in
      guard case .moved(let household) = fact else { return nil }
      return Change(place: place, value: household.rawValue)
    }
    return withDecisions(moved) { Set($0.map(\.value)).count > 1 ? $0.last : nil }
  }

  /// Changes with those who left one of them standing that they knew others of: that is a change, too.
  private func withDecisions(
    _ changes: [Change], _ left: ([Change]) -> Change?
  ) -> [Change] {
    var changes = changes
    for (place, fact) in facts.enumerated() {
      guard case .settled(let ids, let answers) = fact, answers.isEmpty else { continue }
      let named = changes.filter { $0.place < place && ids.contains(entries[$0.place].id) }
      let isOfCompletion = facts.indices.contains { index in
        if case .completed = facts[index] { ids.contains(entries[index].id) } else { false }
      }
      let tips = named.filter { one in
        !named.contains { $0.place > one.place && saw($0.place, one.place) }
      }
      guard !isOfCompletion, var decision = left(tips) else { continue }
      decision.place = place
      decision.isSaid = true
      changes.append(decision)
      changes.sort { $0.place < $1.place }
    }
    return changes
  }

  private func given(_ key: AnswerKey) -> [Change] {
    facts.enumerated().flatMap { place, fact -> [Change] in
      func made(_ answers: [GivenAnswer], isSaid: Bool? = nil) -> [Change] {
        answers.filter { $0.key == key }.map {
          Change(
            place: place, value: $0.value, special: $0.special, isSaid: isSaid ?? $0.isSaid)
        }
      }
      switch fact {
      case .prefilled(_, let answers): return made(answers, isSaid: false)
      case .answered(let answers, _, _), .settled(_, let answers), .rowAdded(_, let answers, _, _):
        return made(answers)
      case .visitStarted(_, let cleared, _):
        return cleared.filter { $0 == key }.map { _ in
          Change(place: place, value: "", isSaid: false)
        }
      default: return []
      }
    }
  }

  private func done(_ row: RosterRow) -> [Change] {
    var isKnown = false
    var changes: [Change] = []
    for (place, fact) in facts.enumerated() {
      switch fact {
      case .prefilled(let rows, _) where rows.contains(row):
        isKnown = true
        changes.append(Change(place: place, value: ""))
      case .rowAdded(row, _, _, _):
        isKnown = true
        changes.append(Change(place: place, value: ""))
      case .rowRemoved(row, _, _, _) where isKnown:
        changes.append(Change(place: place, value: "", isStrike: true))
      case .answered(let answers, _, _), .settled(_, let answers):
        guard isKnown, answers.contains(where: { $0.isSaid && $0.key.rows == row.rows }) else {
          continue
        }
        changes.append(Change(place: place, value: ""))
      default: break
      }
    }
    return changes
  }

  /// The changes that no later one saw.
  func tips(_ changes: [Change]) -> [Int] { standing(changes, before: entries.count) }

  private func standing(_ changes: [Change], before end: Int) -> [Int] {
    changes.indices.filter { one in
      changes[one].place < end
        && !changes.indices.contains { other in
          other > one && changes[other].place < end
            && (changes[other].place == changes[one].place
              || saw(changes[other].place, changes[one].place))
        }
    }
  }

  func value(of key: AnswerKey) -> Change? {
    let changes = changes(of: key)
    let tips = tips(changes).map { changes[$0] }
    return tips.last { $0.isSaid } ?? tips.last
  }

  func isOpen(_ key: AnswerKey) -> Bool {
    let changes = changes(of: key)
    let said = tips(changes).map { changes[$0] }.filter(\.isSaid)
    return Set(said.map { "\($0.value)|\($0.special ?? "")" }).count > 1
  }

  func isOpen(_ row: RosterRow) -> Bool {
    let changes = changes(of: row)
    let tips = tips(changes).map { changes[$0].isStrike }
    return tips.contains(true) && tips.contains(false)
  }

  var isMovedApart: Bool {
    let moves = moves
    return Set(tips(moves).map { moves[$0].value }).count > 1
  }

  /// Whether the interview is complete, or open since nobody declared it complete as a whole.
  var completion: (isComplete: Bool, isOpen: Bool) {
    var rows: Set<RosterRow> = []
    var working: [Int] = []
    for (place, fact) in facts.enumerated() {
      switch fact {
      case .prefilled(let added, _): rows.formUnion(added)
      case .rowAdded(let row, _, _, _):
        rows.insert(row)
        working.append(place)
      case .rowRemoved(let row, _, _, _): if rows.contains(row) { working.append(place) }
      case .answered(let answers, _, _), .settled(_, let answers):
        if answers.contains(where: \.isSaid) { working.append(place) }
      case .reopened: working.append(place)
      default: break
      }
    }
    func missed(_ completion: Int, before end: Int) -> Bool {
      working.contains { $0 < end && !saw(completion, $0) && !saw($0, completion) }
    }
    let standing = facts.indices.filter { place in
      guard case .completed = facts[place] else { return false }
      return !facts.indices.contains { later in
        guard later > place else { return false }
        switch facts[later] {
        case .completed, .reopened: return saw(later, place)
        case .settled(let ids, _):
          return ids.contains(entries[place].id) && missed(place, before: later)
        default: return false
        }
      }
    }
    let isComplete = standing.contains { !missed($0, before: entries.count) }
    return (isComplete, !isComplete && !standing.isEmpty)
  }
}
