import ArgumentParser
import Screens

/// `--set PARAMETER=VALUE`, as often as wanted: parameters that are tried once.
struct SettingOption: ParsableArguments {
  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(CommandSentences.here.setHelp, valueName: "parameter=value"))
  var settings: [String] = []

  /// The values by name; one that stands there twice counts as it stands last.
  func values(_ language: Language) throws -> [String: String] {
    var values: [String: String] = [:]
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw Refusal(StandardSentences.of(language).badSetting(setting))
      }
      values[String(parts[0])] = String(parts[1])
    }
    return values
  }
}
