import Fieldwork
import Record
import RecordFiles
import Station

// The team, what counts of whose work, and what is to be gone: as the program puts it together.
extension Laptop {
  /// The device's public key.
  package func key() throws -> [UInt8] { try opened().folder.publicKey() }

  /// Who belongs to the team, by all that is here.
  package func authority(_ folder: DataFolder) throws(DataFolderFault) -> TeamAuthority {
    let team = try folder.team()
    team.limits = EntryLimits()
    return TeamAuthority(try team.entries(), keys: team.keys(), causality: try team.causality())
  }

  /// Sets how far each journal counts, and takes away what was erased; true when either changed
  /// something.
  func putInOrder(
    _ folder: DataFolder, _ files: VillageFiles
  ) throws(DataFolderFault) -> Bool {
    let authority = try authority(folder)
    let teamFiles = try folder.team()
    let before = (files.limits, teamFiles.limits)
    Self.limit(files, authority)
    Self.limit(teamFiles, authority)
    let teamEntries = try teamFiles.entries()
    team = Team(teamEntries, authority)
    let isJudgedAnew = judge(by: TeamRoles(teamEntries, authority))
    let doomed = try doomed(files, authority)
    let gone = try files.erase(doomed)
    return isJudgedAnew || gone > 0 || before != (files.limits, teamFiles.limits)
  }

  /// Sets how far each journal of a scope counts.
  static func limit(_ files: VillageFiles, _ authority: TeamAuthority) {
    files.limits = EntryLimits()
    files.limits = authority.limits(for: files.keys()) {
      (try? files.id(of: $0, at: $1)) ?? nil
    }
  }

  /// What is to be gone, by all that is here.
  package func doomed(
    _ files: VillageFiles, _ authority: TeamAuthority
  ) throws(DataFolderFault) -> ErasedBodies {
    let all = try files.entries()
    let ties = try files.tiedEntries()
    return Erasures.effective(
      among: all.filter { $0.subject == .village }, authority, causality: try files.causality(),
      ties: { ties }, entriesOf: { subjects in all.filter { subjects.contains($0.subject) } },
      entries: { all })
  }

  /// Writes entries about the team.
  package func recordTeam(_ drafts: [EntryDraft]) throws -> String {
    let entries = try opened().folder.team().append(drafts, person: person)
    acknowledged += entries
    let range = [entries.first?.sequence, entries.last?.sequence].compactMap { $0 }
    try reorder()
    return "[\(range.map(String.init).joined(separator: "-"))]"
  }

  /// After something that may change what counts, or what is to be gone.
  package func reorder() throws {
    let (folder, files, desk) = try opened()
    if try putInOrder(folder, files) { try desk.rebuild() }
  }

  /// Founds the team; the laptop's person is of the office.
  package func foundTeam() throws {
    _ = try recordTeam([
      Fact.personAdded(name: name, role: "supervisor").draft(of: .person(person.rawValue))
    ])
    _ = try recordTeam([Fact.teamFounded(name: "队").draft(of: .team)])
  }

  /// Admits a device.
  package func admit(_ key: [UInt8], _ name: String) throws -> String {
    try recordTeam([Fact.deviceAdmitted(key: key, name: name).draft(of: .team)])
  }

  /// Shuts a device out; what is here of its work counts, what comes later does not.
  package func revoke(_ key: [UInt8]) throws -> String {
    let (folder, files, _) = try opened()
    var through: [JournalName: Heads.Head] = [:]
    for scope in [files, try folder.team()] {
      for state in try scope.inventory() where state.publicKey == key {
        guard let head = state.head, state.sequence > 0 else { continue }
        through[state.journal] = Heads.Head(sequence: state.sequence, id: head)
      }
    }
    return try recordTeam([
      Fact.deviceRevoked(key: key, through: through, reason: "lost").draft(of: .team)
    ])
  }

  /// Has some entries erased.
  package func erase(_ entries: [Entry]) throws -> String {
    let words = try record(Erasure.entries(entries, in: opened().desk, reason: "asked for"))
    try reorder()
    return words
  }

  /// Has a household erased, with all that goes with it.
  package func erase(_ household: HouseholdID) throws -> String {
    let words = try record(
      Erasure.household(opened().desk.file(of: household), reason: "asked for"))
    try reorder()
    return words
  }
}
