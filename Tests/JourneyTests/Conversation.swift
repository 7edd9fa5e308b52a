import Fieldwork
import FormEngine
import InventedVillages
import Record
import Station
import Terminal
import Testing

@testable import InventedRecord
@testable import Screens
@testable import ruhu

/// The plain mode, open before a person: lines in, lines out.
final class Conversation {
  let laptop: Laptop
  let session: WalkSession
  private(set) var app: PlainApp
  /// What was said for the last line.
  private(set) var said: [String] = []
  /// Everything that was said so far.
  private(set) var heard: [String] = []

  init(_ laptop: Laptop, _ language: Language = .chinese) throws {
    self.laptop = laptop
    session = try WalkSession(laptop.workplace(), village: nil, language: language)
    let village = try #require(session.workplace.desk?.village)
    app = PlainApp(
      environment: session.workplace.environment(borders: .ascii, dropsTypeAhead: false),
      team: session.workplace.team, village: village, person: nil, language: language)
    said = app.start().lines
  }

  func say(_ line: String) {
    laptop.clock.pass(milliseconds: 100)
    let turn = app.take(line)
    said = turn.lines
    session.runner.run(turn.effects) { message in
      let next = app.receive(message)
      said += next.lines
      return next.effects
    }
    heard += said
  }

  /// From now on the team shows findings at once.
  func train() {
    session.runner.run([.recordTeam([Fact.findingsShownAtOnce(true).draft(of: .team)])]) {
      app.receive($0).effects
    }
  }

  func close() { session.close() }
}

/// Someone who answers prompts line by line.
struct TalkingSurveyor {
  let conversation: Conversation
  let household: InventedHousehold
  private let respondent: InventedRespondent
  private var says = ["c_consent": "yes", "c_result": "done", "c_mode": "face"]

  /// Someone who answers for a household, some questions otherwise than it would.
  init(
    _ conversation: Conversation, _ household: InventedHousehold,
    saying others: [String: String] = [:]
  ) throws {
    says.merge(others) { $1 }
    self.conversation = conversation
    self.household = household
    let date = try #require(CivilDate(conversation.laptop.clock.day))
    respondent = InventedRespondent(household, on: date)
  }

  /// Surveys the household from the first line to the last.
  func survey(isKnown: Bool = false) throws {
    if !isKnown { conversation.say("1") }
    conversation.say(String(household.serial))
    conversation.say("1")
    for _ in 0..<1_000 {
      switch conversation.app.stage {
      case .interview(_, let session): answer(session)
      case .end:
        conversation.say("1")
        #expect(conversation.said.contains(conversation.app.strings.saved))
        return
      default:
        Issue.record("\(conversation.said)")
        return
      }
    }
    Issue.record("the interview does not end")
  }

  private func answer(_ session: InterviewSession) {
    guard case .stop(let stop) = session.place else { return conversation.say("") }
    switch stop {
    case .note: conversation.say("")
    case .roster(let address):
      let known = Set(session.instance.rows(address).map { name($0, session) })
      for member in household.members where !known.contains(member.name) {
        conversation.say("+")
        conversation.say(member.name)
      }
      conversation.say("")
    case .question(let address):
      let line = line(address, session)
      conversation.say(line)
      if case .interview(_, let after) = conversation.app.stage, after.place == session.place {
        Issue.record("\(line) was not taken: \(conversation.said)")
        conversation.say("")
        conversation.say("")
      }
    }
  }

  private func name(_ row: String, _ session: InterviewSession) -> String {
    session.definition.node(named: "m_name").map {
      session.instance.value(NodeAddress(node: $0, rows: [row]))
    } ?? ""
  }

  /// The line by which an answer is given.
  private func line(_ address: NodeAddress, _ session: InterviewSession) -> String {
    let node = session.definition.nodes[address.node]
    let member = address.rows.first.flatMap { row in
      household.members.first { $0.name == name(row, session) }
    }
    let value =
      says[node.name] ?? respondent.answer(to: address, in: session, member: member)
    if value.isEmpty || session.instance.value(address) == value { return "" }
    if session.instance.isReadOnly(address) { return "" }
    let keys = ChoiceKeys(session.instance.choices(address))
    switch node.kind.questionType {
    case .selectOne, .selectMultiple, .selectOneFromRoster:
      return value.split(separator: " ").compactMap { keys.key(of: String($0)) }
        .joined(separator: " ")
    default:
      return node.specials[value].map { "/\($0.rawValue)" } ?? value
    }
  }
}
