/// One row of a repeat, or the form's own single row.
struct RowState: Sendable {
  /// The rows of one repeat inside a row.
  struct Roster: Sendable {
    /// The rows' places among all rows, in order.
    var order: [Int] = []
    var placeOf: [RowID: Int] = [:]
    /// What the repeat's relevance says of it as a whole.
    var own = true
    var relevant = true
  }

  var id: RowID
  var scope: Int
  /// The row around this one; the form's own row is its own parent.
  var parent: Int
  /// From 0.
  var number: Int
  /// The ids of the enclosing rows, outermost first, this one's included.
  var path: [RowID]
  var cells: [Cell]
  var rosters: [Roster]
  /// What is shown of the row: one part before, between and behind the repeats inside it.
  var stops: [[Stop]] = []
  var stopsAreStale = true
  /// The number of the change by which `stops` came.
  var stopsVersion = 0
  /// False once the row was taken out; its place waits for another.
  var isUsed = true
}
