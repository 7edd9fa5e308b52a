import Fieldwork
import Record
import SeededRandom
import Station

// What a person does with households and the village. Each tells in a few words what was done, or nil
// when there was nothing to do.
extension Laptop {
  /// A register of three households, the same on every laptop; now and then a newer one.
  package func importRegister(_ random: inout SplitMix64) throws -> String? {
    let digest = surroundings.crypto.sha256
    let edition = random.chance(80) ? 0 : 1
    let batch = "r\(edition)"
    let households = (0..<2).map { number -> EntryDraft in
      let key = "s:\(number)"
      let id = HouseholdID(derivedFrom: "\(Self.code)|\(key)", digest: digest)
      let members = (0..<1 + number).map { member -> MemberFacts in
        MemberFacts(
          id: MembershipID(derivedFrom: "\(id)|\(member)", digest: digest),
          values: [
            FactValue("m_name", ["甲", "乙"][member]), FactValue("m_rel", member == 0 ? "02" : "10"),
          ])
      }
      let facts = HouseholdFacts(
        values: [FactValue("c_group", "\(1 + edition)组"), FactValue("c_hh_no", "\(number + 1)")],
        members: members, source: "register\(edition).csv", sourceKey: key, batch: batch)
      return Fact.householdRegistered(facts).draft(of: .household(id.rawValue))
    }
    let began = Fact.importBegan(
      batch: batch, file: "register\(edition).csv", households: households.count)
    return "imports register \(edition) "
      + (try record([began.draft(of: .village)] + households))
  }

  package func enrol(_ random: inout SplitMix64) throws -> String? {
    let id = HouseholdID(random: surroundings.crypto.random)
    // Few groups, numbers and heads, so that two doors are sometimes one household's.
    let group = "\(1 + random.below(2))组"
    let number = 3 + random.below(2)
    let head = ["丁", "戊"][random.below(2)]
    let drafts = Enrolment.atDoor(
      id, group: group, number: number, head: head,
      member: MembershipID(random: surroundings.crypto.random))
    return "enrols \(Self.short(id)) \(group) \(number) \(head) " + (try record(drafts))
  }

  package func remarkOnHousehold(_ random: inout SplitMix64) throws -> String? {
    guard let household = random.one(of: try households()) else { return nil }
    return "remarks on \(Self.short(household)) "
      + (try record(Enrolment.remark("狗 \(random.below(9))", on: household)))
  }

  package func move(_ random: inout SplitMix64) throws -> String? {
    // Mostly the same one, so that two people sometimes move it apart.
    let all = try interviews { _ in true }.sorted { $0.id < $1.id }
    guard let interview = random.chance(70) ? all.first : random.one(of: all),
      let household = random.one(of: try households()), household != interview.household
    else { return nil }
    return "moves \(Self.short(interview.id)) to \(Self.short(household)) "
      + (try record(Enrolment.move(interview.id, to: household)))
  }

  package func chooseStandard(_ random: inout SplitMix64) throws -> String? {
    let overlay = ["", "north", "south"][random.below(3)]
    let fact = Fact.standardChosen(overlay: overlay, profile: "")
    return "chooses the standard '\(overlay)' " + (try record([fact.draft(of: .village)]))
  }

  package func nameVillage(_ random: inout SplitMix64) throws -> String? {
    let round = ["base", "again"][random.below(2)]
    let fact = Fact.villageNamed(name: "云溪村", round: round)
    return "begins the round '\(round)' " + (try record([fact.draft(of: .village)]))
  }

  package func confirmDate(_ random: inout SplitMix64) throws -> String? {
    let fact = Fact.dateConfirmed(date: "2026-11-2\(random.below(9))", clock: clock.day)
    return "says the day " + (try record([fact.draft(of: .village)]))
  }
}
