import FormEngine
import SeededRandom
import Testing

/// What the check of a form says of rules that were made up, held against every household there can
/// be.
struct ConsistencyPropertyTests {
  private static let survey = """
    type|name|label::en|label::zh|relevant|constraint|calculation|special
    select_one yn|asked|Asked|问
    select_one acc|acc|Water|水|${asked}='yes'
    integer|minutes|Minutes|分钟|selected('point dk', ${acc})|. >= 4 or . = -8||dk=-8
    select_multiple sign|signs|Signs|迹象|${asked}='yes' and ${acc}!='dk'|count-selected(.)=1 or not(selected(.,'none') or selected(.,'dk'))
    calculate|sum|||||if(selected(${signs},'crack'), 1, if(${minutes}>5, 2, ''))
    calculate|late|||${asked}='yes'||${minutes}>=20
    """
  private static let choices = """
    list_name|name|label::en|label::zh|special
    yn|yes|Yes|是
    yn|no|No|否
    acc|house|House|到户
    acc|point|Point|水点
    acc|dk|Don't know|不清楚|dk
    sign|crack|Crack|裂缝
    sign|tilt|Tilt|倾斜
    sign|none|None|没有
    sign|dk|Don't know|不清楚|dk
    """
  private static let values: [(name: String, values: [String])] = [
    ("asked", ["", "yes", "no"]), ("acc", ["", "house", "point", "dk"]),
    ("minutes", ["", "-8", "4", "5", "6", "19", "20", "21"]),
    ("signs", ["", "crack", "tilt", "crack tilt", "none", "dk"]),
  ]

  private struct Maker {
    var random: SplitMix64

    mutating func pick<T>(_ choices: [T]) -> T {
      choices[Int(random.next() % UInt64(choices.count))]
    }

    mutating func comparison() -> String { pick(["<", "<=", ">", ">=", "=", "!="]) }

    mutating func isOrNot() -> String { pick(["=", "!="]) }

    mutating func atom() -> String {
      switch random.next() % 10 {
      case 0: "${asked}\(isOrNot())'\(pick(["yes", "no"]))'"
      case 1: "${acc}\(isOrNot())'\(pick(["house", "point", ""]))'"
      case 2: "selected('\(pick(["house", "point", "house point", "dk"]))', ${acc})"
      case 3, 4: "${minutes}\(comparison())\(pick(["5", "20", "''"]))"
      case 5: "special(${minutes})\(isOrNot())'\(pick(["dk", ""]))'"
      case 6: "selected(${signs},'\(pick(["crack", "tilt", "none", "dk"]))')"
      case 7: "count-selected(${signs})\(comparison())\(pick(["0", "1", "2"]))"
      case 8: "${sum}\(comparison())\(pick(["1", "2", "''"]))"
      default: "${late}\(isOrNot())'\(pick(["true", "false", ""]))'"
      }
    }

    mutating func formula(_ depth: Int = 0) -> String {
      switch depth > 3 ? 0 : random.next() % 8 {
      case 0, 1, 2: atom()
      case 3: "not(\(formula(depth + 1)))"
      case 4: "(\(formula(depth + 1)) or \(formula(depth + 1)))"
      default: "(\(formula(depth + 1)) and \(formula(depth + 1)))"
      }
    }
  }

  @Test(arguments: [1, 2, 3, 4])
  func whatIsSaidOfMadeUpRulesIsSoOfEveryHousehold(seed: UInt64) throws {
    var maker = Maker(random: SplitMix64(seed: seed))
    let count = 40
    let rules = (0..<count).map { _ in maker.formula() }
    let mets = (0..<count).map { _ in maker.formula() }
    let workbook = Self.workbook(rules: rules, mets: mets)
    let said = Set(
      FormCheck.problems(in: workbook).compactMap { problem -> String? in
        guard case .standard(let kind) = problem.fault.kind else { return nil }
        switch kind {
        case .neverFires: return "never fires \(problem.fault.row ?? 0)"
        case .neverMet: return "never met \(problem.fault.row ?? 0)"
        case .metWithRed(let rule, _): return "met with \(rule)"
        default: return nil
        }
      })
    // The rules are R0, M0, R1, M1, …: a red rule, and the formula of met as a rule.
    let found = try Self.fired(workbook)
    for index in 0..<count {
      let red = found.alone.contains("R\(index)")
      let met = found.alone.contains("M\(index)")
      #expect(said.contains("never fires \(2 + 2 * index)") == !red, "\(rules[index])")
      #expect(said.contains("never fires \(3 + 2 * index)") == !met, "\(mets[index])")
      #expect(said.contains("never met \(2 + index)") == !met, "\(mets[index])")
      #expect(
        said.contains("met with R\(index)") == found.together.contains(index),
        "\(rules[index]) with \(mets[index])")
    }
    // Made-up rules that were all alike would show nothing.
    #expect(found.alone.count > count / 2 && found.alone.count < 2 * count)
    #expect(!found.together.isEmpty && found.together.count < count)
  }

  private static func workbook(rules: [String], mets: [String]) -> Workbook {
    var workbook = Scenario.workbook(survey, choices: choices)
    var checks = "name|domain|level|when|message::en|message::zh\n"
    var verdicts = "domain|met|assessed\n"
    for index in rules.indices {
      checks += "R\(index)|d\(index)|red|\(rules[index])|Say|话\n"
      checks += "M\(index)|d\(index)|info|\(mets[index])|Say|话\n"
      verdicts += "d\(index)|\(mets[index])\n"
    }
    verdicts += "household||${asked}='yes'"
    workbook.sheets += [
      Scenario.sheet(named: "checks", checks), Scenario.sheet(named: "verdicts", verdicts),
    ]
    return workbook
  }

  /// The rules that some household makes true, and the pairs that one makes true at once.
  private static func fired(
    _ workbook: Workbook
  ) throws -> (alone: Set<String>, together: Set<Int>) {
    var alone: Set<String> = []
    var together: Set<Int> = []
    let first = try Scenario(workbook)
    let checks = first.definition.standard.checks
    func go(_ scenario: Scenario, _ index: Int) {
      guard values.indices.contains(index) else {
        let fired = Set(scenario.form.judge().findings.map { checks[$0.check].name })
        alone.formUnion(fired)
        for name in fired where name.hasPrefix("R") && fired.contains("M" + name.dropFirst()) {
          if let number = Int(name.dropFirst()) { together.insert(number) }
        }
        return
      }
      let (name, values) = values[index]
      for value in values {
        if !value.isEmpty, !scenario.isRelevant(name) { continue }
        var next = scenario
        if !value.isEmpty, !next.answer(name, value).isOK { continue }
        go(next, index + 1)
      }
    }
    go(first, 0)
    return (alone, together)
  }
}
