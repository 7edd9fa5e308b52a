import JSONText
import Record

/// That a county's own overlay has this content from now on: an entry of the team's journals.
///
/// It is an entry, and not only a file that lies there, because two laptops may hold different files
/// under one name: which of them is the later one no clock can say, but the causal order does. Every
/// laptop then judges by the same standard, and the record shows since when and by whom.
public struct OverlayGiven: Equatable, Sendable {
  /// The entry's kind.
  public static let kind = "overlayGiven"

  /// The file's name, with its ending.
  public let name: String
  /// The hash of its content, which is kept under it.
  public let hash: String

  /// Names an overlay's content.
  public init(name: String, hash: String) {
    self.name = name
    self.hash = hash
  }

  /// Reads an entry; nil for any other.
  public init?(_ entry: Entry) {
    guard entry.kind == Self.kind, entry.subject == .team, let body = entry.body,
      let name = body["name"]?.string, let hash = body["hash"]?.string, Hex.isDigest(hash)
    else { return nil }
    self.init(name: name, hash: hash)
  }

  /// What is to be recorded.
  public var draft: EntryDraft {
    EntryDraft(
      subject: .team, kind: Self.kind, body: ["name": .string(name), "hash": .string(hash)])
  }
}
