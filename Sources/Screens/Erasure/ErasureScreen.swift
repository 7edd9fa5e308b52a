import Fieldwork
import Terminal

/// Before something is erased: what goes, what stays, why, and whether that is meant.
struct ErasureScreen: Screen {
  private enum Panel {
    static let reason = "reason"
    static let sure = "sure"
  }

  private let target: ErasureTarget
  private let what: String
  private let also: [String]
  private var shown: ShownErasure?
  private var page = ChoicePage(count: 2, focus: 1)
  private var reason = ""
  private var isWaiting = false

  /// Something to be erased, by what people call it; `also` is what goes with it, line by line.
  init(_ target: ErasureTarget, _ what: String, also: [String] = [], _ context: inout Context) {
    self.target = target
    self.what = what
    self.also = also
    context.effects.append(.planErasure(target))
  }

  private func items(_ context: Context) -> [ListPanel.Item] {
    let strings = context.strings.erasure
    let reason: String? =
      switch (context.person, shown?.mayErase) {
      case (nil, _): context.strings.households.nobodyAtKeyboard
      case (_, nil): strings.looking
      case (_, true?): nil
      case (_, false?): strings.mayNot
      }
    return [.init(strings.erase, unless: reason), .init(strings.back)]
  }

  func offers(_ context: Context) -> [Offer] {
    [
      Offer(.next, as: context.strings.households.chosenLine, inFooter: true),
      Offer(.cancel, inFooter: true), Offer(.sectionForward), Offer(.sectionBack),
    ]
  }

  func help(_ context: Context) -> [String] { context.strings.erasure.help }

  mutating func key(_ key: Key, _ context: inout Context) {
    if let index = page.chosen(key, of: 2, &context) { choose(index, &context) }
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    switch command {
    case .next: choose(page.focus(of: 2), &context)
    case .cancel, .leave: context.pop()
    default: page.turn(command, lines(context), below: 2, context)
    }
  }

  private mutating func choose(_ index: Int, _ context: inout Context) {
    guard !isWaiting else { return }
    let strings = context.strings.erasure
    if let reason = items(context)[index].reason { return context.say(reason, role: .warning) }
    guard index == 0 else { return context.pop() }
    context.push(
      TextPanel(Panel.reason, title: strings.reasonTitle, hint: strings.reasonHint, limit: 200))
  }

  mutating func receive(_ event: ScreenEvent, _ context: inout Context) {
    let strings = context.strings.erasure
    switch event {
    case .erasure(let shown): self.shown = shown
    case .panel(let answer):
      switch (answer.panel, answer.value) {
      case (Panel.reason, .text(let text)):
        reason = text
        context.push(
          ListPanel(
            Panel.sure, title: strings.sure, items: [.init(strings.yes), .init(strings.no)],
            selected: 1))
      case (Panel.sure, .choice(0)):
        isWaiting = true
        context.effects.append(.erase(target, reason: reason))
      default: return
      }
    case .erased(let count):
      context.say(strings.erased(count), role: .done)
      context.moves.append(.popToRoot)
    case .notRecorded: isWaiting = false
    default: return
    }
  }

  // MARK: Drawing

  private func lines(_ context: Context) -> [ScrolledText.Line] {
    let strings = context.strings.erasure
    let columns = ChoicePage.columns(context.size)
    var lines: [ScrolledText.Line] = [.init(what, .title)]
    if let shown { lines.append(.init(strings.count(shown.entries))) }
    if !also.isEmpty { lines += [.init(""), .init(strings.also, .title)] }
    lines += also.map { .init("  " + $0) }
    for text in [strings.whatGoes, strings.whatStays] {
      lines.append(.init(""))
      lines += Wrapping.lines(text, width: columns).map { .init($0) }
    }
    return lines
  }

  func draw(into canvas: inout Canvas, _ context: Context) {
    Frame.head(context.strings.erasure.title, right: context.today, into: &canvas, context)
    page.draw(items(context), lines(context), into: &canvas, context)
    Frame.foot(offers(context), into: &canvas, context)
  }
}
