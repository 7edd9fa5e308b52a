/// Something whose value is open: an answer, a parameter, or what cannot be looked into.
///
/// Its values are finitely many: the choices of a list, and of numbers those at which some comparison
/// changes and those between. Values that pass the same tests are one.
struct LogicVariable {
  /// What it stands for.
  enum Source: Hashable {
    /// The answer of a question, or that it is not asked.
    case question(node: Int, row: Int)
    /// Whether a question with several choices is asked.
    case relevance(node: Int, row: Int)
    /// Whether one of several choices is chosen.
    case choice(node: Int, row: Int, name: String)
    /// Whether the row is there.
    case row(Int)
    case parameter(Int)
    /// Which of two open values is greater.
    case order(Term, Term)
    /// What a part of a formula comes to that is not looked into.
    case opaque(Opaque)
  }

  /// A part of a formula that is not looked into; the same part of the same values is the same.
  struct Opaque: Hashable {
    enum Kind: Hashable {
      case number, text, flag, truth
    }
    let kind: Kind
    let name: String
    var terms: [Term] = []
    var row = 0
  }

  /// A value in a formula.
  enum Term: Hashable {
    case constant(Value)
    /// A variable's value, made into a text or a number step by step.
    case variable(Int, [Conversion])
    /// All that is chosen of several choices.
    case several(node: Int, row: Int)
    /// How many are chosen.
    case tally(node: Int, row: Int)
  }

  enum Conversion: Hashable {
    /// As a calculation is stored.
    case stored
    case number
    case text

    func callAsFunction(_ value: Value) -> Value {
      switch self {
      case .stored: .string(value.stored)
      case .number: .number(value.number)
      case .text: .string(value.text)
      }
    }
  }

  /// What may be asked of one value.
  enum Test: Hashable {
    case isUp
    case isIrrelevant
    /// Asked, and not answered or answered with one of these codes.
    case isMissing(codes: [String])
    case isEmpty
    case isNumber([Conversion])
    case isTrue([Conversion])
    case compares([Conversion], Expression.Comparison, Value)
    /// A constant compared with it.
    case isCompared(Value, Expression.Comparison, [Conversion])
    case isOneOf([String], [Conversion])
    case isIn(String, [Conversion])
    case contains(String, [Conversion])
    case isOrdered(Expression.Comparison)
    case isOfNumbers
    case isTruth(Truth)
  }

  /// How two open values may stand to each other.
  enum Order: CaseIterable {
    case less, equal, greater
    /// Equal numbers that are written differently, as texts.
    case alike
    /// Not both are numbers.
    case same, different

    var isOfNumbers: Bool { self != .same && self != .different }
  }

  struct Candidate {
    var isIrrelevant = false
    var value: Value

    static let irrelevant = Candidate(isIrrelevant: true, value: .string(""))
  }

  let source: Source
  private(set) var tests: [Test] = []
  private var testNumbers: [Test: Int] = [:]

  init(_ source: Source) {
    self.source = source
  }

  mutating func number(of test: Test) -> Int {
    if let number = testNumbers[test] { return number }
    testNumbers[test] = tests.count
    tests.append(test)
    return tests.count - 1
  }

  // MARK: Constants in tests

  /// The numbers and texts with which the value is compared somewhere.
  var constants: (numbers: [Double], texts: [String]) {
    var numbers: [Double] = []
    var texts: [String] = []
    func note(_ value: Value) {
      let number = value.number
      if number.isFinite { numbers.append(number) }
      if case .string(let text) = value { texts.append(text) }
    }
    for test in tests {
      switch test {
      case .compares(_, _, let value), .isCompared(let value, _, _): note(value)
      case .isOneOf(let names, _): for name in names { note(.string(name)) }
      case .isIn(let list, _): for name in AnswerTokens.split(list) { note(.string(name)) }
      case .contains(let name, _): note(.string(name))
      case .isMissing(let codes): for code in codes { note(.string(code)) }
      default: continue
      }
    }
    return (numbers, texts.filter { !$0.isEmpty })
  }

  /// Numbers at which, below, above and between which the comparisons are all the same.
  static func critical(_ numbers: [Double], isWhole: Bool) -> [Double] {
    var found: Set<Double> = [0, 1]
    for number in numbers where number.magnitude < 1e15 {
      if isWhole {
        let floor = number.rounded(.down)
        let ceiling = number.rounded(.up)
        found.formUnion([floor - 1, floor, ceiling, ceiling + 1])
      } else {
        found.formUnion([number - 1, number, number + 1])
      }
    }
    guard !isWhole else { return found.sorted() }
    let sorted = found.sorted()
    return (sorted + zip(sorted, sorted.dropFirst()).map { ($0 + $1) / 2 }).sorted()
  }

  // MARK: Passing a test

  static func passes(_ candidate: Candidate, _ test: Test) -> Bool {
    func value(_ conversions: [Conversion]) -> Value {
      conversions.reduce(candidate.value) { $1($0) }
    }
    switch test {
    case .isUp: return candidate.value.truth
    case .isIrrelevant: return candidate.isIrrelevant
    case .isMissing(let codes):
      let text = candidate.value.text
      return !candidate.isIrrelevant && (text.isEmpty || codes.contains(text))
    case .isEmpty: return candidate.value.text.isEmpty
    case .isNumber(let conversions): return !value(conversions).number.isNaN
    case .isTrue(let conversions): return value(conversions).truth
    case .compares(let conversions, let comparison, let constant):
      return FormInstance.compare(comparison, value(conversions), constant)
    case .isCompared(let constant, let comparison, let conversions):
      return FormInstance.compare(comparison, constant, value(conversions))
    case .isOneOf(let names, let conversions): return names.contains(value(conversions).text)
    case .isIn(let list, let conversions):
      return AnswerTokens.contains(list, value(conversions).text)
    case .contains(let name, let conversions):
      return AnswerTokens.contains(value(conversions).text, name)
    case .isOrdered, .isOfNumbers, .isTruth: return false
    }
  }

  static func passes(_ order: Order, _ comparison: Expression.Comparison) -> Bool {
    switch comparison {
    case .less: order == .less
    case .lessOrEqual: order == .less || order == .equal || order == .alike
    case .greater: order == .greater
    case .greaterOrEqual: order == .greater || order == .equal || order == .alike
    case .equal: order == .equal || order == .same
    case .notEqual: order != .equal && order != .same
    }
  }
}
