extension InventedRespondent {
  func coverAnswer(_ name: String) -> String? {
    switch name {
    case "c_village": household.villageCode
    case "c_group": household.group
    case "c_hh_no": String(household.serial)
    case "c_ext_id": household.systemNumber
    case "c_round": "base"
    case "c_date": date.text
    case "c_mode": draw(name, [("face", 97), ("phone", 2), ("paper", 1)])
    case "c_consent": consent
    case "c_resp": respondent
    case "c_resp_why":
      draw(name, [("alone", 30), ("language", 20), ("ill", 20), ("away", 25), ("other", 5)])
    case "c_hh_base": household.householdClass
    case "c_mon": household.monitoring
    case "c_safety": household.assistance.joined(separator: " ")
    case "c_helper_has": household.helper.isEmpty ? "no" : "yes"
    case "c_helper": household.helper
    case "c_phone": household.phone
    case "c_cause": household.cause
    case "c_cause2": household.otherCauses.joined(separator: " ")
    case "c_measure":
      household.measures.isEmpty ? "none" : household.measures.joined(separator: " ")
    case "x_excl": household.registerFacts.joined(separator: " ")
    case "c_result": result
    case "c_next": date.adding(days: number(name, 2...14)).text
    default: nil
    }
  }

  private var consent: String {
    switch household.plan.status {
    case .absent: "nobody"
    case .refused: "no"
    default: "yes"
    }
  }

  private var result: String {
    switch household.plan.status {
    case .absent: household.membersAtHome.isEmpty ? "away" : "absent"
    case .refused: "refused"
    case .begun: "part"
    default: "done"
    }
  }

  /// The head if at home, else the spouse, another grown-up, a child; else a cadre.
  private var respondent: String {
    let home = household.membersAtHome
    if draw("proxy", [("none", 95), ("proxy", 5)]) == "proxy" {
      return draw("c_resp2", [("neighbour", 50), ("cadre", 50)])
    }
    if home.contains(where: { $0.relation == "02" }), draw("c_resp", [("y", 80), ("n", 20)]) == "y"
    {
      return "head"
    }
    if home.contains(where: { $0.relation == "10" }) { return "spouse" }
    if home.contains(where: { $0.relation == "02" }) { return "head" }
    if home.contains(where: { age($0) >= 18 }) { return "adult" }
    if home.contains(where: { age($0) >= 10 }) { return "minor" }
    return draw("c_resp2", [("neighbour", 50), ("cadre", 50)])
  }

  func closingAnswer(_ name: String) -> String? {
    switch name {
    case "p_card": draw(name, [("clear", 86), ("unclear", 13), ("none", 1)])
    case "p_need":
      draw(
        name,
        [
          ("none", 40), ("job", 12), ("medical", 12), ("industry", 10), ("job industry", 6),
          ("school", 6), ("medical carer", 4), ("house", 4), ("water", 3), ("relief", 2),
          ("job medical school", 1),
        ])
    case "p_apply": draw(name, [("no", 99), ("yes", 1)])
    case "p_sat": draw(name, [("5", 55), ("4", 35), ("3", 7), ("2", 2), ("ref", 1)])
    default: nil
    }
  }
}
