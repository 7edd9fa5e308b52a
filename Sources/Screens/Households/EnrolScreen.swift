import Fieldwork
import Record
import Station
import Terminal

/// Writes down a household that no register knows, at its door: its group, its number, its head.
struct EnrolScreen: Screen {
  private enum Step: Int { case group, groupName, number, head, check }

  private let groups: [String]
  private var step: Step
  private var groupChoices: NumberedChoices
  private var groupName = TextField(limit: 40)
  private var number: TextField
  private var head = TextField(limit: 30)
  private var checkChoices = NumberedChoices(count: 3)
  private var group = ""
  private var household: HouseholdID?

  /// Begins with the groups the village has.
  init(_ context: Context) {
    groups = (context.village.map { HouseholdQuery.groups(of: $0) } ?? []).filter { !$0.isEmpty }
    step = groups.isEmpty ? .groupName : .group
    groupChoices = NumberedChoices(count: groups.count + 1)
    number = TextField(
      context.village.map { String(Enrolment.freeNumber(in: $0)) } ?? "1", kind: .number, limit: 4)
  }

  func isTyping(_ context: Context) -> Bool {
    switch step {
    case .group, .check: false
    case .groupName, .number, .head: true
    }
  }

  private static func listRows(_ size: Size) -> Int { Frame.body(size).size.rows - 4 }

  // MARK: Keys

  mutating func key(_ key: Key, _ context: inout Context) {
    switch step {
    case .group:
      let rows = Self.listRows(context.size)
      if let index = groupChoices.chosen(key, rows: rows, &context) { chooseGroup(index) }
    case .groupName: _ = groupName.handle(key)
    case .number: _ = number.handle(key)
    case .head: _ = head.handle(key)
    case .check:
      if let index = checkChoices.chosen(key, rows: 3, &context) { check(index, &context) }
    }
  }

  private mutating func chooseGroup(_ index: Int) {
    if groups.indices.contains(index) {
      group = groups[index]
      step = .number
    } else {
      step = .groupName
    }
  }

  private mutating func check(_ index: Int, _ context: inout Context) {
    switch index {
    case 0: record(&context)
    case 1: step = groups.isEmpty ? .groupName : .group
    default: context.pop()
    }
  }

  mutating func perform(_ command: Command, _ context: inout Context) {
    switch command {
    case .next: next(&context)
    case .previous: back()
    case .cancel, .leave: context.pop()
    default: return
    }
  }

  private mutating func next(_ context: inout Context) {
    let strings = context.strings.households
    switch step {
    case .group:
      if let focus = groupChoices.focus { chooseGroup(focus) }
    case .groupName:
      let name = groupName.text.trimmed
      guard !name.isEmpty else { return context.say(strings.noGroupName, role: .warning) }
      group = name
      step = .number
    case .number:
      guard let value = Int(FullWidth.number(number.text)), (1...9999).contains(value) else {
        return context.say(strings.badNumber, role: .warning)
      }
      if let taken = context.village?.households.values.first(where: { $0.number == value }) {
        return context.say(strings.numberTaken(value, taken.head), role: .warning)
      }
      step = .head
    case .head:
      guard !head.text.trimmed.isEmpty else {
        return context.say(strings.noHeadName, role: .warning)
      }
      step = .check
    case .check:
      if let focus = checkChoices.focus { check(focus, &context) }
    }
  }

  private mutating func back() {
    switch step {
    case .group, .groupName: step = groups.isEmpty ? .groupName : .group
    case .number: step = groups.contains(group) ? .group : .groupName
    case .head: step = .number
    case .check: step = .head
    }
  }

  // MARK: The disk

  private mutating func record(_ context: inout Context) {
    guard household == nil, let value = Int(FullWidth.number(number.text)) else { return }
    let id = HouseholdID(random: context.environment.random)
    household = id
    context.effects.append(
      .record(
        Enrolment.atDoor(
          id, group: group, number: value, head: head.text.trimmed,
          member: MembershipID(random: context.environment.random))))
  }

