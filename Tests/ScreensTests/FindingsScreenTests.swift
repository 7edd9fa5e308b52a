import Fieldwork
import Record
import Screens
import Station
import Terminal
import Testing

@Suite("What was found")
struct FindingsScreenTests {
  /// The village of the tests; the second household said what is far from well.
  static var village: InventedVillage {
    var village = InventedVillage.sample
    village.homes[1].answers = [
      ("f_enough", nil, "yes"), ("f_prot", nil, "rare"), ("f_obs", nil, "seen"),
      ("k_wear", nil, "yes"), ("k_shoes", nil, "yes"), ("k_quilt", nil, "yes"),
      ("h_live", nil, "own"), ("h_grade", nil, "dk"), ("w_src", nil, "tap_s"),
      ("w_acc", nil, "point"), ("w_min", nil, "45"), ("w_enough", nil, "ok"),
      ("w_cut", nil, "0"), ("w_sense", nil, "clear"), ("w_test", nil, "none"),
      ("h_old", nil, "no"), ("m_id", 1, idNumber),
      ("m_home", 0, "home"), ("m_home", 1, "home"), ("m_ins", 0, "res"), ("m_ins", 1, "none"),
    ]
    return village
  }

  private static let idNumber = InventedVillage.idNumber(born: "1962-07-15", sex: 2, serial: 2)

  private func opened(
    _ language: Screens.Language = .chinese, size: Size = .standard, role: String = "surveyor"
  ) throws -> Sitting {
    let sitting = try Sitting([Self.village], role: role, language: language, size: size)
    try sitting.play("2 ⏎ 2")
    return sitting
  }

  private func seen(_ sitting: Sitting) -> [(atOnce: Bool, rules: [String])] {
    sitting.store.entries.compactMap { entry in
      guard case .findingsSeen(let atOnce, let findings) = Fact(entry) else { return nil }
      return (atOnce, findings.map(\.rule))
    }
  }

  private func interview(_ sitting: Sitting) throws -> Interview {
    try #require(try sitting.desk.file(of: InventedVillage.household(2)).current)
  }

  @Test(
    "shows verdicts and findings, gravest first, and why each stands",
    arguments: [("zh", "80x24"), ("en", "80x24"), ("zh", "120x40"), ("en", "120x40")])
  func isShown(language: String, size: String) throws {
    let sitting = try opened(
      Language(rawValue: language) ?? .chinese, size: Size(size) ?? .standard)
    let name = "\(language)-\(size)"
    Golden.expect(sitting.app.frame(), "findings-\(name)")
    try sitting.play("↓")
    Golden.expect(sitting.app.frame(), "findings-focus-\(name)")
    guard size == "80x24" else { return }
    // The household, food, clothing, education, medical: then the house, which nobody can tell.
    try sitting.play("↓ ↓ ↓ ↓ ↓ ⏎")
    Golden.expect(sitting.app.frame(), "findings-verdict-unknown-\(name)")
    try sitting.play("⏎ ↓ ⏎")
    Golden.expect(sitting.app.frame(), "findings-verdict-notmet-\(name)")
    try sitting.play("⏎ ↓ ⏎")
    Golden.expect(sitting.app.frame(), "findings-detail-\(name)")
  }

  @Test("opens the page of what is in focus by Enter, ? and F1, and help where nothing is")
  func opensTheDetail() throws {
    let sitting = try opened()
    let focus = "↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓"
    for key in ["⏎", "?", "{F1}", "？"] {
      try sitting.play("{Home} \(focus) \(key)")
      #expect(sitting.text.contains("依据的文件"), "\(key)")
      #expect(sitting.text.contains("负责部门"), "\(key)")
      try sitting.play("⏎")
      #expect(sitting.text.contains("整户"), "\(key)")
    }
    try sitting.play("{Home} ?")
    #expect(sitting.text.contains("还不能定的不算达标"))
    try sitting.play("⏎")
    #expect(sitting.text.contains("整户"))
    // Enter where nothing is in focus reads on to the end, and only then leads back.
    try sitting.play("⏎")
    #expect(sitting.text.contains("看答案"))
  }

