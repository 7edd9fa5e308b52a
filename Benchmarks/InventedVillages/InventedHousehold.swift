/// An invented household: what the register says, how things are, and how far its survey is.
///
/// Codes are the names of the household form's choices.
public struct InventedHousehold: Sendable {
  /// The village's code.
  public let villageCode: String
  /// The group or hamlet, such as `3组`.
  public let group: String
  /// The number of the group, from 1.
  public let groupNumber: Int
  /// The serial number in the village.
  public let serial: Int
  /// The number in the monitoring system; empty for ordinary households.
  public internal(set) var systemNumber = ""
  /// The head's name in the register.
  public internal(set) var head = ""
  /// Household class (list `hh_base`).
  public internal(set) var householdClass = "general"
  /// Monitoring class (list `mon_type`).
  public internal(set) var monitoring = "none"
  /// Social assistance (list `safety`).
  public internal(set) var assistance: [String] = []
  /// Main cause of poverty or risk (list `cause`).
  public internal(set) var cause = ""
  /// Other causes (list `cause`).
  public internal(set) var otherCauses: [String] = []
  /// Help received (list `measure`).
  public internal(set) var measures: [String] = []
  /// Register facts that speak against help (list `excl`).
  public internal(set) var registerFacts: [String] = []
  /// Net income per head in the register, yuan.
  public internal(set) var incomePerHead: Int?
  /// Helper's name and phone in one text.
  public internal(set) var helper = ""
  /// The household's phone.
  public internal(set) var phone = ""
  /// Where the house stands.
  public internal(set) var address = ""
  /// Names of the neighbouring heads.
  public internal(set) var neighbours: [String] = []
  /// The dwelling (list `dwelling`).
  public internal(set) var dwelling = "own"
  /// Order on the way through the village, from 1.
  public internal(set) var route = 0
  /// Everybody, those in the register first.
  public internal(set) var members: [InventedMember] = []
  /// What is particular about the family.
  public internal(set) var stories: Set<FamilyStory> = []
  /// How far the survey is.
  public internal(set) var plan = VisitPlan(
    status: .notVisited, day: -1, minute: 0, answeredPercent: 0)
  /// Answers that follow from the household's story, by question name.
  public internal(set) var facts: [String: String] = [:]
  /// Whether something has befallen it that the standard finds.
  var hasHardship = false
  var surname = ""
  let seed: UInt64

  /// Whether the household is out of poverty or monitored: the form's `c_target`.
  public var isTarget: Bool {
    householdClass == "out" || ["unstable", "marginal", "sudden"].contains(monitoring)
  }

  /// Who lives in the house now.
  public var membersAtHome: [InventedMember] {
    members.filter { $0.home == "home" }
  }

  init(villageCode: String, group: String, groupNumber: Int, serial: Int, seed: UInt64) {
    self.villageCode = villageCode
    self.group = group
    self.groupNumber = groupNumber
    self.serial = serial
    self.seed = seed
  }
}
