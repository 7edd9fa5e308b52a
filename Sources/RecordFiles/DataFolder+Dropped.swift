/// Kept files that were taken away for good, since what named them was erased.
///
/// They are noted by their names, so that copies of them elsewhere go, too; a name says nothing of what was
/// in the file. One that comes again, since somebody gives it anew, is a file like any other.
extension DataFolder {
  private func droppedNote(_ kept: Kept) -> String { "\(path)/\(kept.rawValue)/.dropped" }

  /// The names of the files that were taken away and have not come again.
  public func dropped(in kept: Kept) throws(DataFolderFault) -> Set<String> {
    do {
      let bytes = try disk.contents(droppedNote(kept)) ?? []
      let lines = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
      return Set(lines.filter(Self.isHash))
    } catch {
      throw DataFolderFault(error)
    }
  }

  /// Takes files away for good.
  public func drop(_ hashes: Set<String>, in kept: Kept) throws(DataFolderFault) {
    guard opened.mayWrite else { throw .openedForReading }
    let hashes = hashes.filter(Self.isHash)
    guard !hashes.isEmpty else { return }
    try noteDropped(try dropped(in: kept).union(hashes), in: kept)
    do {
      let folder = "\(path)/\(kept.rawValue)"
      for hash in hashes.sorted() {
        for name in [hash, ".\(hash).part"] where try disk.status("\(folder)/\(name)") != nil {
          try disk.remove("\(folder)/\(name)")
        }
      }
      try disk.syncFolder(folder)
    } catch {
      throw DataFolderFault(error)
    }
  }

  /// A file came again.
  func takeBack(_ hash: String, in kept: Kept) throws(DataFolderFault) {
    var hashes = try dropped(in: kept)
    if hashes.remove(hash) != nil { try noteDropped(hashes, in: kept) }
  }

  private func noteDropped(_ hashes: Set<String>, in kept: Kept) throws(DataFolderFault) {
    do {
      try disk.makeFolders("\(path)/\(kept.rawValue)")
      let text = hashes.sorted().map { $0 + "\n" }.joined()
      try disk.replace(droppedNote(kept), with: Array(text.utf8), synced: true, folder: true)
    } catch {
      throw DataFolderFault(error)
    }
  }
}
