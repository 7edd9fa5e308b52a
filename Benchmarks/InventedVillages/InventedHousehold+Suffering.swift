extension InventedHousehold {
  /// Lets a hardship befall the family: what it will answer, whatever it would have answered else.
  mutating func suffer(_ hardship: Hardship, on today: CivilDate) {
    hasHardship = true
    // Somebody came and saw.
    facts["c_mode"] = "face"
    switch hardship {
    case .destitute: sufferWant()
    case .wanting: sufferShortage(today)
    case .truant, .untaught, .seldomTaught, .notEnrolled, .putOff, .leftEarly,
      .unknownChild:
      sufferAtSchool(hardship, today)
    case .untreated, .lateInsurance, .halfTreated, .hospitalBill, .uncared:
      sufferIllness(hardship, today)
    case .unsafeHouse, .noSafeHouse, .oldHouse, .noSign, .relocatedJobless:
      sufferInHouse(hardship, today)
    case .farWater: sufferFarWater()
    case .badWater:
      tell([
        "w_src": "tap_s", "w_acc": "house", "w_enough": "ok", "w_sense": "turbid", "w_test": "fail",
      ])
    case .forgotten:
      tell([
        "c_helper_has": "no", "p_card": "none", "c_cause": "ill", "c_measure": "crop",
      ])
      // Only the register says so, and nobody asks.
      registerFacts = ["car"]
      tell(child(6...15, today), ["e_status": "back", "e_aid": "none"])
    case .seldomVisited: facts["i_support"] = "little"
    case .recovered: recover()
    }
  }

  private mutating func tell(_ answers: [String: String]) {
    facts.merge(answers) { _, new in new }
  }

  private mutating func tell(_ member: Int?, _ answers: [String: String]) {
    guard let member else { return }
    members[member].facts.merge(answers) { _, new in new }
  }

  private mutating func earn(_ perHead: Int) {
    let heads = members.count { $0.isCounted }
    tell([
      "i_have": "ask", "i_wage": "0", "i_biz_known": "yes", "i_prop": "0",
      "i_biz": String(perHead * heads * 2 / 3), "i_trans": String(perHead * heads / 3),
    ])
  }

  private var noHospital: [String: String] { ["d_hosp": "no", "m_hosp": "no"] }

  // MARK: Want

  private mutating func sufferWant() {
    tell([
      "f_enough": "no", "f_months": "4", "f_prot": "rare", "f_why": "money", "f_obs": "none",
      "k_wear": "no", "k_who": members[0].name, "i_drop": "same", "i_shock": "none",
      "p_apply": "yes", "p_need": "relief food",
    ])
    tell(noHospital)
    earn(2100)
  }

  private mutating func sufferShortage(_ today: CivilDate) {
    tell([
      "f_enough": "some", "f_months": "2", "f_why": "money", "k_quilt": "no", "k_shoe": "no",
      "k_who": members[1].name, "i_loan": "overdue", "h_live": "own",
    ])
    loseWork(today)
  }

  /// Who could work does not; one wants to.
  private mutating func loseWork(_ today: CivilDate) {
    var isFirst = true
    for index in members.indices where isOfWorkingAge(members[index], today) {
      let wants = isFirst && members[index].labour == "normal"
      if wants { isFirst = false }
      tell(index, ["m_work": wants ? "want" : "carehome"])
    }
  }

  // MARK: School

  private mutating func sufferAtSchool(_ hardship: Hardship, _ today: CivilDate) {
    switch hardship {
    case .truant: tell(child(7...15, today), ["e_status": "susp", "e_reason": "family"])
    case .untaught: teachAtHome(child(7...14, today), seldom: false)
    case .seldomTaught: teachAtHome(child(7...14, today), seldom: true)
    case .notEnrolled:
      tell(child(6...6, today), ["e_status": "out", "e_reason": "far"])
      // Short by their own words, and still above the line.
      tell([
        "w_enough": "short", "w_lpd": String(60 * max(1, membersAtHome.count)), "w_cut": "20",
      ])
    case .putOff:
      tell(child(7...8, today), ["e_status": "not_yet", "e_paper": "yes"])
      tell(["h_live": "own", "h_signs": "leak draught", "h_pen": "same"])
    case .leftEarly:
      tell(child(8...13, today), ["e_status": "done"])
      tell([
        "h_live": "own", "h_way": "rebuilt", "h_grade": "none", "h_signs": "crack",
        "h_money": "yes",
      ])
    default:
      takeInChild(today)
      tell([
        "h_live": "own", "h_way": "assessed", "h_grade": "B", "h_proof": "yes", "h_signs": "tilt",
      ])
    }
  }

  private mutating func teachAtHome(_ child: Int?, seldom: Bool) {
    tell(
      child,
      [
        "m_home": "home", "m_health": "disab", "m_dis": "2", "d_care": "carer", "d_sign": "yes",
        "e_status": "home_teach", "e_paper": seldom ? "yes" : "no",
        "e_teach": seldom ? "less" : "never", "m_dis_aid": seldom ? "yes" : "no",
      ])
    guard seldom else { return }
    tell(noHospital)
    tell(["i_shock": "school", "i_relief": "yes", "i_drop": "same"])
    earn(9000)
    facts["i_rigid"] = String(members.count { $0.isCounted } * 5000)
  }

  /// A relative's child lives with them, whom no register knows and whose birthday nobody does.
  private mutating func takeInChild(_ today: CivilDate) {
    var child = InventedMember(
      name: surname + "小满", relation: "97", registerRelation: "97", citizenNumber: "",
      birth: today.adding(days: -9 * 366), sex: "2", ethnicGroup: members[0].ethnicGroup)
    child.index = members.count
    child.isBirthKnown = false
    child.isInRegister = false
    child.facts = ["e_status": "out", "e_reason": "poverty"]
    members.append(child)
  }

  // MARK: Illness

  private mutating func sufferIllness(_ hardship: Hardship, _ today: CivilDate) {
    switch hardship {
    case .untreated:
      tell(
        healthyAdult(today),
        [
          "m_health": "chronic", "m_chron": "other", "m_ins": "none", "d_treat": "no",
          "d_why": "money",
        ])
      tell(["d_forgo": "yes"])
    case .lateInsurance:
      tell(members.firstIndex { ["far", "prov"].contains($0.home) }, ["m_ins": "other"])
      var baby = InventedMember(
        name: surname + "满月", relation: "30", registerRelation: "30", citizenNumber: "",
        birth: today.adding(days: -140), sex: "2", ethnicGroup: members[0].ethnicGroup)
      baby.index = members.count
      baby.isInRegister = false
      baby.facts = ["m_ins": "newborn"]
      members.append(baby)
    case .halfTreated:
      let other = healthyAdult(today)
      tell(
        members.firstIndex { isFollowedUp($0) },
        ["d_treat": "part", "d_why": "carer", "d_sign": "no"])
      tell(
        other,
        [
          "m_health": "chronic", "m_chron": "htn", "d_treat": "yes", "d_sign": "yes",
          "d_visits": "0",
        ])
      tell(["d_clinic": "nodoc"])
    case .hospitalBill:
      tell(["m_hosp": "no"])
      tell(healthyAdult(today), ["m_hosp": "yes", "m_own": "26000"])
      tell([
        "d_hosp": "yes", "d_total": "48000", "d_own": "26000", "d_settle": "none",
        "i_shock": "illness", "i_drop": "down_big", "i_relief": "no", "i_rigid": "3000",
        "f_enough": "some", "f_months": "-8", "f_why": "money illness",
      ])
      earn(9000)
    default:
      tell(oldest, ["m_labour": "none", "d_care": "nocare"])
      tell(["i_support": "no", "f_enough": "yes", "f_obs": "none"])
    }
  }

  // MARK: House and water

  private mutating func sufferInHouse(_ hardship: Hardship, _ today: CivilDate) {
    switch hardship {
    case .unsafeHouse:
      tell([
        "h_live": "own", "h_way": "assessed", "h_grade": "C", "h_proof": "yes",
        "h_signs": "crack tilt",
      ])
    case .noSafeHouse:
      tell([
        "h_live": "own", "h_way": "notyet", "h_grade": "none", "h_signs": "none", "h_site": "slide",
      ])
    case .oldHouse:
      tell([
        "h_live": "own", "h_way": "rebuilt", "h_grade": "A", "h_proof": "yes", "h_signs": "none",
        "h_money": "no", "h_old": "yes",
      ])
    case .noSign:
      tell([
        "h_live": "own", "h_way": "assessed", "h_grade": "A", "h_proof": "no", "h_signs": "none",
        "h_pen": "adjacent",
      ])
    default:
      loseWork(today)
      tell([
        "h_live": "relocated", "h_way": "rebuilt", "h_grade": "A", "h_proof": "yes",
        "h_signs": "none", "h_money": "yes", "h_move": "area old_not_torn", "h_pen": "none",
      ])
    }
  }

  private mutating func sufferFarWater() {
    tell([
      "w_src": "river", "w_acc": "nature", "w_min": "35", "w_enough": "short",
      "w_lpd": String(20 * max(1, membersAtHome.count)), "w_cut": "45", "w_sense": "turbid smell",
      "w_test": "none",
    ])
  }

  // MARK: Nothing to mend

  private mutating func recover() {
    tell([
      "f_enough": "yes", "f_prot": "any", "f_obs": "seen", "k_wear": "yes", "k_quilt": "yes",
      "k_shoe": "yes", "h_way": "assessed", "h_grade": "A", "h_proof": "yes", "h_signs": "none",
      "h_old": "no", "h_site": "none", "h_pen": "separate", "w_acc": "house", "w_enough": "ok",
      "w_cut": "2", "w_sense": "clear", "w_test": "pass", "d_clinic": "vil30", "d_forgo": "no",
      "i_drop": "up", "i_shock": "none", "h_money": "yes", "i_loan": "none", "i_support": "yes",
      "i_rigid": "1500", "h_move": "none", "p_card": "clear", "p_apply": "no", "e_status": "in",
      "e_aid": "meal", "d_sign": "yes", "d_visits": "4", "d_treat": "yes", "m_dis_aid": "yes",
      "m_ins": "res",
    ])
    tell(noHospital)
    earn(15000)
  }
}
