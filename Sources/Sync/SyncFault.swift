import RecordFiles

/// Why a meeting did not begin; nothing was changed anywhere then.
public enum SyncFault: Error, Equatable, Sendable {
  /// There is no such folder: the stick is not in.
  case noSuchFolder(String)
  /// It is a file.
  case notAFolder(String)
  /// The folder may not be looked into.
  case denied(String)
  /// The path lies in the Data folder, where nothing is exchanged.
  case insideData(String)
  /// The Data folder was opened for reading only.
  case openedForReading
  /// A team's name is not in its form.
  case badTeam(String)
  /// The Data folder could not be read or written.
  case folder(DataFolderFault)
  /// The system refused.
  case disk(DiskFault)
}
