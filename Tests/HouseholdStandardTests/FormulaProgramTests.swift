import Testing

@testable import FormEngine

/// What judges a household was laid out to be quick: it must say what the formulas themselves say.
struct FormulaProgramTests {
  /// A linear sequence is enough here: only that the same households come every time.
  private struct Chance: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  @Test("rules and verdicts of random households", arguments: ["", "hubei", "guizhou", "gansu"])
  func randomHouseholds(overlay: String) throws {
    let definition = try HouseholdStandard.definition(overlay: overlay)
    var chance = Chance(state: 2026)
    var found: [Truth: Int] = [:]
    for _ in 0..<60 {
      let instance = Self.fill(definition, &chance)
      let plan = instance.form.standard.plan
      var judging = Judging(instance)
      judging.run()
      for check in plan.checks.indices {
        let rows = plan.checks[check].scope == 0 ? [0] : instance.rows(of: plan.checks[check].scope)
        for row in rows {
          let expected = instance.truth(plan.checks[check].when, row, judging.judged)
          let said = judging.truth(plan.checks[check].start, row)
          #expect(said == expected, "\(instance.form.standard.checks[check].name)")
          found[said, default: 0] += 1
        }
      }
      for domain in plan.domains {
        for (formula, start) in [
          (domain.met, domain.metStart), (domain.notApplicable, domain.notApplicableStart),
        ] {
          guard let formula, let start else { continue }
          #expect(judging.truth(start, 0) == instance.truth(formula, 0, judging.judged))
        }
      }
    }
    // A test in which nothing is true, or everything, would show nothing.
    #expect(found.values.allSatisfy { $0 > 300 } && found.count == 3, "\(found)")
  }

  /// A household with answers of any kind to most of what there is, fitting or not.
  private static func fill(_ definition: FormDefinition, _ chance: inout Chance) -> FormInstance {
    var instance = FormInstance(
      definition, today: "2026-11-21", now: "2026-11-21T10:00:00.000+08:00", random: { 0.5 },
      creating: false, newRowID: { "" })
    let form = definition.form
    instance.loading { instance in
      for scope in form.tree.scopes.dropFirst() {
        for number in 0..<Int.random(in: 0...4, using: &chance) {
          instance.addRow(NodeAddress(node: scope.node), id: "r\(number)", creating: false)
        }
      }
      for node in form.nodes where node.isAnswered || !node.isShown {
        let rows = form.spots[node.index].scope == 0 ? [[]] : (0..<4).map { ["r\($0)"] }
        for row in rows where Int.random(in: 0..<8, using: &chance) > 0 {
          let value = Self.value(node, form, &chance)
          instance.load(NodeAddress(node: node.index, rows: row), value)
        }
      }
      // Most of the form opens behind these.
      if let consent = form.nodeOfKey["c_consent"] {
        instance.load(NodeAddress(node: consent), "yes")
      }
    }
    return instance
  }

  private static func value(
    _ node: FormNode, _ form: CompiledForm, _ chance: inout Chance
  ) -> String {
    if let list = form.plans[node.index].list {
      let names = form.lists[list].entries.map(\.name).shuffled(using: &chance)
      guard case .question(.selectMultiple) = node.kind else { return names.first ?? "" }
      return names.prefix(Int.random(in: 1...3, using: &chance)).joined(separator: " ")
    }
    switch node.kind.questionType {
    case .date:
      return ["2026-11-20", "2019-05-01", "2012-01-31"].randomElement(using: &chance) ?? ""
    case .integer, .decimal:
      return ["0", "1", "6", "7", "15", "16", "40", "-8", "-9", "3000", "90000"]
        .randomElement(using: &chance) ?? ""
    default: return "甲"
    }
  }
}
