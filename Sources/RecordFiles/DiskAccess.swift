/// For what a file is opened.
public enum DiskAccess: Equatable, Sendable {
  case reading
  /// Writing at the end of a file that exists.
  case appending
  /// Writing a file that does not exist yet; only its owner may read it.
  case creating
  /// Writing from nothing, whatever was there; only its owner may read it.
  case replacing
}
