import FormEngine
import Testing

/// The table of cases of the household form: what a county officer can read and check against the
/// rules' own words, and what the program must say of it.
@Suite struct CaseTableTests {
  let table: StandardCaseTable
  let workbook: Workbook

  init() throws {
    table = try HouseholdStandard.table()
    workbook = try HouseholdStandard.workbook()
  }

  @Test("every case is judged as its row says, and is of the kind it says")
  func everyCase() throws {
    var forms = try HouseholdStandard.forms()
    for one in table.cases {
      let row: Comment = "row \(one.row): \(one.rule), \(one.sentences)"
      #expect(!one.sentences.chinese.isEmpty && !one.sentences.english.isEmpty, row)
      do {
        let judged = try table.judge(one, by: forms.definition(for: one))
        #expect(judged.outcome == one.outcome, row)
        if let verdict = one.verdict { #expect(judged.verdict == verdict, row) }
        #expect(try isOfItsKind(one, judged.form), row)
      } catch {
        Issue.record("row \(one.row): \(error)")
      }
    }
  }

  private func isOfItsKind(_ one: StandardCase, _ form: FormInstance) throws -> Bool {
    let places = try one.answers.map { answer in
      let node = try #require(form.definition.node(named: answer.question))
      return NodeAddress(node: node, rows: answer.person.map { [$0] } ?? [])
    }
    return switch one.kind {
    case .fires: one.outcome == .fires
    case .dk:
      places.contains { form.isRelevant($0) && [.dk, .ref].contains(form.special($0)) }
    case .hidden: places.contains { !form.isRelevant($0) && !form.value($0).isEmpty }
    case .blank: places.contains { form.isRelevant($0) && form.value($0).isEmpty }
    case .overlay: !one.overlay.isEmpty
    case .boundary, .other: true
    case nil: false
    }
  }

  @Test("in the base household all is well, everything asked is answered and nothing is found")
  func base() throws {
    let form = try table.filled(nil, by: FormDefinition(workbook))
    let standard = form.definition.standard
    let judgement = form.judge()
    #expect(judgement.findings.isEmpty)
    // Whether a household is missing from the register hangs on the lines, which no one has set.
    #expect(judgement.undetermined.map { standard.checks[$0.check].name } == ["MO3"])
    for domain in standard.judged {
      let number = try #require(standard.domain(named: domain.name))
      #expect(judgement.verdicts[number] == .met, "\(domain.name)")
    }
    #expect(judgement.household == .met)
    for stop in form.stops() {
      guard case .question(let address) = stop else { continue }
      let name = form.definition.nodes[address.node].name
      #expect(!form.isRequired(address) || !form.value(address).isEmpty, "\(name)")
      if case .fail = form.constraint(address) { Issue.record("\(name)") }
      #expect(form.isOffered(address), "\(name)")
    }
    for answer in table.base {
      let node = try #require(form.definition.node(named: answer.question))
      let address = NodeAddress(node: node, rows: answer.person.map { [$0] } ?? [])
      #expect(form.isRelevant(address), "\(answer.question) is not asked")
    }
  }

  @Test("every rule has a case of each kind, and each region's rules too")
  func everyKind() throws {
    var rules = try FormDefinition(workbook).standard.checks
    for region in HouseholdStandard.regions {
      let merged = try workbook.applying(HouseholdStandard.overlay(region))
      let more = try FormDefinition(merged).standard.checks
      rules += more.filter { rule in !rules.contains { $0.name == rule.name } }
    }
    #expect(rules.count > 70)
    for rule in rules {
      let cases = table.cases.filter { $0.rule == rule.name }
      func has(_ kind: StandardCase.Kind) -> Bool { cases.contains { $0.kind == kind } }
      #expect(cases.contains { $0.outcome == .fires }, "\(rule.name) never fires")
      for kind in [StandardCase.Kind.dk, .hidden, .blank] {
        let why = Self.exceptions[rule.name]?[kind]
        #expect(has(kind) == (why == nil), "\(rule.name) \(kind): \(why ?? "missing")")
      }
      let boundaries = cases.filter { $0.kind == .boundary }
      let measures = rule.when.contains { $0 == "<" || $0 == ">" }
      let sides = Set(boundaries.map(\.outcome))
      let isBothSides = sides.contains(.fires) && sides.contains(.clear)
      #expect(!measures || isBothSides, "\(rule.name) has a number and no case on each side")
    }
  }

  /// Kinds of cases that a rule cannot have, and why.
  static let exceptions: [String: [StandardCase.Kind: String]] = [
    "WA5": [.dk: "the lab result has no don't know: none or not seen is an answer"],
    "MO2": [.dk: "the household applies or does not"],
    "MO6": [.dk: "the card is seen or not"],
  ]

  @Test("every domain and the household have a case of each verdict they can have")
  func everyVerdict() throws {
    let standard = try FormDefinition(workbook).standard
    for domain in standard.judged + [try #require(standard.household)] {
      let verdicts = Set(table.cases.filter { $0.rule == domain.name }.compactMap(\.verdict))
      var possible = Set(VerdictState.allCases)
      // Everybody can fall ill, so there is always something to judge.
      if domain.notApplicable.isEmpty { possible.remove(.notApplicable) }
      #expect(verdicts == possible, "\(domain.name)")
    }
  }
}
