import ArgumentParser
import CursesTerminal
import Fieldwork
import Glibc
import Record
import RecordFiles
import Screens
import Station
import Terminal

/// `ruhu`: the screens, or the plain mode.
struct Walk: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "walk", abstract: ProgramSentences.here.walk)
  }

  @OptionGroup var work: WorkOptions

  @Option(help: ArgumentHelp(ProgramSentences.here.villageHelp))
  var village: String?

  @Flag(help: ArgumentHelp(ProgramSentences.here.plainHelp))
  var plain = false

  @Option(help: ArgumentHelp(ProgramSentences.here.bordersHelp))
  var borders = Borders.ascii

  func run() throws {
    let places = work.places
    CrashLog.direct(to: "\(places.device)/crash.log")
    let session = try WalkSession(work, village: village)
    defer { session.close() }
    if plain || Self.asksForPlain {
      try session.runPlain(echoes: isatty(0) == 0)
      return
    }
    let terminal: CursesTerminal
    do {
      terminal = try CursesTerminal()
    } catch {
      // Whatever the terminal cannot do, lines it can.
      try session.runPlain(echoes: isatty(0) == 0)
      return
    }
    session.run(on: terminal, borders: borders)
    terminal.stop()
  }

  /// `ACCESSIBLE` set and not empty asks for lines instead of screens.
  private static var asksForPlain: Bool {
    getenv("ACCESSIBLE").map { $0.pointee != 0 } ?? false
  }
}

/// What a run of the program works with, opened.
final class WalkSession {
  let workplace: Workplace
  let runner: EffectRunner
  let language: Language
  private let notices: [Notice]

  /// Opens the data and the village: the one asked for, else the only one there is.
  convenience init(_ options: WorkOptions, village: String?) throws {
    let spoken = options.languageOption.language
    let workplace: Workplace
    do {
      // Looking for a village where there is no data leaves nothing behind.
      guard try PosixDisk().status(options.places.data) != nil else {
        throw Workplace.Fault.noVillage
      }
      workplace = try Workplace(places: options.places, mode: .writing)
    } catch {
      throw Refusal(error, spoken)
    }
    let language =
      options.languageOption.lang ?? workplace.settings.language
      ?? (Self.hasNoChineseGlyphs ? .english : spoken)
    let isForced = Self.hasNoChineseGlyphs && spoken == .chinese && language == .english
    try self.init(
      workplace, village: village, language: language,
      saying: isForced ? [Notice(ProgramSentences.here.noChineseGlyphs)] : [])
  }

  /// Opens the village of a workplace: the one asked for, else the only one there is.
  init(
    _ workplace: Workplace, village: String?, language: Language, saying words: [Notice] = []
  ) throws {
    self.workplace = workplace
    self.language = language
    do {
      let villages = try workplace.villages()
      // What the team cares for may not have come to this laptop yet: the screens sync.
      let here = Set(try workplace.folder.villages())
      let only = villages.count == 1 && here.contains(villages[0].code) ? villages[0].code : nil
      if let code = village ?? only {
        try workplace.open(code)
      } else if villages.isEmpty, workplace.authority.founded == nil {
        throw Workplace.Fault.noVillage
      }
    } catch {
      workplace.close()
      throw Refusal(error, language)
    }
    var person = workplace.settings.person
    // Whoever has a PIN is asked for it.
    if person.flatMap({ workplace.team.person($0) })?.pin != nil { person = nil }
    if person.flatMap({ workplace.team.person($0) }) == nil { person = nil }
    runner = EffectRunner(workplace, person: person, language: language)
    self.person = person
    let said = language
    notices =
      [workplace.standardNotice(said)].compactMap { $0 }
      + workplace.folder.notices.map { Notice($0.sentence(said), role: .warning) } + words
  }

  /// The Linux console has no Chinese characters and no input method: there, unless someone chose
  /// otherwise, the program speaks English.
  private static var hasNoChineseGlyphs: Bool {
    getenv("TERM").map { String(cString: $0) == "linux" } ?? false
  }

  private let person: PersonID?

  /// The screens on a canvas of a size: for the terminal and for scripts.
  func app(size: Size, borders: Borders, dropsTypeAhead: Bool, language: Language? = nil) -> App {
    var app = App(
      environment: workplace.environment(borders: borders, dropsTypeAhead: dropsTypeAhead),
      team: workplace.team, village: workplace.desk?.village, person: person,
      language: language ?? self.language, size: size)
    for notice in notices { _ = app.update(.notice(notice)) }
    _ = app.update(.secondCopy(workplace.secondCopyState()))
    return app
  }

  func run(on terminal: CursesTerminal, borders: Borders) {
    let loop = ScreenLoop(
      app(size: terminal.size, borders: borders, dropsTypeAhead: true), runner: runner,
      terminal: terminal)
    loop.run()
  }

  func runPlain(echoes: Bool) throws {
    for notice in notices { Output.line(notice.text) }
    var loop = PlainLoop(
      PlainApp(
        environment: workplace.environment(borders: .ascii, dropsTypeAhead: false),
        team: workplace.team, village: workplace.desk?.village, person: person,
        language: language),
      runner: runner, echoes: echoes)
    loop.run()
  }

  func close() { workplace.close() }
}
