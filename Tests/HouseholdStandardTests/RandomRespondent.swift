import FormEngine
import SeededRandom

/// Somebody who answers any question of the household form: as all is well, or anything the form takes.
struct RandomRespondent {
  static let today = "2026-11-20"

  /// What kind of household it is.
  enum Style: CaseIterable {
    /// All is well but for a few answers: such a household is close to every verdict.
    case calm
    case mixed
    /// Anything goes.
    case wild
    /// Nobody lives at home.
    case away
  }

  var random: SplitMix64
  let style: Style
  /// How many answers of a hundred are as if all were well.
  private let calmness: Int

  init(seed: UInt64, style: Style) {
    random = SplitMix64(seed: seed)
    self.style = style
    calmness =
      switch style {
      case .calm: 97
      case .mixed: 85
      case .wild: 15
      case .away: 90
      }
  }

  /// An answer to try; empty for none.
  mutating func attempt(
    _ name: String, _ type: QuestionType, choices: [String], specials: [String]
  ) -> String {
    if style == .away, name == "m_home" {
      return random.draw(from: ["inst", "inst", "inst", "far", "dead", "out"])
    }
    if style == .away, name == "h_live", random.chance(60) { return "inst" }
    if name == "c_consent", random.chance(90) { return "yes" }
    if name == "c_date", random.chance(90) { return Self.today }
    // Calm or not, people are of any age.
    if name == "m_dob", random.chance(30) { return random.draw(from: Self.births) }
    if name == "e_status", random.chance(10) { return random.draw(from: choices) }
    if random.chance(calmness), let calm = calm(name), fits(calm, type, choices) { return calm }
    if random.chance(4) { return "" }
    if !specials.isEmpty, !type.isSelect, random.chance(15) { return random.draw(from: specials) }
    return anything(name, type, choices)
  }

  private func fits(_ answer: String, _ type: QuestionType, _ choices: [String]) -> Bool {
    guard type.isSelect else { return true }
    return answer.split(separator: " ").allSatisfy { choices.contains(String($0)) }
  }

  private mutating func anything(
    _ name: String, _ type: QuestionType, _ choices: [String]
  ) -> String {
    switch type {
    case .selectOne, .selectOneFromRoster: return choices.isEmpty ? "" : random.draw(from: choices)
    case .selectMultiple:
      let count = random.draw(from: [1, 1, 1, 2, 3])
      return choices.shuffled(using: &random).prefix(count).joined(separator: " ")
    case .integer, .decimal: return String(random.draw(from: Self.numbers))
    case .date:
      return name == "m_dob" ? random.draw(from: Self.births) : random.draw(from: Self.days)
    case .text: return name == "m_id" ? random.draw(from: Self.citizenNumbers) : "x"
    case .hidden, .acknowledge: return ""
    }
  }

  /// On both sides of every number that a rule compares with.
  private static let numbers = [
    0, 1, 2, 5, 10, 12, 14, 15, 17, 18, 20, 21, 35, 36, 37, 60, 70, 79, 80, 81, 100, 139, 140, 200,
    366, 700, 801, 4999, 5000, 5001, 9000, 14_400, 14_401, 24_001, 40_000, 100_000, -5000,
  ]

  /// Of every age, and close to each that matters: 90 days, the school years, 16, 18, 60, 65 and 80.
  private static let births = [
    "2026-11-20", "2026-08-22", "2026-08-21", "2024-02-29", "2021-05-05", "2020-09-01",
    "2020-08-31", "2020-03-15", "2019-12-12", "2019-09-01", "2019-08-31", "2016-05-20",
    "2014-12-01", "2012-08-31", "2011-08-31", "2010-09-01", "2010-08-31", "2008-11-20",
    "2008-11-21", "2000-01-01", "1985-06-30", "1966-11-20", "1966-11-21", "1961-11-19",
    "1950-03-03", "1946-11-20", "1940-10-10", "1930-07-07",
  ]

