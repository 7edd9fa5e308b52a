import Record

/// The journal that this device is writing in one scope.
struct OwnJournal {
  /// Makes the lines.
  var lines: EntryWriter
  /// How far the journal is acknowledged.
  var mark: JournalMark
  /// Nil after a failed write or sync, until the file was opened anew and looked at.
  var file: OpenFile?

  var writer: WriterID { lines.writer }
  var journal: JournalName { JournalName(writer: writer) }
}
