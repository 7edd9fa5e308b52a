import Record

extension VillageFiles {
  /// How many of a journal's entries behind one number and up to another have lost their bodies.
  public func erased(
    in journal: JournalName, after from: Int, upTo to: Int
  ) throws(DataFolderFault) -> Int {
    try ensureRead()
    do {
      if !loadTable() { _ = try readAll(.checked) }
    } catch {
      throw DataFolderFault(error)
    }
    var count = 0
    var name = journal
    var last = to
    // What branches share stands in the first of them.
    while let found = index.journals[name] {
      var first = from
      let parent = found.branching.flatMap { $0.parent < name ? $0 : nil }
      if let parent { first = max(first, parent.shared) }
      count += found.erased.keys.count { $0 > first && $0 <= last }
      guard let parent else { break }
      last = min(last, parent.shared)
      name = parent.parent
    }
    return count
  }
}
