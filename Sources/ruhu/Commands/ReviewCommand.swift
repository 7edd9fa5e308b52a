import ArgumentParser
import Fieldwork
import JSONText
import Record
import RecordFiles
import Screens
import Station

/// `ruhu review`: the households of a village that want a supervisor's look; those of which nothing is
/// flagged can be approved at once, and households be given to a surveyor.
struct ReviewCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "review", abstract: ReviewSentences.here.review)
  }

  /// How it is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, json }

  @Argument(help: ArgumentHelp(CommandSentences.here.codeHelp))
  var code: String?
  @Option(help: ArgumentHelp(ReviewSentences.here.groupHelp, valueName: "group"))
  var group: String?
  @Option(help: ArgumentHelp(ReviewSentences.here.numbersHelp, valueName: "3,5-9"))
  var households: HouseholdNumbers?
  @Flag(help: ArgumentHelp(ReviewSentences.here.approveCleanHelp))
  var approveClean = false
  @Option(help: ArgumentHelp(ReviewSentences.here.assignToHelp, valueName: "name"))
  var assignTo: String?
  @Flag(help: ArgumentHelp(TeamSentences.here.yesHelp))
  var yes = false
  @Option(help: ArgumentHelp(CommandSentences.here.formatHelp))
  var format = Format.text
  @OptionGroup var actor: ActorOption
  @OptionGroup var options: WorkOptions
  var language: Language { options.language }

  func validate() throws {
    guard !approveClean || assignTo == nil else {
      throw ValidationError(ReviewSentences.here.oneAct)
    }
  }

  func perform() throws {
    let isActing = approveClean || assignTo != nil
    let workplace = try options.open(isActing ? .writing : .reading)
    defer { workplace.close() }
    let desk = try workplace.open(
      try options.village(code, in: workplace), recording: isActing)
    options.tellNotices(of: workplace)
    if let assignTo {
      try assign(to: assignTo, desk, workplace)
    } else if approveClean {
      try approve(desk, workplace)
    } else {
      show(desk, workplace)
    }
  }

  // MARK: The list

  private func show(_ desk: VillageDesk, _ workplace: Workplace) {
    let queue = ReviewQueue(desk.village, today: today(workplace))
    let form = workplace.villageForms[desk.village.code]?.definition
    let lines = ReviewLines(language, team: workplace.team, form: form)
    Refusal(lines.damage(workplace.journalTrouble.damage)).say()
    let due = queue.narrowed(to: []).lines.map { queue.lines[$0] }.filter {
      isWanted($0.household)
    }
    switch format {
    case .text:
      guard !due.isEmpty else { return Output.line(lines.none) }
      Output.line(lines.counts(due))
      for line in AlignedTable(lines.table(due)).lines { Output.line(line) }
    case .json: Output.bytes(Array(JSON.array(due.map(Self.json)).pretty.utf8))
    }
  }

  private func today(_ workplace: Workplace) -> String { String(workplace.clock().prefix(10)) }

  private func isWanted(_ household: HouseholdSummary) -> Bool {
    (group == nil || household.group == group)
      && (households.map { numbers in household.number.map(numbers.contains) ?? false } ?? true)
  }

  private static func json(_ line: ReviewLine) -> JSON {
    let household = line.household
    return [
      "household": .string(household.id.rawValue),
      "number": household.number.map(JSON.int) ?? .null,
      "group": .string(household.group), "head": .string(household.head),
      "state": .string(household.review.state.rawValue),
      "flags": .array(line.flags.map { .string($0.rawValue) }),
      "returned": .int(household.review.timesReturned),
      "open_comments": .int(household.review.openComments),
      "assigned_to": household.review.assignee.map { .string($0.rawValue) } ?? .null,
    ]
  }

  // MARK: Acts

  /// Who acts: only whoever decides in the team may.
  private func decider(_ workplace: Workplace) throws -> PersonID {
    let person = try workplace.actingPerson(actor.name, language)
    guard workplace.team.person(person)?.decides ?? false else {
      throw Refusal(CleanLines(language).noRole)
    }
    return person
  }

  private func approve(_ desk: VillageDesk, _ workplace: Workplace) throws {
    let person = try decider(workplace)
    let role = workplace.team.person(person)?.role
    let queue = ReviewQueue(desk.village, today: today(workplace), for: role)
    let ids = queue.narrowed(to: []).lines.map { queue.lines[$0].household }.filter(isWanted).map(
      \.id)
    let found = try desk.cleanApprovals(of: ids, by: person, today: today(workplace))
    let lines = CleanLines(language)
    for line in lines.lines(found) { Output.line(line) }
    guard !found.drafts.isEmpty else { throw Refusal(lines.none) }
    let sentences = ReviewSentences.of(language)
    guard yes || EraseCommand.agrees(sentences.approveThem(found.households.count)) else {
      throw Refusal(sentences.notApproved)
    }
    _ = try desk.append(found.drafts, person: person)
    Output.line(lines.approved(found.households.count))
  }

  private func assign(to name: String, _ desk: VillageDesk, _ workplace: Workplace) throws {
    let person = try decider(workplace)
    let sentences = ReviewSentences.of(language)
    guard group != nil || households != nil else { throw Refusal(sentences.whichHouseholds) }
    let surveyor = name == "-" ? nil : try workplace.person(called: name, language)
    let wanted = HouseholdQuery().ordered(desk.village).filter(isWanted)
    guard !wanted.isEmpty else { throw Refusal(sentences.noSuchHouseholds) }
    let assignment = HouseholdAssignment(wanted, to: surveyor?.id)
    if !assignment.drafts.isEmpty { _ = try desk.append(assignment.drafts, person: person) }
    Output.line(
      CleanLines(language).assigned(assignment.households.count, to: surveyor?.name))
  }
}

/// Numbers of households as they are typed: `3,5-9`.
struct HouseholdNumbers: ExpressibleByArgument {
  private let ranges: [ClosedRange<Int>]

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    let found = parts.compactMap { part -> ClosedRange<Int>? in
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
        first >= 0, first <= last
      else { return nil }
      return first...last
    }
    guard found.count == parts.count else { return nil }
    ranges = found
  }

  func contains(_ number: Int) -> Bool { ranges.contains { $0.contains(number) } }
}
