import ArgumentParser
import FormEngine
import Screens

/// `ruhu form check`: a questionnaire's faults by sheet, row and column.
struct FormCheckCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "check", abstract: CommandSentences.here.formCheck)
  }

  @Argument(help: ArgumentHelp(CommandSentences.here.formHelp))
  var form: String
  @OptionGroup var spoken: LanguageOption
  var language: Language { spoken.language }

  func perform() throws {
    let file = FormFile(form, language: language)
    let workbook = try file.workbook()
    let problems = FormCheck.problems(in: workbook, facts: try file.facts())
    let sentences = FormSentences.of(language)
    let errors = problems.count { $0.severity == .error }
    let lines = sentences.lines(problems, file: file.path)
    guard errors == 0 else { throw Refusal(lines + [sentences.isRefused(errors)]) }
    Refusal(lines).say()
    let definition = try file.definition()
    let questions = definition.nodes.count { node in
      if case .question = node.kind { true } else { false }
    }
    Output.line(
      sentences.isGood(file.path, questions, definition.languages.joined(separator: ", ")))
  }
}
