import Fieldwork
import Record
import Station
import Terminal

/// Reports an issue gone with evidence: files, which are kept with the data, and words.
struct EvidenceScreen: FormScreen {
  var form: FieldForm
  var isWaiting = false
  var isWarned = false
  private let opened: OpenedIssue

  private static let files = 3

  init(_ opened: OpenedIssue) {
    self.opened = opened
    form = FieldForm(
      (0..<Self.files).map { _ in .text(TextField(limit: 500)) } + [.text(TextField(limit: 300))])
  }

  func title(_ context: Context) -> String {
    context.strings.ledger.report + "  " + LedgerWords(context).concern(opened.line)
  }

  func heading(_ context: Context) -> String { LedgerWords(context).problem(opened.line) }
  func recorded(_ context: Context) -> String { context.strings.ledger.recorded(.reporting) }

  func labels(_ context: Context) -> [FieldForm.Label] {
    let strings = context.strings.ledger
    return (1...Self.files).map { .init(strings.file($0), hint: strings.fileHint) }
      + [.init(strings.words, hint: strings.wordsHint)]
  }

  private var paths: [String] {
    (0..<Self.files).map(form.text).filter { !$0.isEmpty }
  }

  mutating func submit(_ context: inout Context) {
    if paths.isEmpty { return report([], &context) }
    context.effects.append(.keepEvidence(paths))
  }

  mutating func take(_ event: ScreenEvent, _ context: inout Context) {
    switch event {
    case .evidence(let files): report(files, &context)
    case .noEvidence(let path, let fault):
      form.go(to: (0..<Self.files).first { form.text($0) == path } ?? 0)
      context.say(context.strings.ledger.noFile(path, fault), role: .warning)
    default: return
    }
  }

  private mutating func report(_ files: [EvidenceFile], _ context: inout Context) {
    guard !isWaiting, let person = context.person else { return }
    record(
      opened.report(.evidence(files, text: form.text(Self.files)), by: person), &context)
  }
}
