import Fieldwork
import Record
import RecordFiles
import Terminal
import Testing

@testable import Screens
@testable import ruhu

/// Who has a PIN is asked for it, on the screens and line by line.
@Suite struct PINTests {
  /// A laptop whose first person has the PIN 2580 and was at the keyboard last.
  private func laptopWithPIN() throws -> (Laptop, PersonID) {
    let laptop = try Laptop()
    let sitting = try laptop.open(as: 1)
    let person = try #require(sitting.session.runner.person)
    sitting.receive([.setPIN("2580")])
    #expect(sitting.session.workplace.team.person(person)?.pin != nil)
    sitting.close()
    return (laptop, person)
  }

  @Test func isAskedAtTheNextStartAndNotKeptAnywhere() throws {
    let (laptop, person) = try laptopWithPIN()
    let sitting = try laptop.open()
    #expect(sitting.session.runner.person == nil)
    sitting.press("1")
    sitting.expect("周敏的密码")
    sitting.press("2580")
    sitting.expect("****")
    sitting.expectNot("2580")
    sitting.press("⏎")
    sitting.expect("共6户")
    #expect(sitting.session.runner.person == person)
    sitting.close()
    let pins = Archive(path: laptop.data, crypto: laptop.crypto).read(.team).entries
      .compactMap { entry in if case .pinSet(let pin)? = Fact(entry) { pin } else { nil } }
    #expect(pins.count == 1)
    #expect(pins.first?.memory == 64 << 20)
  }

  @Test func wrongTriesWaitLongerAndARestartShortensNothing() throws {
    let (laptop, person) = try laptopWithPIN()
    let first = try laptop.open()
    for _ in 0..<3 { #expect(first.session.workplace.checkPIN("0000", of: person) != .right) }
    #expect(first.session.workplace.pinWait(of: person) == .wait(seconds: 1))
    first.close()
    let second = try laptop.open()
    #expect(second.session.workplace.pinWait(of: person) == .wait(seconds: 1))
    // Not even the right one is looked at now.
    #expect(second.session.workplace.checkPIN("2580", of: person) == .wait(seconds: 1))
    second.press("1")
    second.expect("错得太多,再等 1 秒")
    laptop.clock.pass(milliseconds: 1_000)
    #expect(second.session.workplace.checkPIN("0000", of: person) == .wrong(seconds: 2))
    second.close()
    laptop.clock.pass(milliseconds: 2_000)
    let third = try laptop.open()
    third.press("1 2580⏎")
    third.expect("共6户")
    // The right one wipes the wrong ones out.
    #expect(third.session.workplace.checkPIN("0000", of: person) == .wrong(seconds: 0))
    third.close()
  }

  @Test func theClockOnTheWallNeitherEndsTheWaitNorMakesItLonger() throws {
    let (laptop, person) = try laptopWithPIN()
    let first = try laptop.open()
    for _ in 0..<6 {
      _ = first.session.workplace.checkPIN("0000", of: person)
      laptop.clock.pass(milliseconds: 10_000)
    }
    _ = first.session.workplace.checkPIN("0000", of: person)
    #expect(first.session.workplace.pinWait(of: person) == .wait(seconds: 16))
    for day in ["2036-01-01", "2016-01-01", "2026-11-21"] {
      laptop.clock.day = day
      #expect(first.session.workplace.pinWait(of: person) == .wait(seconds: 16))
    }
    first.close()
    laptop.clock.day = "2016-01-01"
    laptop.clock.pass(milliseconds: 10_000)
    let second = try laptop.open()
    #expect(second.session.workplace.pinWait(of: person) == .wait(seconds: 6))
    second.close()
    laptop.clock.restart()
    let third = try laptop.open()
    #expect(third.session.workplace.pinWait(of: person) == .wait(seconds: 16))
    laptop.clock.pass(milliseconds: 16_000)
    #expect(third.session.workplace.pinWait(of: person) == .ready)
    third.close()
  }

  @Test func isAskedLineByLineToo() throws {
    let (laptop, _) = try laptopWithPIN()
    let conversation = try Conversation(laptop)
    conversation.say("1")
    #expect(conversation.said == ["周敏的密码"])
    #expect(conversation.app.isSecret)
    conversation.say("1111")
    #expect(conversation.said == ["密码不对。", "周敏的密码"])
    conversation.say("２５８０")
    #expect(!conversation.app.isSecret)
    #expect(conversation.said.contains { $0.contains("去哪一户") })
    conversation.close()
  }

  @Test func aSurveyorIsOfferedOnlyTheirOwnVillagesLineByLine() throws {
    let laptop = try Laptop()
    let workplace = try laptop.workplace()
    let person = try #require(workplace.team.people.last?.id)
    _ = try workplace.recordTeam(
      [Fact.personPlaced(villages: ["990101201902"]).draft(of: .person(person.rawValue))],
      person: person)
    workplace.close()
    let conversation = try Conversation(laptop)
    conversation.say("2")
    #expect(conversation.said.contains { $0.contains("不归您") })
    conversation.say("1")
    #expect(conversation.said.first?.contains("再输一次同一个编号") ?? false)
    // Whoever means it helps there all the same.
    conversation.say("1")
    #expect(conversation.said.contains { $0.contains("去哪一户") }, "\(conversation.said)")
    conversation.close()
  }
}
