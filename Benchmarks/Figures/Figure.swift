/// One figure: what was measured, and what it may be at most.
struct Figure {
  /// What was measured, as `group.what`.
  let name: String
  /// How much it was.
  let value: Double
  /// In which unit.
  let unit: String
  /// What the same run measured to compare it with; nil where there is nothing to compare.
  var baseline: Double?
  /// What it may be at most; nil for a figure that only stands beside others.
  var limit: Double?

  /// Whether it is more than it may be.
  var isOver: Bool { limit.map { value > $0 } ?? false }

  /// Name, value, unit, baseline, limit, and whether it is over, separated by tabs.
  var line: String {
    [
      name, Self.text(value), unit, baseline.map(Self.text) ?? "-", limit.map(Self.text) ?? "-",
      isOver ? "over" : "ok",
    ].joined(separator: "\t")
  }

  /// About three significant digits, whole numbers whole.
  private static func text(_ value: Double) -> String {
    if value == value.rounded() { return String(Int(value)) }
    let scale = value < 10 ? 1000 : value < 1000 ? 10 : 1
    let digits = Int((value * Double(scale)).rounded())
    guard scale > 1 else { return String(digits) }
    return "\(digits / scale).\(String(digits % scale + scale).dropFirst())"
  }
}
