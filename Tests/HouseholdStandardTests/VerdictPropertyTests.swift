import FormEngine
import Foundation
import SeededRandom
import Testing

/// What must hold of any household, however it was answered.
@Suite struct VerdictPropertyTests {
  static let isTorture = ProcessInfo.processInfo.environment["RUHU_TORTURE"] != nil

  /// The national standard with the county's lines and without, and the regions that judge otherwise.
  static let definitions: [FormDefinition] = {
    let lines = ["par_mon_line": "8000@2026", "par_dibao": "6000@2026"]
    let cap = ["par_oop_cap": "5000@2026", "par_oop_red": "yes"]
    let chosen: [(String?, [String: String])] = [
      (nil, lines), ("guizhou", lines), ("hubei", cap.merging(lines) { $1 }), (nil, [:]),
      ("gansu", lines), ("hubei", lines), ("yongzhou", lines),
    ]
    return chosen.compactMap { region, parameters in
      do {
        var merged = try HouseholdStandard.workbook()
        if let region { merged = try merged.applying(HouseholdStandard.overlay(region)) }
        if !parameters.isEmpty { merged = try merged.applying(Overlay.parameters(parameters)) }
        return try FormDefinition(merged)
      } catch {
        Issue.record(error)
        return nil
      }
    }
  }()

  static let households: [RandomHousehold] = (0..<(isTorture ? 3000 : 400)).map { seed in
    RandomHousehold(definitions[seed % definitions.count], seed: UInt64(seed))
  }

  @Test("the households come to every verdict and, between them, to most rules")
  func reach() {
    var verdicts: [String: Set<VerdictState>] = [:]
    var found: Set<String> = []
    var rules: Set<String> = []
    for household in Self.households {
      let judgement = household.judged
      let standard = household.form.definition.standard
      for (domain, verdict) in zip(standard.domains, judgement.verdicts)
      where domain.hasVerdict || domain.isHousehold {
        verdicts[domain.name, default: []].insert(verdict)
      }
      rules.formUnion(standard.checks.map(\.name))
      found.formUnion(judgement.findings.map { standard.checks[$0.check].name })
    }
    #expect(verdicts.count == 7)
    for (domain, reached) in verdicts {
      var possible = Set(VerdictState.allCases)
      // Everybody can fall ill, so there is always something to judge.
      if ["medical", "household"].contains(domain) { possible.remove(.notApplicable) }
      #expect(reached == possible, "\(domain)")
    }
    let missing = rules.subtracting(found)
    #expect(missing.count <= (Self.isTorture ? 2 : rules.count / 6), "\(missing.sorted())")
  }

  @Test("taking an answer away, or not knowing or refusing it, never makes anything met or settled")
  func withoutAnAnswer() {
    var random = SplitMix64(seed: 7)
    var tried = 0
    var lost: Set<String> = []
    for household in Self.households {
      let before = household.judged
      for (address, value, form) in household.slips(percent: Self.isTorture ? 100 : 9, &random) {
        tried += 1
        let after = form.valid().judge()
        for place in before.verdicts.indices {
          let domain = form.definition.standard.domains[place].name
          if before.verdicts[place] == .met, after.verdicts[place] != .met { lost.insert(domain) }
          guard Self.isBetter(after.verdicts[place], than: before.verdicts[place]) else { continue }
          if Self.isAnsweredOtherwise(address, value, form) { continue }
          let name = form.definition.nodes[address.node].name
          Issue.record(
            """
            household \(household.seed): \(name) \(address.rows) \
            "\(household.form.value(address))" -> "\(value)" makes \(domain) \
            \(after.verdicts[place]), it was \(before.verdicts[place])
            """)
        }
      }
    }
    #expect(tried > Self.households.count)
    #expect(lost.count == 7, "\(lost)")
  }

  /// Whether a verdict may not come of another by knowing less.
  private static func isBetter(_ after: VerdictState, than before: VerdictState) -> Bool {
    switch after {
    case .met: before != .met
    case .notApplicable: before == .notMet || before == .unknown
    case .notMet, .unknown, .notAssessed: false
    }
  }

  /// Where one answer stands for another: the distance, for minutes that nobody knows.
  private static func isAnsweredOtherwise(
    _ address: NodeAddress, _ value: String, _ form: FormInstance
  ) -> Bool {
    form.definition.nodes[address.node].name == "w_min" && value == "-8"
  }

  @Test("what is met has no red finding, and what has one is not met")
  func redMeansNotMet() {
    for household in Self.households {
      let judgement = household.judged
      let standard = household.form.definition.standard
      let red = judgement.findings.map { standard.checks[$0.check] }.filter { $0.level == .red }
      for (domain, verdict) in zip(standard.domains, judgement.verdicts) where domain.hasVerdict {
        let isRed = red.contains { $0.domain == domain.name }
        #expect(isRed == (verdict == .notMet), "household \(household.seed), \(domain.name)")
      }
      let judged = zip(standard.domains, judgement.verdicts).filter { $0.0.hasVerdict }.map(\.1)
      let isWell = judged.allSatisfy { $0 == .met || $0 == .notApplicable }
      #expect(isWell == (judgement.household == .met), "household \(household.seed)")
    }
  }

  @Test("nothing follows from answers in questions that are not asked")
  func hiddenAnswers() {
    var hidden = 0
    for household in Self.households {
      var form = household.form
      for (address, _) in household.stored where !form.isRelevant(address) {
        hidden += 1
        form.load(address, "")
      }
      #expect(form.valid().judge() == household.judged, "household \(household.seed)")
    }
    #expect(hidden > Self.households.count / 2)
  }

  @Test("the order of answering changes nothing")
  func order() {
    var random = SplitMix64(seed: 11)
    for household in Self.households {
      let (form, isWhole) = household.answered(&random)
      #expect(isWhole, "household \(household.seed) could not be answered in another order")
      #expect(form.valid().judge() == household.judged, "household \(household.seed)")
    }
  }

  @Test("the order of the members changes nothing")
  func members() {
    var random = SplitMix64(seed: 13)
    for household in Self.households {
      let form = household.reloaded(people: household.people.shuffled(using: &random))
      let judgement = form.valid().judge()
      #expect(judgement.verdicts == household.judged.verdicts, "household \(household.seed)")
      #expect(judgement.household == household.judged.household, "household \(household.seed)")
      for part in [\Judgement.findings, \Judgement.undetermined] {
        let marks = Set(judgement[keyPath: part])
        #expect(marks == Set(household.judged[keyPath: part]), "household \(household.seed)")
        #expect(marks.count == judgement[keyPath: part].count)
      }
    }
  }

  @Test("judging is the same the second time, and after everything is loaded anew")
  func again() {
    for household in Self.households {
      #expect(household.form.valid().judge() == household.judged, "household \(household.seed)")
      let anew = household.reloaded(people: household.people)
      #expect(anew.valid().judge() == household.judged, "household \(household.seed)")
    }
  }
}
