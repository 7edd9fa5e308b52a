import Fieldwork
import InventedVillages
import Record

/// A household of any size: an invented one with people of its neighbours' moved in.
struct LargeHousehold {
  /// Who answers for it.
  let respondent: InventedRespondent
  /// Everybody, the register's and those that only the door knows.
  let members: [InventedMember]
  /// The number on its door.
  let number: Int
  /// How many of the members the register knows.
  let registered: Int
  let id: HouseholdID
  private let ids: [MembershipID]

  /// A household of a village under a number of its own.
  init(
    in village: InventedVillage, number: Int, members count: Int, registered: Int, _ bench: Bench
  ) throws {
    // Its own people say that they are at home and agree; it is done at the first knock.
    guard
      let host = village.households.first(where: {
        $0.plan.status == .complete && $0.members.count >= 4 && $0.members.count <= count
          && $0.membersAtHome.count >= 3
      }) ?? village.households.first(where: { $0.plan.status == .complete })
    else { throw BenchmarkFault.noHousehold }
    let heads = ["02", "10"]
    let guests = village.households.filter { $0.serial != host.serial }.flatMap { other in
      other.members.filter { !heads.contains($0.relation) && $0.isCounted }
    }
    self.number = number
    self.registered = registered
    members = Array((host.members + guests).prefix(count))
    guard members.count == count else { throw BenchmarkFault.noHousehold }
    respondent = InventedRespondent(host, on: CivilDate(year: 2026, month: 11, day: 21))
    let digest = bench.crypto.sha256
    id = HouseholdID(derivedFrom: "large|\(number)", digest: digest)
    ids = members.indices.map { MembershipID(derivedFrom: "large|\(number)|\($0)", digest: digest) }
  }

  /// The entry by which it stands in the register.
  var registration: EntryDraft {
    let home = respondent.household
    let values = [
      FactValue("c_group", home.group), FactValue("c_hh_no", String(number)),
      FactValue("c_hh_base", home.householdClass), FactValue("c_mon", home.monitoring),
    ]
    let facts = HouseholdFacts(
      values: values,
      members: members.prefix(registered).enumerated().map { index, member in
        var values = [FactValue("m_name", member.name), FactValue("m_rel", member.relation)]
        if !member.citizenNumber.isEmpty {
          values.append(FactValue("m_id", member.citizenNumber))
        }
        return MemberFacts(id: ids[index], values: values)
      }, source: "register.csv", sourceKey: "large \(number)")
    return Fact.householdRegistered(facts).draft(of: .household(id.rawValue))
  }

  /// The member whose row that is: the register's by identity, the others by name.
  func member(row: String, name: String) -> InventedMember? {
    if let index = ids.firstIndex(where: { $0.rawValue == row }) { return members[index] }
    return members.first { $0.name == name }
  }

  /// Those who are written down at the roster.
  var others: ArraySlice<InventedMember> { members.dropFirst(registered) }
}
