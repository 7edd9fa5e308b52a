import Fieldwork
import FormEngine
import Record
import Station
import Terminal

/// Says the details of an issue anew: class, source, cause, and what is to be known of it.
struct DescribeScreen: FormScreen {
  var form: FieldForm
  var isWaiting = false
  var isWarned = false
  private let opened: OpenedIssue
  private let causes: Causes

  /// Begins with what was said before.
  init(_ opened: OpenedIssue, _ context: Context) {
    self.opened = opened
    let issue = opened.issue
    causes = Causes(context, with: issue.cause)
    form = FieldForm([
      .choice(IssueClass.allCases.firstIndex(of: issue.issueClass) ?? 0),
      .choice(IssueSource.allCases.firstIndex(of: issue.source) ?? 0),
      .choice(causes.codes.firstIndex(of: issue.cause) ?? 0),
      .text(TextField(issue.text, limit: 300)),
    ])
  }

  func title(_ context: Context) -> String {
    context.strings.ledger.describe + "  " + LedgerWords(context).concern(opened.line)
  }

  func heading(_ context: Context) -> String { LedgerWords(context).problem(opened.line) }
  func recorded(_ context: Context) -> String { context.strings.ledger.recorded(.describing) }

  func labels(_ context: Context) -> [FieldForm.Label] {
    let strings = context.strings.ledger
    return [
      .init(
        strings.label(.issueClass), hint: strings.classHint,
        options: IssueClass.allCases.map(strings.issueClass)),
      .init(
        strings.label(.source), hint: strings.sourceHint,
        options: IssueSource.allCases.map(strings.source)),
      .init(
        strings.label(.cause), hint: strings.causeHint,
        options: causes.labels(LedgerWords(context))),
      .init(strings.label(.note), hint: strings.textHint),
    ]
  }

  mutating func submit(_ context: inout Context) {
    guard let person = context.person else { return }
    let description = IssueDescription(
      cause: causes.codes[form.choice(2)], issueClass: IssueClass.allCases[form.choice(0)],
      source: IssueSource.allCases[form.choice(1)], text: form.text(3))
    record(opened.describe(description, by: person), &context)
  }
}

/// The causes that the form of the village lists.
struct Causes: Sendable {
  /// Their codes; the first one is empty, for one that is not known.
  let codes: [String]

  /// Those of the form, with one that was chosen before and that it no longer lists.
  init(_ context: Context, with chosen: String) {
    var codes = [""]
    if let form = context.village.flatMap(context.environment.form)?.definition,
      let node = form.node(named: LedgerWords.causeQuestion)
    {
      codes += form.choices(of: node).map(\.name)
    }
    self.codes = codes.contains(chosen) ? codes : codes + [chosen]
  }

  func labels(_ words: LedgerWords) -> [String] {
    codes.map { $0.isEmpty ? words.strings.noCause : words.cause($0) }
  }
}
