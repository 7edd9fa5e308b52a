/// A screen as a value: rows of cells, and where the cursor stands.
///
/// Each row is always exactly as wide as the canvas, and what is drawn outside is clipped. A wide
/// glyph that is cut at an edge, or whose other half is overwritten, becomes blanks.
public struct Canvas: Equatable, Sendable {
  /// How many rows and columns it has.
  public let size: Size
  /// Where the terminal's own cursor stands, or nil for none; input methods open there.
  public var cursor: Point?
  private(set) var cells: [Cell]

  /// An empty canvas.
  public init(_ size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.rows * size.columns)
  }

  /// The whole of it.
  public var bounds: Rect { Rect(origin: Point(row: 0, column: 0), size: size) }

  /// The cell at that place, or nil outside of the canvas.
  public subscript(point: Point) -> Cell? {
    guard isInside(point.row, point.column) else { return nil }
    return cells[point.row * size.columns + point.column]
  }

  /// The cells of one row.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < size.rows else { return [] }
    return cells[(row * size.columns)..<((row + 1) * size.columns)]
  }

  private func isInside(_ row: Int, _ column: Int) -> Bool {
    row >= 0 && row < size.rows && column >= 0 && column < size.columns
  }
}

// MARK: - Drawing

extension Canvas {
  /// Draws text from a cell to the right, in at most `limit` cells, and tells how many it took.
  @discardableResult
  public mutating func put(
    _ text: some StringProtocol, at point: Point, role: Role = .text, limit: Int? = nil
  ) -> Int {
    put(Glyph.glyphs(of: text), at: point, role: role, limit: limit)
  }

  /// Draws glyphs from a cell to the right, in at most `limit` cells, and tells how many they took.
  @discardableResult
  public mutating func put(
    _ glyphs: some Sequence<Glyph>, at point: Point, role: Role = .text, limit: Int? = nil
  ) -> Int {
    let start = point.column
    let room = max(0, size.columns - start)
    let end = start + min(room, max(0, limit ?? room))
    var column = start
    for glyph in glyphs {
      guard column < end else { break }
      if column + glyph.width > end {
        // The left half alone would fit: a space stands for it.
        set(.blank, at: point.row, column, role)
        column = end
      } else {
        set(glyph, at: point.row, column, role)
        column += glyph.width
      }
    }
    return column - start
  }

  /// Fills a part with one character; a wide one fills pairs of cells.
  public mutating func fill(_ rect: Rect, _ character: Character = " ", role: Role = .text) {
    let part = rect.intersection(bounds)
    guard !part.isEmpty else { return }
    let glyph = Glyph.glyphs(of: character).first ?? .blank
    for row in part.rows {
      put(
        repeatElement(glyph, count: part.size.columns),
        at: Point(row: row, column: part.origin.column), role: role, limit: part.size.columns)
    }
  }

  /// Gives all cells of a part another meaning and leaves what they show.
  public mutating func mark(_ rect: Rect, role: Role) {
    let part = rect.intersection(bounds)
    for row in part.rows {
      for column in part.columns {
        let index = row * size.columns + column
        cells[index] = cells[index].with(role: role)
        // Both halves of a wide glyph look alike.
        if cells[index].isContinuation, column == part.columns.lowerBound {
          cells[index - 1] = cells[index - 1].with(role: role)
        }
        if cells[index].glyph.width == 2, column == part.columns.upperBound - 1 {
          cells[index + 1] = cells[index + 1].with(role: role)
        }
      }
    }
  }

  /// Lays another canvas over this one, with its cursor if it has one.
  public mutating func lay(_ other: Canvas, at origin: Point) {
    for row in 0..<other.size.rows {
      var column = origin.column
      for cell in other.row(row) where !cell.isContinuation {
        let overhang = column + cell.glyph.width > size.columns
        set(overhang ? .blank : cell.glyph, at: origin.row + row, column, cell.role)
        column += cell.glyph.width
      }
    }
    if let inner = other.cursor {
      cursor = Point(row: origin.row + inner.row, column: origin.column + inner.column)
    }
  }

  /// Sets one glyph, clipped, and blanks the other half of any wide glyph that it cuts.
  private mutating func set(_ glyph: Glyph, at row: Int, _ column: Int, _ role: Role) {
    guard row >= 0, row < size.rows else { return }
    if glyph.width == 2, column == -1 {
      // Cut by the left edge: only its right half is inside.
      return set(.blank, at: row, 0, role)
    }
    guard column >= 0, column + glyph.width <= size.columns else { return }
    let base = row * size.columns
    let last = column + glyph.width - 1
    if cells[base + column].isContinuation {
      cells[base + column - 1] = Cell(.blank, role: cells[base + column - 1].role)
    }
    if cells[base + last].glyph.width == 2, !cells[base + last].isContinuation {
      cells[base + last + 1] = Cell(.blank, role: cells[base + last + 1].role)
    }
    cells[base + column] = Cell(glyph, role: role)
    if glyph.width == 2 { cells[base + last] = .continuation(role: role) }
  }
}
