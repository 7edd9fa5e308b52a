import ReportWriters
import Reports

/// Sets a table over as many pages as it needs: its titles stand on each, and no row is cut in half that
/// fits a page.
struct PDFTable {
  private let table: ReportTable
  private let columns: PDFColumns
  private let text: PangoText
  private var left: [Double] = []
  private var groupHeight = 0.0
  private var titleHeight = 0.0

  init(_ table: ReportTable, _ text: PangoText) {
    self.table = table
    self.text = text
    columns = PDFColumns(table, text)
    var x = PDFFlow.margin
    for width in columns.widths {
      left.append(x)
      x += width
    }
    measureTitles()
  }

  private var over: Double { PDFColumns.padding.over }
  private var headHeight: Double { groupHeight + titleHeight }

  private func inner(_ width: Double) -> Double { max(4, width - 2 * PDFColumns.padding.side) }

  private func height(_ words: String, _ style: PDFStyle, _ width: Double) -> Double {
    text.size(of: words, style, width: inner(width)).height + 2 * over
  }

  /// Neighbours under one title.
  private var groups: [(group: String, columns: Range<Int>)] {
    var groups: [(group: String, columns: Range<Int>)] = []
    var place = 0
    while place < table.columns.count {
      let group = table.columns[place].group
      let count = group.isEmpty ? 1 : table.columns[place...].prefix { $0.group == group }.count
      groups.append((group, place..<place + count))
      place += count
    }
    return groups
  }

  private func width(_ places: Range<Int>) -> Double { columns.widths[places].reduce(0, +) }

  private mutating func measureTitles() {
    var alone = 0.0
    for (group, places) in groups {
      if group.isEmpty, table.hasGroups {
        alone = max(
          alone, height(table.columns[places.lowerBound].title, columns.bold, width(places)))
      } else {
        if !group.isEmpty {
          groupHeight = max(groupHeight, height(group, columns.bold, width(places)))
        }
        for place in places {
          titleHeight = max(
            titleHeight, height(table.columns[place].title, columns.bold, columns.widths[place]))
        }
      }
    }
    // A title beside groups is as high as both lines.
    titleHeight = max(titleHeight, alone - groupHeight)
  }

  // MARK: On the page

  /// Sets it; its own title only where that does not stand over it already.
  func set(in flow: inout PDFFlow, under heading: String) {
    let caption = table.title == heading ? 0 : text.size(of: table.title, .caption).height + 4
    let first = table.rows.prefix(2).reduce(0.0) { $0 + rowHeight($1) }
    flow.place(
      caption + headHeight + min(first, 120) + 4, isLandscape: columns.isLandscape)
    if caption > 0 {
      flow.skip(4)
      flow.add(
        .text(table.title, .caption, x: PDFFlow.margin, y: flow.y, width: flow.width, .left))
      flow.skip(caption)
    }
    setTitles(in: &flow)
    var heading: ReportRow?
    for (number, row) in table.rows.enumerated() {
      var needed = rowHeight(row)
      // What the rows below have in common stays with the first of them.
      if row.role == .heading, number + 1 < table.rows.count {
        needed += rowHeight(table.rows[number + 1])
      }
      if row.role == .heading { heading = nil }
      set(row, needing: needed, under: heading, in: &flow)
      if row.role == .heading { heading = row }
    }
    flow.skip(3)
    for note in table.notes { flow.add(note, .note, after: 2) }
    flow.skip(8)
  }

  private func setTitles(in flow: inout PDFFlow) {
    let top = flow.y
    for (group, places) in groups {
      let x = left[places.lowerBound]
      if group.isEmpty {
        title(
          table.columns[places.lowerBound].title, x, top, width(places), headHeight, in: &flow)
        continue
      }
      title(group, x, top, width(places), groupHeight, in: &flow)
      for place in places {
        title(
          table.columns[place].title, left[place], top + groupHeight, columns.widths[place],
          titleHeight, in: &flow)
      }
    }
    flow.skip(headHeight)
  }

