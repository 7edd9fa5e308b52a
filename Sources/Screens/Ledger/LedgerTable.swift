import Fieldwork
import Station
import Terminal

/// One of the four tables of the ledger: its first columns stay, the others move sideways.
struct LedgerTable: Sendable {
  let view: LedgerView
  private let widths: [Int]
  /// How many columns are out of sight on the left, behind those that stay.
  private var hidden = 0

  /// Number, group and household stay.
  private static let staying = 3
  private static let gap = 2
  private static let widest = 60
  /// What is left at the right edge is given to the next column where it is no less.
  private static let least = 12

  /// Measures the columns of a table; one that showed the same before stays where it was moved to.
  init(
    _ view: LedgerView, _ lines: [LedgerLine], _ words: LedgerWords, after before: LedgerTable?
  ) {
    self.view = view
    if let before, before.view == view { hidden = before.hidden }
    var widths = view.columns.map { width(of: words.strings.column($0)) }
    for (number, line) in lines.enumerated() {
      let cells = Self.texts(view, line, number: number + 1, words)
      for (index, text) in cells.enumerated() {
        widths[index] = max(widths[index], width(of: text))
      }
    }
    self.widths = widths.enumerated().map { index, width in
      min(width, index < Self.staying ? 16 : Self.widest)
    }
  }

  /// The cells of a row, in words.
  static func texts(
    _ view: LedgerView, _ line: LedgerLine, number: Int, _ words: LedgerWords
  ) -> [String] {
    // Where no column has the member's name, it stands before what was found.
    let isNamed = view.columns.contains(.member)
    return view.columns.map { column in
      switch column {
      case .problem where !isNamed: words.problem(line)
      case .cause: words.cause(line.issue.cause)
      default: words.text(line.cell(column, number: number))
      }
    }
  }

  /// Moves sideways by so many columns where there are any.
  mutating func move(by columns: Int, in room: Int) {
    let count = widths.count - Self.staying
    guard columns < 0 || whole(in: room).columns.upperBound < count else { return }
    hidden = min(max(0, hidden + columns), count - 1)
  }

  /// The columns that move, as wide as they are in so many cells: a long problem leaves room for others,
  /// since it is told in full below the table.
  private func moving(in room: Int) -> [Int] {
    zip(view.columns, widths).dropFirst(Self.staying).map { column, width in
      column == .problem ? min(width, max(30, room / 3)) : width
    }
  }

  /// Which of the columns that move are seen whole, at least one, and the cells that are left behind them.
  private func whole(in room: Int) -> (columns: Range<Int>, left: Int) {
    let moving = moving(in: room)
    var left = room - widths[..<Self.staying].reduce(0) { $0 + $1 + Self.gap }
    var end = hidden
    for width in moving.dropFirst(hidden) {
      guard width <= left || end == hidden else { break }
      left -= width + Self.gap
      end += 1
    }
    return (hidden..<end, left)
  }

  /// Which of the columns that move are seen, and how wide: the last one may be cut.
  private func shown(in room: Int) -> [(column: Int, width: Int)] {
    let (columns, left) = whole(in: room)
    let moving = moving(in: room)
    var shown = columns.map { (column: $0 + Self.staying, width: moving[$0]) }
    if columns.upperBound < moving.count, left >= Self.least {
      shown.append((columns.upperBound + Self.staying, left))
    }
    return shown
  }

  /// Which columns are seen, counted from 1, and of how many; nil where all are.
  func position(in room: Int) -> (columns: ClosedRange<Int>, count: Int)? {
    let whole = whole(in: room).columns
    guard whole.count < widths.count - Self.staying else { return nil }
    return ((Self.staying + hidden + 1)...(Self.staying + whole.upperBound), widths.count)
  }

  /// The titles of the columns that are seen.
  func heading(_ words: LedgerWords, in room: Int) -> String {
    fit(view.columns.map(words.strings.column), in: room)
  }

  /// A row of it.
  func row(_ line: LedgerLine, number: Int, _ words: LedgerWords, in room: Int) -> String {
    fit(Self.texts(view, line, number: number, words), in: room)
  }

  private func fit(_ texts: [String], in room: Int) -> String {
    let gap = String(repeating: " ", count: Self.gap)
    let staying = (0..<Self.staying).map { (column: $0, width: widths[$0]) }
    let cells = (staying + shown(in: room)).map { column, width in
      Fitting.fit(texts[column], to: width, column == 0 ? .right : .left)
    }
    return Fitting.cut(cells.joined(separator: gap), to: room)
  }
}
