import Fieldwork
import FormEngine
import InventedVillages
import Record
import RecordFiles
import Station
import Terminal
import Testing

@testable import Screens
@testable import ruhu

/// Two people, two languages, two programs, one laptop.
@Suite struct SharedLaptopTests {
  @Test func twoPeopleShareALaptop() throws {
    let laptop = try Laptop()
    let household = laptop.village.households[0]
    let sitting = try laptop.open(as: 1)
    let surveyor = try Surveyor(sitting, household)
    surveyor.begin()
    try surveyor.answer(6)
    let first = try #require(sitting.interview?.session.person)
    sitting.press("^X {Esc} ^W")
    sitting.expect("现在是我")
    sitting.press("2")
    sitting.expect("调查员 陈立")
    sitting.open(household.serial)
    sitting.press("⏎")
    let second = try #require(sitting.interview?.session.person)
    #expect(first != second)
    // What another person said is not mine to undo.
    let lines = sitting.acknowledged.count
    sitting.press("^Z")
    sitting.expect("只能撤销自己")
    #expect(sitting.acknowledged.count == lines)
    let other = try Surveyor(sitting, household)
    try other.answer(4)
    sitting.press("^Z")
    sitting.expect("已撤销")
    sitting.press("^Y")
    sitting.press("^X {Esc}")
    sitting.close()
    let interview = try #require(try laptop.file(of: laptop.id(household)).current)
    for (key, value) in surveyor.given where other.given[key] == nil {
      #expect(interview.answers[key]?.value == value)
      #expect(interview.answers[key]?.stamp.person == first)
    }
    for (key, value) in other.given {
      #expect(interview.answers[key]?.value == value)
      #expect(interview.answers[key]?.stamp.person == second)
    }
    // Whoever sat there last sits there still.
    try laptop.open().expect("调查员 陈立")
    try laptop.expectSound()
  }

  @Test func theLanguageChangesInTheMiddleOfAnAnswer() throws {
    let laptop = try Laptop()
    let household = laptop.village.households[0]
    let sitting = try laptop.open(as: 1)
    let surveyor = try Surveyor(sitting, household)
    surveyor.begin()
    try surveyor.answer(until: "w_cut")
    sitting.press("2 8")
    let place = sitting.interview?.session.place
    sitting.press("^L")
    #expect(sitting.interview?.session.place == place)
    sitting.expect("28")
    guard case .question(let address)? = place?.stop, let session = sitting.interview?.session
    else {
      Issue.record("no question:\n\(sitting.screen)")
      return
    }
    #expect(session.language.hasSuffix("(en)"))
    sitting.expect(String(session.instance.label(address, language: session.language).prefix(12)))
    sitting.press("⏎")
    try surveyor.answer(3)
    sitting.press("^L")
    try surveyor.answer()
    sitting.press("1")
    sitting.expect("已完成")
    sitting.close()
    let interview = try #require(try laptop.file(of: laptop.id(household)).current)
    #expect(interview.value("w_cut") == "28")
    let spoken = interview.history.flatMap { act -> [Paradata.Event] in
      if case .answered(_, _, let paradata?) = act.fact { return paradata.before }
      return []
    }
    #expect(spoken.count { $0.kind == .language } == 2)
    try laptop.expectSound()
  }

  @Test func aSecondInstanceIsRefusedAndMayRead() throws {
    let laptop = try Laptop()
    let sitting = try laptop.open(as: 1)
    #expect {
      try laptop.workplace()
    } throws: { fault in
      guard case .held? = fault as? DataFolderFault else { return false }
      return Refusal(fault, .chinese).lines.joined().contains("另一个 ruhu 正在使用")
    }
    let reader = try laptop.workplace(.reading)
    #expect(try reader.open(Laptop.code).village.households.count == 6)
    reader.close()
    // The first one goes on.
    let surveyor = try Surveyor(sitting, laptop.village.households[0])
    surveyor.begin()
    try surveyor.answer(3)
    sitting.close()
    try laptop.open().close()
    try laptop.expectSound()
  }

  @Test func plainLinesGiveTheSameAnswersAsScreens() throws {
    let screens = try Laptop()
    let lines = try Laptop()
    let household = screens.village.households[0]
    let sitting = try screens.open(as: 1)
    let surveyor = try Surveyor(sitting, household)
    surveyor.begin()
    try surveyor.answer()
    sitting.press("1 {Esc}")
    sitting.close()

    let conversation = try Conversation(lines)
    let talker = try TalkingSurveyor(conversation, household)
    try talker.survey()
    conversation.close()

    let typed = try #require(try screens.file(of: screens.id(household)).current)
    let said = try #require(try lines.file(of: lines.id(household)).current)
    #expect(typed.isCompleted)
    #expect(said.isCompleted)
    #expect(standing(typed) == standing(said))
    #expect(standing(typed).count > 50)
    try screens.expectSound()
    try lines.expectSound()
  }

  /// The answers by question and place in the roster: rows that were added have random identities.
  private func standing(_ interview: Interview) -> [String: String] {
    let rows = interview.standingRows(of: HouseholdCase.memberRoster).map(\.id)
    var answers: [String: String] = [:]
    for (key, answer) in interview.answers where !answer.value.isEmpty {
      guard let row = key.rows.first else {
        answers[key.question] = answer.value
        continue
      }
      if let index = rows.firstIndex(of: row) { answers["\(key.question) \(index)"] = answer.value }
    }
    return answers
  }
}
