/// A person of an invented household: what the register says, and how things are at the door.
///
/// Codes are the names of the household form's choices.
public struct InventedMember: Sendable {
  /// Position in the household, from 0; register rows come first.
  public internal(set) var index = 0
  /// The number of the person in the monitoring system; empty if the household is not in it.
  public internal(set) var personNumber = ""
  /// The full name.
  public internal(set) var name: String
  /// Relation to the head now (list `rel`).
  public internal(set) var relation: String
  /// Relation in the register, where a dead head is still the head.
  public internal(set) var registerRelation: String
  /// The citizen number; empty if there is none or the family has it not at hand.
  public internal(set) var citizenNumber: String
  /// The true birthday, which nobody may know.
  public let birth: CivilDate
  /// Whether the family and the register know the birthday.
  public internal(set) var isBirthKnown = true
  /// `1` male, `2` female.
  public let sex: String
  /// Ethnic group (list `eth`).
  public internal(set) var ethnicGroup: String
  /// Health (list `health`).
  public internal(set) var health: [String] = ["ok"]
  /// Chronic illnesses (list `chron`).
  public internal(set) var chronic: [String] = []
  /// Grade of the disability card (list `dis_level`); empty without disability.
  public internal(set) var disability = ""
  /// Labour ability (list `labour`); empty below 16.
  public internal(set) var labour = ""
  /// Where the person is now (list `home`).
  public internal(set) var home = "home"
  /// Where the register believes the person to be.
  public internal(set) var registerHome = "home"
  /// Medical insurance (list `ins`).
  public internal(set) var insurance = "res"
  /// Whether the register knows the person at all.
  public internal(set) var isInRegister = true
  /// Answers that follow from this person's story, by question name.
  public internal(set) var facts: [String: String] = [:]

  /// Whether the person still belongs to the household.
  public var isCounted: Bool {
    home != "dead" && home != "out"
  }
}
