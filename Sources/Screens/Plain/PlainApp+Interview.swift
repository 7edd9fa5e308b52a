import Fieldwork
import FormEngine
import Record
import Station
import Terminal

extension PlainApp {
  /// What is asked now, as lines.
  func prompt() -> [String] {
    switch stage {
    case .people:
      return [strings.whoAreYou]
        + team.people.enumerated().map { "\($0.offset + 1)  \($0.element.name)" }
    case .pin(let person): return [language.strings.people.askPIN(team.name(of: person, language))]
    case .village: return villagePrompt()
    case .date(let newest, _): return [strings.whichDay(newest)]
    case .household: return [strings.whichHousehold]
    case .identity(let file): return identity(file)
    case .interview(_, let session): return question(session)
    case .rowName: return [strings.newRowName]
    case .remark(_, let session, let address): return remarkPrompt(address, session)
    case .end(_, let session, let asked): return completion(session, asked)
    case .reopening(let file):
      return (isFound(file) ? [strings.foundChoice] : []) + [strings.alreadyComplete]
    case .found: return [strings.foundPrompt]
    case .conflicts(let all): return all.isEmpty ? [] : [strings.whichDifference]
    case .conflict(let one, let isTyping): return prompt(one, isTyping: isTyping)
    case .opening, .starting, .openingVillage, .checking: return []
    }
  }

  private func identity(_ file: HouseholdCase) -> [String] {
    let head = file.head()
    let number = MaskedIDNumber.text(head?["m_id"] ?? "")
    var lines = [
      strings.identity(head?["m_name"] ?? "", number, file.value("c_group"), file.value("c_hh_no"))
    ]
    if let summary = village.households[file.household.id] {
      let sides = Enrolment.neighbours(of: summary, in: village)
      lines.append(strings.neighbours(sides.before?.head ?? "-", sides.after?.head ?? "-"))
    }
    return lines + [strings.identityChoices]
  }

  private func question(_ session: InterviewSession) -> [String] {
    guard case .stop(let stop) = session.place else { return [] }
    let position = session.position
    let sections = session.sections()
    let section = session.sectionIndex(of: session.place).map { sections[$0].title } ?? ""
    var lines = ["", strings.position(section, position.number, position.count)]
    switch stop {
    case .note(let address):
      lines += [session.instance.label(address, language: session.language), strings.noteGoOn]
    case .roster(let address):
      lines.append(session.title(of: address.node))
      for (index, row) in session.instance.rows(address).enumerated() {
        lines.append("\(index + 1)  \(rowName(row, address, session))")
      }
      lines.append(strings.rosterChoices)
    case .question(let address):
      lines += question(at: address, session) + commentLines(address, session)
    }
    return lines
  }

  private func question(at address: NodeAddress, _ session: InterviewSession) -> [String] {
    let instance = session.instance
    var label = instance.label(address, language: session.language)
    if instance.isRequired(address) { label += " *" }
    if let row = address.rows.last,
      let roster = session.definition.nodes[address.node].repeats.last
    {
      let place = NodeAddress(node: roster, rows: Array(address.rows.dropLast()))
      label = rowName(row, place, session) + ": " + label
    }
    var lines = [label]
    let hint = instance.hint(address, language: session.language)
    if !hint.isEmpty { lines.append(hint) }
    let choices = instance.choices(address)
    let keys = ChoiceKeys(choices)
    for (choice, key) in zip(choices, keys.keys) {
      lines.append("\(key)  \(choice.label(session.language))")
    }
    let value = instance.value(address)
    if !value.isEmpty {
      let shown = shown(value, at: address, session)
      lines.append(
        session.isConfirmed(address)
          ? strings.answered(shown)
          : session.isShownAgain(address)
            ? strings.saidBefore(shown)
            : session.isOfRegister(address) ? strings.fromRegister(shown) : strings.proposed(shown))
    }
    return lines
  }

