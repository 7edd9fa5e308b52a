import Fieldwork
import Screens
import Station
import Terminal
import Testing

@Suite("Enrolling a household at its door")
struct EnrolmentTests {
  @Test(
    "asks for group, number and head, then opens the household and begins without a second check")
  func enrols() throws {
    let sitting = try Sitting([.sample])
    try sitting.play("^A")
    Golden.expect(sitting.app.frame(), "enrol-group-zh-80x24")
    try sitting.play("2")
    Golden.expect(sitting.app.frame(), "enrol-number-zh-80x24")
    try sitting.play("⏎ {burst 周大山}")
    Golden.expect(sitting.app.frame(), "enrol-head-zh-80x24")
    try sitting.play("⏎")
    Golden.expect(sitting.app.frame(), "enrol-check-zh-80x24")
    try sitting.play("1")
    Golden.expect(sitting.app.frame(), "enrol-done-zh-80x24")
    #expect(sitting.text.contains("2组 013 周大山"))
    try sitting.play("1")
    let start = sitting.store.entries.compactMap(Fact.init).last {
      if case .interviewStarted = $0 { true } else { false }
    }
    guard case .interviewStarted(let begun) = start else {
      Issue.record("no interview was begun")
      return
    }
    #expect(begun.identityCheck == "enrolled")
  }

  @Test("works in a village without any group, in English")
  func enrolsTheFirst() throws {
    let sitting = try Sitting([InventedVillage(homes: [])], language: .english)
    try sitting.play("^A ⏎")
    #expect(sitting.text.contains("Write the group"))
    try sitting.play("{burst Group 1} ⏎ ⏎ ⏎")
    #expect(sitting.text.contains("Write the head's name"))
    try sitting.play("{burst Zhou Dashan} ⏎")
    Golden.expect(sitting.app.frame(), "enrol-check-en-80x24")
    try sitting.play("1 ^G")
    #expect(sitting.text.contains("Zhou Dashan"))
    #expect(sitting.text.contains("1: to visit 1"))
  }

  @Test("takes no number twice and no number that is none")
  func refusesNumbers() throws {
    let sitting = try Sitting([.sample])
    try sitting.play("^A 1 ⌫⌫ ２ ⏎")
    #expect(sitting.text.contains("2 号已经是 李国强"))
    try sitting.play("⌫ 0 ⏎")
    #expect(sitting.text.contains("1 到 9999"))
    #expect(
      sitting.store.entries.compactMap(Fact.init).allSatisfy {
        if case .householdEnrolled = $0 { false } else { true }
      })
  }

  @Test("warns of a head of the same name, goes back and can be left without a trace")
  func warnsOfTwins() throws {
    let sitting = try Sitting([.sample])
    try sitting.play("^A 1 ⏎ {burst 李国强} ⏎")
    #expect(sitting.text.contains("! 名单里已有同名户主:1组 002 李国强"))
    let before = sitting.store.appends
    try sitting.play("2 3")
    #expect(sitting.text.contains("户号"))
    try sitting.play("^G")
    #expect(sitting.store.appends == before)
    #expect(sitting.text.contains("查找"))
  }
}
