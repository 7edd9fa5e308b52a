extension [Int] {
  /// The value below which so many of a hundred lie.
  func percentile(_ percent: Double) -> Double {
    guard !isEmpty else { return 0 }
    let sorted = sorted()
    let place = Int((Double(count - 1) * percent / 100).rounded())
    return Double(sorted[place])
  }

  /// The one in the middle.
  var median: Double { percentile(50) }

  /// All together by their number.
  var mean: Double { isEmpty ? 0 : Double(reduce(0, +)) / Double(count) }
}