  @Test("names the member, the values with the year of the standard, and masks ID numbers")
  func explains() throws {
    let sitting = try opened()
    #expect(sitting.text.contains("红    赵秀兰: 没有参加今年的医保"))
    try sitting.play("↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ↓ ⏎")
    #expect(sitting.text.contains("一次往返取水分钟: 45"))
    #expect(sitting.text.contains("(2018年)"))
    Golden.expect(sitting.app.frame(), "findings-values-zh-80x24")
    try sitting.play("^L")
    Golden.expect(sitting.app.frame(), "findings-values-en-80x24")
  }

  @Test("keeps what is said of the survey for the supervisor, with ID numbers hidden")
  func isTheSupervisors() throws {
    #expect(try !opened().text.contains("再看一遍"))
    let sitting = try opened(role: "supervisor")
    let masked = MaskedIDNumber.text(Self.idNumber)
    #expect(sitting.text.contains("赵秀兰: 证件\(masked)要再看一遍"))
    for _ in 0..<12 {
      try sitting.play("↓ ⏎")
      #expect(!sitting.text.contains(Self.idNumber))
      if sitting.text.contains("证件号码") { #expect(sitting.text.contains("证件号码: \(masked)")) }
      try sitting.play("⏎")
    }
  }

  @Test("records once that findings were seen, and anew only when an answer has changed")
  func recordsOnce() throws {
    let sitting = try opened()
    #expect(seen(sitting).count == 1)
    #expect(seen(sitting).first?.atOnce == false)
    #expect(seen(sitting).first?.rules.contains("WA1") == true)
    let viewed = try #require(
      try interview(sitting).seenFindings.first { $0.finding.rule == "ME1" })
    #expect(viewed.finding.rows == [InventedVillage.member(2, 1).rawValue])
    try sitting.play("^X 2 ^X 2")
    #expect(seen(sitting).count == 1)
    // Opened again, corrected and completed: what hangs on the answer is seen anew, and only that.
    try correct(sitting, "{burst 一次往返取水分钟} ⏎ 35⏎")
    #expect(sitting.text.contains("核查结果"))
    #expect(seen(sitting).map(\.rules).last == ["WA1"])
    #expect(sitting.text.contains("[看后改过]"))
  }

  /// Opens the interview again, answers, and completes it.
  private func correct(_ sitting: Sitting, _ answer: String) throws {
    try sitting.play("^X 3 {paste 户主更正} ⏎ 1 ^F \(answer) ^F {burst 入户结果} ⏎ 1 1 9")
  }

  @Test("marks what was changed after it was seen, and keeps telling what is gone since")
  func marksChanges() throws {
    let sitting = try opened()
    try correct(sitting, "{burst 一次往返取水分钟} ⏎ 10⏎")
    #expect(sitting.text.contains("核查结果"))
    try sitting.play("{End}")
    #expect(sitting.text.contains("看过结果以后改了答案"))
    Golden.expect(sitting.app.frame(), "findings-changed-zh-80x24")
    try sitting.play("↑ ⏎")
    #expect(sitting.text.contains("由 45 改成 10  王小明"))
    Golden.expect(sitting.app.frame(), "findings-former-zh-80x24")
    try sitting.play("^L")
    Golden.expect(sitting.app.frame(), "findings-former-en-80x24")
  }

  @Test("says nothing of findings during the interview")
  func isSilent() throws {
    let sitting = try Sitting([Self.village])
    try sitting.play("3 ⏎ 1 ^F {burst 取水方式} ⏎ 3 45⏎")
    #expect(sitting.text.contains("水量够不够用"))
    #expect(!sitting.text.contains("取水往返45分钟"))
    #expect(!sitting.text.contains("练习"))
    #expect(seen(sitting).isEmpty)
  }

