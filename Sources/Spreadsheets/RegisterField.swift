/// A fact that a register can hold about a household or a member.
///
/// Those that a question of the household form also asks bear the question's name.
public enum RegisterField: String, CaseIterable, Hashable, Sendable {
  case villageCode = "c_village"
  case villageName = "village_name"
  case group = "c_group"
  case serial = "c_hh_no"
  case householdNumber = "c_ext_id"
  case head = "head"
  case householdClass = "c_hh_base"
  case monitoring = "c_mon"
  case assistance = "c_safety"
  case cause = "c_cause"
  case otherCauses = "c_cause2"
  case measures = "c_measure"
  case registerFacts = "x_excl"
  case netIncome = "i_reg_pc"
  case helper = "c_helper"
  case phone = "c_phone"
  case address = "address"
  case neighbours = "neighbours"
  case dwelling = "dwelling"
  case route = "route"
  case personNumber = "person_number"
  case name = "m_name"
  case relation = "m_rel"
  case citizenNumber = "m_id"
  case sex = "m_sex"
  case birthDate = "m_dob"
  case estimatedAge = "m_age_est"
  case ethnicGroup = "m_eth"
  case health = "m_health"
  case chronicIllness = "m_chron"
  case disability = "m_dis"
  case labour = "m_labour"
  case whereabouts = "m_home"
  case insurance = "m_ins"

  /// Whether the fact is one of the household, not of a member.
  public var isOfHousehold: Bool {
    switch self {
    case .personNumber, .name, .relation, .citizenNumber, .sex, .birthDate, .estimatedAge,
      .ethnicGroup, .health, .chronicIllness, .disability, .labour, .whereabouts, .insurance:
      false
    default: true
    }
  }

  /// Whether a register without such a column cannot be imported.
  public var isNeeded: Bool {
    switch self {
    case .serial, .name, .relation: true
    default: false
    }
  }

  /// What may stand in its cells.
  public var content: RegisterContent {
    switch self {
    case .villageCode: .villageCode
    case .villageName, .address, .neighbours: .text(limit: 200)
    case .group: .text(limit: 40)
    case .householdNumber, .personNumber: .text(limit: 60)
    case .helper: .text(limit: 60)
    case .head, .name: .text(limit: 300)
    case .phone: .phone
    case .serial: .wholeNumber(1...9999)
    case .route: .wholeNumber(0...999_999)
    case .netIncome: .wholeNumber(-9_999_999...9_999_999)
    case .estimatedAge: .wholeNumber(0...120)
    case .citizenNumber: .citizenNumber
    case .birthDate: .pastDate
    case .householdClass: .choice(list: "hh_base")
    case .monitoring: .choice(list: "mon_type")
    case .assistance: .choices(list: "safety")
    case .cause: .choice(list: "cause")
    case .otherCauses: .choices(list: "cause")
    case .measures: .choices(list: "measure")
    case .registerFacts: .choices(list: "excl")
    case .dwelling: .choice(list: "dwelling")
    case .relation: .choice(list: "rel")
    case .sex: .choice(list: "sex")
    case .ethnicGroup: .choice(list: "eth")
    case .health: .choices(list: "health")
    case .chronicIllness: .choices(list: "chron")
    case .disability: .choice(list: "dis_level")
    case .labour: .choice(list: "labour")
    case .whereabouts: .choice(list: "home")
    case .insurance: .choice(list: "ins")
    }
  }
}
