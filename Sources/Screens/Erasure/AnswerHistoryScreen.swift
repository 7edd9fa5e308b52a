import Fieldwork
import FormEngine
import Record
import Station
import Terminal

/// How one answer came about: who, when, from what to what; what was said can be erased from here.
struct AnswerHistoryScreen: Screen {
  /// One act at the question.
  private struct Line {
    var entry: EntryID
    var text: String
    /// What else the same entry says.
    var also: [String]
  }

  private let session: InterviewSession
  private let address: NodeAddress
  private let door: String
  /// Whether what was said can be erased from here.
  private let erases: Bool
  private var numbers = NumberedChoices(count: 0)

  /// The history of the answer at an address; to read alone, or to erase from, too.
  init(_ address: NodeAddress, in session: InterviewSession, door: String, erases: Bool = true) {
    self.session = session
    self.address = address
    self.door = door
    self.erases = erases
  }

  private func lines(_ context: Context) -> [Line] {
    let key = session.key(address)
    return session.interview.history.compactMap { act in
      guard let what = self.what(act, key, context) else { return nil }
      let others = Self.answers(of: act.fact).map(\.key).filter { $0 != key }
      let who = "\(act.stamp.minute)  \(context.team.name(of: act.stamp.person, context.language))"
      return Line(
        entry: act.stamp.entry, text: "\(who)  \(what)",
        also: others.compactMap { other in
          session.address(other).map { ShownAnswer(session, context.strings.interview).label($0) }
        })
    }
  }

  /// What an act did at the question; nil where it did nothing there.
  private func what(_ act: Act, _ key: AnswerKey, _ context: Context) -> String? {
    let strings = context.strings.erasure
    if case .remarked(key, let text) = act.fact { return strings.remarked(text) }
    guard let index = Self.answers(of: act.fact).firstIndex(where: { $0.key == key }) else {
      return nil
    }
    let before = act.before.indices.contains(index) ? act.before[index]?.value : nil
    let after = Self.answers(of: act.fact)[index].value
    return strings.change(words(before ?? "", context), words(after, context))
  }

  private func words(_ value: String, _ context: Context) -> String {
    value.isEmpty
      ? context.strings.erasure.nothing
      : ShownAnswer(session, context.strings.interview).text(value, at: address)
  }

  private static func answers(of fact: Fact) -> [GivenAnswer] {
    switch fact {
    case .answered(let answers, _, _), .prefilled(_, let answers), .settled(_, let answers),
      .rowAdded(_, let answers, _, _):
      answers
    default: []
    }
  }

  func offers(_ context: Context) -> [Offer] {
    let strings = context.strings.erasure
    guard erases else { return [Offer(.cancel, inFooter: true)] }
    return [
      Offer(
        .erase, as: strings.eraseThis, unless: lines(context).isEmpty ? strings.noHistory : nil),
      Offer(.next, as: strings.eraseThis, inFooter: true), Offer(.cancel, inFooter: true),
    ]
  }

  func help(_ context: Context) -> [String] { context.strings.erasure.historyHelp }

  mutating func key(_ key: Key, _ context: inout Context) {
    let lines = lines(context)
    numbers.resize(count: lines.count)
    let rows = Frame.body(context.size).size.rows - 2
    if case .chosen(let index) = numbers.handle(key, rows: rows), erases { erase(index, &context) }
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    switch command {
    case .next where erases, .erase where erases:
      numbers.resize(count: lines(context).count)
      if let focus = numbers.focus { erase(focus, &context) }
    case .cancel, .leave: context.pop()
    default: return
    }
  }

  private func erase(_ index: Int, _ context: inout Context) {
    let lines = lines(context)
    guard lines.indices.contains(index) else { return }
    let label = ShownAnswer(session, context.strings.interview).label(address)
    context.push(
      ErasureScreen(
        .entries([lines[index].entry]), "\(label): \(lines[index].text)",
        also: lines[index].also, &context))
  }

  func draw(into canvas: inout Canvas, _ context: Context) {
    let strings = context.strings.erasure
    Frame.head(door, right: strings.historyTitle, into: &canvas, context)
    let body = Frame.body(canvas.size)
    canvas.put(
      Fitting.cut(
        ShownAnswer(session, context.strings.interview).label(address),
        to: canvas.size.columns - 2),
      at: Point(row: body.origin.row, column: 1), role: .title)
    let lines = lines(context)
    if lines.isEmpty {
      canvas.put(strings.noHistory, at: Point(row: body.origin.row + 2, column: 2), role: .dim)
    }
    var numbers = numbers
    numbers.resize(count: lines.count)
    numbers.draw(
      lines.map { .init($0.text) }, into: &canvas,
      Rect(
        row: body.origin.row + 2, column: 0, rows: body.size.rows - 2,
        columns: canvas.size.columns))
    Frame.foot(offers(context), into: &canvas, context)
  }
}