  @Test("shows a finding at once in one line where the team trains, and records that it did")
  func showsAtOnce() throws {
    let sitting = try Sitting([Self.village], showsFindings: true)
    try sitting.play("3 ⏎ 1 ^F {burst 取水方式} ⏎ 3 45⏎")
    #expect(sitting.text.contains("水量够不够用"))
    #expect(sitting.text.contains("练习 红: 取水往返45分钟"))
    Golden.expect(sitting.app.frame(), "interview-training-zh-80x24")
    #expect(seen(sitting).map(\.atOnce) == [true])
    #expect(seen(sitting).map(\.rules) == [["WA1"]])
    // It is said once, and goes with the next key; undo takes the answer back all the same.
    try sitting.play("1")
    #expect(!sitting.text.contains("取水往返45分钟"))
    #expect(seen(sitting).count == 1)
    try sitting.play("^Z ^Z")
    #expect(sitting.text.contains("一次往返取水分钟"))
    try sitting.play("^L 50⏎")
    Golden.expect(sitting.app.frame(), "interview-training-en-80x24")
  }

  @Test("shows the verdicts on the household's page, and offers no findings where nobody agreed")
  func isOffered() throws {
    let sitting = try opened()
    try sitting.play("^X")
    #expect(sitting.text.contains("核查结果: "))
    try sitting.play("^X 7 ⏎")
    #expect(!sitting.text.contains("核查结果"))
  }

  @Test("stands in the list by a mark for each verdict, and the day counts the verdicts")
  func isListed() throws {
    for language in Screens.Language.allCases {
      let sitting = try Sitting([Self.listed], language: language)
      let name = language.rawValue
      Golden.expect(sitting.app.frame(), "list-verdicts-\(name)-80x24")
      sitting.send(.key(.resize(Size(rows: 40, columns: 120))))
      Golden.expect(sitting.app.frame(), "list-verdicts-\(name)-120x40")
      sitting.send(.key(.resize(.standard)))
      try sitting.play("^D")
      Golden.expect(sitting.app.frame(), "day-verdicts-\(name)-80x24")
    }
  }

  @Test("orders the list by what was found, and narrows it to that")
  func ordersTheList() throws {
    let sitting = try Sitting([Self.listed])
    try sitting.play("^E ^E ^E")
    #expect(sitting.text.contains("问题重的在前"))
    let lines = sitting.text.split(separator: "\n").filter {
      $0.contains("组 ") && $0.contains("完成")
    }
    #expect(lines.first?.contains("李国强") == true)
    #expect(lines.dropFirst().first?.contains("张福贵") == true)
    #expect(lines.last?.contains("王秀英") == true)
    try sitting.play("^F 3")
    Golden.expect(sitting.app.frame(), "list-found-zh-80x24")
    try sitting.play("3")
    #expect(sitting.text.contains("还不能定") && sitting.text.contains("第1/1户"))
    #expect(sitting.text.contains("张福贵"))
    try sitting.play("^F 3 5")
    #expect(sitting.text.contains("李国强") && sitting.text.contains("第1/1户"))
    try sitting.play("{Esc}")
    #expect(sitting.text.contains("/12户"))
  }

  /// One household below the standard, one of which much is unknown, and one where all is well.
  private static var listed: InventedVillage {
    var village = village
    village.homes[2].story = .complete
    village.homes[2].answers =
      [
        ("f_enough", nil, "yes"), ("f_prot", nil, "any"), ("f_obs", nil, "seen"),
        ("k_wear", nil, "yes"), ("k_shoes", nil, "yes"), ("k_quilt", nil, "yes"),
        ("h_live", nil, "own"), ("h_grade", nil, "A"), ("h_old", nil, "no"),
        ("w_acc", nil, "house"), ("w_enough", nil, "ok"),
      ]
      + (0..<4).flatMap { [("m_home", $0, "home"), ("m_ins", $0, "res")] }
    return village
  }
}
