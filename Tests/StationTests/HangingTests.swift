import FormEngine
import Testing

/// Which domains of the household form a conflict in one answer leaves open.
@Suite struct HangingTests {
  private static func domains(_ question: String) throws -> Set<String> {
    let node = try #require(Door.definition.node(named: question))
    return Door.definition.domains(hangingOn: node)
  }

  @Test func anAnswerTouchesWhatLooksAtItAndNoMore() throws {
    let judged = Set(Door.definition.standard.judged.filter { !$0.isHousehold }.map(\.name))
    #expect(judged.count >= 6)
    let fetching = try Self.domains("w_min")
    #expect(fetching.contains("water"))
    #expect(!fetching.isSuperset(of: judged))
    // Without consent nothing is asked at all.
    #expect(try Self.domains("c_consent").isSuperset(of: judged))
    // A phone number bears on nothing.
    #expect(try Self.domains("c_phone").isDisjoint(with: judged))
  }

  /// Nothing that a rule asks for by name is missed; but a rule that cannot say anything, since a line of
  /// money is not set, looks at nothing.
  @Test func everyRuleIsTouchedByWhatItNames() throws {
    let definition = Door.definition
    var looked = 0
    let silent = Set(definition.standard.unset.map(\.check))
    for (index, check) in definition.standard.checks.enumerated()
    where check.isEnabled && !silent.contains(index) {
      for part in check.when.split(separator: "${").dropFirst() {
        let name = String(part.prefix { $0 != "}" })
        guard let node = definition.node(named: name), !name.hasPrefix("par_"),
          definition.nodes[node].kind != .repeat
        else { continue }
        looked += 1
        #expect(
          definition.domains(hangingOn: node).contains(check.domain), "\(name) in \(check.name)")
      }
    }
    #expect(looked > 100)
  }

  /// An age follows from a birth date, and so does what is asked of a child.
  @Test func whatFollowsByWayOfCalculationsIsTouchedToo() throws {
    let definition = Door.definition
    let birth = try #require(definition.node(named: "m_birth") ?? definition.node(named: "m_dob"))
    #expect(definition.steers(birth))
    #expect(definition.domains(hangingOn: birth).contains("education"))
  }
}
