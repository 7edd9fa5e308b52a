/// Stops of one row that stand next to each other: before, between or behind the repeats inside it.
///
/// Who keeps something for each stop compares pieces by their marks and looks only into those that are
/// new, so that in a form with hundreds of rows a key costs what it changes.
public struct StopPiece: Sendable {
  /// Tells a piece from every other that its form had or has.
  public struct Mark: Equatable, Sendable {
    /// When the row's stops were made, counted by changes.
    let version: Int
    /// Which of the row's pieces it is.
    let part: Int
  }

  /// The ids of the enclosing rows, outermost first, this one's included; all its stops lie there.
  public let rows: [RowID]
  /// The same as long as the piece is.
  public let mark: Mark
  /// The stops in order; there may be none.
  public let stops: [Stop]
}

extension FormInstance {
  /// Everything an interviewer is shown, in order and in pieces.
  public func stopPieces() -> [StopPiece] {
    var pieces: [StopPiece] = []
    append(0, to: &pieces)
    return pieces
  }

  private func append(_ row: Int, to pieces: inout [StopPiece]) {
    let version = rows[row].stopsVersion
    for (part, shown) in rows[row].stops.enumerated() {
      pieces.append(
        StopPiece(
          rows: rows[row].path, mark: StopPiece.Mark(version: version, part: part), stops: shown))
      guard part < rows[row].rosters.count else { continue }
      for inner in rows[row].rosters[part].order { append(inner, to: &pieces) }
    }
  }
}
