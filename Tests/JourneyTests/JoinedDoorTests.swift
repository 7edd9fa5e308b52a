import Fieldwork
import Foundation
import Record
import RecordFiles
import Station
import Testing

@testable import ruhu

/// The file of a household to which another door was joined.
@Suite struct JoinedDoorTests {
  @Test func isToldStaleFromAltered() throws {
    let laptop = try Laptop()
    let person = PersonID(bytes: [UInt8](repeating: 7, count: 10))
    let workplace = try laptop.workplace()
    let desk = try workplace.open(Laptop.code)
    let known = try #require(desk.village.households.keys.sorted().first)
    let door = HouseholdID(random: { [UInt8](repeating: 9, count: $0) })
    _ = try desk.append(
      Enrolment.atDoor(
        door, group: "9组", number: 99, head: "丁家宝",
        member: MembershipID(random: { [UInt8](repeating: 8, count: $0) }))
        + Enrolment.remark("门口有狗", on: door)
        + [Fact.householdJoined(into: known, reason: "").draft(of: .household(door.rawValue))],
      person: person)
    try desk.settle()
    let name = HouseholdDocument.name(known)
    let forms = workplace.forms
    let derived = DerivedFiles(forms: { forms.form($0) })
    func standing() throws -> ScopeReport.DerivedState {
      let entries = try laptop.entries()
      return derived.standing(
        name, in: .village(code: Laptop.code), of: laptop.data, entries, Causality(entries))
    }
    // As it was before somebody wrote more of either door, it is stale and nothing worse.
    for household in [known, door] {
      _ = try desk.append(Enrolment.remark("后来写的", on: household), person: person)
      #expect(try standing() == .stale)
    }
    workplace.close()
    let path = "\(laptop.data)/villages/\(Laptop.code)/\(name)"
    let bytes = try #require(try laptop.disk.contents(path))
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("门口有狗"))
    try Data(text.replacingOccurrences(of: "门口有狗", with: "门口没狗").utf8)
      .write(to: URL(filePath: path))
    #expect(try standing() == .altered)
  }
}
