import Record
import RecordFiles

/// Taking back bodies that are gone here and were not to be.
extension Meeting {
  /// Reads the parts again that have bodies which are missing here.
  ///
  /// What nobody has is not looked for: the headers say which bodies are gone there.
  func takeBack(_ scope: Scope, _ segments: [SegmentFile]) throws {
    guard let files = try files(of: scope), try isMissingBodies(files) else { return }
    let holdings = try Holdings(files)
    func lacking(_ segment: SegmentFile) throws(DataFolderFault) -> Set<Int> {
      var wanted: Set<Int> = []
      for (index, part) in segment.header.parts.enumerated() {
        guard let state = try holdings.journal(with: part) else { continue }
        let missing = try files.missing(in: state.journal, after: part.from, upTo: part.to)
        if !missing.isSubset(of: part.erased) { wanted.insert(index) }
      }
      return wanted
    }
    for segment in segments where !doubted.contains(segment.place) {
      let wanted = try lacking(segment)
      guard !wanted.isEmpty else { continue }
      let total = segment.header.packed
      let parts = try read(segment, wanted) { try tell(.takingIn, scope, $0, total) }
      guard let parts else { continue }
      // What came back stood here before and is counted as nothing new.
      try take(try files.receive(parts), 0, scope)
      guard try isMissingBodies(files) else { return }
    }
  }

  private func isMissingBodies(_ files: VillageFiles) throws(DataFolderFault) -> Bool {
    for journal in files.keys().keys {
      if try !files.missing(in: journal, after: 0, upTo: Int.max).isEmpty { return true }
    }
    return false
  }
}
