import Fieldwork
import Record
import Station
import Terminal

/// A page with fields that are recorded together: what its kinds share.
///
/// What was typed stays until it is on the disk, or until it is dropped twice.
protocol FormScreen: Screen {
  /// The fields.
  var form: FieldForm { get set }
  /// Whether what was filled in is on its way to the disk.
  var isWaiting: Bool { get set }
  /// Whether it was said that leaving drops what was filled in.
  var isWarned: Bool { get set }
  /// What is said once it is on the disk.
  func recorded(_ context: Context) -> String
  func title(_ context: Context) -> String
  /// What stands above the fields.
  func heading(_ context: Context) -> String
  func labels(_ context: Context) -> [FieldForm.Label]
  /// Carries out what the fields say, or says why that cannot be.
  mutating func submit(_ context: inout Context)
  /// Takes what is not of the form itself.
  mutating func take(_ event: ScreenEvent, _ context: inout Context)
}

/// The panel in which an option of a field is chosen.
private let optionPanel = "formOption"

extension FormScreen {
  func heading(_ context: Context) -> String { "" }
  mutating func take(_ event: ScreenEvent, _ context: inout Context) {}

  func isTyping(_ context: Context) -> Bool { form.isTyping }
  func refuses(burst text: String, _ context: Context) -> Bool { !form.isTyping }
  func help(_ context: Context) -> [String] { context.strings.ledger.formHelp }

  func offers(_ context: Context) -> [Offer] {
    let strings = context.strings
    return [
      Offer(.next, as: strings.confirm, inFooter: true),
      Offer(
        .previous, as: strings.households.stepBack,
        unless: form.focus == 0 ? strings.households.firstStep : nil, inFooter: true),
      Offer(.cancel, inFooter: true),
    ]
  }

  mutating func key(_ key: Key, _ context: inout Context) {
    guard !isWaiting else { return }
    isWarned = false
    form.handle(key, labels(context), &context)
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    guard !isWaiting else { return }
    switch command {
    case .next:
      isWarned = false
      goOn(&context)
    case .previous: form.goBack()
    case .cancel, .leave:
      guard form.isChanged, !isWarned else { return context.pop() }
      isWarned = true
      context.say(context.strings.ledger.unsaved, role: .warning)
    default: return
    }
  }

  private mutating func goOn(_ context: inout Context) {
    switch form.goOn() {
    case .none: return
    case .asks:
      let label = labels(context)[form.focus]
      context.push(
        ListPanel(
          optionPanel, title: label.text, items: label.options.map { .init($0) },
          selected: form.choice(form.focus)))
    case .done: submit(&context)
    }
  }

  /// Writes what an act leads to, or says why it cannot be.
  mutating func record(_ outcome: OpenedIssue.Outcome, _ context: inout Context) {
    switch outcome {
    case .record(let drafts):
      isWaiting = true
      context.effects.append(.record(drafts))
    case .hindered(let hindrance):
      context.say(context.strings.review.hindrance(hindrance), role: .warning)
    }
  }

  mutating func receive(_ event: ScreenEvent, _ context: inout Context) {
    switch event {
    case .panel(let answer) where answer.panel == optionPanel:
      if case .choice(let option) = answer.value { form.choose(option) }
    case .recorded where isWaiting:
      context.say(recorded(context), role: .done)
      context.pop()
    case .notRecorded: isWaiting = false
    default: take(event, &context)
    }
  }

  func draw(into canvas: inout Canvas, _ context: Context) {
    Frame.head(title(context), right: context.workingDay, into: &canvas, context)
    let row = Frame.body(canvas.size).origin.row
    canvas.put(
      Fitting.cut(heading(context), to: canvas.size.columns - 3), at: Point(row: row, column: 1),
      role: .title)
    form.draw(labels(context), done: context.strings.ledger.save, into: &canvas, row: row + 1)
    Frame.foot(offers(context), into: &canvas, context, typing: form.isTyping)
  }
}
