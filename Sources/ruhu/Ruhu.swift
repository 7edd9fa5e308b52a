import ArgumentParser
import Glibc

/// The command `ruhu`; without a subcommand it opens the screens.
@main struct Ruhu: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "ruhu", abstract: CommandSentences.here.ruhu,
      subcommands: [
        Walk.self, Play.self, VillageCommand.self, ImportCommand.self, ReportCommand.self,
        CheckCommand.self, StandardCommand.self, DeviceCommand.self, TeamCommand.self,
        SyncCommand.self, PackCommand.self, UnpackCommand.self, ConflictsCommand.self,
        ReviewCommand.self, IssuesCommand.self, EraseCommand.self,
        LogCommand.self, VerifyCommand.self, RebuildCommand.self, BackupCommand.self,
        RestoreCommand.self, SecondCopyCommand.self, FormCommand.self,
      ], defaultSubcommand: Walk.self)
  }

  /// Parses and runs; a refusal is said in the person's language and ends with its status.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let refusal as Refusal {
      refusal.say()
      Glibc.exit(refusal.status)
    } catch {
      exit(withError: error)
    }
  }
}
