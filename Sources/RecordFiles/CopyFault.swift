import Record

/// Why a backup, a restore or a second copy did not come about; nothing was lost by it.
public enum CopyFault: Error, Equatable, Sendable {
  /// The target has something in it.
  case notEmpty(String)
  /// The target lies in Data itself, and would be lost with it.
  case insideData(String)
  /// The folder that was to take the second copy is not there.
  case noSuchTarget(String)
  /// Several second copies lie in that folder; their paths.
  case severalCopies([String])
  /// There is no backup at that place.
  case noBackup(String)
  /// A file of the backup is not what it was: changed or cut since.
  case altered(String)
  /// Data has entries that the backup has not; the journals that have them.
  case newer([String])
  /// Data is another folder than the one that was backed up.
  case otherData
  /// What was written did not read back as what was meant: the target is failing.
  case notCopied(String)
  /// The target has no room left.
  case full(String)
  /// Data could not be worked with.
  case folder(DataFolderFault)
  /// The system refused.
  case disk(DiskFault)

  init(_ fault: DiskFault) {
    self = fault.reason == .full ? .full(fault.path) : .disk(fault)
  }
}
