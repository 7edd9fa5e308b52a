import ArgumentParser
import Screens

/// A command that says why it could not be done, in the person's language, and then ends with
/// status 1.
protocol SpokenCommand: ParsableCommand {
  var language: Language { get }
  /// Does what the command is for.
  func perform() throws
}

extension SpokenCommand {
  func run() throws {
    do {
      try perform()
    } catch let code as ExitCode {
      throw code
    } catch {
      throw Refusal(error, language)
    }
  }
}
