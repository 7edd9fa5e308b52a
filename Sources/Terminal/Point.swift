/// A cell's place, counted from 0 at the top left.
public struct Point: Hashable, Sendable {
  /// The row, downwards.
  public var row: Int
  /// The column, to the right.
  public var column: Int

  /// A place; it may lie outside of any canvas.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}
