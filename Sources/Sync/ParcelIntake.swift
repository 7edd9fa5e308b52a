import Compression
import Record
import RecordFiles

/// Merges the items of a parcel into a Data folder, one after another.
final class ParcelIntake {
  private let folder: DataFolder
  private let team: String
  private let sealing: Sealing
  private let arrived: (Scope, Arrival) throws(DataFolderFault) -> Void
  var report = SyncReport()

  init(
    _ folder: DataFolder, _ team: String, _ sealing: Sealing,
    _ arrived: @escaping (Scope, Arrival) throws(DataFolderFault) -> Void
  ) {
    self.folder = folder
    self.team = team
    self.sealing = sealing
    self.arrived = arrived
  }

  /// Takes in one item.
  func take(_ item: ParcelItem, _ bytes: ArraySlice<UInt8>) throws {
    switch item {
    case .segment: try takeSegment(bytes)
    case .kept(let kind, let hash, _, let size):
      guard try folder.keptSize(hash, in: kind) == nil else { return }
      let content = try Decompressor.unpack(bytes, stated: size)
      // Named by its content: what was packed under another name is of no use to anybody.
      if try folder.keep(content, in: kind) == hash { report.filesIn += 1 }
    }
  }

  private func takeSegment(_ bytes: ArraySlice<UInt8>) throws {
    guard let newline = bytes.firstIndex(of: 0x0A) else { throw CompressionFault.damaged }
    let header = try SegmentHeader(line: bytes[..<newline])
    guard header.team == team else { throw CompressionFault.damaged }
    let files =
      switch header.scope {
      case .team: try folder.team()
      case .village(let code): try folder.makeVillage(code)
      }
    let holdings = try Holdings(files)
    var wanted = Set<Int>()
    for (index, part) in header.parts.enumerated() where try holdings.journal(with: part) == nil {
      wanted.insert(index)
    }
    let damaged = try files.damagedJournals()
    let mending = header.parts.indices.filter { index in
      damaged.contains { $0.writer == header.parts[index].writer }
    }
    guard !wanted.isEmpty || !mending.isEmpty else { return }
    var reader = try SegmentReader(header, wanted: wanted.union(mending))
    try reader.add(bytes[(newline + 1)...])
    let parts = try reader.finish()
    for journal in damaged { try mend(journal, files, parts, header.scope) }
    // What is here already is passed over.
    let arrival = try files.receive(parts)
    var traffic = report.cameIn[header.scope] ?? .init()
    traffic.entries += arrival.entries.count + arrival.held
    traffic.held += arrival.held
    traffic.bytes += parts.reduce(0) { $0 + $1.bytes.count }
    report.cameIn[header.scope] = traffic
    report.problems += arrival.problems.map { .arrival(header.scope, $0) }
    try arrived(header.scope, arrival)
  }

  /// Puts back what is damaged here.
  private func mend(
    _ journal: JournalName, _ files: VillageFiles, _ parts: [JournalPart], _ scope: Scope
  ) throws {
    guard let mended = try files.mend(journal, from: parts) else { return }
    report.mended.append(SyncReport.Mended(scope: scope, journal: journal, lines: mended.lines))
    report.cameIn[scope, default: .init()].entries += mended.entries.count
    var arrival = Arrival()
    arrival.entries = mended.entries
    try arrived(scope, arrival)
  }
}
