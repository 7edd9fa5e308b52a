/// Why nothing was written: facts for whoever makes sentences of them.
public enum StoreFault: Error, Equatable, Sendable {
  /// The disk is full.
  case diskFull
  /// The folder cannot be written to.
  case readOnly
  /// The disk did not confirm; the entries may or may not be there, and count as not there.
  case syncFailed
  /// Another reason, by the operating system's error number.
  case failed(errno: Int32)
  /// The folder is open for reading only: another ruhu writes in it.
  case notOpenForWriting
}
