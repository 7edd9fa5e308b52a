extension InventedRespondent {
  func incomeAnswer(_ name: String) -> String? {
    switch name {
    case "i_reg_pc": household.incomePerHead.map(String.init) ?? ""
    case "i_have":
      household.incomePerHead == nil
        ? draw(name, [("ask", 97), ("ref", 3)])
        : draw(name, [("register_ok", 72), ("ask", 27), ("ref", 1)])
    case "i_wage": draw("wage", [("n", 97), ("d", 3)]) == "d" ? "-8" : String(wages)
    case "i_biz_known": draw(name, [("yes", 95), ("no", 5)])
    case "i_biz": String(heads * number(name, 50...110) * 100 / (isLean ? 5 : 1))
    case "i_prop": draw(name, [("0", 62), ("600", 15), ("1200", 15), ("3000", 6), ("-9", 2)])
    case "i_trans": String(pensions + heads * number(name, 20...40) * 100 / (isLean ? 2 : 1))
    case "i_drop":
      draw(name, [("up", 40), ("same", 47), ("down_little", 11), ("down_big", 1), ("dk", 1)])
    case "i_shock":
      draw(
        name,
        [("none", 96), ("illness", 1), ("crop", 1), ("job", 1), ("disaster", 1)])
    case "i_relief": draw(name, [("yes", 85), ("no", 10), ("dk", 5)])
    case "i_rigid": String(number(name, 5...40) * 100)
    case "i_loan": draw(name, [("none", 84), ("normal", 14), ("extended", 2)])
    case "i_support": draw(name, [("yes", 86), ("little", 6), ("nochild", 6), ("dk", 2)])
    default: nil
    }
  }

  private var heads: Int { household.members.count { $0.isCounted } }

  /// A bad year.
  private var isLean: Bool { draw("lean", [("n", 95), ("y", 5)]) == "y" }

  private var wages: Int {
    household.members.reduce(0) { sum, member in
      switch member.home {
      case "far": sum + number("wage", 30...60, member) * 1000
      case "prov": sum + number("wage", 26...50, member) * 1000
      case "county": sum + number("wage", 18...36, member) * 1000
      case "home" where (18...60).contains(age(member)):
        sum + number("wage", 0...12, member) * 1000
      default: sum
      }
    }
  }

  private var pensions: Int {
    household.members.reduce(0) { $0 + ($1.isCounted && age($1) >= 60 ? 2040 : 0) }
  }
}
