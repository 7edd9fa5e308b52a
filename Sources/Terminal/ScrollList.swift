/// The chosen line of a long list, and which part of the list is seen.
///
/// It knows how many lines there are, not what they are, so ten thousand cost no more than ten.
public struct ScrollList: Hashable, Sendable {
  /// How many lines there are.
  public private(set) var count: Int
  /// The chosen line; 0 when there are none.
  public private(set) var selection: Int
  /// The line at the top as it was last moved.
  private var top: Int

  /// A list of that many lines with one chosen.
  public init(count: Int, selection: Int = 0) {
    self.count = max(0, count)
    self.selection = 0
    top = 0
    select(selection)
  }

  /// The chosen line, or nil when there are no lines.
  public var selected: Int? { count == 0 ? nil : selection }

  /// Chooses a line; one outside of the list becomes the nearest.
  public mutating func select(_ index: Int) {
    selection = min(max(0, index), max(0, count - 1))
  }

  /// Takes another number of lines, as after a filter, and keeps the choice within it.
  public mutating func resize(count: Int) {
    self.count = max(0, count)
    select(selection)
  }

  /// The lines that are seen in so many rows; the chosen one is always among them.
  public func window(rows: Int) -> Range<Int> {
    guard rows > 0, count > 0 else { return 0..<0 }
    var first = min(top, max(0, count - rows))
    if selection < first { first = selection }
    if selection >= first + rows { first = selection - rows + 1 }
    return first..<min(count, first + rows)
  }

  /// Moves as the key says in a list seen in so many rows, and tells whether it was such a key.
  public mutating func handle(_ key: Key, rows: Int) -> Bool {
    top = window(rows: rows).lowerBound
    let page = max(1, rows - 1)
    switch key {
    case .up: select(selection - 1)
    case .down: select(selection + 1)
    case .pageUp:
      top = max(0, top - page)
      select(selection - page)
    case .pageDown:
      top = min(max(0, count - rows), top + page)
      select(selection + page)
    case .home: select(0)
    case .end: select(count - 1)
    default: return false
    }
    top = window(rows: rows).lowerBound
    return true
  }

  /// Draws the seen lines, each by the closure that is told its index, its row and if it is chosen.
  public func draw(
    into canvas: inout Canvas, _ rect: Rect,
    line: (_ index: Int, _ row: Rect, _ isSelected: Bool, _ canvas: inout Canvas) -> Void
  ) {
    let window = window(rows: rect.size.rows)
    for index in window {
      line(index, rect.row(index - window.lowerBound), index == selection, &canvas)
    }
  }
}