  /// A stored value as people read it: the labels of choices, a special answer in words.
  private func shown(
    _ value: String, at address: NodeAddress, _ session: InterviewSession
  ) -> String {
    if let special = session.instance.special(address) {
      let choices = session.instance.choices(address)
      if let choice = choices.first(where: { $0.name == value }) {
        return choice.label(session.language)
      }
      return strings.special(special)
    }
    if session.definition.nodes[address.node].attributes["appearance"] == "masked" {
      return MaskedIDNumber.text(value)
    }
    let choices = session.instance.choices(address)
    guard !choices.isEmpty else { return value }
    return value.split(separator: " ").map { name in
      choices.first { $0.name == name }?.label(session.language) ?? String(name)
    }.joined(separator: language == .chinese ? "、" : ", ")
  }

  private func rowName(
    _ row: String, _ roster: NodeAddress, _ session: InterviewSession
  ) -> String {
    guard let first = session.firstQuestion(of: roster) else { return row }
    let name = session.instance.value(NodeAddress(node: first, rows: roster.rows + [row]))
    return name.isEmpty ? strings.unnamed : name
  }

  func help() -> [String] {
    guard case .interview(_, let session) = stage,
      case .stop(.question(let address)) = session.place
    else { return [] }
    let guidance = session.instance.guidance(address, language: session.language)
    return guidance.isEmpty ? [] : [guidance]
  }

  // MARK: Answers

  mutating func interview(
    _ text: String, _ file: HouseholdCase, _ session: InterviewSession, _ turn: inout Turn
  ) {
    var session = session
    guard case .stop(let stop) = session.place else { return }
    defer {
      if case .interview = stage {
        let ended = session.place == .end && turn.effects.isEmpty
        stage = ended ? .end(file, session, asked: false) : .interview(file, session)
        if turn.effects.isEmpty { turn.lines += prompt() }
      }
    }
    switch text {
    case "/b": return session.back(now: now)
    case "/n":
      let place = session.nextUnanswered().map { InterviewSession.Place.stop($0) } ?? .end
      return session.go(to: place, jumped: true, now: now)
    case "/e": return session.go(to: .end, jumped: true, now: now)
    case "/u":
      let outcome = session.undo(now: now)
      return settle(outcome, &turn)
    case "/y":
      let outcome = session.redo(now: now)
      return settle(outcome, &turn)
    case "/t":
      stage = .remark(file, session, stop.address)
      turn.lines += prompt()
      return
    default: break
    }
    switch stop {
    case .note: session.forward(now: now)
    case .roster(let address): roster(text, file, &session, address, &turn)
    case .question(let address): answer(text, &session, address, &turn)
    }
  }

  private mutating func answer(
    _ text: String, _ session: inout InterviewSession, _ address: NodeAddress, _ turn: inout Turn
  ) {
    let instance = session.instance
    if text.isEmpty {
      if !instance.value(address).isEmpty {
        let outcome = session.confirm(address, now: now)
        return settle(outcome, &turn)
      }
      if instance.isRequired(address), warned != address {
        warned = address
        turn.lines.append(strings.requiredOnce)
        return
      }
      session.forward(now: now)
      return
    }
    let node = session.definition.nodes[address.node]
    guard let type = node.kind.questionType else { return session.forward(now: now) }
    var value: String
    if text == "/c" {
      value = ""
    } else if let special = special(text, node, instance.choices(address)) {
      value = special
    } else if text.hasPrefix("/") {
      turn.lines.append(strings.notUnderstood)
      return
    } else {
      let plain = type == .text ? text : FullWidth.number(text)
      value = TypedAnswer.value(plain, type: type, choices: instance.choices(address))
    }
    let outcome = session.answer(value, at: address, now: now)
    settle(outcome, &turn)
  }

  /// `/dk`, `/ref`, `/na`: the code that the form declares for such an answer here.
  private func special(_ text: String, _ node: FormNode, _ choices: [Choice]) -> String? {
    guard text.hasPrefix("/"), let special = Special(rawValue: String(text.dropFirst())) else {
      return nil
    }
    return choices.first { $0.special == special }?.name
      ?? node.specials.first { $0.value == special }?.key
  }

