import Fieldwork
import FormEngine
import JSONText
import Record
import RecordFiles
import Station

/// What the files beside a village's journals should hold, made by the very code that writes them.
struct DerivedFiles: Sendable {
  let forms: @Sendable (String) -> FormDefinition?
  /// How far each journal of a scope counts: the list says so.
  let limits: @Sendable (Scope) -> EntryLimits

  /// The public keys of the team's journals, by which it is judged who had which role.
  let teamKeys: [JournalName: [UInt8]]

  init(
    forms: @escaping @Sendable (String) -> FormDefinition?,
    limits: @escaping @Sendable (Scope) -> EntryLimits = { _ in EntryLimits() },
    teamKeys: [JournalName: [UInt8]] = [:]
  ) {
    self.forms = forms
    self.limits = limits
    self.teamKeys = teamKeys
  }

  var derivation: Derivation {
    Derivation(
      files: { scope, entries, team, causality in
        files(scope, entries, roles(team, causality), causality)
      },
      heads: { name, bytes in
        // Only the list says how far all journals had been read; a household's file names the
        // entries it was made from.
        name == "village.json" ? Self.heads(bytes) : nil
      })
  }

  /// How far the village's journals had been read for a list, and the team's where it hangs on them.
  private static func heads(_ bytes: [UInt8]) -> Heads? {
    guard let json = try? JSON(parsing: bytes),
      var heads = json["through"].flatMap(Heads.init(json:))
    else { return nil }
    for (writer, tips) in json["team"].flatMap(Heads.init(json:))?.tips ?? [:] {
      for tip in tips { heads.add(tip, of: writer) }
    }
    return heads
  }

  private func roles(_ team: [Entry], _ causality: Causality) -> TeamRoles {
    TeamRoles(team, TeamAuthority(team, keys: teamKeys, causality: causality))
  }

  /// Every derived file of a scope by name: a desk without files, whose entries these are.
  private func files(
    _ scope: Scope, _ entries: [Entry], _ roles: TeamRoles, _ causality: Causality,
    _ limits: EntryLimits? = nil
  ) -> [String: [UInt8]] {
    guard case .village(let code) = scope else { return [:] }
    let bySubject = Dictionary(grouping: entries, by: \.subject)
    let through = Heads(of: entries)
    let limits = limits ?? self.limits(scope)
    final class Written { var files: [String: [UInt8]] = [:] }
    let written = Written()
    let store = VillageStore(
      append: { _, _ in throw StoreFault.notOpenForWriting },
      entriesOf: { subjects in subjects.flatMap { bySubject[$0] ?? [] }.sorted() },
      entries: { entries }, entriesSince: { _ in nil }, heads: { through },
      readDerived: { _ in nil }, writeDerived: { written.files[$0] = $1 },
      causality: { causality }, limits: { limits }, roles: { roles },
      erasedCount: { entries.count { $0.body == nil } })
    guard
      let desk = try? VillageDesk(
        code: code, store: store, pinyin: Workplace.pinyin, forms: forms),
      (try? desk.settle()) != nil
    else { return [:] }
    return written.files
  }

  /// What a file that is not current is worth: what its entries gave at an earlier time, while others may
  /// have counted than now; made from entries that are no longer here; or altered.
  func standing(
    _ name: String, in scope: Scope, of data: String, _ entries: [Entry], _ causality: Causality,
    team: Archive.Reading? = nil
  ) -> ScopeReport.DerivedState {
    let root = "\(data)/\(scope.folder)"
    let disk = PosixDisk()
    guard let bytes = (try? disk.contents("\(root)/\(name)")) ?? nil,
      let json = try? JSON(parsing: bytes)
    else { return .altered }
    var causality = causality
    if let team { causality.merge(team.causality) }
    let said = team?.entries ?? []
    if name == Self.list {
      let heads = json["team"].flatMap(Heads.init(json:))
      let before = heads.map { Self.entries(said, within: $0) } ?? said
      return standing(ofList: json, bytes, scope, entries, roles(before, causality), causality)
    }
    let now = limits(scope)
    let list = (try? disk.contents("\(root)/\(Self.list)")) ?? nil
    let through = list.flatMap {
      (try? JSON(parsing: $0))?["through"].flatMap(Heads.init(json:))
    }
    // As the list says that it was when both were written, as it is now, and with all that is here.
    let counted = [
      entries, entries.filter { now.counts($0.place) },
      through.map { Self.entries(entries, within: $0) } ?? entries,
    ]
    let roles = roles(said, causality)
    let states = counted.map { document(name, json, bytes, scope, $0, roles, causality) }
    return states.first { $0 == .stale } ?? states[0]
  }

  private static let list = "village.json"

  /// A list says how far each journal counted when it was made: after a change of the team it is behind,
  /// and is made anew at the next opening.
  private func standing(
    ofList json: JSON, _ bytes: [UInt8], _ scope: Scope, _ entries: [Entry],
    _ roles: TeamRoles, _ causality: Causality
  ) -> ScopeReport.DerivedState {
    guard json["counts"] != nil || !limits(scope).isOpen,
      let members = json.members, Array((json.compact + "\n").utf8) == bytes,
      let through = json["through"].flatMap(Heads.init(json:))
    else { return .altered }
    let made = files(
      scope, Self.entries(entries, within: through), roles, causality, EntryLimits())
    let plain = JSON.object(members.filter { $0.key != "counts" })
    return made[Self.list] == Array((plain.compact + "\n").utf8) ? .stale : .altered
  }

  /// The entries that some heads cover.
  private static func entries(_ entries: [Entry], within heads: Heads) -> [Entry] {
    let tips = heads.tips.mapValues { Set($0.map(\.id)) }
    var last: [JournalName: Int] = [:]
    for entry in entries where tips[entry.writer]?.contains(entry.id) == true {
      last[entry.place.journal] = max(last[entry.place.journal] ?? 0, entry.sequence)
    }
    return entries.filter { $0.sequence <= last[$0.place.journal] ?? 0 }
  }

  private func document(
    _ name: String, _ json: JSON, _ bytes: [UInt8], _ scope: Scope, _ entries: [Entry],
    _ roles: TeamRoles, _ causality: Causality
  ) -> ScopeReport.DerivedState {
    guard case .village(let code) = scope, name.hasPrefix("households/"),
      let id = json["household"]?.string, let through = json["through"]?.members
    else { return .altered }
    let past = PastHousehold(entries, causality, roles)
    var reads: [(Subject, String)] = []
    for member in through + (json["claims"]?.members ?? []) {
      guard let last = member.value.string else { return .altered }
      let issue = IssueID(Subject(text: member.key))
      reads.append(
        (
          member.key == "household"
            ? .household(id) : issue?.subject ?? .interview(member.key), last
        ))
    }
    for other in json["joined"]?.array ?? [] {
      guard let name = other["household"]?.string, let last = other["through"]?.string else {
        return .altered
      }
      reads.append((.household(name), last))
    }
    for (subject, last) in reads where !last.isEmpty {
      guard past.knows(last, of: subject) else {
        return EntryID(rawValue: last) == nil || entries.contains { $0.id.rawValue == last }
          ? .altered : .newer
      }
    }
    let expected = HouseholdDocument.json(
      past.file(HouseholdID(id), reads, json), village: code, forms: forms)
    return Array(expected.pretty.utf8) == bytes ? .stale : .altered
  }
}
