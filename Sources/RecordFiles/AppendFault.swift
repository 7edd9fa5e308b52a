import Record

/// Why nothing was recorded: whatever the reason, what was recorded before is untouched.
public enum AppendFault: Error, Equatable, Sendable {
  /// The folder was opened for reading.
  case openedForReading
  /// A draft cannot become an entry.
  case draft(DraftFault)
  /// The disk is full.
  case full
  /// Nothing can be written there.
  case readOnly
  /// The disk did not take the bytes, or did not confirm them.
  case disk(DiskFault)
  /// Journals could not be opened for writing.
  case folder(DataFolderFault)

  init(_ fault: DiskFault) {
    switch fault.reason {
    case .full: self = .full
    case .readOnly, .denied: self = .readOnly
    case .missing, .exists, .failed: self = .disk(fault)
    }
  }
}
