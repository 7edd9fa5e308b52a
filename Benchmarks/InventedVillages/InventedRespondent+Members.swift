extension InventedRespondent {
  func memberAnswer(_ name: String, _ member: InventedMember) -> String? {
    switch name {
    case "m_name": member.name
    case "m_home": member.home
    case "m_rel": member.relation
    case "m_id": member.citizenNumber
    case "m_dob_known": member.isBirthKnown ? "yes" : "no"
    case "m_dob": member.birth.text
    case "m_age_est": String(age(member))
    case "m_sex": member.sex
    case "m_eth": member.ethnicGroup
    case "m_health": member.health.joined(separator: " ")
    case "m_chron": member.chronic.isEmpty ? "other" : member.chronic.joined(separator: " ")
    case "m_dis": member.disability.isEmpty ? "0" : member.disability
    case "m_dis_aid": draw(name, [("yes", 97), ("no", 1), ("dk", 2)], member)
    case "m_edu": age(member) >= 60 ? "2" : "3"
    case "m_labour": member.labour.isEmpty ? "normal" : member.labour
    case "m_work": work(member)
    case "m_ins": member.insurance
    case "m_hosp": wasInHospital(member) ? "yes" : "no"
    case "m_own": String(ownCost(member))
    default: nil
    }
  }

  private func work(_ member: InventedMember) -> String {
    if age(member) <= 18 || member.home == "board" { return "study" }
    switch member.home {
    case "far", "prov":
      return age(member) <= 22 ? draw("study", [("study", 50), ("far", 50)], member) : "far"
    case "county": return "near"
    case "army", "jail", "lost", "inst": return "dk"
    default:
      return draw(
        "m_work",
        [
          ("farm", 64), ("near", 12), ("post", 8), ("own", 5), ("carehome", 6), ("want", 2),
          ("nowant", 3),
        ], member)
    }
  }

  func educationAnswer(_ name: String, _ member: InventedMember) -> String? {
    switch name {
    case "e_status":
      age(member) <= 6 && draw(name, [("n", 9), ("y", 1)], member) == "y"
        ? "not_yet"
        : draw(
          "e_status2",
          [("in", 98), ("back", 1), ("done", isPastSchoolAge(member) ? 8 : 0)], member)
    case "e_reason": draw(name, [("dislike", 60), ("family", 20), ("work", 20)], member)
    case "e_paper": draw(name, [("yes", 98), ("no", 2)], member)
    case "e_teach": draw(name, [("wk", 20), ("fort", 50), ("mon", 30)], member)
    case "e_aid":
      member.home == "board"
        ? draw(name, [("board meal", 83), ("board", 17)], member)
        : draw(name, [("meal", 64), ("nonboard meal", 33), ("dk", 3)], member)
    default: nil
    }
  }

  func careAnswer(_ name: String, _ member: InventedMember?) -> String? {
    switch name {
    case "d_sign": draw(name, [("yes", 97), ("no", 2), ("dk", 1)], member)
    case "d_visits":
      draw(name, [("4", 64), ("3", 13), ("6", 13), ("2", 7), ("0", 1), ("-8", 2)], member)
    case "d_treat": draw(name, [("yes", 98), ("part", 2)], member)
    case "d_why":
      draw(name, [("unwilling", 75), ("carer", 20), ("dk", 5)], member)
    case "d_care": member.map(care)
    case "d_hosp": household.members.contains(where: wasInHospital) ? "yes" : "no"
    case "d_total": String(ownCosts * 100 / number(name, 10...35))
    case "d_own": String(ownCosts)
    case "d_settle":
      draw(name, [("nodep after onestop", 60), ("onestop", 28), ("outside", 10), ("none", 2)])
    case "d_clinic": draw(name, [("vil30", 94), ("far", 6)])
    case "d_forgo": draw(name, [("no", 99), ("dk", 1)])
    default: nil
    }
  }

  private func isPastSchoolAge(_ member: InventedMember) -> Bool {
    member.birth.age(on: date.schoolYearCutOff) >= 15
  }

  private func wasInHospital(_ member: InventedMember) -> Bool {
    member.isCounted && draw("m_hosp", [("no", 93), ("yes", 7)], member) == "yes"
  }

  private func ownCost(_ member: InventedMember) -> Int { number("m_own", 3...25, member) * 100 }

  /// What the hospital cost them; something also where only a chemist was paid.
  private var ownCosts: Int {
    let costs = household.members.filter(wasInHospital).map(ownCost).reduce(0, +)
    return costs > 0 ? costs : 900
  }

  private func care(_ member: InventedMember) -> String {
    if member.home == "inst" { return "inst" }
    let needsHelp = member.disability == "1" || age(member) >= 88
    return needsHelp
      ? "carer"
      : draw("d_care", [("self", 85), ("carer", 15)], member)
  }
}
