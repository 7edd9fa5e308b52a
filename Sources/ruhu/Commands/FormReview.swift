import FormEngine
import Screens

/// What checking says of a form and of the files that can be merged into it.
struct FormReview {
  /// The form's file.
  let path: String
  let language: Language
  /// One line for each problem, with its file in front.
  private(set) var lines: [String] = []
  private(set) var errors = 0
  /// The files without an error, each with the form as it is with it.
  private(set) var good: [(path: String, form: Workbook)] = []

  private let form: Workbook
  private let facts: [String: String]?
  private let others: [Workbook]
  private let problems: [FormProblem]
  private var sentences: FormSentences { FormSentences.of(language) }

  /// Looks through a form; others are what builds on it and uses its lists and sources.
  init(_ file: FormFile, usedBy others: [Workbook], language: Language) throws {
    path = file.path
    self.language = language
    self.others = others
    form = try file.workbook()
    facts = try file.facts()
    problems = FormCheck.problems(in: form, facts: facts, usedBy: others)
  }

  /// Whether the form does not load, so that nothing can be merged into it.
  var isRefused: Bool { problems.contains(where: \.isRefused) }

  /// Tells what is wrong with the form itself.
  mutating func tellForm() { tell(problems, file: path, of: path, form) }

  /// Tells what is wrong with a file that is merged into the form, and with the form because of it.
  mutating func tell(
    _ file: String, _ read: () throws(FormLibrary.Fault) -> [Overlay]
  ) {
    do {
      let merged = try form.applying(try read())
      let found = FormCheck.problems(in: merged, facts: facts, usedBy: others)
      // A row of the form itself may be at fault only together with the file.
      tell(FormCheck.added(found, to: problems), file: "\(path) + \(file)", of: file, merged)
    } catch let fault as FormLibrary.Fault {
      if case .form(let path, let faults) = fault { return tell(faults, file: path) }
      lines += Refusal(fault, language).lines
      errors += 1
    } catch let faults as FormFaults {
      tell(faults, file: file)
    } catch {
      lines += Refusal(error, language).lines
      errors += 1
    }
  }

  private mutating func tell(
    _ problems: [FormProblem], file: String, of path: String, _ form: Workbook
  ) {
    lines += sentences.lines(problems, file: file)
    let found = problems.count { $0.severity == .error }
    errors += found
    if found == 0 { good.append((path, form)) }
  }

  private mutating func tell(_ faults: FormFaults, file: String) {
    // The sum stands at the end, over all files.
    lines += sentences.lines(faults, file: file).dropLast()
    errors += faults.faults.count
  }
}
