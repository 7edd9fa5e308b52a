import Fieldwork
import InventedVillages
import Record
import Station
import Testing

@testable import InventedRecord
@testable import Screens
@testable import ruhu

/// A returned interview in the plain mode: each comment is told, and answered, in lines.
@Suite struct CommentLinesTests {
  @Test func aReturnedInterviewIsAnsweredLineByLine() throws {
    let laptop = try Laptop()
    let conversation = try Conversation(laptop)
    let household = laptop.village.households[0]
    try TalkingSurveyor(conversation, household).survey()
    let id = laptop.id(household)
    let workplace = conversation.session.workplace
    let supervisor = PersonID(bytes: [UInt8](repeating: 9, count: 10))
    _ = try workplace.recordTeam(
      [
        Fact.personAdded(name: "黄建华", role: "supervisor").draft(
          of: .person(supervisor.rawValue))
      ], person: supervisor)
    let desk = try #require(workplace.desk)
    func review() throws -> InterviewReview {
      try #require(try desk.file(of: id).current).review
    }
    let interview = try #require(try desk.file(of: id).current)
    let comments = [
      ReviewComment(AnswerKey("w_acc"), "再看看取水的地方"), ReviewComment(nil, "电话打不通"),
    ]
    _ = try desk.append(
      [Fact.returned(comments).draft(of: .interview(interview.id.rawValue))], person: supervisor)
    #expect(try review().state == .returned)

    // It opens where the first comment stands.
    conversation.say("")
    conversation.say(String(household.serial))
    #expect(
      conversation.said.contains { $0.contains("退回的批注: 再看看取水的地方") }, "\(conversation.said)")
    conversation.say("/e")
    #expect(conversation.said.contains { $0.contains("还有2条批注没有答") })
    #expect(conversation.said.contains { $0.contains("退回的批注: 电话打不通") })
    conversation.say("/t")
    conversation.say("换了号码,已改")
    #expect(try review().openComments.count == 1)
    // What no question shows is answered: from the end it leads to the other one.
    conversation.say("/e")
    conversation.say("/t")
    #expect(conversation.said.contains { $0.contains("退回的批注: 再看看取水的地方") })
    conversation.say("/t")
    conversation.say("")
    #expect(try review().openComments.count == 1)
    conversation.say("/t")
    conversation.say("看过了,在院里")
    #expect(try review().openComments.isEmpty)
    conversation.say("/e")
    conversation.say("1")
    #expect(try review().state == .completedAgain)
    conversation.say("/q")
    conversation.close()
    try laptop.expectSound()
  }
}
