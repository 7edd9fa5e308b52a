import ArgumentParser
import FormEngine
import Foundation
import JSONText
import Screens

/// `ruhu form run`: a questionnaire filled from a script, and all that came of it as JSON.
struct FormRunCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "run", abstract: CommandSentences.here.formRun)
  }

  @Argument(help: ArgumentHelp(CommandSentences.here.formHelp))
  var form: String
  @Argument(help: ArgumentHelp(CommandSentences.here.stepsHelp))
  var steps: String
  @Option(help: ArgumentHelp(CommandSentences.here.formLangHelp, valueName: "name"))
  var lang: String?
  @Option(help: ArgumentHelp(CommandSentences.here.todayHelp, valueName: "date"))
  var today: String?
  @Option(help: ArgumentHelp(CommandSentences.here.nowHelp, valueName: "moment"))
  var now: String?
  @Option(help: ArgumentHelp(CommandSentences.here.randomHelp, valueName: "number"))
  var random: Double?
  @Option(name: .customLong("tz"), help: ArgumentHelp(CommandSentences.here.zoneHelp))
  var zone: String?
  @Option(help: ArgumentHelp(CommandSentences.here.overlayFileHelp, valueName: "name|file"))
  var overlay = ""
  @Option(help: ArgumentHelp(CommandSentences.here.profileFileHelp, valueName: "name|file"))
  var profile = ""
  @OptionGroup var setting: SettingOption

  // `--lang` is the form's language here, so messages follow the environment.
  var language: Language { Language.preferred(in: ProcessInfo.processInfo.environment) }

  func perform() throws {
    let file = FormFile(form, language: language)
    let definition = try file.definition(
      overlay: overlay, profile: profile, setting: try setting.values(language))
    let script = try InputFile(path: steps).text()
    let options = try options(definition)
    do {
      let report = try FormRun.run(definition, steps: script, options: options)
      Output.bytes(Array(report.pretty.utf8))
    } catch {
      throw Refusal(
        FormSentences.of(language).sentence(
          error, steps: steps, languages: definition.languages, language: language))
    }
  }

  private func options(_ definition: FormDefinition) throws -> FormRunOptions {
    let sentences = FormSentences.of(language)
    if let today, (try? Date.ISO8601FormatStyle.iso8601Date(timeZone: .gmt).parse(today)) == nil {
      throw Refusal(sentences.badToday(today))
    }
    let moment = try moment()
    if let random, !(0..<1).contains(random) { throw Refusal(sentences.badRandom("\(random)")) }
    let fixed = random
    return FormRunOptions(
      language: lang.map { given in
        definition.languages.first { $0 == given || $0.hasSuffix("(\(given))") } ?? given
      },
      today: today ?? String(moment.prefix(10)), now: moment,
      random: { fixed ?? Double.random(in: 0..<1) })
  }

  /// The moment of `--now`, or the present one, told in the zone of `--tz`.
  private func moment() throws -> String {
    let sentences = FormSentences.of(language)
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    var date = Date()
    if let now {
      guard let parsed = (try? style.parse(now)) ?? (try? Date.ISO8601FormatStyle().parse(now))
      else { throw Refusal(sentences.badNow(now)) }
      date = parsed
      if zone == nil { return now }
    }
    let zone = try zone.map(Self.timeZone) ?? .current
    guard let zone else { throw Refusal(sentences.badZone(self.zone ?? "")) }
    return Date.ISO8601FormatStyle(
      timeZoneSeparator: .colon, includingFractionalSeconds: true, timeZone: zone
    ).format(date)
  }

  /// `UTC`, `+08:00` or a name such as `Asia/Shanghai`.
  private static func timeZone(_ text: String) throws -> TimeZone? {
    let digits = text.dropFirst().filter { $0 != ":" }
    guard let sign = text.first, sign == "+" || sign == "-", digits.count == 4,
      let number = Int(digits)
    else { return TimeZone(identifier: text) }
    let seconds = (number / 100 * 60 + number % 100) * 60
    return TimeZone(secondsFromGMT: sign == "-" ? -seconds : seconds)
  }
}
