import Terminal

/// Everything that can be done here, numbered, with the reason for what cannot.
struct MenuPanel: Screen {
  private var list: ListPanel
  private let commands: [Command]

  /// The menu of what a screen offers.
  init(_ offers: [Offer], _ context: Context) {
    var seen: Set<Command> = [.menu]
    let kept = offers.filter { seen.insert($0.command).inserted }
    commands = kept.map(\.command)
    list = ListPanel(
      "menu", title: context.strings.menuTitle,
      items: kept.map { offer in
        let key = Binding.name(of: offer.command).map { "   \($0)" } ?? ""
        return .init(offer.name(context.strings) + key, unless: offer.reason)
      })
  }

  var isPanel: Bool { true }
  func refuses(burst text: String, _ context: Context) -> Bool { true }

  func offers(_ context: Context) -> [Offer] { list.offers(context) }

  mutating func perform(_ command: Command, _ context: inout Context) {
    list.perform(command, &context)
  }

  mutating func key(_ key: Key, _ context: inout Context) {
    list.key(key, &context)
    // The list answers to whoever is below; a menu's answer is a command carried out there.
    for (index, move) in context.moves.enumerated() {
      if case .answer(let answer) = move, case .choice(let choice) = answer.value {
        context.moves[index] = .popAndPerform(commands[choice])
      }
    }
  }

  func draw(into canvas: inout Canvas, _ context: Context) {
    list.draw(into: &canvas, context)
  }
}