  private static let days = ["2026-11-20", "2026-11-19", "2026-07-15", "2026-03-01", "2025-11-20"]

  /// Of nobody: no province begins with 99.
  private static let citizenNumbers = [
    "990101201605200016", "990101198506300025", "990101195003030015", "990101201008310014",
  ]

  private mutating func calm(_ name: String) -> String? {
    if let list = Self.well[name] { return random.draw(from: list) }
    return Self.ages[name].map { random.draw(from: $0) }
  }

  private static let ages = [
    "m_dob": [
      "2016-05-20", "2014-12-01", "1985-06-30", "1984-03-03", "1955-02-02", "2008-01-01",
      "2023-03-03",
    ],
    "m_age_est": ["30", "50", "70"],
  ]

  /// Answers of a household in which all is well; a blank one is a question left alone.
  private static let well: [String: [String]] = [
    "c_village": ["990101201203"], "c_group": [""], "c_hh_no": ["1"], "c_ext_id": [""],
    "c_mode": ["face"], "c_resp": ["head"], "c_hh_base": ["general", "general", "out"],
    "c_mon": ["none", "none", "none", "unstable", "marginal"], "c_safety": ["none"],
    "c_helper_has": ["yes"], "c_helper": ["x"], "c_phone": [""], "c_cause": ["ill"],
    "c_cause2": [""], "c_measure": ["medical"], "x_excl": ["none"],
    "m_name": ["x"], "m_home": ["home", "home", "home", "far", "board"], "m_id": [""],
    "m_dob_known": ["yes"], "m_health": ["ok", "ok", "ok", "chronic"], "m_chron": ["htn", "other"],
    "m_labour": ["normal", "weak"], "m_work": ["near", "farm"], "m_ins": ["res", "emp"],
    "m_hosp": ["no"], "m_own": ["100"], "m_dis": ["3"], "m_dis_aid": ["yes"],
    "e_status": ["in", "in", "special", "home_teach", "leave"], "e_paper": ["yes"],
    "e_teach": ["wk"], "e_aid": ["meal"], "d_sign": ["yes"], "d_visits": ["4"], "d_treat": ["yes"],
    "d_why": ["unwilling"], "d_care": ["self"], "d_hosp": ["no"], "d_total": ["1000"],
    "d_own": ["100"], "d_settle": ["onestop"], "d_clinic": ["vil30"], "d_forgo": ["no"],
    "f_enough": ["yes"], "f_months": ["0"], "f_prot": ["any", "habit"],
    "f_obs": ["seen", "little"], "k_wear": ["yes"], "k_quilt": ["yes"], "k_shoe": ["yes"],
    "h_live": ["own", "own", "relocated", "rent", "public"],
    "h_way": ["assessed", "rebuilt", "supported"], "h_grade": ["A", "B"], "h_proof": ["yes"],
    "h_signs": ["none"], "h_money": ["yes"], "h_move": ["none"], "h_old": ["no"],
    "h_site": ["none"], "h_pen": ["none"], "w_src": ["tap_c"], "w_acc": ["house", "yard", "point"],
    "w_min": ["10"], "w_dist_h": ["100"], "w_dist_v": ["10"], "w_enough": ["ok", "ok", "tight"],
    "w_lpd": ["400"], "w_cut": ["0"], "w_sense": ["clear"], "w_test": ["pass", "none"],
    "i_reg_pc": ["12000"], "i_have": ["register_ok", "ask"], "i_wage": ["60000"],
    "i_biz_known": ["yes"], "i_biz": ["5000"], "i_prop": ["0"], "i_trans": ["900"],
    "i_drop": ["same"], "i_shock": ["none"], "i_relief": ["yes"], "i_rigid": ["500"],
    "i_loan": ["none"], "i_support": ["yes"], "p_card": ["clear"], "p_need": ["none"],
    "p_apply": ["no"], "p_sat": ["5"], "c_result": ["done"], "c_next": [""],
  ]
}
