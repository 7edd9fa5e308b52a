import Glibc

/// A system call that failed.
public struct DiskFault: Error, Equatable, Sendable {
  /// What was tried.
  public enum Operation: Equatable, Sendable {
    case open, read, write, sync, syncFolder, truncate, rename, remove, makeFolder, list, status
    case lock
  }

  /// What the system's error number means to us.
  public enum Reason: Equatable, Sendable {
    case full, readOnly, denied, missing, exists, failed
  }

  /// What was tried.
  public let operation: Operation
  /// On which path.
  public let path: String
  /// The system's error number.
  public let code: Int32

  /// Names a failed call.
  public init(_ operation: Operation, _ path: String, _ code: Int32) {
    self.operation = operation
    self.path = path
    self.code = code
  }

  /// What the error number means to us.
  public var reason: Reason {
    switch code {
    case ENOSPC, EDQUOT: .full
    case EROFS: .readOnly
    case EACCES, EPERM: .denied
    case ENOENT, ENOTDIR: .missing
    case EEXIST: .exists
    default: .failed
    }
  }
}
