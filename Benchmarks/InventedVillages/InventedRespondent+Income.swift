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
    case "i_biz": String(number(name, -20...180) * 100)
    case "i_prop": draw(name, [("0", 62), ("600", 15), ("1200", 15), ("3000", 6), ("-9", 2)])
    case "i_trans": String(pensions + number(name, 2...40) * 100)
    case "i_drop":
      draw(name, [("up", 40), ("same", 45), ("down_little", 11), ("down_big", 3), ("dk", 1)])
    case "i_shock":
      draw(
        name,
        [("none", 90), ("illness", 4), ("crop", 2), ("job", 2), ("disaster", 1), ("job school", 1)])
    case "i_relief": draw(name, [("yes", 60), ("no", 35), ("dk", 5)])
    case "i_rigid": String(number(name, 10...200) * 100)
    case "i_loan": draw(name, [("none", 84), ("normal", 13), ("extended", 2), ("overdue", 1)])
    case "i_support": draw(name, [("yes", 70), ("little", 22), ("nochild", 6), ("dk", 2)])
    default: nil
    }
  }

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
