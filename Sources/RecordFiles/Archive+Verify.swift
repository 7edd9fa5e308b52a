import JSONText
import Record

extension Archive {
  /// Checks everything: lines, chains and signatures of all journals, what is absent, and whether
  /// derived files follow from the entries.
  ///
  /// With the path of this device's own folder, its journals are also held against what it knows to
  /// have written.
  public func verify(
    _ derivation: Derivation? = nil, device: String? = nil
  ) throws(DataFolderFault) -> [ScopeReport] {
    var scopes = try scopes()
    // Before the journals are read: what is written meanwhile is not to look lost.
    let marks = marks(device)
    for scope in marks.keys.sorted(by: { $0.text < $1.text }) where !scopes.contains(scope) {
      scopes.append(scope)
    }
    let team = held(read(.team), marks[.team])
    return inParallel(scopes) { scope in
      report(scope == .team ? team : held(read(scope), marks[scope]), team: team, derivation)
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

  private func report(_ reading: Reading, team: Reading, _ derivation: Derivation?) -> ScopeReport {
    var signed: [WriterID: Int] = [:]
    var seen: [WriterID: Int] = [:]
    for entry in reading.entries {
      seen.merge(entry.seen) { max($0, $1) }
      if entry.kind == Entry.handedOver, entry.body != nil {
        signed[entry.writer] = entry.sequence - 1
      }
    }
    for fault in reading.faults where fault.kind == .wrongSignature {
      if let writer = fault.writer { signed[writer] = nil }
    }
    let here = reading.heads.sequences.merging(team.heads.sequences) { max($0, $1) }
    let absent = seen.filter { $0.value > here[$0.key, default: 0] }
      .map { ScopeReport.Absence(writer: $0.key, seen: $0.value, here: here[$0.key, default: 0]) }
      .sorted { $0.writer < $1.writer }
    return ScopeReport(
      scope: reading.scope, entries: reading.entries.count,
      erased: reading.entries.filter { $0.body == nil }.map(\.id), faults: reading.faults,
      signed: signed, absent: absent, derived: derived(reading, team: team, derivation))
  }

  private func derived(
    _ reading: Reading, team: Reading, _ derivation: Derivation?
  ) -> [String: ScopeReport.DerivedState] {
    var states: [String: ScopeReport.DerivedState] = [:]
    if let state = indexState(reading) { states["index"] = state }
    guard let derivation else { return states }
    let root = "\(path)/\(reading.scope.folder)"
    let expected = derivation.files(reading.scope, reading.entries, team.entries)
    // Files of one time were made together: what that time gives is worked out once.
    var earlier: [(heads: Heads, files: [String: [UInt8]])] = []
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
      let files: [String: [UInt8]]
      if let known = earlier.first(where: { $0.heads == heads }) {
        files = known.files
      } else {
        files = derivation.files(
          reading.scope, reading.entries.filter(heads.contains),
          team.entries.filter(heads.contains))
        earlier.append((heads, files))
      }
      if Self.goBeyond(heads, reading, team) {
        states[name] = .newer
        continue
      }
      let possible = Self.lieWithin(heads, reading, team)
      states[name] = possible && files[name] == bytes ? .stale : .altered
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
    heads.byWriter.allSatisfy { writer, head in
      [reading, team].contains { reading in
        reading.entries.contains { $0.id == head.id && $0.writer == writer }
      }
    }
  }

  /// The files below a scope's folder that somebody derived.
  private func derivedNames(_ root: String, _ below: String) -> [String] {
    var names: [String] = []
    for name in (try? disk.names("\(root)/\(below)")) ?? [] where !name.hasPrefix(".") {
      if below.isEmpty && (["journal", "index"] + VillageFiles.notes).contains(name) { continue }
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
    let fits = index.journals.allSatisfy { writer, journal in
      let now = reading.index.journals[writer]?.places ?? []
      return zip(journal.places, now).allSatisfy { old, new in
        old.offset == new.offset && old.length == new.length && old.sequence == new.sequence
          && index.subjects[Int(old.subject)] == reading.index.subjects[Int(new.subject)]
      }
    }
    guard fits else { return .altered }
    let isNewer = index.journals.contains { writer, journal in
      journal.places.count > reading.index.journals[writer]?.places.count ?? 0
    }
    return isNewer ? .newer : .stale
  }
}
