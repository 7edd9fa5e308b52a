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
    case "m_dis_aid": draw(name, [("yes", 92), ("no", 5), ("dk", 3)], member)
    case "m_edu": age(member) >= 60 ? "2" : "3"
    case "m_labour": member.labour.isEmpty ? "normal" : member.labour
    case "m_work": work(member)
    case "m_ins": member.insurance
    case "m_hosp": draw(name, [("no", 88), ("yes", 12)], member)
    case "m_own": String(number(name, 3...90, member) * 100)
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
          ("farm", 62), ("near", 12), ("post", 8), ("own", 5), ("carehome", 6), ("want", 3),
          ("nowant", 4),
        ], member)
    }
  }

  func educationAnswer(_ name: String, _ member: InventedMember) -> String? {
    switch name {
    case "e_status":
      age(member) <= 6 && draw(name, [("n", 9), ("y", 1)], member) == "y"
        ? "not_yet"
        : draw("e_status2", [("in", 97), ("back", 2), ("done", age(member) >= 15 ? 8 : 0)], member)
    case "e_reason": draw(name, [("dislike", 60), ("family", 20), ("work", 20)], member)
    case "e_paper": draw(name, [("yes", 80), ("no", 20)], member)
    case "e_teach": draw(name, [("wk", 20), ("fort", 50), ("mon", 30)], member)
    case "e_aid":
      member.home == "board"
        ? draw(name, [("board meal", 80), ("board", 15), ("none", 5)], member)
        : draw(name, [("meal", 60), ("nonboard meal", 30), ("none", 6), ("dk", 4)], member)
    default: nil
    }
  }

  func careAnswer(_ name: String, _ member: InventedMember?) -> String? {
    switch name {
    case "d_sign": draw(name, [("yes", 90), ("no", 7), ("dk", 3)], member)
    case "d_visits":
      draw(name, [("4", 60), ("3", 12), ("6", 12), ("2", 6), ("0", 5), ("-8", 5)], member)
    case "d_treat": draw(name, [("yes", 92), ("part", 6), ("no", 2)], member)
    case "d_why":
      draw(name, [("unwilling", 40), ("money", 25), ("carer", 15), ("far", 15), ("dk", 5)], member)
    case "d_care": member.map(care)
    case "d_hosp": draw(name, [("no", 76), ("yes", 22), ("dk", 2)])
    case "d_total": String(hospitalTotal)
    case "d_own": String(hospitalTotal * number(name, 10...45) / 100)
    case "d_settle":
      draw(name, [("nodep after onestop", 60), ("onestop", 25), ("outside", 10), ("none", 5)])
    case "d_clinic": draw(name + household.group, [("vil30", 88), ("far", 7), ("nodoc", 5)])
    case "d_forgo": draw(name, [("no", 96), ("yes", 3), ("dk", 1)])
    default: nil
    }
  }

  private var hospitalTotal: Int { number("d_total", 12...260) * 100 }

  private func care(_ member: InventedMember) -> String {
    if member.home == "inst" { return "inst" }
    let needsHelp = member.disability == "1" || age(member) >= 88
    return needsHelp
      ? draw("d_care", [("carer", 94), ("nocare", 6)], member)
      : draw("d_care", [("self", 85), ("carer", 15)], member)
  }
}
