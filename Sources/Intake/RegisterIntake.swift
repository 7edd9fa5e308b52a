import Fieldwork
import Record
import Spreadsheets

/// What a register that was read becomes: the entries that bring its households into a village.
///
/// The identities are derived from village and source key, so the same file taken in on two laptops,
/// or twice on one, is the same households.
public struct RegisterIntake {
  /// The entries to write, in one write; none when the village knows all of it already.
  ///
  /// The beginning of the import comes first, then each new or changed household.
  public let drafts: [EntryDraft]
  /// Households the village did not know.
  public let new: Int
  /// Households of which something changed.
  public let changed: Int
  /// Households that stand exactly so already.
  public let unchanged: Int
  /// All members in the register.
  public let members: Int

  /// Compares a register with what a village knows.
  public init(
    _ register: Register, village: String, file: String, batch: String, digest: @escaping Digest,
    known: (HouseholdID) throws -> Household?
  ) rethrows {
    var drafts: [EntryDraft] = []
    var new = 0
    var changed = 0
    for household in register.households {
      let id = HouseholdID(derivedFrom: "\(village)|\(household.sourceKey)", digest: digest)
      let facts = Self.facts(
        household, village: village, file: file, batch: batch, digest: digest)
      switch try known(id) {
      case nil: new += 1
      case .some(let known) where Self.says(known, facts): continue
      default: changed += 1
      }
      drafts.append(Fact.householdRegistered(facts).draft(of: .household(id.rawValue)))
    }
    if !drafts.isEmpty {
      let began = Fact.importBegan(batch: batch, file: file, households: drafts.count)
      drafts.insert(began.draft(of: .village), at: 0)
    }
    self.drafts = drafts
    self.new = new
    self.changed = changed
    unchanged = register.households.count - new - changed
    members = register.households.reduce(0) { $0 + $1.members.count }
  }

  private static func facts(
    _ household: RegisterHousehold, village: String, file: String, batch: String,
    digest: @escaping Digest
  ) -> HouseholdFacts {
    HouseholdFacts(
      values: household.facts.filter { !$0.value.isEmpty }
        .map { FactValue($0.field.rawValue, $0.value) },
      members: household.members.map { member in
        MemberFacts(
          id: MembershipID(
            derivedFrom: "\(village)|\(household.sourceKey)|\(member.sourceKey)", digest: digest),
          values: memberValues(member))
      },
      source: file, sourceKey: household.sourceKey, batch: batch)
  }

  /// A register that has a birth date or an estimated age has thereby said whether the date is known.
  private static func memberValues(_ member: RegisterMember) -> [FactValue] {
    var values = member.facts.filter { !$0.value.isEmpty }
      .map { FactValue($0.field.rawValue, $0.value) }
    let names = Set(values.map(\.name))
    if !names.contains("m_id"), !names.contains("m_dob_known") {
      if names.contains("m_dob") {
        values.append(FactValue("m_dob_known", "yes"))
      } else if names.contains("m_age_est") {
        values.append(FactValue("m_dob_known", "no"))
      }
    }
    return values
  }

  /// Whether a household already stands exactly as the register has it.
  private static func says(_ known: Household, _ facts: HouseholdFacts) -> Bool {
    facts.values.allSatisfy { known[$0.name] == $0.value }
      && facts.members.allSatisfy { member in
        guard let standing = known.members.first(where: { $0.id == member.id }) else {
          return false
        }
        return member.values.allSatisfy { standing[$0.name] == $0.value }
      }
  }
}
