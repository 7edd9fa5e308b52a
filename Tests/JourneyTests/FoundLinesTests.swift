import Fieldwork
import FormEngine
import InventedVillages
import Record
import Station
import Testing

@testable import InventedRecord
@testable import Screens

/// What was found, told in lines.
@Suite struct FoundLinesTests {
  private func seen(_ laptop: Laptop, _ household: HouseholdID) throws -> [ViewedFinding] {
    try #require(try laptop.file(of: household).current).seenFindings
  }

  /// Surveys the first household, whose answers leave something to be found.
  private func surveyed(_ laptop: Laptop, training: Bool = false) throws -> Conversation {
    let conversation = try Conversation(laptop)
    if training {
      conversation.say("1")
      conversation.train()
    }
    let talker = try TalkingSurveyor(
      conversation, laptop.village.households[0],
      saying: ["f_prot": "rare", "w_acc": "point", "w_min": "45"])
    try talker.survey(isKnown: training)
    return conversation
  }

  @Test func verdictsAndFindingsAreToldAtTheEndAndReadByNumber() throws {
    let laptop = try Laptop()
    let household = laptop.id(laptop.village.households[0])
    let conversation = try surveyed(laptop)
    let lines = conversation.said
    #expect(lines.contains("核查结果"))
    #expect(lines.contains { $0.hasPrefix("1  整户: 不达标  红") })
    let line = try #require(lines.first { $0.contains("红: 取水太远") })
    conversation.say(String(line.prefix { $0 != " " }))
    #expect(conversation.said.contains("饮水安全  红"))
    #expect(conversation.said.contains { $0.contains("一次往返取水分钟: 45") })
    #expect(conversation.said.contains("规则编号: WA1"))
    conversation.say("99")
    #expect(conversation.said.contains(conversation.app.strings.notUnderstood))
    #expect(try seen(laptop, household).contains { $0.finding.rule == "WA1" && !$0.atOnce })
    let count = try seen(laptop, household).count

    // On the household it is offered by a number, and seeing it again is not recorded again.
    conversation.say("")
    conversation.say(String(laptop.village.households[0].serial))
    #expect(conversation.said.contains("1 看核查结果。"))
    conversation.say("1")
    #expect(conversation.said.contains("核查结果"))
    conversation.say("/l")
    conversation.say("1")
    #expect(conversation.said.contains("Household  not met"))
    conversation.say("/q")
    conversation.close()
    #expect(try seen(laptop, household).count == count)
    try laptop.expectSound()
  }

  @Test func aTeamThatTrainsIsToldAtOnce() throws {
    let laptop = try Laptop()
    let conversation = try surveyed(laptop, training: true)
    #expect(conversation.heard.contains { $0.hasPrefix("练习 红: 取水太远") })
    let all = try seen(laptop, laptop.id(laptop.village.households[0]))
    #expect(all.contains { $0.finding.rule == "WA1" && $0.atOnce })
    #expect(all.contains { $0.finding.rule == "WA1" && !$0.atOnce })
    conversation.close()
    try laptop.expectSound()
  }

  @Test func withoutTrainingNothingIsToldBeforeTheEnd() throws {
    let laptop = try Laptop()
    let conversation = try surveyed(laptop)
    let end = try #require(conversation.heard.firstIndex(of: "核查结果"))
    #expect(!conversation.heard[..<end].contains { $0.contains("取水太远") })
    conversation.close()
  }
}
