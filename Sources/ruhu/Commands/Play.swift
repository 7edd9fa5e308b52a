import ArgumentParser
import Glibc
import JSONText
import Screens
import Terminal

/// `ruhu play`: a key script fed to the screens, which are printed: for tests, for the README, and
/// for whoever reports a bug.
struct Play: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "play", abstract: ProgramSentences.here.play,
      discussion: ProgramSentences.here.playDiscussion)
  }

  @Argument(help: ArgumentHelp(ProgramSentences.here.scriptHelp))
  var script: String

  @OptionGroup var work: WorkOptions

  @Option(help: ArgumentHelp(ProgramSentences.here.villageHelp))
  var village: String?

  @Option(help: ArgumentHelp(ProgramSentences.here.sizeHelp))
  var size = Size.standard

  @Option(help: ArgumentHelp(ProgramSentences.here.bordersHelp))
  var borders = Borders.ascii

  @Flag(help: ArgumentHelp(ProgramSentences.here.stylesHelp))
  var styles = false

  @Flag(help: ArgumentHelp(ProgramSentences.here.lastOnlyHelp))
  var last = false

  func run() throws {
    let lines: [(number: Int, text: Substring, keys: [Key])]
    do {
      lines = try InputFile.text(script).split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated().compactMap { index, line in
          let keys = try KeyScript(line).keys
          return keys.isEmpty ? nil : (index + 1, line, keys)
        }
    } catch {
      throw Refusal(error, work.languageOption.language)
    }
    let session = try WalkSession(work, village: village)
    defer { session.close() }
    var app = session.app(
      size: size, borders: borders, dropsTypeAhead: false, language: work.languageOption.lang)
    if !last { show(app, "") }
    for line in lines {
      for key in line.keys where !session.runner.isOver {
        let effects = app.update(.key(key))
        session.runner.run(effects) { app.update($0) }
      }
      if !last { show(app, String(line.text)) }
    }
    if last { show(app, "") }
  }

  private func show(_ app: App, _ keys: String) {
    if !last { print("== \(keys)") }
    print(styles ? app.frame().golden() : app.frame().plainText)
  }
}

extension Size: ExpressibleByArgument {
  /// Reads columns by rows, as in `80x24`.
  public init?(argument: String) { self.init(argument) }
}
