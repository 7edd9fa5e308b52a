import Fieldwork
import Record
import RecordFiles
import Screens
import Station

extension Workplace {
  /// Carries out what people had the right to have erased in a village: the bodies are gone from every
  /// journal that is here, and the number of those that were there is returned.
  ///
  /// It is done before anything is computed from the journals, so that no derived file brings back what
  /// is gone. Whoever only reads leaves the journals as they are.
  @discardableResult
  func eraseDoomed(in files: VillageFiles, _ code: String) throws -> Int {
    guard folder.mode == .writing else { return 0 }
    let said = try files.entries(of: [.village])
    // An erasure that no longer counts dooms nothing any more: what it took may come back.
    guard said.contains(where: { $0.kind == Entry.erased }) else {
      return try files.erase(ErasedBodies())
    }
    let doomed = try Erasures.effective(
      among: said, authority, causality: files.causality(), ties: { try files.tiedEntries() },
      entriesOf: { try files.entries(of: $0) }, entries: { try files.entries() })
    let going = try files.entries(losing: doomed)
    let count = try files.erase(doomed)
    try dropEvidence(of: going)
    return count
  }

  /// Takes the files of evidence away that nothing names any more, now that these entries say nothing.
  private func dropEvidence(of entries: [Entry]) throws {
    var hashes: Set<String> = []
    for entry in entries {
      guard case .issueReported(.evidence(let files, _)) = Fact(entry) else { continue }
      hashes.formUnion(files.map(\.hash))
    }
    for code in try folder.villages() where !hashes.isEmpty {
      hashes.subtract(try folder.village(code).named(among: hashes))
    }
    try folder.drop(hashes, in: .attachments)
  }

  /// Carries out what was just said to be erased in the open village, and computes all anew.
  func carryOutErasures() throws -> Int {
    guard let desk, let files else { return 0 }
    let count = try eraseDoomed(in: files, desk.village.code)
    try desk.rebuild()
    try desk.settle()
    forgetOrphanedComments()
    updateSecondCopy()
    return count
  }
}
