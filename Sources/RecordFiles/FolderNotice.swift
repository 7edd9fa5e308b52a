import Record

/// What was found and done on opening journals for writing: facts for the person at the keyboard.
public enum FolderNotice: Equatable, Sendable {
  /// Data is older than what this device had written: a backup or an old copy was put back. Work goes
  /// on under a new writer.
  case rolledBack(scope: Scope, writer: WriterID, had: Int, has: Int)
  /// This device's journal is damaged. It is left as it is; work goes on under a new writer.
  case damaged(scope: Scope, writer: WriterID)
  /// A line that was never acknowledged was cut off a journal of this device and kept beside it.
  case cutOff(scope: Scope, writer: WriterID, evidence: String, bytes: Int)
}
