import ArgumentParser

/// `ruhu form`: questionnaires without a screen.
struct FormCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "form", abstract: CommandSentences.here.form,
      subcommands: [
        FormCheckCommand.self, FormRunCommand.self, FormBasisCommand.self, FormCasesCommand.self,
      ])
  }
}
