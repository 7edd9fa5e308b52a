import Fieldwork
import Station
import Terminal

/// Before the first question: is this the household on the list? Answered from what can be seen and
/// heard at the door.
struct IdentityCheckScreen: Screen {
  /// How the household was recognised, as the interview keeps it.
  enum Answer: String, CaseIterable, Sendable {
    /// By the head's name and the end of the ID number.
    case confirmed
    /// By neighbours.
    case neighbours
    /// It was written down at this door today.
    case enrolled
  }

  /// The name under which the screen below gets the answer: the number of the case.
  static let name = "identity"

  private let file: HouseholdCase
  // Nothing is in focus at first: Enter pressed twice must not recognise a household.
  private var numbers = NumberedChoices(count: 4, focus: nil)

  init(file: HouseholdCase) { self.file = file }

  mutating func key(_ key: Key, _ context: inout Context) {
    if let index = numbers.chosen(key, rows: 4, &context) { choose(index, &context) }
  }

  private func choose(_ index: Int, _ context: inout Context) {
    switch index {
    case 0, 1:
      context.moves.append(.answer(PanelAnswer(panel: Self.name, value: .choice(index))))
    case 2: context.moves.append(.popToRoot)
    default: context.moves += [.popToRoot, .push(EnrolScreen(context))]
    }
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    switch command {
    case .next:
      if let focus = numbers.focus {
        choose(focus, &context)
      } else {
        context.say(context.strings.households.pressOneToFour, role: .warning)
      }
    case .cancel, .leave: context.pop()
    default: return
    }
  }

  func offers(_ context: Context) -> [Offer] {
    [
      Offer(.next, as: context.strings.households.chosenLine, inFooter: true),
      Offer(.cancel, inFooter: true),
    ]
  }

  func refuses(burst text: String, _ context: Context) -> Bool { true }
  func help(_ context: Context) -> [String] { context.strings.households.identityHelp }

  // MARK: Drawing

  func draw(into canvas: inout Canvas, _ context: Context) {
    let strings = context.strings.households
    let head = file.head()
    Frame.head(
      strings.checkTitle(file.value("c_group"), Int(file.value("c_hh_no")), head?["m_name"] ?? ""),
      into: &canvas, context)
    let body = Frame.body(canvas.size)
    let choices = strings.identityChoices(!(head?["m_id"] ?? "").isEmpty)
    // The choices stand at the bottom, the question above them; what helps to answer fills the rest.
    let first = body.rows.upperBound - choices.count
    var row = body.origin.row
    for (label, text) in clues(context) {
      let lines = Wrapping.lines(text, width: canvas.size.columns - 16)
      // One long name must not push the other clues off the screen.
      for (index, line) in lines.prefix(3).enumerated() {
        guard row < first - 2 else { break }
        if index == 0 {
          canvas.put(label, at: Point(row: row, column: 2), role: .dim, limit: 12)
        }
        canvas.put(line, at: Point(row: row, column: 14))
        row += 1
      }
    }
    canvas.put(
      Fitting.cut(strings.isThisIt, to: canvas.size.columns - 2),
      at: Point(row: min(row + 1, first - 1), column: 1), role: .title)
    numbers.draw(
      choices.map { .init($0) }, into: &canvas,
      Rect(
        row: min(row + 2, first), column: 0, rows: choices.count, columns: canvas.size.columns))
    Frame.foot(offers(context), into: &canvas, context)
  }

  /// What can be seen or asked at the door, each under its label.
  private func clues(_ context: Context) -> [(String, String)] {
    let strings = context.strings.households
    let words = FormWords(context)
    var clues: [(String, String)] = []
    let head = file.head()
    if let head {
      let age = MemberAge(of: head, on: context.workingDay)?.years
      let sex = MemberAge.sex(of: head).map { words.choice($0, of: "m_sex") }
      clues.append((strings.headLabel, strings.person(head["m_name"], sex, age)))
      if !head["m_id"].isEmpty {
        clues.append((strings.idLabel, MaskedIDNumber.text(head["m_id"])))
      }
    }
    let registered = file.value("head")
    if !registered.isEmpty, registered != head?["m_name"] {
      clues.append((strings.registeredHeadLabel, registered))
    }
    let others = file.members().filter { $0.removal == nil && $0.id != head?.id }
    if !others.isEmpty {
      clues.append(
        (
          strings.familyLabel,
          strings.list(
            others.map { strings.relative($0["m_name"], words.choice($0["m_rel"], of: "m_rel")) })
        ))
    }
    for (label, name) in [
      (strings.addressLabel, "address"), (strings.neighboursLabel, "neighbours"),
    ] where !file.value(name).isEmpty {
      clues.append((label, file.value(name)))
    }
    if let village = context.village, let summary = village.households[file.household.id] {
      let near = Enrolment.neighbours(of: summary, in: village)
      let doors = [near.before, near.after].compactMap { $0 }.map {
        strings.neighbour($0.number, $0.head)
      }
      if !doors.isEmpty { clues.append((strings.doorsLabel, strings.list(doors))) }
    }
    return clues
  }
}
