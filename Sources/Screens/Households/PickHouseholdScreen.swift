import Fieldwork
import Terminal

/// Chooses another household from the village's list, for the screen below.
struct PickHouseholdScreen: Screen {
  private let name: String
  private let title: String
  private var rows: HouseholdRows

  /// A list, where need be without one household, whose answer goes to the screen below under a name.
  init(_ name: String, title: String, without household: HouseholdID? = nil, _ context: Context) {
    self.name = name
    self.title = title
    rows = HouseholdRows(without: household)
    rows.refresh(context.village)
  }

  private static func lines(_ size: Size) -> Rect {
    let body = Frame.body(size)
    return Rect(
      row: body.origin.row + 2, column: 0, rows: body.size.rows - 2, columns: size.columns)
  }

  mutating func key(_ key: Key, _ context: inout Context) {
    _ = rows.handle(key, rows: Self.lines(context.size).size.rows)
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    switch command {
    case .next:
      guard let focus = rows.focus else { return }
      context.moves.append(.answer(PanelAnswer(panel: name, value: .text(focus.id.rawValue))))
    case .cancel where rows.isNarrowed: rows.clear()
    case .cancel, .leave: context.pop()
    default: return
    }
  }

  func offers(_ context: Context) -> [Offer] {
    let strings = context.strings
    return [
      Offer(
        .next, as: strings.households.thisOne,
        unless: rows.list.count == 0 ? strings.households.nothingInFocus : nil, inFooter: true),
      Offer(.cancel, as: rows.isNarrowed ? strings.households.showAll : nil, inFooter: true),
    ]
  }

  func help(_ context: Context) -> [String] { context.strings.households.pickHelp }

  func draw(into canvas: inout Canvas, _ context: Context) {
    let strings = context.strings.households
    Frame.head(title, right: "\(rows.list.count)", into: &canvas, context)
    let lines = Self.lines(canvas.size)
    rows.drawSearch(
      rows.text.isEmpty ? strings.searchHint : strings.search, into: &canvas,
      at: Point(row: lines.origin.row - 2, column: 1), columns: canvas.size.columns - 2)
    if rows.list.count == 0 {
      canvas.put(strings.nothingFound, at: Point(row: lines.origin.row, column: 2))
      if canvas.cursor == nil { canvas.cursor = Point(row: lines.origin.row, column: 2) }
    } else {
      let table = HouseholdTable(context, digits: rows.digits)
      canvas.put(table.heading, at: Point(row: lines.origin.row - 1, column: 1), role: .title)
      rows.draw(table, into: &canvas, lines)
    }
    Frame.foot(offers(context), into: &canvas, context)
  }
}
