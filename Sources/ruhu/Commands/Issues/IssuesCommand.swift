import ArgumentParser
import Fieldwork
import FormEngine
import JSONText
import RecordFiles
import Screens
import Station

/// `ruhu issues`: the village's issue ledger, and what is done to an issue.
struct IssuesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "issues", abstract: IssueSentences.here.issues,
      discussion: IssueSentences.here.discussion,
      subcommands: [
        IssueListCommand.self, IssueShowCommand.self, IssueSimilarCommand.self,
        IssueOpenCommand.self, IssueDescribeCommand.self, IssueAssignCommand.self,
        IssueBeginCommand.self, IssueReportCommand.self, IssueSendBackCommand.self,
        IssueStrikeOffCommand.self, IssueReopenCommand.self, IssueFilesCommand.self,
      ], defaultSubcommand: IssueListCommand.self)
  }
}

/// Where the ledger lies: which village, and the options of every command.
struct LedgerOptions: ParsableArguments {
  @Option(help: ArgumentHelp(CommandSentences.here.codeHelp, valueName: "code"))
  var village: String?
  @OptionGroup var work: WorkOptions

  /// Opens the ledger, does something with it, and leaves everything in order.
  func use(_ mode: DataFolder.Mode, _ act: (IssueDesk) throws -> Void) throws {
    let workplace = try work.open(mode)
    defer { workplace.close() }
    let desk = try workplace.open(try work.village(village, in: workplace))
    try act(IssueDesk(workplace, desk, work.language))
    if mode == .writing { work.tellNotices(of: workplace) }
  }
}

/// `ruhu issues list`: the ledger as one of its four tables.
struct IssueListCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: IssueSentences.here.list)
  }

  @Option(help: ArgumentHelp(IssueSentences.here.viewHelp))
  var view = LedgerView.problems
  @Option(help: ArgumentHelp(IssueSentences.here.stateHelp))
  var state: IssueState?
  @Flag(help: ArgumentHelp(IssueSentences.here.openHelp))
  var open = false
  @Flag(help: ArgumentHelp(IssueSentences.here.overdueHelp))
  var overdue = false
  @Flag(help: ArgumentHelp(IssueSentences.here.soonHelp))
  var soon = false
  @Option(help: ArgumentHelp(CommandSentences.here.householdHelp))
  var household: String?
  @Option(help: ArgumentHelp(CommandSentences.here.domainHelp))
  var domain: String?
  @Option(help: ArgumentHelp(CommandSentences.here.groupHelp))
  var group: String?
  @Option(help: ArgumentHelp(CommandSentences.here.levelHelp))
  var level: FindingLevel?
  @Option(help: ArgumentHelp(IssueSentences.here.responsibleHelp, valueName: "name"))
  var responsible: String?
  @Option(help: ArgumentHelp(CommandSentences.here.formatHelp))
  var format = TableFormat.text
  @OptionGroup var options: LedgerOptions
  var language: Language { options.work.language }

  func validate() throws {
    if open, state != nil { throw ValidationError(IssueSentences.here.listUsage) }
    if overdue, soon { throw ValidationError(IssueSentences.here.listUsage) }
  }

  func perform() throws {
    try options.use(.reading) { desk in
      let facets = try facets(desk)
      let left = desk.ledger.narrowed(to: facets, order: .urgency).lines
      let lines = Ledger.rows(view, of: left)
      switch format {
      case .json:
        Output.bytes(Array(JSON.array(lines.map { Self.json($0, desk) }).pretty.utf8))
      case .csv: TableFormat.printCSV(desk.lines.table(view, lines, name: desk.name))
      case .text:
        Output.line(desk.lines.counts(desk.ledger))
        guard !lines.isEmpty else {
          return Output.line(desk.lines.nothing(isNarrowed: !desk.ledger.lines.isEmpty))
        }
        for line in AlignedTable(desk.lines.table(view, lines, name: desk.name)).lines {
          Output.line(line)
        }
      }
    }
  }

  private func facets(_ desk: IssueDesk) throws -> Set<LedgerFacet> {
    var facets: Set<LedgerFacet> = []
    if open { facets.insert(.open) }
    if let state { facets.insert(.state(state)) }
    if overdue { facets.insert(.due(.overdue)) }
    if soon { facets.insert(.due(.soon)) }
    if let household {
      facets.insert(.household(try desk.desk.village.household(called: household, language).id))
    }
    if let domain { facets.insert(.domain(domain)) }
    if let group { facets.insert(.group(group)) }
    if let level { facets.insert(.level(level)) }
    if let responsible { facets.insert(.responsible(responsible)) }
    return facets
  }

  static func json(_ line: LedgerLine, _ desk: IssueDesk) -> JSON {
    var json = line.issue.json
    json.set("name", .string(desk.name(line)))
    json.set("problem", .string(desk.lines.title(line)))
    if let household = line.household {
      json.set("number", household.number.map(JSON.int) ?? .null)
      json.set("group", .string(household.group))
      json.set("head", .string(household.head))
    }
    if let level = line.level { json.set("level", .string(level.rawValue)) }
    switch line.due {
    case .none: break
    case .left(let days), .soon(let days): json.set("days_left", .int(days))
    case .overdue(let days): json.set("days_left", .int(-days))
    }
    if line.isDoubtful { json.set("still_found", true) }
    return json
  }
}

extension LedgerView: ExpressibleByArgument {}
extension IssueClass: ExpressibleByArgument {}
extension IssueSource: ExpressibleByArgument {}

extension IssueState: ExpressibleByArgument {
  /// As it is typed: `to-check`, `struck-off`.
  public init?(argument: String) {
    guard let state = Self.allCases.first(where: { $0.argument == argument }) else { return nil }
    self = state
  }

  private var argument: String {
    switch self {
    case .toCheck: "to-check"
    case .struckOff: "struck-off"
    case .new, .assigned, .underway: rawValue
    }
  }

  /// What can be typed.
  public static var allValueStrings: [String] { allCases.map(\.argument) }
}
