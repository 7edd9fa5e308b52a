/// All that is wrong with a register, in the order of its rows; not empty.
public struct RegisterFaults: Error, Equatable, Sendable {
  /// The faults.
  public let faults: [RegisterFault]

  /// Gathers faults.
  public init(_ faults: [RegisterFault]) {
    self.faults = faults
  }
}
