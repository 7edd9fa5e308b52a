/// Where an interview halts to show something.
public enum Stop: Hashable, Sendable {
  /// A question to be answered, or shown when it is read-only.
  case question(NodeAddress)
  /// A note to be read.
  case note(NodeAddress)
  /// The table of a repeat's rows, where rows are added and taken out; it stands before the rows.
  case roster(NodeAddress)

  /// The place in the interview.
  public var address: NodeAddress {
    switch self {
    case .question(let address), .note(let address), .roster(let address): address
    }
  }
}
