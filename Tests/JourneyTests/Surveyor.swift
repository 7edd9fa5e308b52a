import Fieldwork
import FormEngine
import InventedVillages
import Station
import Terminal
import Testing

@testable import InventedRecord
@testable import Screens

/// Someone who reads the screen and types what the household says, key by key.
final class Surveyor {
  let sitting: Sitting
  let household: InventedHousehold
  let respondent: InventedRespondent
  /// What is said instead, by question name.
  var says: [String: String] = [:]
  /// What was typed as an answer, by question and row.
  private(set) var given: [AnswerKey: String] = [:]

  init(_ sitting: Sitting, _ household: InventedHousehold) throws {
    self.sitting = sitting
    self.household = household
    let date = try #require(CivilDate(sitting.laptop.clock.day))
    respondent = InventedRespondent(household, on: date)
    says = ["c_consent": "yes", "c_result": "done", "c_mode": "face"]
  }

  private var screen: InterviewScreen {
    get throws { try #require(sitting.interview, "no interview on:\n\(sitting.screen)") }
  }

  /// Opens the household from the list and gets to its first question.
  func begin(check: String = "1") {
    sitting.open(household.serial)
    sitting.press("⏎")
    sitting.press(check)
  }

  /// Answers until the page at the end, or until so many answers were recorded.
  func answer(_ most: Int = .max) throws {
    var left = most
    for _ in 0..<2_000 {
      let session = try screen.session
      guard case .stop(let stop) = session.place, left > 0 else { return }
      if try answer(stop, session) { left -= 1 }
    }
    Issue.record("the interview does not end:\n\(sitting.screen)")
  }

  /// Answers until a question is on the screen.
  func answer(until question: String) throws {
    for _ in 0..<2_000 {
      let session = try screen.session
      guard case .stop(let stop) = session.place else { break }
      if case .question(let address) = stop,
        session.definition.nodes[address.node].name == question
      {
        return
      }
      _ = try answer(stop, session)
    }
    Issue.record("\(question) was never asked:\n\(sitting.screen)")
  }

  /// Does what the place asks for; tells whether an answer was recorded.
  private func answer(_ stop: Stop, _ session: InterviewSession) throws -> Bool {
    switch stop {
    case .note: sitting.press("⏎")
    case .roster(let address): meet(address, session)
    case .question(let address):
      expectLabel(address, session)
      let value = self.value(address, session)
      let before = sitting.acknowledged.count
      type(value, at: address, try screen)
      let after = try screen
      guard after.session.place != .stop(stop) else {
        Issue.record("\(value) was not taken:\n\(sitting.screen)")
        sitting.press("{Esc}")
        sitting.press("⏎")
        sitting.press("⏎")
        return false
      }
      guard sitting.acknowledged.count > before else { return false }
      let key = session.key(address)
      #expect(after.session.interview.answers[key]?.value == after.session.instance.value(address))
      given[key] = after.session.instance.value(address)
      return true
    }
    return false
  }

  /// A person answers what the screen says, not what the program thinks.
  private func expectLabel(_ address: NodeAddress, _ session: InterviewSession) {
    let label = session.instance.label(address, language: session.language)
    let start = label.prefix { !$0.isNewline }.prefix(8)
    #expect(sitting.screen.contains(start), "\(label) is not on:\n\(sitting.screen)")
  }

  private func member(_ address: NodeAddress, _ session: InterviewSession) -> InventedMember? {
    guard let row = address.rows.first, let node = session.definition.node(named: "m_name") else {
      return nil
    }
    let name = session.instance.value(NodeAddress(node: node, rows: [row]))
    return household.members.first { $0.name == name }
  }

  /// What is said to a question.
  func value(_ address: NodeAddress, _ session: InterviewSession) -> String {
    let name = session.definition.nodes[address.node].name
    return says[name]
      ?? respondent.answer(to: address, in: session, member: member(address, session))
  }

  /// Adds whoever lives there and is not on the list, then goes on.
  private func meet(_ roster: NodeAddress, _ session: InterviewSession) {
    let rows = session.instance.rows(roster)
    let node = session.definition.node(named: "m_name")
    let known = Set(
      rows.compactMap { row in
        node.map { session.instance.value(NodeAddress(node: $0, rows: [row])) }
      })
    for member in household.members where !known.contains(member.name) {
      sitting.type(member.name)
      sitting.press("⏎")
      sitting.expect(member.name)
    }
    sitting.press("⏎")
  }

  /// Types an answer as the input on the screen wants it.
  func type(_ value: String, at address: NodeAddress, _ screen: InterviewScreen) {
    let session = screen.session
    if session.instance.value(address) == value || value.isEmpty {
      sitting.press("⏎")
      return
    }
    switch screen.input {
    case .choices(let choices):
      let keys = ChoiceKeys(session.instance.choices(address))
      if choices.isMultiple {
        let wanted = value.split(separator: " ").map(String.init)
        let toggled =
          choices.chosen.filter { !wanted.contains($0) }
          + wanted.filter { !choices.chosen.contains($0) }
        for name in toggled { choose(name, keys, confirms: !choices.isSingleDigit) }
        sitting.press("⏎")
      } else {
        choose(value, keys, confirms: !choices.isSingleDigit)
      }
    case .field:
      let strings = sitting.app.language.strings.interview
      if let special = screen.specials(address, strings).firstIndex(where: { $0.value == value }) {
        sitting.press("^O")
        sitting.press("\(special + 1)")
        return
      }
      sitting.press("^U")
      if value.allSatisfy(\.isASCII) {
        for character in value { sitting.press(.character(character)) }
      } else {
        sitting.type(value)
      }
      sitting.press("⏎")
    case .reading, .roster, .end: sitting.press("⏎")
    }
  }

  private func choose(_ name: String, _ keys: ChoiceKeys, confirms: Bool) {
    guard let key = keys.key(of: name) else {
      Issue.record("\(name) is not offered:\n\(sitting.screen)")
      return
    }
    for digit in key { sitting.press(.character(digit)) }
    if confirms { sitting.press("⏎") }
  }
}
