extension InventedRespondent {
  func foodAndClothingAnswer(_ name: String) -> String? {
    switch name {
    case "f_enough": draw(name, [("yes", 98), ("some", 2)])
    case "f_months": draw(name, [("1", 50), ("2", 30), ("-8", 20)])
    case "f_prot":
      draw(name, [("any", 72), ("weekly", 20), ("monthly", 4), ("habit", 3), ("rare", 1)])
    case "f_why": draw(name, [("money", 50), ("carer", 30), ("money illness", 20)])
    case "f_obs": draw(name, [("seen", 90), ("little", 5), ("not_allowed", 4), ("none", 1)])
    case "k_wear": draw(name, [("yes", 98), ("no", 2)])
    case "k_quilt": draw(name, [("yes", 99), ("no", 1)])
    case "k_shoe": draw(name, [("yes", 97), ("no", 3)])
    case "k_who": household.members.last.map { String($0.name.prefix(20)) } ?? ""
    default: nil
    }
  }

  func housingAnswer(_ name: String) -> String? {
    switch name {
    case "h_live":
      household.dwelling == "own"
        ? draw(name, [("own", 93), ("relative", 4), ("rent", 2), ("public", 1)])
        : household.dwelling
    case "h_way": way
    case "h_grade":
      household.dwelling == "relocated"
        ? "A" : draw(name, [("A", 62), ("B", 32), ("C", 2), ("none", 2), ("dk", 2)])
    case "h_proof": draw(name, [("yes", 85), ("no", 15)])
    case "h_signs":
      draw(name, [("none", 88), ("leak", 4), ("crack", 3), ("leak draught", 3), ("rot", 2)])
    case "h_money": draw(name, [("yes", 90), ("no", 3), ("dk", 7)])
    case "h_move": draw(name, [("none", 93), ("old_not_torn", 5), ("area", 2)])
    case "h_old": draw(name, [("no", 96), ("yes", 4)])
    case "h_site": draw(name, [("none", 92), ("slide", 5), ("flood", 2), ("fire", 1)])
    case "h_pen":
      household.dwelling == "relocated"
        ? "none" : draw(name, [("separate", 60), ("none", 32), ("adjacent", 7), ("same", 1)])
    default: nil
    }
  }

  private var way: String {
    if household.dwelling == "relocated" { return "rebuilt" }
    return draw(
      "h_way", [("assessed", 74), ("rebuilt", 20), ("supported", 4), ("notyet", 1), ("dk", 1)])
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
        ? draw(name, [("yard", 40), ("point", 35), ("nature", 25)])
        : draw(name, [("house", 88), ("yard", 12)])
    case "w_min": draw(name, [("10", 30), ("15", 40), ("25", 20), ("-8", 10)])
    case "w_dist_h": String(number(name, 2...14) * 100)
    case "w_dist_v": String(number(name, 1...12) * 10)
    case "w_enough":
      dry
        ? draw(name, [("ok", 55), ("tight", 35), ("short", 10)])
        : draw(name, [("ok", 94), ("tight", 6)])
    case "w_lpd": draw(name, [("160", 30), ("200", 30), ("120", 25), ("80", 10), ("-8", 5)])
    case "w_cut":
      dry ? String(number(name, 5...40)) : draw(name, [("0", 55), ("2", 25), ("5", 15), ("18", 5)])
    case "w_sense": draw(name, [("clear", 93), ("turbid", 5), ("smell", 2)])
    case "w_test": dry ? "none" : draw(name + household.group, [("pass", 90), ("none", 10)])
    default: nil
    }
  }
}
