/// The functions of mathematics that forms may call, in plain Swift since a pure module links no
/// C library; results agree with it to about fifteen digits.
enum Mathematics {
  static func call(_ function: Function, _ x: Double) -> Double {
    switch function {
    case .sqrt: x.squareRoot()
    case .exp: exponential(x)
    case .exp10: power(10, x)
    case .log: logarithm(x)
    case .log10: decimalLogarithm(x)
    case .sin: sine(x)
    case .cos: sine(x, quarter: 1)
    case .tan: sine(x) / sine(x, quarter: 1)
    case .asin: x.magnitude > 1 ? .nan : arcTangent(x, (1 - x * x).squareRoot())
    case .acos: x.magnitude > 1 ? .nan : arcTangent((1 - x * x).squareRoot(), x)
    default: arcTangent(x, 1)
    }
  }

  private static let ln2High = 6.93147180369123816490e-01
  private static let ln2Low = 1.90821492927058770002e-10

  static func exponential(_ x: Double) -> Double {
    guard x.isFinite else { return x.isNaN ? .nan : (x < 0 ? 0 : .infinity) }
    if x > 709.79 { return .infinity }
    if x < -745.2 { return 0 }
    let halvings = (x / (ln2High + ln2Low)).rounded()
    let rest = (x - halvings * ln2High) - halvings * ln2Low
    var term = 1.0
    var sum = 1.0
    for index in 1...20 {
      term *= rest / Double(index)
      sum += term
    }
    let half = Int(halvings) / 2
    return sum * scale(half) * scale(Int(halvings) - half)
  }

  private static func scale(_ exponent: Int) -> Double {
    Double(sign: .plus, exponent: exponent, significand: 1)
  }

  static func logarithm(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? -.infinity : .nan }
    guard x.isFinite else { return x }
    var exponent = Double(x.exponent)
    var significand = x.significand
    if significand > 1.4142135623730951 {
      significand /= 2
      exponent += 1
    }
    let ratio = (significand - 1) / (significand + 1)
    let square = ratio * ratio
    var term = ratio
    var sum = 0.0
    for index in stride(from: 1, to: 46, by: 2) {
      sum += term / Double(index)
      term *= square
    }
    return exponent * ln2High + (exponent * ln2Low + 2 * sum)
  }

  private static func decimalLogarithm(_ x: Double) -> Double {
    let value = logarithm(x) / 2.302585092994045684
    // Powers of ten come out whole.
    let whole = value.rounded()
    return (value - whole).magnitude < 1e-13 && power(10, whole) == x ? whole : value
  }

  static func power(_ base: Double, _ exponent: Double) -> Double {
    if exponent == 0 { return 1 }
    if base.isNaN || exponent.isNaN { return .nan }
    if exponent == exponent.rounded(), exponent.magnitude <= 1_024 {
      var result = 1.0
      var factor = base
      var left = Int(exponent.magnitude)
      while left > 0 {
        if left & 1 == 1 { result *= factor }
        factor *= factor
        left >>= 1
      }
      return exponent < 0 ? 1 / result : result
    }
    if exponent == 0.5 { return base.squareRoot() }
    if exponent == 0.25 { return base.squareRoot().squareRoot() }
    guard base >= 0 else { return .nan }
    if base == 0 { return exponent < 0 ? .infinity : 0 }
    return exponential(exponent * logarithm(base))
  }

  /// The sine of x and so many quarter turns.
  private static func sine(_ x: Double, quarter: Int = 0) -> Double {
    guard x.isFinite else { return .nan }
    let turns = (x / (.pi / 2)).rounded()
    // Half a pi in two parts, so that a multiple of it leaves what it should.
    let rest = (x - turns * 1.57079632673412561417) - turns * 6.07710050650619224932e-11
    let phase = (Int(turns.truncatingRemainder(dividingBy: 4)) + quarter + 8) % 4
    let square = rest * rest
    var term = phase % 2 == 0 ? rest : 1
    var sum = term
    for index in 1...12 {
      let place = Double(2 * index + (phase % 2 == 0 ? 1 : 0))
      term *= -square / (place * (place - 1))
      sum += term
    }
    return phase < 2 ? sum : -sum
  }

  static func arcTangent(_ y: Double, _ x: Double) -> Double {
    if y.isNaN || x.isNaN { return .nan }
    if x == 0, y == 0 {
      let magnitude = x.sign == .minus ? Double.pi : 0
      return y.sign == .minus ? -magnitude : magnitude
    }
    if x.magnitude < y.magnitude {
      let half = y < 0 ? -Double.pi / 2 : Double.pi / 2
      return half - arcTangent(ratio: x / y)
    }
    let angle = arcTangent(ratio: x.isInfinite ? 0 : y / x)
    if x > 0 { return angle }
    return y.sign == .minus ? angle - .pi : angle + .pi
  }

  private static func arcTangent(ratio: Double) -> Double {
    // Halving the angle three times brings the series to quick ends.
    var value = ratio
    var factor = 1.0
    for _ in 0..<3 {
      value = value / (1 + (1 + value * value).squareRoot())
      factor *= 2
    }
    let square = value * value
    var term = value
    var sum = 0.0
    for index in stride(from: 1, to: 40, by: 2) {
      sum += term / Double(index)
      term *= -square
    }
    return factor * sum
  }
}
