/// A device's run of work in one scope: the name of one journal.
public struct WriterID: RawRepresentable, Hashable, Comparable, Sendable {
  /// Its 16 characters.
  public let rawValue: String

  /// Takes a text in the form of a `ShortID`; nil for any other.
  public init?(rawValue: String) {
    guard ShortID.isValid(rawValue) else { return nil }
    self.rawValue = rawValue
  }

  /// Makes one of ten bytes.
  public init(bytes: some Collection<UInt8>) { rawValue = ShortID.text(bytes) }

  init(checked text: String) { rawValue = text }

  /// The order of the texts.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
