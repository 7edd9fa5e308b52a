import Reports

extension ReportCell {
  /// What a reader sees of it where there is nothing but text; shares with one decimal, as `97.5%`.
  public var text: String {
    switch self {
    case .blank: ""
    case .text(let text), .day(let text): text
    case .count(let count, _): String(count)
    case .share(let part, let whole):
      Self.permille(part, of: whole).map { "\($0 / 10).\($0 % 10)%" } ?? ""
    case .number(let number, let decimals): Self.text(number, decimals)
    }
  }

  /// A number with so many decimals, rounded half away from zero.
  static func text(_ number: Double, _ decimals: Int) -> String {
    let scale = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
    let scaled = (number * scale).rounded()
    guard scaled.isFinite, abs(scaled) < 1e15 else { return "\(number)" }
    let whole = Int(abs(scaled))
    let unit = Int(scale)
    let sign = scaled < 0 ? "-" : ""
    guard decimals > 0 else { return "\(sign)\(whole)" }
    let fraction = String(whole % unit)
    let zeros = String(repeating: "0", count: decimals - fraction.count)
    return "\(sign)\(whole / unit).\(zeros)\(fraction)"
  }
}
