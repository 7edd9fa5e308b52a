import Fieldwork
import Record
import Station
import Terminal

/// Gives an issue to somebody: the measure, the last day, and who answers for it at the four levels.
struct AssignScreen: FormScreen {
  var form: FieldForm
  var isWaiting = false
  var isWarned = false
  private let opened: OpenedIssue

  private static let measure = 0
  private static let deadline = 1
  private static let firstLevel = 2

  /// Begins with what was said before; where nothing was, with the departments of the rule.
  init(_ opened: OpenedIssue, _ context: Context) {
    self.opened = opened
    let before = opened.issue.assignment
    let departments = LedgerWords(context).departments(opened.line.issue.departments)
    var values: [FieldForm.Value] = [
      .text(TextField(before?.measure ?? "", limit: 300)),
      .text(TextField(before?.deadline ?? "", kind: .number, limit: 20)),
    ]
    for level in IssueLevel.allCases {
      let known = before?.responsible[level]
      let body = known?.body ?? (before == nil && level == .department ? departments : "")
      values.append(.text(TextField(body, limit: 60)))
      values.append(.text(TextField(known?.person ?? "", limit: 30)))
    }
    form = FieldForm(values)
  }

  func title(_ context: Context) -> String {
    let strings = context.strings.ledger
    return strings.assign(opened.issue.assignment != nil) + "  "
      + LedgerWords(context).concern(opened.line)
  }

  func heading(_ context: Context) -> String { LedgerWords(context).problem(opened.line) }
  func recorded(_ context: Context) -> String { context.strings.ledger.recorded(.assigning) }

  func labels(_ context: Context) -> [FieldForm.Label] {
    let strings = context.strings.ledger
    return [
      .init(strings.label(.measure), hint: strings.measureHint, isRequired: true),
      .init(strings.label(.deadline), hint: strings.deadlineHint, isRequired: true),
    ]
      + IssueLevel.allCases.flatMap { level -> [FieldForm.Label] in
        [
          .init(strings.body(level), hint: strings.bodyHint),
          .init(strings.person(level), hint: strings.personHint),
        ]
      }
  }

  mutating func submit(_ context: inout Context) {
    guard let person = context.person else { return }
    let strings = context.strings.ledger
    let typed = form.text(Self.deadline)
    guard typed.isEmpty || Day(typed) != nil else {
      form.go(to: Self.deadline)
      return context.say(strings.noDay, role: .warning)
    }
    let assignment = IssueAssignment(
      measure: form.text(Self.measure), responsible: responsible,
      deadline: Day(typed)?.text ?? "")
    guard assignment.isWhole else {
      form.go(to: missing)
      return context.say(strings.missing, role: .warning)
    }
    record(opened.assign(assignment, by: person), &context)
  }

  /// The first field that is missing.
  private var missing: Int {
    if form.text(Self.measure).isEmpty { return Self.measure }
    if form.text(Self.deadline).isEmpty { return Self.deadline }
    // The person nearest to the household is asked for first.
    return form.values.count - 1
  }

  private var responsible: [IssueLevel: Responsible] {
    var found: [IssueLevel: Responsible] = [:]
    for (index, level) in IssueLevel.allCases.enumerated() {
      let field = Self.firstLevel + 2 * index
      let (body, person) = (form.text(field), form.text(field + 1))
      if !body.isEmpty || !person.isEmpty {
        found[level] = Responsible(body: body, person: person)
      }
    }
    return found
  }
}