  private func title(
    _ words: String, _ x: Double, _ y: Double, _ width: Double, _ height: Double,
    in flow: inout PDFFlow
  ) {
    flow.add(.box(x: x, y: y, width: width, height: height, ground: 0.9, frame: 0.5))
    let high = self.height(words, columns.bold, width)
    flow.add(
      .text(
        words, columns.bold, x: x + PDFColumns.padding.side, y: y + over + (height - high) / 2,
        width: inner(width), .centre))
  }

  private func style(_ row: ReportRow) -> PDFStyle {
    row.role == .body ? columns.style : columns.bold
  }

  private func texts(_ row: ReportRow) -> [String] {
    table.columns.indices.map { $0 < row.cells.count ? row.cells[$0].text : "" }
  }

  private func rowHeight(_ row: ReportRow) -> Double {
    if row.role == .heading {
      return height(row.cells.first?.text ?? "", columns.bold, columns.width)
    }
    return rowHeight(texts(row), style(row))
  }

  private func rowHeight(_ texts: [String], _ style: PDFStyle) -> Double {
    zip(texts, columns.widths).reduce(0.0) { max($0, height($1.0, style, $1.1)) }
  }

  /// A new page, with the titles and with what the rows have in common.
  private func turn(_ heading: ReportRow?, in flow: inout PDFFlow) {
    flow.beginPage(isLandscape: columns.isLandscape)
    setTitles(in: &flow)
    if let heading { set(heading: heading, in: &flow) }
  }

  private func set(heading row: ReportRow, in flow: inout PDFFlow) {
    let high = rowHeight(row)
    flow.add(
      .box(
        x: PDFFlow.margin, y: flow.y, width: columns.width, height: high, ground: 0.95,
        frame: 0.5))
    flow.add(
      .text(
        row.cells.first?.text ?? "", columns.bold, x: PDFFlow.margin + PDFColumns.padding.side,
        y: flow.y + over, width: inner(columns.width), .left))
    flow.skip(high)
  }

  private func set(
    _ row: ReportRow, needing needed: Double, under heading: ReportRow?, in flow: inout PDFFlow
  ) {
    if needed > flow.room { turn(heading, in: &flow) }
    if row.role == .heading { return set(heading: row, in: &flow) }
    var texts = texts(row)
    // A row that fits no page goes on over the next one, line by line.
    while rowHeight(texts, style(row)) > flow.room {
      let parts = zip(texts, columns.widths).map { words, width in
        text.split(words, style(row), width: inner(width), height: flow.room - 2 * over)
      }
      write(parts.map(\.first), row, in: &flow)
      texts = parts.map(\.rest)
      if texts.allSatisfy(\.isEmpty) { return }
      turn(heading, in: &flow)
    }
    write(texts, row, in: &flow)
  }

  private func write(_ texts: [String], _ row: ReportRow, in flow: inout PDFFlow) {
    let high = rowHeight(texts, style(row))
    for (place, words) in texts.enumerated() {
      let width = columns.widths[place]
      flow.add(
        .box(x: left[place], y: flow.y, width: width, height: high, ground: nil, frame: 0.4))
      guard !words.isEmpty else { continue }
      flow.add(
        .text(
          words, style(row), x: left[place] + PDFColumns.padding.side, y: flow.y + over,
          width: inner(width), alignment(table.columns[place].kind)))
    }
    if row.role == .total {
      flow.add(
        .line(
          fromX: PDFFlow.margin, fromY: flow.y, toX: PDFFlow.margin + columns.width, toY: flow.y,
          weight: 1.2))
    }
    flow.skip(high)
  }

  private func alignment(_ kind: ReportColumn.Kind) -> PDFAlignment {
    switch kind {
    case .text, .day: .left
    case .number, .share: .right
    }
  }
}
