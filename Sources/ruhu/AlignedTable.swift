import Terminal

/// A table as lines of text that stand in columns: the first column to the left, numbers to the right,
/// measured in a terminal's cells, of which a Chinese character takes two.
struct AlignedTable {
  let lines: [String]

  init(_ rows: [[String]]) {
    let count = rows.map(\.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.count ? width(of: $0[column]) : 0 }.max() ?? 0
    }
    lines = rows.map { row in
      row.enumerated().map { index, cell in
        let space = String(repeating: " ", count: widths[index] - width(of: cell))
        return index == 0 ? cell + space : space + cell
      }.joined(separator: "  ")
    }
  }
}
