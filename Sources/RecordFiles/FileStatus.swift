/// What lies at a path.
public struct FileStatus: Equatable, Sendable {
  /// Whether it is a folder.
  public let isFolder: Bool
  /// A file's length.
  public let size: Int

  /// Describes a file or folder.
  public init(isFolder: Bool, size: Int) {
    self.isFolder = isFolder
    self.size = size
  }
}
