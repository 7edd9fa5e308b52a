/// What the formulas of a standard see of a household's answers, looked at once.
struct SeenAnswers {
  /// What they see of one answer.
  struct Answer {
    var number = Double.nan
    /// The bit of the name that it is.
    var name: UInt64 = 0
    /// The bits of the names that are in it.
    var parts: UInt64 = 0
    /// Asked, and not given, not known or refused.
    var isUndetermined = false
  }

  private let answers: [Answer]
  /// By row: where its answers begin, and the row around it.
  private let starts: [(first: Int, parent: Int)]

  init(_ rows: [RowState], _ watched: [[FormulaProgram.Watched]]) {
    var answers: [Answer] = []
    var starts: [(first: Int, parent: Int)] = []
    answers.reserveCapacity(rows.reduce(0) { $0 + watched[$1.scope].count })
    starts.reserveCapacity(rows.count)
    for row in rows {
      starts.append((answers.count, row.parent))
      guard row.isUsed else { continue }
      let cells = row.cells
      for watched in watched[row.scope] { answers.append(Answer(cells[watched.local], watched)) }
    }
    self.answers = answers
    self.starts = starts
  }

  /// What is seen at a place from a row.
  @inline(__always)
  subscript(place: FormulaProgram.Place, row: Int) -> Answer {
    var row = row
    for _ in 0..<place.up { row = starts[row].parent }
    return answers[starts[row].first + Int(place.slot)]
  }
}

extension SeenAnswers.Answer {
  fileprivate init(_ cell: Cell, _ watched: FormulaProgram.Watched) {
    guard cell.relevant else {
      name = Self.bits(watched.names) { $0.isEmpty }
      return
    }
    number = cell.number
    let value = cell.value
    name = Self.bits(watched.names) { $0 == value }
    if watched.isSeveral || watched.isSearched {
      parts = Self.bits(watched.names) { AnswerTokens.contains(value, $0) }
    }
    isUndetermined =
      watched.isQuestion
      && (value.isEmpty || (watched.isSeveral ? name | parts : name) & watched.undetermined != 0)
  }

  private static func bits(_ names: [String], _ isThere: (String) -> Bool) -> UInt64 {
    var bits: UInt64 = 0
    for index in names.indices where isThere(names[index]) { bits |= 1 << UInt64(index) }
    return bits
  }
}
