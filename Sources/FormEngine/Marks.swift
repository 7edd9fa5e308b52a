/// Which computations are due, in which rows: one bit each.
struct Marks {
  private var words: [UInt64]
  private let wordsPerRank: Int
  private let ranks: Int
  private var due: [UInt64]
  /// Nodes that came to be relevant again with something stored, each with its row.
  var shownAgain: [(node: Int, row: Int)] = []

  init(ranks: Int, rows: Int) {
    self.ranks = ranks
    wordsPerRank = (rows + 63) / 64
    words = [UInt64](repeating: 0, count: ranks * wordsPerRank)
    due = [UInt64](repeating: 0, count: (ranks + 63) / 64)
  }

  mutating func mark(_ rank: Int, _ row: Int) {
    words[rank * wordsPerRank + row >> 6] |= 1 << UInt64(row & 63)
    due[rank >> 6] |= 1 << UInt64(rank & 63)
  }

  /// The first rank below a limit at which something is due.
  func first(below limit: Int) -> Int? {
    for (index, word) in due.enumerated() where word != 0 {
      let rank = index << 6 + word.trailingZeroBitCount
      return rank < limit ? rank : nil
    }
    return nil
  }

  /// Takes one row that is due at a rank; nil when there is none left.
  mutating func take(_ rank: Int) -> Int? {
    let start = rank * wordsPerRank
    for index in 0..<wordsPerRank where words[start + index] != 0 {
      let bit = words[start + index].trailingZeroBitCount
      words[start + index] &= words[start + index] - 1
      return index << 6 + bit
    }
    due[rank >> 6] &= ~(1 << UInt64(rank & 63))
    return nil
  }
}
