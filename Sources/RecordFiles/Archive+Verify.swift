import JSONText
import Record

extension Archive {
  /// Checks everything: lines, chains and signatures of all journals, what is absent, and whether
  /// derived files follow from the entries.
  ///
  /// With the path of this device's own folder, its journals are also held against what it knows to
  /// have written. `limits` says how far each journal of a scope counts by the team's journals.
  public func verify(
    _ derivation: Derivation? = nil, device: String? = nil,
    limits: @Sendable (_ team: Reading, _ scope: Reading) -> EntryLimits = { _, _ in EntryLimits() }
  ) throws(DataFolderFault) -> [ScopeReport] {
    var scopes = try scopes()
    // Before the journals are read: what is written meanwhile is not to look lost.
    let marks = marks(device)
    for scope in marks.keys.sorted(by: { $0.text < $1.text }) where !scopes.contains(scope) {
      scopes.append(scope)
    }
    let team = held(read(.team), marks[.team])
    return inParallel(scopes) { scope in
      let reading = scope == .team ? team : held(read(scope), marks[scope])
      return report(reading, team: team, limits(team, reading), limits(team, team), derivation)
    }
  }

  /// What the device knows to have written here; without what was put back by us.
  private func marks(_ device: String?) -> [Scope: DeviceFolder.Mark] {
    guard let device, let id = (try? DataFolder.identity(path, disk)) ?? nil else { return [:] }
    return DeviceFolder(path: device, disk: disk).marks(id)
      .filter { $0.value.state != .retired && ($0.value.sequence > 0 || !$0.value.lost.isEmpty) }
  }

  /// A reading with the fault of a journal that ends before what this device wrote.
  private func held(_ reading: Reading, _ mark: DeviceFolder.Mark?) -> Reading {
    guard let mark else { return reading }
    let written = mark.lost.merging([mark.writer: mark.sequence]) { max($0, $1) }
    var faults = reading.faults
    for (writer, number) in written.sorted(by: { $0.key < $1.key }) {
      let left = reading.heads.sequences[writer, default: 0]
      guard left < number else { continue }
      // A torn end of such a journal was not one that nobody had confirmed.
      faults.removeAll { $0.writer == writer && $0.isUnacknowledgedTail }
      faults.append(
        JournalFault(
          scope: reading.scope, writer: writer, line: 0,
          kind: .lostEnd(written: number, left: left)))
    }
    return Reading(
      scope: reading.scope, entries: reading.entries, heads: reading.heads, faults: faults,
      index: reading.index)
  }

  private func report(
    _ reading: Reading, team: Reading, _ limits: EntryLimits, _ teamLimits: EntryLimits,
    _ derivation: Derivation?
  ) -> ScopeReport {
    var held: [JournalName: Int] = [:]
    for entry in reading.entries where !limits.counts(entry.place) {
      held[entry.place.journal, default: 0] += 1
    }
    let journals = reading.index.journals
    let signed = journals.compactMapValues { $0.signed > 0 ? $0.signed : nil }
    let unsigned = journals.compactMapValues { journal in
      journal.mark.sequence > journal.signed ? journal.mark.sequence - journal.signed : nil
    }
    return ScopeReport(
      scope: reading.scope, entries: reading.entries.count,
      erased: reading.entries.filter { $0.body == nil }.map(\.id), faults: reading.faults,
      signed: signed, unsigned: unsigned, held: held,
      absent: Self.absences(reading, team),
      derived: derived(reading, limits, team: team, teamLimits, derivation))
  }

  /// Entries that others told of and that are not here.
  private static func absences(_ reading: Reading, _ team: Reading) -> [ScopeReport.Absence] {
    var seen: [WriterID: Int] = [:]
    for journal in reading.index.journals.values {
      seen.merge(journal.mark.told) { max($0, $1) }
    }
    var here = reading.heads.sequences.merging(team.heads.sequences) { max($0, $1) }
    var causality = reading.causality
    causality.findTips(among: team.entries)
    for told in causality.unknownTips {
      seen[told.writer] = max(seen[told.writer] ?? 0, told.tip.sequence)
      // Another branch may go further; of this one the end is missing.
      here[told.writer] = min(here[told.writer] ?? 0, told.tip.sequence - 1)
    }
    return seen.filter { $0.value > here[$0.key, default: 0] }
      .map { ScopeReport.Absence(writer: $0.key, seen: $0.value, here: here[$0.key, default: 0]) }
      .sorted { $0.writer < $1.writer }
  }

