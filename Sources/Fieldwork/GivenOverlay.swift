import Record

/// A county's own overlay as the team's journals give it.
///
/// It is an entry, and not only a file that lies there, because two laptops may hold different files
/// under one name: which of them is the later one no clock can say, but the causal order does. Every
/// laptop then judges by the same standard, and the record shows since when and by whom.
public struct GivenOverlay: Equatable, Sendable {
  /// The file's name, with its ending.
  public var name: String
  /// The hash of its content, 64 hexadecimal digits, under which it is kept.
  public var hash: String
  /// Who gave it and when.
  public var stamp: Stamp
}
