import Record

/// Which bodies are gone here, and which of them had better come back.
extension VillageFiles {
  /// Which of a journal's entries behind one number and up to another have lost their bodies, by number.
  public func erased(
    in journal: JournalName, after from: Int, upTo to: Int
  ) throws(DataFolderFault) -> RangeSet<Int> {
    try numbers(in: journal, after: from, upTo: to) { _, _, _ in true }
  }

  /// Which of them were not to be gone, by what was asked to be erased last.
  ///
  /// Whoever had them erased had no right to it, or what they belong to turned out to be another's.
  /// Where somebody has them still they may come back.
  public func missing(
    in journal: JournalName, after from: Int, upTo to: Int
  ) throws(DataFolderFault) -> RangeSet<Int> {
    let doomed = doomed
    return try numbers(in: journal, after: from, upTo: to) { home, number, id in
      if doomed.entries.contains(id) { return false }
      guard !doomed.subjects.isEmpty, let places = index.journals[home]?.places,
        let at = SubjectIndex.index(of: number, in: places)
      else { return true }
      return !doomed.subjects.contains(Subject(text: index.subjects[Int(places[at].subject)]))
    }
  }

  /// Whether anything was to be gone when that was last asked for.
  public var hasDoomed: Bool { !doomed.isEmpty }

  private func numbers(
    in journal: JournalName, after from: Int, upTo to: Int,
    where isWanted: (JournalName, Int, EntryID) -> Bool
  ) throws(DataFolderFault) -> RangeSet<Int> {
    try ensureRead()
    // Nearly always, and then the table need not be read.
    guard index.hasErased(journal) else { return RangeSet() }
    do {
      if !loadTable() { _ = try readAll(.checked) }
    } catch {
      throw DataFolderFault(error)
    }
    var found: [Int] = []
    var name = journal
    var last = to
    // What branches share stands in the first of them.
    while let known = index.journals[name] {
      var first = from
      let parent = known.branching.flatMap { $0.parent < name ? $0 : nil }
      if let parent { first = max(first, parent.shared) }
      for (number, id) in known.erased
      where number > first && number <= last && isWanted(name, number, id) {
        found.append(number)
      }
      guard let parent else { break }
      last = min(last, parent.shared)
      name = parent.parent
    }
    var numbers = RangeSet<Int>()
    for number in found.sorted() { numbers.insert(contentsOf: number..<(number + 1)) }
    return numbers
  }
}

extension RangeSet<Int> {
  /// How many numbers there are.
  public var total: Int { ranges.reduce(0) { $0 + $1.count } }
}
