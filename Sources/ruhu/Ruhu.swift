import ArgumentParser

/// The command `ruhu`.
@main struct Ruhu: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "ruhu", abstract: CommandSentences.here.ruhu,
      subcommands: [FormCommand.self])
  }
}
