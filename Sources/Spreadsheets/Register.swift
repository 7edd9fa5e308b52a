/// The households and members of a village as a list from elsewhere names them.
public struct Register: Equatable, Sendable {
  /// In the order of the file.
  public let households: [RegisterHousehold]

  /// Makes a register of its households.
  public init(households: [RegisterHousehold]) {
    self.households = households
  }
}
