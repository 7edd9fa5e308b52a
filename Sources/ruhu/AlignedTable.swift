import Terminal

/// A table as lines of text that stand in columns: words to the left, numbers to the right, measured in
/// a terminal's cells, of which a Chinese character takes two.
struct AlignedTable {
  let lines: [String]

  /// The first row holds the titles.
  init(_ rows: [[String]]) {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? width(of: $0[column]) : 0 }.max() ?? 0
    }
    let ofNumbers = (0..<count).map { column in
      column > 0
        && rows.dropFirst().allSatisfy { column >= $0.count || Self.isNumber($0[column]) }
    }
    lines = rows.map { row in
      var line = row.enumerated().map { index, cell in
        let space = String(repeating: " ", count: widths[index] - width(of: cell))
        return ofNumbers[index] ? space + cell : cell + space
      }.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// A number, a share, or nothing.
  private static func isNumber(_ cell: String) -> Bool {
    cell.allSatisfy { $0.isASCII && ($0.isNumber || "+-.%".contains($0)) }
  }
}
