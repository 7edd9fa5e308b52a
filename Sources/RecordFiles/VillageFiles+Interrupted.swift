import Record

/// Arrivals that a power cut broke off.
///
/// Many lines of another's journal are appended with one write and one sync. Where the power fails in
/// between, the file can be as long as was meant and have holes anywhere in what was new: no reader
/// could go on behind them. So a note beside the journal says, before, how long it was; as long as the
/// note is there, what stands behind that length was never confirmed. It comes again with the next
/// meeting.
extension VillageFiles {
  private static let prefix = ".arriving-"

  private func notePath(_ journal: JournalName) -> String {
    "\(journalFolder)/\(Self.prefix)\(journal.fileName)"
  }

  /// Notes how long a journal is, on the disk, before anything is appended to it.
  func noteLength(_ journal: JournalName, _ length: Int) throws(DiskFault) {
    try disk.replace(notePath(journal), with: Array("\(length)\n".utf8), synced: true, folder: true)
  }

  /// Takes the note away, once what was appended is on the disk.
  func forgetLength(_ journal: JournalName) throws(DiskFault) {
    try disk.remove(notePath(journal))
    // Else the note could come back after a power cut, and good lines would be cut off.
    try disk.syncFolder(journalFolder)
  }

  /// Cuts journals back to where they ended before an arrival that was broken off.
  func cutInterruptedArrivals() throws(DiskFault) {
    guard folder.mayWrite else { return }
    for file in try disk.names(journalFolder) where file.hasPrefix(Self.prefix) {
      let name = String(file.dropFirst(Self.prefix.count))
      guard let journal = JournalName(fileName: name) else { continue }
      let note = try disk.contents("\(journalFolder)/\(file)") ?? []
      let path = journalPath(journal)
      let text = String(decoding: note, as: UTF8.self)
      if text.hasSuffix("\n"), let length = Int(text.dropLast()), length > 0,
        let size = try disk.status(path)?.size, size > length
      {
        let open = try disk.open(path, .appending)
        defer { disk.close(open) }
        try disk.truncate(open, to: length)
        try disk.sync(open)
      }
      try forgetLength(journal)
    }
  }
}
