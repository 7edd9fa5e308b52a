import FormEngine
import SeededRandom
import Testing

/// What the check of a form says of made-up rules about members, held against every household of up
/// to three.
struct ConsistencyRowsPropertyTests {
  private static let survey = """
    type|name|label::en|label::zh|relevant|constraint|calculation
    select_one yn|asked|Asked|问
    begin_repeat|m|Member|成员|${asked}='yes'
    integer|age|Age|年龄||. >= 5 and . <= 7
    select_one yn|school|School|上学|${age}>=6
    calculate|pupil|||||if(${age}>=6 and ${asked}='yes', 1, 0)
    end_repeat
    """
  private static let choices = """
    list_name|name|label::en|label::zh
    yn|yes|Yes|是
    yn|no|No|否
    """
  /// What one member may answer: the age and whether at school.
  private static let members = [
    ("", ""), ("5", ""), ("6", ""), ("6", "yes"), ("6", "no"), ("7", ""), ("7", "yes"), ("7", "no"),
  ]

  private struct Maker {
    var random: SplitMix64

    mutating func pick<T>(_ choices: [T]) -> T {
      choices[Int(random.next() % UInt64(choices.count))]
    }

    mutating func ofMember(_ depth: Int = 0) -> String {
      switch depth > 1 ? random.next() % 4 : random.next() % 7 {
      case 0, 1: "${age}\(pick(["<", "<=", ">", ">=", "=", "!="]))\(pick(["5", "6", "7"]))"
      case 2: "${school}\(pick(["=", "!="]))'\(pick(["yes", "no", ""]))'"
      case 3: "${pupil}=\(pick(["0", "1"]))"
      case 4: "not(\(ofMember(depth + 1)))"
      case 5: "(\(ofMember(depth + 1)) or \(ofMember(depth + 1)))"
      default: "(\(ofMember(depth + 1)) and \(ofMember(depth + 1)))"
      }
    }

    mutating func overRows() -> String {
      let rows = "\(pick(["some", "every"]))(${m}, \(ofMember()))"
      return random.next() % 3 == 0 ? "not(\(rows))" : rows
    }

    /// With two members to look for at most, three show all.
    mutating func ofHousehold() -> String {
      switch random.next() % 4 {
      case 0: overRows()
      case 1: "(\(overRows()) or \(overRows()))"
      default: "(\(overRows()) and \(overRows()))"
      }
    }
  }

  @Test(arguments: [1, 2, 3, 4])
  func whatIsSaidOfMadeUpRulesIsSoOfEveryHousehold(seed: UInt64) throws {
    var maker = Maker(random: SplitMix64(seed: seed))
    let count = 40
    var checks = "name|domain|level|repeat|when|message::en|message::zh\n"
    var verdicts = "domain|met\n"
    for index in 0..<count {
      let met = maker.overRows()
      // A rule of a member, or of the household.
      let (rows, red) =
        index % 2 == 0
        ? ("m", "(\(maker.ofMember()) and \(maker.overRows()))")
        : ("", index % 4 == 1 ? maker.ofHousehold() : maker.overRows())
      checks += "R\(index)|d\(index)|red|\(rows)|\(red)|Say|话\n"
      checks += "M\(index)|d\(index)|info||\(met)|Say|话\n"
      verdicts += "d\(index)|\(met)\n"
    }
    var workbook = Scenario.workbook(Self.survey, choices: Self.choices)
    workbook.sheets += [
      Scenario.sheet(named: "checks", checks), Scenario.sheet(named: "verdicts", verdicts),
    ]
    var said: Set<String> = []
    for problem in FormCheck.problems(in: workbook) {
      guard case .standard(let kind) = problem.fault.kind else { continue }
      switch kind {
      case .neverFires: said.insert("never \((problem.fault.row ?? 0) - 2)")
      case .metWithRed(let rule, _): said.insert("met with \(rule)")
      default: continue
      }
    }
    let found = try Self.fired(workbook)
    for index in 0..<count {
      let rules = workbook["checks"]?.rows[2 * index...2 * index + 1].map { $0["when"] ?? "" } ?? []
      #expect(said.contains("never \(2 * index)") == !found.alone.contains("R\(index)"), "\(rules)")
      #expect(
        said.contains("never \(2 * index + 1)") == !found.alone.contains("M\(index)"), "\(rules)")
      #expect(
        said.contains("met with R\(index)") == found.together.contains("R\(index)"), "\(rules)")
    }
    #expect(found.alone.count > count && found.alone.count < 2 * count)
    #expect(!found.together.isEmpty && found.together.count < count)
  }

  private static func fired(
    _ workbook: Workbook
  ) throws -> (alone: Set<String>, together: Set<String>) {
    var alone: Set<String> = []
    var together: Set<String> = []
    let empty = try Scenario(workbook, creating: false)
    let checks = empty.definition.standard.checks
    /// Members in their order in the list: no rule tells one order from another.
    func go(_ scenario: Scenario, _ count: Int, from first: Int) {
      let fired = Set(scenario.form.judge().findings.map { checks[$0.check].name })
      alone.formUnion(fired)
      together.formUnion(
        fired.filter { $0.hasPrefix("R") && fired.contains("M" + $0.dropFirst()) })
      guard count < 3 else { return }
      for index in first..<members.count {
        var next = scenario
        next.addRow("m")
        let (age, school) = members[index]
        if !age.isEmpty { next.answer("m[\(count + 1)]/age", age) }
        if !school.isEmpty { next.answer("m[\(count + 1)]/school", school) }
        go(next, count + 1, from: index)
      }
    }
    for asked in ["", "no", "yes"] {
      var scenario = empty
      if !asked.isEmpty { scenario.answer("asked", asked) }
      go(scenario, 0, from: asked == "yes" ? 0 : members.count)
    }
    return (alone, together)
  }
}
