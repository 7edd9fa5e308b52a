import Fieldwork
import FormEngine
import Station
import Terminal

/// The table of a roster: which row is in focus, and a name being written for a new one.
struct RosterInput: Sendable {
  let address: NodeAddress
  let rows: [RowID]
  /// The row in focus; nil while the table as a whole is.
  private(set) var focus: Int?
  private(set) var name = TextField(limit: 60)
  private var typed = ""

  init(_ address: NodeAddress, _ session: InterviewSession, focus: RowID? = nil) {
    self.address = address
    rows = session.instance.rows(address)
    self.focus = focus.flatMap { rows.firstIndex(of: $0) }
  }

  /// The row in focus by its identity.
  var focused: RowID? { focus.map { rows[$0] } }

  /// Whether a name is being written.
  var isAdding: Bool { !name.isEmpty }

  mutating func clearName() { name.set("") }
  mutating func unfocus() { focus = nil }

  /// Moves among the rows, or writes the name; tells whether it was such a key.
  mutating func handle(_ key: Key, rows height: Int) -> Bool {
    if isAdding { return name.handle(key) }
    switch key {
    case .down:
      guard !rows.isEmpty else { return false }
      focus = min(rows.count - 1, (focus ?? -1) + 1)
    case .up:
      guard let current = focus else { return false }
      focus = current > 0 ? current - 1 : nil
    case .home: focus = rows.isEmpty ? nil : 0
    case .end: focus = rows.isEmpty ? nil : rows.count - 1
    case .character(let character):
      if let digit = FullWidth.key(character).wholeNumberValue { return number(digit) }
      guard character.isLetter else { return false }
      name.insert(String(character))
    case .burst(let text), .paste(let text):
      guard text.contains(where: \.isLetter) else { return false }
      name.insert(text)
    default: return false
    }
    typed = ""
    return true
  }

  /// A number chooses the row of that number; further digits add to it while such a row exists.
  private mutating func number(_ digit: Int) -> Bool {
    for candidate in [typed + String(digit), String(digit)] {
      guard let number = Int(candidate), number >= 1, number <= rows.count else { continue }
      typed = candidate
      focus = number - 1
      return true
    }
    typed = ""
    return false
  }
}
