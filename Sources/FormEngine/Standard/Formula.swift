/// A compiled formula of the sheets `checks` and `verdicts`: three-valued.
///
/// A relevant question that is unanswered, don't know or refused is undetermined and stays so; an
/// irrelevant one is empty. The frequent comparisons have cases of their own, since a village's
/// findings are some million of them.
indirect enum Formula: Sendable {
  case constant(Value)
  case parameter(Int, Value)
  case operand(Operand)
  /// `selected('a b', ${x})` and `${x}='a'`.
  case isOneOf(Operand, [String])
  /// `selected(${x}, 'a')`.
  case includes(Operand, String)
  /// A comparison of a single node with a number, which may be a parameter's.
  case measure(Expression.Comparison, Operand, Double, parameter: Int?)
  case special(Operand)
  case not(Formula)
  case and(Formula, Formula)
  case or(Formula, Formula)
  case compare(Expression.Comparison, Formula, Formula)
  case arithmetic(Expression.Arithmetic, Formula, Formula)
  case negate(Formula)
  case call(Function, [Formula])
  case every(RowsPlan, Formula)
  case some(RowsPlan, Formula)
  case finding(Int)
  case any(FindingLevel)
  case verdict(Int)

  /// One node in the row where a formula is judged, or in a row around it.
  struct Operand: Sendable {
    let node: Int
    let local: Int
    let up: Int
    let isNumeric: Bool
    /// Whether someone answers it; a calculation is an ordinary value.
    let isQuestion: Bool
    /// Whether an answer may be several names.
    let isSeveral: Bool
    /// The codes that stand for special answers.
    let specials: [(code: String, special: Special)]
    /// The codes of don't know and refused.
    let undetermined: [String]
  }

  /// The rows of a repeat, seen from a row.
  struct RowsPlan: Sendable {
    let up: Int
    /// Which repeat of each row to go down through; the last one's rows are meant.
    let down: [Int]
    /// Where the repeat's own relevance is, in its rows.
    let local: Int
  }
}

/// The compiled side of a standard.
struct StandardPlan: Sendable {
  struct CheckPlan: Sendable {
    var when: Formula = .constant(.boolean(false))
    /// Where the program begins it.
    var start = 0
    /// The scope in whose rows it is judged; 0 for the household.
    var scope = 0
    /// Parameters it names that have no value and that the county or the region must set.
    var unset: [Int] = []
    /// Whether one of them must be set everywhere, so that without it nothing is certain.
    var needsLine = false
    var messages: [String: [MessagePart]] = [:]
    var remedies: [String: [MessagePart]] = [:]
  }

  struct DomainPlan: Sendable {
    var met: Formula?
    var notApplicable: Formula?
    /// Where the program begins them.
    var metStart: Int?
    var notApplicableStart: Int?
    /// An ordinary expression: whether there was an interview.
    var assessed: Expression?
    /// The red rules that make it not met.
    var reds: [Int] = []
  }

  enum Step: Sendable {
    case check(Int)
    case verdict(Int)
  }

  enum MessagePart: Sendable {
    case literal(String)
    case operand(Formula.Operand)
    case parameter(Int)
  }

  var checks: [CheckPlan] = []
  var domains: [DomainPlan] = []
  /// Each behind what it looks at; rules that are off are left out.
  var order: [Step] = []
  /// By level, the rules that `any` looks at.
  var any: [FindingLevel: [Int]] = [:]
  var checkNumbers: [String: Int] = [:]
  var domainNumbers: [String: Int] = [:]
  var parameterNumbers: [String: Int] = [:]
  var household: Int?
  /// All formulas, laid out for judging.
  var program = FormulaProgram()
}