  /// Carries out what came of an act: records it, or says why not.
  func settle(_ outcome: InterviewSession.Outcome, _ turn: inout Turn) {
    switch outcome {
    case .record(let drafts): turn.effects.append(.record(drafts))
    case .refused(let refusal): turn.lines.append(language.strings.refusal(refusal))
    case .nothing: break
    }
  }

  private mutating func roster(
    _ text: String, _ file: HouseholdCase, _ session: inout InterviewSession,
    _ address: NodeAddress, _ turn: inout Turn
  ) {
    switch text {
    case "": session.forward(now: now)
    case "+":
      stage = .rowName(file, session, address)
      turn.lines += prompt()
    default:
      let rows = session.instance.rows(address)
      let reasons = ["1": "died", "2": "married", "3": "moved", "4": "mistake"]
      let parts = text.split(separator: " ").map(String.init)
      guard parts.count == 3, parts[0] == "-", let number = Int(parts[1]),
        rows.indices.contains(number - 1), let reason = reasons[parts[2]]
      else {
        turn.lines.append(strings.notUnderstood)
        return
      }
      let outcome = session.removeRow(rows[number - 1], from: address, reason: reason, now: now)
      settle(outcome, &turn)
    }
  }

  mutating func addRow(
    _ text: String, _ file: HouseholdCase, _ session: InterviewSession, _ roster: NodeAddress,
    _ turn: inout Turn
  ) {
    var session = session
    stage = .interview(file, session)
    guard !text.isEmpty else {
      turn.lines = prompt()
      return
    }
    let outcome = session.addRow(
      to: roster, id: MembershipID(random: environment.random), first: text, now: now)
    stage = .interview(file, session)
    settle(outcome, &turn)
    if turn.effects.isEmpty { turn.lines += prompt() }
  }

  // MARK: The end

  private func completion(_ session: InterviewSession, _ asked: Bool) -> [String] {
    let review = session.review()
    var lines = ["", strings.endTitle]
    for item in review.items.prefix(30) {
      let label = session.instance.label(item.stop.address, language: session.language)
      switch item.reason {
      case .unanswered: lines.append(strings.itemUnanswered(label))
      case .numberTaken(let head): lines.append(strings.itemNumberTaken(label, head))
      case .unconfirmed: lines.append(strings.itemUnconfirmed(label))
      case .invalid(let message): lines.append(strings.itemInvalid(label, message))
      case .warning(let text): lines.append(strings.itemWarning(text))
      }
    }
    let comments = session.openComments.count
    if comments > 0 {
      lines += [language.strings.review.hindrance(.commentsOpen(comments))]
      lines += commentLines(nil, session)
    }
    lines.append(asked ? strings.endAnyway : strings.endChoices)
    return lines
  }

  mutating func end(
    _ text: String, _ file: HouseholdCase, _ session: InterviewSession, _ asked: Bool,
    _ turn: inout Turn
  ) {
    var session = session
    switch text {
    case "1", "9":
      let review = session.review()
      let final = VisitResult.isFinal(review.result)
      if final, !review.isClean, !asked || text != "9" {
        stage = .end(file, session, asked: true)
        turn.lines = prompt()
        return
      }
      let outcome = final ? session.complete(now: now) : session.endVisit(now: now)
      stage = .end(file, session, asked: asked)
      settle(outcome, &turn)
      if turn.effects.isEmpty {
        session.go(to: session.nextUnanswered().map { .stop($0) } ?? .end, now: now)
        stage = Self.stage(file, session)
        turn.lines += prompt()
      }
    case "2", "/n":
      if let stop = session.nextUnanswered() { session.go(to: .stop(stop), jumped: true, now: now) }
      stage = Self.stage(file, session)
      turn.lines = prompt()
    case "/t": answerAtEnd(file, session, &turn)
    case "/b":
      session.back(now: now)
      stage = .interview(file, session)
      turn.lines = prompt()
    default: turn.lines = [strings.notUnderstood] + prompt()
    }
  }
}
