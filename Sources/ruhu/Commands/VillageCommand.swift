import ArgumentParser

/// `ruhu village`: the villages of this laptop.
struct VillageCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "village", abstract: CommandSentences.here.village,
      subcommands: [VillageNewCommand.self, VillageListCommand.self])
  }
}