  private func derived(
    _ reading: Reading, _ limits: EntryLimits, team: Reading, _ teamLimits: EntryLimits,
    _ derivation: Derivation?
  ) -> [String: ScopeReport.DerivedState] {
    var states: [String: ScopeReport.DerivedState] = [:]
    if let state = indexState(reading) { states["index"] = state }
    guard let derivation else { return states }
    let root = "\(path)/\(reading.scope.folder)"
    var causality = reading.causality
    causality.merge(team.causality)
    causality.findTips(among: team.entries)
    let counted = reading.entries.filter { limits.counts($0.place) }
    let countedTeam = team.entries.filter { teamLimits.counts($0.place) }
    let expected = derivation.files(reading.scope, counted, countedTeam, causality)
    // Files of one time were made together: what that time gives is worked out once. Less may count
    // now than did then.
    var earlier: [(heads: Heads, files: [[String: [UInt8]]])] = []
    var there = Set<String>()
    for name in derivedNames(root, "") {
      there.insert(name)
      guard let bytes = (try? disk.contents("\(root)/\(name)")) ?? nil else {
        states[name] = .altered
        continue
      }
      if expected[name] == bytes { continue }
      guard let heads = derivation.heads(name, bytes) else {
        states[name] = expected[name] == nil ? .unknown : .altered
        continue
      }
      let files: [[String: [UInt8]]]
      if let known = earlier.first(where: { $0.heads == heads }) {
        files = known.files
      } else {
        let before = Self.entries(of: reading, within: heads)
        let teamBefore = Self.entries(of: team, within: heads)
        var made = [derivation.files(reading.scope, before, teamBefore, causality)]
        if !limits.isOpen || !teamLimits.isOpen {
          made.append(
            derivation.files(
              reading.scope, before.filter { limits.counts($0.place) },
              teamBefore.filter { teamLimits.counts($0.place) }, causality))
        }
        files = made
        earlier.append((heads, files))
      }
      if Self.goBeyond(heads, reading, team) {
        states[name] = .newer
        continue
      }
      let possible = Self.lieWithin(heads, reading, team)
      states[name] = possible && files.contains { $0[name] == bytes } ? .stale : .altered
    }
    for name in expected.keys where !there.contains(name) { states[name] = .missing }
    return states
  }

  /// Whether some head lies behind the end of its journal.
  private static func goBeyond(_ heads: Heads, _ reading: Reading, _ team: Reading) -> Bool {
    let here = reading.heads.sequences.merging(team.heads.sequences) { max($0, $1) }
    return heads.sequences.contains { $0.value > here[$0.key, default: 0] }
  }

  /// Whether each head names an entry that is here.
  private static func lieWithin(_ heads: Heads, _ reading: Reading, _ team: Reading) -> Bool {
    let tips = Set(heads.tips.values.joined())
    var missing = tips
    for entry in reading.entries + team.entries where !missing.isEmpty {
      missing.remove(Heads.Head(sequence: entry.sequence, id: entry.id))
    }
    return missing.isEmpty
  }

  /// The entries that some heads cover; none of a writer whose heads are not here.
  private static func entries(of reading: Reading, within heads: Heads) -> [Entry] {
    let index = reading.index
    let ids = ids(reading.entries, of: Set(index.forkedWriters))
    var read: [JournalName: Int] = [:]
    for writer in heads.tips.keys where !index.branches(of: writer).isEmpty {
      let found = index.read(of: writer, by: heads) { name, sequence in
        index.place(of: name, at: sequence).flatMap { ids[$0.entryPlace] }
      }
      read.merge(found ?? [:]) { first, _ in first }
    }
    return reading.entries.filter { $0.sequence <= read[$0.place.journal, default: 0] }
  }

  /// The files below a scope's folder that somebody derived.
  private func derivedNames(_ root: String, _ below: String) -> [String] {
    var names: [String] = []
    for name in (try? disk.names("\(root)/\(below)")) ?? [] where !name.hasPrefix(".") {
      if below.isEmpty && (VillageFiles.notDerived).contains(name) { continue }
      let path = below.isEmpty ? name : "\(below)/\(name)"
      if (try? disk.status("\(root)/\(path)"))??.isFolder == true {
        names += derivedNames(root, path)
      } else {
        names.append(path)
      }
    }
    return names
  }

  /// What the index is worth; nil when it is current or there is none.
  private func indexState(_ reading: Reading) -> ScopeReport.DerivedState? {
    let file = "\(path)/\(reading.scope.folder)/index"
    guard let bytes = (try? disk.contents(file)) ?? nil else { return nil }
    if bytes == reading.index.bytes(crypto.sha256) { return nil }
    guard
      var index =
        (try? SubjectIndex.head(
          bytes, scope: reading.scope, sha256: crypto.sha256,
          more: { (_) throws(DiskFault) -> [UInt8] in bytes })) ?? nil,
      let unloaded = index.unloaded, unloaded.offset <= bytes.count,
      index.load(Array(bytes[unloaded.offset...]), crypto.sha256)
    else { return .altered }
    let fits = index.journals.allSatisfy { name, journal in
      let now = reading.index.journals[name]?.places ?? []
      let ties = reading.index.journals[name]?.ties ?? []
      return zip(journal.ties, ties).allSatisfy { old, new in
        old.sequence == new.sequence
          && index.subjects[Int(old.subject)] == reading.index.subjects[Int(new.subject)]
      }
        && zip(journal.places, now).allSatisfy { old, new in
          old.offset == new.offset && old.length == new.length && old.sequence == new.sequence
            && index.subjects[Int(old.subject)] == reading.index.subjects[Int(new.subject)]
        }
    }
    guard fits else { return .altered }
    let isNewer = index.journals.contains { name, journal in
      journal.places.count > reading.index.journals[name]?.places.count ?? 0
    }
    return isNewer ? .newer : .stale
  }
}
