/// An open file.
public struct OpenFile: Equatable, Sendable {
  /// The system's descriptor.
  public let descriptor: Int32
  /// The path it was opened by, for messages.
  public let path: String

  /// Names an open file.
  public init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }
}
