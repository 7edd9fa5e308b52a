/// Columns that line up, whatever mix of Chinese and English stands in them.
public struct ColumnLayout: Hashable, Sendable {
  /// One column's rule.
  public struct Column: Hashable, Sendable {
    /// How wide a column is.
    public enum Extent: Hashable, Sendable {
      /// Always so many cells.
      case fixed(Int)
      /// As wide as its widest text within these bounds.
      case fitting(ClosedRange<Int>)
      /// What the others leave, but at least so many cells; several share it alike.
      case rest(minimum: Int)
    }

    /// How wide it is.
    public let extent: Extent
    /// Where texts stand in it.
    public let alignment: Alignment

    /// A column of that extent.
    public init(_ extent: Extent, _ alignment: Alignment = .left) {
      self.extent = extent
      self.alignment = alignment
    }
  }

  /// The rules of the columns.
  public let columns: [Column]
  /// The cells of each column, in order; a column that finds no room has none.
  public let widths: [Int]
  /// The empty cells between two columns.
  public let gap: Int

  /// Lays columns out in so many cells; the rows are those from which fitting columns are measured.
  public init(
    _ columns: [Column], in total: Int, gap: Int = 1, measuring rows: some Sequence<[String]> = []
  ) {
    self.columns = columns
    self.gap = gap
    var widest = columns.map { _ in 0 }
    if columns.contains(where: { if case .fitting = $0.extent { true } else { false } }) {
      for row in rows {
        for (index, text) in row.prefix(columns.count).enumerated() {
          widest[index] = max(widest[index], width(of: text))
        }
      }
    }
    var widths = zip(columns, widest).map { column, widest in
      switch column.extent {
      case .fixed(let cells): max(0, cells)
      case .fitting(let bounds): min(max(widest, bounds.lowerBound), bounds.upperBound)
      case .rest(let minimum): max(0, minimum)
      }
    }
    let gaps = max(0, columns.count - 1) * gap
    let spare = total - gaps - widths.reduce(0, +)
    let takers = columns.indices.filter { index in
      if case .rest = columns[index].extent { true } else { false }
    }
    if spare > 0, !takers.isEmpty {
      for (position, index) in takers.enumerated() {
        widths[index] += spare / takers.count + (position < spare % takers.count ? 1 : 0)
      }
    } else if spare < 0 {
      Self.shrink(&widths, by: -spare)
    }
    self.widths = widths
  }

  /// Takes cells away from the right, so that what comes first stays readable.
  private static func shrink(_ widths: inout [Int], by excess: Int) {
    var excess = excess
    for index in widths.indices.reversed() where excess > 0 {
      let taken = min(excess, widths[index])
      widths[index] -= taken
      excess -= taken
    }
  }

  /// The first cell of a column.
  public func offset(of column: Int) -> Int {
    widths[..<column].reduce(0) { $0 + $1 + gap }
  }

  /// One line of the table; texts that are too long are cut with the mark.
  public func line(_ texts: [String], mark: Character = "~") -> String {
    var line = ""
    for (index, columnWidth) in widths.enumerated() {
      if index > 0 { line += String(repeating: " ", count: gap) }
      let text = index < texts.count ? texts[index] : ""
      line += Fitting.fit(text, to: columnWidth, columns[index].alignment, mark: mark)
    }
    return line
  }

  /// Draws one line of the table, each text in its role.
  public func draw(
    _ texts: [(text: String, role: Role)], into canvas: inout Canvas, at point: Point,
    mark: Character = "~"
  ) {
    var column = point.column
    for (index, columnWidth) in widths.enumerated() {
      if index < texts.count {
        canvas.put(
          Fitting.fit(texts[index].text, to: columnWidth, columns[index].alignment, mark: mark),
          at: Point(row: point.row, column: column), role: texts[index].role)
      }
      column += columnWidth + gap
    }
  }
}
