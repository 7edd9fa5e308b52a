import Terminal

extension ChoiceInput {
  /// How choices stand in a part of the screen.
  struct Layout: Equatable {
    /// How many columns stand side by side.
    var columns: Int
    /// How many choices stand below each other.
    var rows: Int
    /// The cells of one column.
    var width: Int
  }

  private var keyWidth: Int { items.map(\.key.count).max() ?? 1 }

  /// The rows that all choices need when they stand below each other.
  var wantedRows: Int { visible.count }

  /// Sets the choices below each other; beside each other only where they would not all be seen.
  func layout(rows: Int, columns: Int) -> Layout {
    guard rows > 0 else { return Layout(columns: 1, rows: 0, width: columns) }
    let widest = items.map { Terminal.width(of: $0.label) }.max() ?? 0
    let cell = 1 + keyWidth + 2 + 4 + widest + 2
    let most = max(1, columns / max(1, cell))
    let needed = (visible.count + rows - 1) / rows
    guard needed > 1, most > 1 else {
      return Layout(columns: 1, rows: min(rows, max(1, visible.count)), width: columns)
    }
    return Layout(columns: min(needed, most), rows: rows, width: cell)
  }

  /// The places that are seen: the page on which the focus is, or what is chosen.
  private func page(_ layout: Layout) -> Range<Int> {
    let size = max(1, layout.rows * layout.columns)
    let wanted = focus ?? visible.firstIndex { chosen.contains(items[$0].name) } ?? 0
    let first = wanted / size * size
    return first..<min(visible.count, first + size)
  }

  /// Draws the choices, the one in focus with `>` before it and the cursor on it.
  func draw(into canvas: inout Canvas, _ rect: Rect) {
    let layout = layout(rows: rect.size.rows, columns: rect.size.columns)
    guard layout.rows > 0, !visible.isEmpty else { return }
    let page = page(layout)
    for place in page {
      let offset = place - page.lowerBound
      let row = rect.origin.row + offset % layout.rows
      let column = rect.origin.column + offset / layout.rows * layout.width
      let isFocused = place == focus
      draw(
        items[visible[place]], isFocused, at: Point(row: row, column: column), layout.width, &canvas
      )
      if isFocused || (focus == nil && offset == 0) {
        canvas.cursor = Point(row: row, column: column)
      }
    }
  }

  private func draw(
    _ item: Item, _ isFocused: Bool, at point: Point, _ width: Int, _ canvas: inout Canvas
  ) {
    let isChosen = chosen.contains(item.name)
    let box = isMultiple ? (isChosen ? "[x]" : "[ ]") : isChosen ? "(x)" : "( )"
    let text =
      (isFocused ? ">" : " ") + Fitting.fit(item.key, to: keyWidth, .right) + " \(box) "
      + item.label
    canvas.put(
      Fitting.cut(text, to: max(0, width - 1)), at: point,
      role: isFocused ? .selected : isChosen ? .focus : .text)
  }

  /// Which of the choices are seen, where not all are.
  func seen(rows: Int, columns: Int) -> (first: Int, last: Int)? {
    let layout = layout(rows: rows, columns: columns)
    let page = page(layout)
    return page.count < visible.count ? (page.lowerBound + 1, page.upperBound) : nil
  }
}
