import Compression
import Record
import RecordFiles

/// Writing what is missing there.
extension Meeting {
  /// Lines of a journal behind a number and up to another.
  private struct Stretch {
    var journal: JournalName
    var from: Int
    var to: Int
    /// About how many bytes they have.
    var bytes: Int
  }

  /// Writes what no segment there has, together with smaller segments of our own, which go then.
  ///
  /// Each of our segments grows to at least the double before it is written again, so that there are
  /// few of them and no line is written often.
  func writeOut(_ scope: Scope, _ files: VillageFiles, _ segments: [SegmentFile]) throws {
    do {
      try files.sign(person: person)
    } catch {
      throw MeetingHalt.notSigned(error)
    }
    guard mayWrite else { return }
    let holdings = try Holdings(files)
    // Of another laptop only what it signed itself goes on; that the rest stays behind must be known.
    for state in holdings.journals where state.publicKey != key && state.signed < state.sequence {
      let end = ArrivalProblem.Kind.unsigned(from: state.signed + 1, to: state.sequence)
      add(.arrival(scope, ArrivalProblem(state.journal, end)))
    }
    let sound = segments.filter { !doubted.contains($0.place) && !note.damaged.contains($0.place) }
    var leaving = try sound.filter { try $0.device == me && isOutdated($0, files, holdings) }
    var places = Set(leaving.map(\.place))
    let missing = try stretches(sound.filter { !places.contains($0.place) }, files, holdings)
    var bytes = missing.reduce(0) { $0 + $1.bytes }
    if bytes > 0 {
      let own = sound.filter { $0.device == me && !places.contains($0.place) }
      for segment in own.sorted(by: { $0.header.size < $1.header.size }) {
        guard segment.header.size <= bytes, bytes + segment.header.size <= SegmentSeries.target,
          try isHere(segment, holdings)
        else { break }
        bytes += segment.header.size
        leaving.append(segment)
      }
    }
    guard bytes > 0 || !leaving.isEmpty else { return }
    places = Set(leaving.map(\.place))
    let stretches = try stretches(sound.filter { !places.contains($0.place) }, files, holdings)
    do {
      try write(stretches, scope, files)
      for segment in leaving { try disk.remove(segment.path) }
    } catch let fault as DiskFault {
      guard isHere() else { throw MeetingHalt.gone }
      mayWrite = false
      add(problem(of: fault))
    }
  }

  /// Whether a segment of ours has bodies that are gone here (or the other way round).
  private func isOutdated(
    _ segment: SegmentFile, _ files: VillageFiles, _ holdings: Holdings
  ) throws(DataFolderFault) -> Bool {
    guard try isHere(segment, holdings) else { return false }
    for part in segment.header.parts {
      guard let state = try holdings.journal(with: part) else { return false }
      if try files.erased(in: state.journal, after: part.from, upTo: part.to) != part.erased {
        return true
      }
    }
    return false
  }

  /// Whether all of a segment is here, so that it can be written again.
  private func isHere(
    _ segment: SegmentFile, _ holdings: Holdings
  ) throws(DataFolderFault) -> Bool {
    for part in segment.header.parts where try holdings.journal(with: part) == nil {
      return false
    }
    return true
  }

  /// What the segments do not have of the journals here, as far as these are signed.
  ///
  /// Where bodies are gone that are here, and are here by right, they do not have it: else nobody would
  /// ever get them back.
  private func stretches(
    _ segments: [SegmentFile], _ files: VillageFiles, _ holdings: Holdings
  ) throws(DataFolderFault) -> [Stretch] {
    var stretches: [Stretch] = []
    let parts = Dictionary(grouping: segments.flatMap(\.header.parts)) { $0.writer }
    for state in holdings.journals where state.signed > 0 {
      var reach: Int?
      for part in (parts[state.journal.writer] ?? []).sorted(by: { $0.from < $1.from }) {
        guard part.from == 0 || part.from <= reach ?? -1, part.to > reach ?? 0,
          try holdings.has(state, part.to, part.head), try lacksNothing(part, state, files)
        else { continue }
        reach = part.to
      }
      let from = reach ?? 0
      guard from < state.signed else { continue }
      let share = Double(state.signed - from) / Double(max(state.sequence, 1))
      stretches.append(
        Stretch(
          journal: state.journal, from: from, to: state.signed,
          bytes: max(1, Int(Double(state.bytes) * share))))
    }
    return stretches
  }

  /// Whether a part has all bodies that are here.
  private func lacksNothing(
    _ part: SegmentPart, _ state: JournalState, _ files: VillageFiles
  ) throws(DataFolderFault) -> Bool {
    if part.erased.isEmpty { return true }
    let erased = try files.erased(in: state.journal, after: part.from, upTo: part.to)
    return part.erased.isSubset(of: erased)
  }

  private func write(_ stretches: [Stretch], _ scope: Scope, _ files: VillageFiles) throws {
    let total = stretches.reduce(0) { $0 + $1.bytes }
    var done = 0
    var series = try SegmentSeries(files) { try self.leave(&$0, scope) }
    try tell(.writing, scope, 0, total)
    for stretch in stretches {
      try series.add(stretch.journal, from: stretch.from, to: stretch.to) { count in
        done += count
        try tell(.writing, scope, done, total)
      }
    }
    try series.finish()
    try tell(.writing, scope, total, total)
  }

  /// Puts a segment there; it is on the disk, as a whole and under its name, when this returns.
  private func leave(_ builder: inout SegmentBuilder, _ scope: Scope) throws {
    let (name, bytes) = try builder.finish(
      team: exchange.team, scope: scope, device: me, time: note.time, crypto.sha256)
    guard isHere() else { throw MeetingHalt.gone }
    let folder = there.folder(of: me, scope)
    try disk.makeFolders(folder)
    hasTeamFolder = true
    if try disk.status("\(folder)/\(name)") == nil {
      try disk.replace("\(folder)/\(name)", with: bytes, synced: true, folder: true)
    }
    report.wentOut[scope, default: .init()].entries += builder.entries
    report.wentOut[scope, default: .init()].bytes += bytes.count
  }
}
