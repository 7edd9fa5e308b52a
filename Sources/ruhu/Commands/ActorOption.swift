import ArgumentParser

/// `--person`: in whose name a command records.
struct ActorOption: ParsableArguments {
  @Option(
    name: .customLong("person"),
    help: ArgumentHelp(CommandSentences.here.actorHelp, valueName: "name"))
  var name: String?
}
