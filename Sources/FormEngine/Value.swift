/// What an expression comes to.
///
/// Dates are texts; arithmetic turns them into days.
enum Value: Hashable, Sendable {
  case string(String)
  case number(Double)
  case boolean(Bool)

  var text: String {
    switch self {
    case .string(let text): text
    case .number(let number): NumberText.print(number)
    case .boolean(let truth): truth ? "true" : "false"
    }
  }

  var number: Double {
    switch self {
    case .string(let text): NumberText.parse(text)
    case .number(let number): number
    case .boolean(let truth): truth ? 1 : 0
    }
  }

  var truth: Bool {
    switch self {
    case .string(let text): !text.isEmpty
    case .number(let number): !(number == 0 || number.isNaN)
    case .boolean(let truth): truth
    }
  }

  /// The text under which a calculation is stored: what is not a number is nothing.
  var stored: String {
    if case .number(let number) = self, number.isNaN { return "" }
    return text
  }

  /// XPath's equality, with JavaRosa's tolerance for numbers.
  static func equal(_ left: Value, _ right: Value) -> Bool {
    switch (left, right) {
    case (.string(let left), .string(let right)): return left == right
    case (.boolean, _), (_, .boolean): return left.truth == right.truth
    default:
      let left = left.number
      let right = right.number
      return left == right || (left - right).magnitude < 1e-12
    }
  }
}
