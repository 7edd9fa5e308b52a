import Fieldwork
import Record

/// The entries about a household as a whole, outside any interview.
public enum Enrolment {
  /// Writes a household down at its door: its group, the number the surveyor gives, its head.
  public static func atDoor(
    _ household: HouseholdID, group: String, number: Int, head: String, member: MembershipID
  ) -> [EntryDraft] {
    let facts = HouseholdFacts(
      values: [FactValue("c_group", group), FactValue("c_hh_no", String(number))],
      members: [
        MemberFacts(id: member, values: [FactValue("m_name", head), FactValue("m_rel", "02")])
      ])
    return [Fact.householdEnrolled(facts).draft(of: .household(household.rawValue))]
  }

  /// The next free serial number of a village.
  public static func freeNumber(in village: Village) -> Int {
    (village.households.values.compactMap(\.number).max() ?? 0) + 1
  }

  /// A remark about a household.
  public static func remark(_ text: String, on household: HouseholdID) -> [EntryDraft] {
    [Fact.householdRemarked(text: text).draft(of: .household(household.rawValue))]
  }

  /// Says that an interview is another household's.
  public static func move(_ interview: InterviewID, to household: HouseholdID) -> [EntryDraft] {
    [Fact.moved(to: household).draft(of: .interview(interview.rawValue))]
  }

  /// The households on either side by number in the same group: neighbours to recognise a door by.
  public static func neighbours(
    of household: HouseholdSummary, in village: Village
  ) -> (before: HouseholdSummary?, after: HouseholdSummary?) {
    let group = village.households.values.filter {
      $0.group == household.group && $0.id != household.id && $0.number != nil
    }
    let number = household.number ?? 0
    return (
      group.filter { ($0.number ?? 0) < number }.max { ($0.number ?? 0) < ($1.number ?? 0) },
      group.filter { ($0.number ?? 0) > number }.min { ($0.number ?? 0) < ($1.number ?? 0) }
    )
  }
}

/// An ID number with all but its ends hidden, as it may stand on a screen.
public enum MaskedIDNumber {
  /// `110***********002X`: the first three and the last four characters.
  public static func text(_ number: String) -> String {
    guard number.count > 8 else { return String(repeating: "*", count: number.count) }
    return String(number.prefix(3)) + String(repeating: "*", count: number.count - 7)
      + String(number.suffix(4))
  }
  /// A sentence with every run of digits in it hidden that is as long as an ID number.
  public static func hidden(in sentence: String) -> String {
    var shown = ""
    var run = ""
    func flush() {
      shown += run.count >= 15 ? text(run) : run
      run = ""
    }
    for character in sentence {
      if character.isASCII, character.isNumber || (run.count == 17 && "xX".contains(character)) {
        run.append(character)
      } else {
        flush()
        shown.append(character)
      }
    }
    flush()
    return shown
  }
}
