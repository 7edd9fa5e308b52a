import Fieldwork
import Record
import Station
import Terminal

/// The village's list as someone narrows it: what is typed, which lines are left, which is in focus.
///
/// It keeps the whole list in order, so that a key costs one look at each household and no sorting.
struct HouseholdRows: Sendable {
  /// What the list is narrowed to.
  private(set) var query = HouseholdQuery()
  /// The households that are left, in order.
  private(set) var shown: [HouseholdSummary] = []
  /// How many of the village's households stand where.
  private(set) var coverage = Coverage([])
  /// Whether two people wrote different things anywhere in the village.
  private(set) var hasDifferences = false
  /// How many digits the longest number has.
  private(set) var digits = 1
  /// Whether the last key was text for the search, so that the cursor belongs there.
  private(set) var isSearching = false
  private(set) var list = ScrollList(count: 0)
  private var ordered: [HouseholdSummary] = []
  private var typed = TextField(limit: 60)
  private let without: HouseholdID?

  /// A list without one household, or of all.
  init(without: HouseholdID? = nil) { self.without = without }

  /// What is searched for, as typed.
  var text: String { typed.text }

  /// The household in focus.
  var focus: HouseholdSummary? { list.selected.map { shown[$0] } }

  /// Whether anything is left out.
  var isNarrowed: Bool {
    !typed.isEmpty || query.group != nil || query.statuses != nil || query.found != nil
      || query.isOwnOnly
  }

  /// Takes the village as it is now, and who reads the list: what was given to them comes first.
  ///
  /// On the first time the first open household comes into focus.
  mutating func refresh(_ village: Village?, reader: PersonID? = nil) {
    // Another person finds what waits for them, and not the place where the one before was.
    let isFirst = ordered.isEmpty || query.reader != reader
    query.reader = reader
    ordered = village.map { query.ordered($0) } ?? []
    if let without { ordered.removeAll { $0.id == without } }
    coverage = Coverage(ordered)
    hasDifferences = ordered.contains { $0.conflicts > 0 }
    digits = String(ordered.lazy.compactMap(\.number).max() ?? 0).count
    narrow(to: isFirst ? ordered.first { $0.status.isOpen }?.id : focus?.id)
  }

  private mutating func narrow(to wanted: HouseholdID?) {
    shown = query.filter(ordered)
    list.resize(count: shown.count)
    list.select(wanted.flatMap { id in shown.firstIndex { $0.id == id } } ?? 0)
  }

  /// Brings a household into focus, if it is among those that are left.
  mutating func select(_ household: HouseholdID) {
    if let index = shown.firstIndex(where: { $0.id == household }) { list.select(index) }
  }

  /// Brings the next household that needs a visit into focus, behind the one in focus.
  mutating func selectNextOpen() {
    let next = shown.indices.dropFirst(list.selection).first { shown[$0].status.isOpen }
    if let index = next ?? shown.firstIndex(where: { $0.status.isOpen }) { list.select(index) }
  }

  /// Only that group, or all.
  mutating func only(group: String?) {
    query.group = group
    narrow(to: focus?.id)
  }

  /// Only those statuses, or all.
  mutating func only(_ statuses: Set<HouseholdStatus>?) {
    query.statuses = statuses
    narrow(to: focus?.id)
  }

  /// Only where that was found, or all.
  mutating func only(_ found: HouseholdQuery.Found?) {
    query.found = found
    narrow(to: focus?.id)
  }

  /// Only what was given to whoever reads the list, or all.
  mutating func only(own isOwnOnly: Bool) {
    query.isOwnOnly = isOwnOnly
    narrow(to: focus?.id)
  }

  /// Whether anything was given to whoever reads the list.
  var hasOwn: Bool { ordered.contains(where: query.isOwn) }

  /// How many of the village's households that was found in.
  func count(_ found: HouseholdQuery.Found) -> Int { ordered.count(where: found.holds) }

  /// Another order.
  mutating func order(by order: HouseholdQuery.Order, _ village: Village?) {
    query.order = order
    refresh(village, reader: query.reader)
    // Whoever asks for the gravest wants to see them.
    if order == .found { list.select(0) }
  }

  /// Everything again.
  mutating func clear() {
    query.group = nil
    query.statuses = nil
    query.found = nil
    query.isOwnOnly = false
    endSearch()
  }

  /// Shows again what the search left out; the same household stays in focus.
  mutating func endSearch() {
    let found = focus?.id
    typed.set("")
    query.text = ""
    isSearching = false
    narrow(to: found)
  }

  /// Moves or narrows as the key says, and tells whether it was such a key.
  mutating func handle(_ key: Key, rows: Int) -> Bool {
    if list.handle(key, rows: rows) {
      isSearching = false
      return true
    }
    switch key {
    case .character, .burst, .paste:
      // A space before anything else would search for nothing.
      if typed.isEmpty, key.text?.trimmed.isEmpty == true { return true }
    case .backspace:
      guard !typed.isEmpty else { return false }
    default: return false
    }
    guard typed.handle(key) else { return false }
    isSearching = !typed.isEmpty
    query.text = FullWidth.code(typed.text)
    // What was in focus may be out of sight of a person who looks for another one: the first hit.
    narrow(to: typed.isEmpty ? focus?.id : nil)
    return true
  }

  /// Draws what is searched for, and puts the cursor there while it is being typed.
  func drawSearch(_ label: String, into canvas: inout Canvas, at point: Point, columns: Int) {
    let used = canvas.put(label + " ", at: point, role: .dim, limit: columns)
    let window = typed.window(columns: max(2, columns - used))
    canvas.put(
      window.glyphs, at: Point(row: point.row, column: point.column + used),
      role: typed.isEmpty ? .text : .focus, limit: columns - used)
    if isSearching {
      canvas.cursor = Point(row: point.row, column: point.column + used + window.caretColumn)
    }
  }

  /// Draws the lines that are left, the one in focus with `>` before it.
  func draw(_ table: HouseholdTable, into canvas: inout Canvas, _ rect: Rect) {
    list.draw(into: &canvas, rect) { index, row, isSelected, canvas in
      var cells = table.cells(shown[index])
      if isSelected {
        canvas.fill(row, role: .selected)
        cells = cells.map { ($0.text, .selected) }
        if !isSearching { canvas.cursor = row.origin }
      }
      canvas.put(isSelected ? ">" : " ", at: row.origin, role: isSelected ? .selected : .text)
      let point = Point(row: row.origin.row, column: row.origin.column + 1)
      table.layout.draw(cells, into: &canvas, at: point)
      if !isSelected { table.drawVerdicts(shown[index], into: &canvas, at: point) }
    }
  }
}
