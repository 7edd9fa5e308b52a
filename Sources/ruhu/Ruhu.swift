import ArgumentParser

/// The command `ruhu`.
@main struct Ruhu: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "ruhu", abstract: CommandSentences.here.ruhu)
  }

  /// Parses and runs; a refusal is said in the person's language and ends with status 1.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let refusal as Refusal {
      exit(withError: refusal.speak())
    } catch {
      exit(withError: error)
    }
  }
}
