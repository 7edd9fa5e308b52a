/// An entry and where its line stands in its journal.
public struct LocatedEntry: Sendable {
  /// The entry.
  public let entry: Entry
  /// The first byte of its line.
  public let offset: Int
  /// The bytes of its line, without the newline.
  public let length: Int
  /// Whether its body was erased; a body that was only checked is there all the same.
  public let isErased: Bool
}