  mutating func receive(_ event: ScreenEvent, _ context: inout Context) {
    switch event {
    case .recorded:
      guard let household else { return }
      context.effects += [.settle, .open(household)]
    case .notRecorded: household = nil
    case .opened(let file, let place):
      context.moves.append(.replace(HouseholdScreen(file: file, place: place)))
    default: return
    }
  }

  // MARK: What can be done

  func offers(_ context: Context) -> [Offer] {
    let strings = context.strings
    // In a list ↑ moves; at the first step there is nothing before.
    let isInList = step == .group || step == .check
    let isFirst = step == .group || step == .groupName && groups.isEmpty
    return [
      Offer(.next, as: strings.confirm, inFooter: true),
      Offer(
        .previous, as: strings.households.stepBack,
        unless: isFirst ? strings.households.firstStep : nil, inFooter: true, isMenuOnly: isInList),
      Offer(.cancel, inFooter: true),
    ]
  }

  func refuses(burst text: String, _ context: Context) -> Bool { !isTyping(context) }
  func help(_ context: Context) -> [String] { context.strings.households.enrolHelp }

  // MARK: Drawing

  func draw(into canvas: inout Canvas, _ context: Context) {
    let strings = context.strings.households
    Frame.head(strings.enrolTitle, right: context.village?.name ?? "", into: &canvas, context)
    let row = Frame.body(canvas.size).origin.row
    let labels = strings.enrolLabels
    let values = [group, number.text, head.text]
    let passed = [Step.number, .head, .check]
    for index in labels.indices where step.rawValue >= passed[index].rawValue {
      canvas.put(labels[index], at: Point(row: row + index, column: 2), role: .dim, limit: 16)
      canvas.put(
        Fitting.cut(values[index], to: canvas.size.columns - 20),
        at: Point(row: row + index, column: 18))
    }
    drawStep(into: &canvas, row: row + 4, context)
    Frame.foot(offers(context), into: &canvas, context)
  }

  private func drawStep(into canvas: inout Canvas, row: Int, _ context: Context) {
    let strings = context.strings.households
    let columns = canvas.size.columns
    let list = Rect(
      row: row + 1, column: 0, rows: Self.listRows(canvas.size) - 1, columns: columns)
    switch step {
    case .group:
      canvas.put(strings.enrolGroup, at: Point(row: row, column: 1), role: .title)
      groupChoices.draw(
        groups.map { .init($0) } + [.init(strings.otherGroup)], into: &canvas, list)
    case .groupName:
      field(groupName, strings.enrolGroupName, strings.enrolGroupHint, into: &canvas, row: row)
    case .number:
      field(number, strings.enrolNumber, strings.enrolNumberHint, into: &canvas, row: row)
    case .head: field(head, strings.enrolHead, strings.enrolHeadHint, into: &canvas, row: row)
    case .check:
      canvas.put(strings.enrolCheck, at: Point(row: row, column: 1), role: .title)
      checkChoices.draw(strings.enrolChoices.map { .init($0) }, into: &canvas, list)
      let name = head.text.trimmed
      if let twin = context.village?.households.values.first(where: { $0.head == name }) {
        canvas.put(
          Fitting.cut("! " + strings.sameHead(twin), to: columns - 2),
          at: Point(row: row + 5, column: 1), role: .warning)
      }
    }
  }

  private func field(
    _ field: TextField, _ title: String, _ hint: String, into canvas: inout Canvas, row: Int
  ) {
    canvas.put(title, at: Point(row: row, column: 1), role: .title)
    canvas.put("*", at: Point(row: row, column: 2 + width(of: title)), role: .required)
    field.draw(
      into: &canvas, at: Point(row: row + 2, column: 2), columns: min(60, canvas.size.columns - 4))
    canvas.put(
      Fitting.cut(hint, to: canvas.size.columns - 3), at: Point(row: row + 4, column: 2),
      role: .dim)
  }
}
