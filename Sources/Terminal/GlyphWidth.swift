/// How many cells a scalar takes: the C library's `wcwidth` in UTF-8, as a table.
///
/// Layout and the terminal library must agree on every width or lines drift apart; a test compares
/// this table with the C library for all scalars.
enum GlyphWidth {
  /// The cells that a scalar takes: 0, 1 or 2, or -1 for one that is not printed.
  static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return (0x20...0x7E).contains(value) || value >= 0xA0 ? 1 : -1 }
    if (0x4E00...0x9FFF).contains(value) { return 2 }
    if contains(value, in: wideRuns) { return 2 }
    if contains(value, in: zeroRuns) { return 0 }
    return contains(value, in: unprintableRuns) ? -1 : 1
  }

  /// Whether one of the runs (first, last, first, last …) holds the value.
  private static func contains(_ value: UInt32, in runs: [UInt32]) -> Bool {
    var low = 0
    var high = runs.count / 2
    while low < high {
      let middle = (low + high) / 2
      if runs[2 * middle + 1] < value { low = middle + 1 } else { high = middle }
    }
    return 2 * low < runs.count && runs[2 * low] <= value
  }
}
