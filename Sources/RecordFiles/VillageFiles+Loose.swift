import Record

/// Derived files that may not be on the disk.
///
/// They are written without a sync, since nothing is lost with them; but after a power cut one can be
/// empty or old while the list beside it is current, and nothing would put it right. So a note that is on
/// the disk stands beside them from before the first such write until all are on the disk, when the
/// scope is left in order. Found at the start, it says that they must be made anew once.
extension VillageFiles {
  private var looseNote: String { "\(path)/.loose" }

  /// Looks whether the note was left behind.
  func lookForLoose() throws(DiskFault) {
    guard folder.mayWrite else { return }
    hasLooseNote = try disk.status(looseNote) != nil
    mustDeriveAnew = hasLooseNote
  }

  /// Notes that a derived file is going to be written without a sync, or taken away; where that fails it is tried again
  /// with the next one.
  func noteLoose(_ name: String) {
    loose.insert(name)
    guard !hasLooseNote else { return }
    do {
      try disk.replace(looseNote, with: [0x0A], synced: true, folder: true)
      hasLooseNote = true
    } catch {
      return
    }
  }

  /// So many files are synced one by one; of more the whole file system is, which waits for every
  /// other disk, too.
  private static let few = 200

  /// Sees to it that all derived files are on the disk, and takes the note away; where that fails they
  /// are made anew at the next start.
  func fastenLoose() {
    guard hasLooseNote, !mustDeriveAnew else { return }
    do {
      if loose.count > Self.few {
        try disk.syncAll(around: path)
      } else {
        try fasten(loose)
      }
      try disk.remove(looseNote)
      try disk.syncFolder(path)
      hasLooseNote = false
      loose = []
    } catch {
      return
    }
  }

  private func fasten(_ names: Set<String>) throws(DiskFault) {
    var folders: Set<String> = []
    for name in names.sorted() {
      let file = "\(path)/\(name)"
      folders.insert(disk.split(file).parent)
      guard try disk.status(file) != nil else { continue }
      let open = try disk.open(file, .reading)
      defer { disk.close(open) }
      try disk.sync(open)
    }
    for folder in folders.sorted() { try disk.syncFolder(folder) }
  }
}
