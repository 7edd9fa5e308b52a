/// The identity of a roster row, supplied by the caller and never its position.
public typealias RowID = String

/// One place in an interview: a node of the definition in one row of each repeat around it.
public struct NodeAddress: Hashable, Sendable {
  /// The node's index in the definition.
  public var node: Int
  /// The rows of the enclosing repeats, outermost first.
  public var rows: [RowID]

  /// Names a node in its rows.
  public init(node: Int, rows: [RowID] = []) {
    self.node = node
    self.rows = rows
  }
}
