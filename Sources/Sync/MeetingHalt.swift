import RecordFiles

/// Why a meeting ends early; what was done until then stays.
enum MeetingHalt: Error {
  /// The person said so.
  case stopped
  /// The exchange folder is gone or fails.
  case gone
  /// The Data folder fails.
  case folder(DataFolderFault)
  /// What leaves could not be signed.
  case notSigned(AppendFault)
}
