import Fieldwork
import Record
import Screens
import Station
import Terminal
import Testing

@Suite("The standard of a village")
struct StandardScreenTests {
  private func opened(_ language: Screens.Language = .chinese) throws -> Sitting {
    let sitting = try Sitting([.sample], language: language)
    try sitting.play("^P")
    let line = try #require(
      sitting.text.split(separator: "\n").first {
        $0.contains("看标准") || $0.contains("the standard")
      })
    let number = line.split(separator: " ").lazy.compactMap { Int($0) }.first
    try sitting.play("\(try #require(number)) ⏎")
    return sitting
  }

  private func chosen(_ sitting: Sitting) -> [String] {
    sitting.store.entries.compactMap { entry in
      guard case .standardChosen(let overlay, let profile) = Fact(entry) else { return nil }
      return "\(overlay)/\(profile)"
    }
  }

  @Test("shows every number with its value, unit, year and source, and what is not set")
  func isShown() throws {
    for language in Screens.Language.allCases {
      let sitting = try opened(language)
      let name = language.rawValue
      Golden.expect(sitting.app.frame(), "standard-\(name)-80x24")
      sitting.send(.key(.resize(Size(rows: 40, columns: 120))))
      Golden.expect(sitting.app.frame(), "standard-\(name)-120x40")
    }
    let sitting = try opened()
    #expect(sitting.text.contains("监测线未设定: IN1 未判断"))
    try sitting.play("{PgDn} {PgDn}")
    #expect(sitting.text.contains("自付上限: 这里不用"))
  }

  @Test("chooses another overlay after saying what that means, and records it once")
  func choosesAnOverlay() throws {
    let sitting = try opened()
    try sitting.play("1")
    Golden.expect(sitting.app.frame(), "standard-overlays-zh-80x24")
    // A file that cannot be read says why and cannot be chosen.
    try sitting.play("3")
    #expect(sitting.text.contains("east.json 第3行读不出来"))
    try sitting.play("2")
    Golden.expect(sitting.app.frame(), "standard-confirm-zh-80x24")
    // Enter pressed once too often changes nothing.
    try sitting.play("⏎")
    #expect(chosen(sitting) == [])
    try sitting.play("1 2 1")
    #expect(chosen(sitting) == ["north/"])
    #expect(sitting.desk.village.overlay == "north")
    Golden.expect(sitting.app.frame(), "standard-north-zh-80x24")
    try sitting.play("{PgDn} {PgDn}")
    #expect(sitting.text.contains("(北方某县定的)"))
    #expect(sitting.text.contains("基础养老金: 140 元/月"))
    // What is in force already is not recorded again; a profile goes with the overlay.
    try sitting.play("1 2")
    #expect(chosen(sitting) == ["north/"])
    try sitting.play("2 2 1")
    #expect(chosen(sitting) == ["north/", "north/old"])
    try sitting.play("1 1 1")
    #expect(chosen(sitting).last == "/old")
  }

  @Test("binds new interviews to it, and leaves those that have begun with theirs")
  func holdsFromNowOn() throws {
    let sitting = try opened()
    try sitting.play("1 2 1 ^X 4 ⏎ 1 1 ^X ^X {Esc}")
    let begun = try #require(sitting.desk.file(of: InventedVillage.household(4)).current?.start)
    #expect(begun.form == HouseholdForm.north.hash)
    let earlier = try #require(sitting.desk.file(of: InventedVillage.household(3)).current?.start)
    #expect(earlier.form == HouseholdForm.hash)
  }

  @Test("says what is wrong where the last good standard stays in use")
  func saysWhatIsWrong() throws {
    let sitting = try opened(.english)
    try sitting.play("{PgDn} 1 4 1")
    #expect(chosen(sitting) == ["south/"])
    #expect(sitting.text.contains("! south.json: parameters 3, value"))
  }

  @Test("switches training on and off for the team, and the day tells so")
  func trains() throws {
    let sitting = try opened()
    try sitting.play("3")
    Golden.expect(sitting.app.frame(), "standard-training-zh-80x24")
    try sitting.play("1")
    #expect(sitting.team.showsFindingsAtOnce)
    #expect(sitting.text.contains("现在开着"))
    try sitting.play("^X ^D")
    #expect(sitting.text.contains("练习: 边问边显示核查结果"))
    try sitting.play("⏎ 3 ⏎ 1")
    #expect(sitting.text.contains("练习  首访普查"))
    try sitting.play("^X ^X")
    let again = try opened()
    try again.play("3 2")
    #expect(!again.team.showsFindingsAtOnce)
  }
}
