import ArgumentParser

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
    } catch {
      guard let refusal = Refusal(error, language) else { throw error }
      refusal.say()
      throw ExitCode(1)
    }
  }
}
