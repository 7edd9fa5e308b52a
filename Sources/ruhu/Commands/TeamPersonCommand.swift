import ArgumentParser
import Fieldwork
import Record
import RecordFiles
import Screens

/// `ruhu team person`: one person, and what is to be otherwise: role, villages, PIN.
struct TeamPersonCommand: SpokenCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "person", abstract: TeamSentences.here.teamPerson,
      discussion: TeamSentences.here.pinDiscussion)
  }

  @Argument(help: ArgumentHelp(TeamSentences.here.rolePersonHelp))
  var name: String
  @Flag(help: ArgumentHelp(TeamSentences.here.addPersonHelp))
  var add = false
  @Option(help: ArgumentHelp(TeamSentences.here.roleHelp))
  var role: TeamRoleCommand.Role?
  @Option(
    name: .customLong("village"), parsing: .singleValue,
    help: ArgumentHelp(TeamSentences.here.personVillageHelp, valueName: "code"))
  var villages: [String] = []
  @Flag(help: ArgumentHelp(TeamSentences.here.allVillagesHelp))
  var allVillages = false
  @Flag(help: ArgumentHelp(TeamSentences.here.setPINHelp))
  var setPIN = false
  @Flag(help: ArgumentHelp(TeamSentences.here.takePINHelp))
  var takePIN = false
  @OptionGroup var actor: ActorOption
  @OptionGroup var options: WorkOptions
  var language: Language { options.language }

  private var isChange: Bool {
    add || role != nil || !villages.isEmpty || allVillages || setPIN || takePIN
  }

  func validate() throws {
    if allVillages, !villages.isEmpty { throw ValidationError(TeamSentences.here.personUsage) }
    if setPIN, takePIN { throw ValidationError(TeamSentences.here.personUsage) }
  }

  func perform() throws {
    for code in villages where !Scope.isVillageCode(code) {
      throw DataFolderFault.badVillageCode(code)
    }
    let workplace = try options.open(isChange ? .writing : .reading)
    defer { workplace.close() }
    let acting = try acting(workplace)
    if add { try workplace.add([name], by: acting) }
    let found = try workplace.person(called: name, language)
    if isChange {
      let facts = try facts(found, workplace)
      if !facts.isEmpty {
        let person = acting ?? found.id
        try check(facts, of: found, by: person, workplace)
        _ = try workplace.recordTeam(
          facts.map { $0.draft(of: .person(found.id.rawValue)) }, person: person)
      }
      options.tellNotices(of: workplace)
    }
    let lines = PersonLines(language)
    let person = try workplace.person(called: found.name, language)
    Output.line(person.name)
    for line in lines.lines(person, in: workplace.team, try workplace.shownTeam(language)) {
      Output.line("  " + line)
    }
  }

  /// Who acts: whoever sets their own PIN, and who writes their own name down where nobody was chosen
  /// yet, does so themselves; nil for somebody who is not in the team yet.
  private func acting(_ workplace: Workplace) throws -> PersonID? {
    guard isChange else { return nil }
    if add, actor.name == nil, workplace.likelyPerson == nil { return nil }
    return try workplace.actingPerson(actor.name ?? (setPIN && !add ? name : nil), language)
  }

  private func facts(_ found: Team.Person, _ workplace: Workplace) throws -> [Fact] {
    var facts: [Fact] = []
    if let role, role.rawValue != found.role {
      facts.append(.personAdded(name: found.name, role: role.rawValue))
    }
    if !villages.isEmpty, villages != found.villages {
      facts.append(.personPlaced(villages: villages))
    }
    if allVillages, !found.villages.isEmpty { facts.append(.personPlaced(villages: [])) }
    if takePIN, found.pin != nil { facts.append(.pinTaken) }
    if setPIN { facts.append(.pinSet(try newPIN(workplace))) }
    return facts
  }

  private func newPIN(_ workplace: Workplace) throws -> PINHash {
    let lines = PINLines(language)
    let digits = Passphrase.ask(lines.new + " ") ?? ""
    guard PINHash.isPIN(digits) else {
      throw Refusal(lines.length(PINHash.digits.lowerBound, PINHash.digits.upperBound))
    }
    guard Passphrase.ask(lines.again + " ") == digits else { throw Refusal(lines.differ) }
    guard let pin = workplace.pinHash(digits) else { throw Refusal(lines.cannot) }
    return pin
  }

  /// Whoever acts has the right to it: an entry without would only be shown as such.
  private func check(
    _ facts: [Fact], of found: Team.Person, by person: PersonID, _ workplace: Workplace
  ) throws {
    let mayDecide = workplace.authority.mayAdmit(person, at: try workplace.folder.publicKey())
    for fact in facts {
      let isAllowed =
        switch fact {
        case .pinSet: person == found.id
        case .pinTaken: person == found.id || mayDecide
        default: mayDecide
        }
      guard isAllowed else {
        let sentences = TeamSentences.of(language)
        if case .pinSet = fact { throw Refusal(sentences.notYourPIN) }
        throw Refusal(sentences.mayNotAdmit)
      }
    }
  }
}
