import Record

/// A journal of the open village of which something is lost or damaged here, as a person is shown it.
public struct ShownDamage: Equatable, Sendable {
  /// Whose entries they are.
  public var writer: WriterID
  /// The number of the first entry that is not here, or that cannot be relied on.
  public var from: Int
  /// What the laptop that wrote it is called; empty where nobody named it.
  public var device: String
  /// Who wrote on that laptop, the newest first.
  public var people: [PersonID]

  /// Names a journal and the entry from which on it is damaged.
  public init(writer: WriterID, from: Int, device: String = "", people: [PersonID] = []) {
    self.writer = writer
    self.from = from
    self.device = device
    self.people = people
  }
}
