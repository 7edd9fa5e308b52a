import Terminal

/// The page of a finding or a verdict.
struct FoundDetailScreen: Screen {
  private let target: FoundDetails.Target
  private var found: Found
  private let door: String
  private var scroll = ScrolledText()

  init(_ target: FoundDetails.Target, _ found: Found, door: String) {
    self.target = target
    self.found = found
    self.door = door
  }

  private func details(_ context: Context) -> FoundDetails {
    FoundDetails(target, found.words(context.strings), context.team)
  }

  mutating func receive(_ event: ScreenEvent, _ context: inout Context) {
    if case .languageChanged = event { found.speak(context.language) }
  }

  func offers(_ context: Context) -> [Offer] {
    [
      Offer(.next, as: context.strings.findings.back, inFooter: true),
      Offer(.cancel, as: context.strings.findings.back),
    ]
  }

  func help(_ context: Context) -> [String] { context.strings.findings.detailHelp }

  mutating func perform(_ command: Command, _ context: inout Context) {
    switch command {
    case .next, .cancel, .leave: context.pop()
    default: return
    }
  }

  mutating func key(_ key: Key, _ context: inout Context) {
    let area = Self.area(context.size)
    _ = scroll.handle(
      key, lines: details(context).lines(columns: area.size.columns).count, rows: area.size.rows,
      arrows: true)
  }

  private static func area(_ size: Size) -> Rect {
    let body = Frame.body(size)
    return Rect(
      row: body.origin.row, column: 2, rows: body.size.rows, columns: body.size.columns - 4)
  }

  func draw(into canvas: inout Canvas, _ context: Context) {
    let details = details(context)
    Frame.head(details.title, right: door, into: &canvas, context)
    let area = Self.area(canvas.size)
    scroll.draw(
      details.lines(columns: area.size.columns), into: &canvas, area,
      more: context.strings.households.more)
    canvas.cursor = area.origin
    Frame.foot(offers(context), into: &canvas, context)
  }
}
