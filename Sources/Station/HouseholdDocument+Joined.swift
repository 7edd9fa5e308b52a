import Fieldwork
import JSONText
import Record

extension HouseholdDocument {
  /// A household that was found to be this one: by which door it was known, and what was said of it there.
  static func joined(_ household: Household) -> JSON {
    var json: JSON = [
      "household": .string(household.id.rawValue),
      "enrolled_at_door": .bool(household.enrolledAtDoor),
    ]
    json.set("facts", facts(household.shownFacts))
    json.set(
      "members",
      .array(
        household.shownMembers.map { member in
          ["id": .string(member.id.rawValue), "facts": facts(member.facts)]
        }))
    if !household.remarks.isEmpty {
      json.set("remarks", .array(household.remarks.map(remark)))
    }
    json.set("through", .string(household.stamps.last?.entry.rawValue ?? ""))
    return json
  }

  private static func facts(_ facts: [String: ShownFact]) -> JSON {
    .object(facts.sorted { $0.key < $1.key }.map { .init($0.key, fact($0.value)) })
  }
}
