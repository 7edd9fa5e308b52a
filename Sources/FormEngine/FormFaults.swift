/// Everything for which a form is refused.
public struct FormFaults: Error, Equatable, Sendable {
  /// The faults, in the order of sheets and rows.
  public let faults: [FormFault]

  /// Gathers faults.
  public init(_ faults: [FormFault]) {
    self.faults = faults
  }
}
