extension InventedRespondent {
  func foodAndClothingAnswer(_ name: String) -> String? {
    switch name {
    case "f_enough": "yes"
    case "f_months": draw(name, [("1", 50), ("2", 30), ("-8", 20)])
    case "f_prot":
      draw(name, [("any", 74), ("weekly", 20), ("monthly", 4), ("habit", 2)])
    case "f_why": draw(name, [("money", 50), ("carer", 30), ("money illness", 20)])
    case "f_obs": draw(name, [("seen", 92), ("little", 5), ("not_allowed", 3)])
    case "k_wear": "yes"
    case "k_quilt": "yes"
    case "k_shoe": "yes"
    case "k_who": household.members.last.map { String($0.name.prefix(20)) } ?? ""
    default: nil
    }
  }

  func housingAnswer(_ name: String) -> String? {
    switch name {
    case "h_live":
      household.dwelling == "own"
        ? draw(name, [("own", 96), ("relative", 2), ("rent", 1), ("public", 1)])
        : household.dwelling
    case "h_way": way
    case "h_grade":
      household.dwelling == "relocated"
        ? "A" : draw(name, [("A", 65), ("B", 33), ("dk", 2)])
    case "h_proof": draw(name, [("yes", 95), ("no", 5)])
    case "h_signs":
      draw(name, [("none", 95), ("leak", 4), ("draught", 1)])
    case "h_money": draw(name, [("yes", 94), ("dk", 6)])
    case "h_move": draw(name, [("none", 97), ("old_not_torn", 3)])
    case "h_old": "no"
    case "h_site": draw(name, [("none", 97), ("slide", 2), ("flood", 1)])
    case "h_pen":
      household.dwelling == "relocated"
        ? "none" : draw(name, [("separate", 62), ("none", 34), ("adjacent", 4)])
    default: nil
    }
  }

  private var way: String {
    if household.dwelling == "relocated" { return "rebuilt" }
    let isOwn = housingAnswer("h_live") == "own"
    return draw("h_way", [("assessed", 78), (isOwn ? "rebuilt" : "supported", 21), ("dk", 1)])
  }

  /// Houses of one group drink from one supply; the third group lies above the pipes.
  func waterAnswer(_ name: String) -> String? {
    let dry = household.groupNumber % 6 == 3
    return switch name {
    case "w_src":
      dry
        ? draw(name, [("spring", 70), ("cellar", 30)])
        : household.groupNumber % 3 == 1 ? "tap_c" : "tap_s"
    case "w_acc":
      dry
        ? draw(name, [("yard", 60), ("point", 30), ("nature", 10)])
        : draw(name, [("house", 88), ("yard", 12)])
    case "w_min": draw(name, [("8", 35), ("12", 30), ("15", 20), ("-8", 15)])
    case "w_dist_h": String(number(name, 1...7) * 100)
    case "w_dist_v": String(number(name, 1...7) * 10)
    case "w_enough":
      dry
        ? draw(name, [("ok", 75), ("tight", 25)])
        : draw(name, [("ok", 96), ("tight", 4)])
    case "w_lpd":
      draw("lpd", [("n", 96), ("d", 4)]) == "d"
        ? "-8" : String(max(1, household.membersAtHome.count) * number(name, 9...18) * 5)
    case "w_cut":
      dry
        ? draw(name, [("3", 30), ("6", 30), ("10", 25), ("16", 10), ("24", 5)])
        : draw(name, [("0", 57), ("2", 26), ("5", 15), ("18", 2)])
    case "w_sense": draw(name, [("clear", 99), ("turbid", 1)])
    case "w_test": dry ? "none" : draw(name + household.group, [("pass", 90), ("none", 10)])
    default: nil
    }
  }
}
