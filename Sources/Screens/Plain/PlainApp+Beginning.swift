import Fieldwork
import Record
import Station
import Terminal

// Who, where, on which day: what is asked before the first household.
extension PlainApp {
  /// The villages of the team, each with whether its records are here.
  private var places: [(place: Team.Place, isHere: Bool)] {
    let here = environment.villagesHere()
    return team.villages.map { ($0, here?.contains($0.code) ?? true) }
  }

  private func works(in village: String) -> Bool {
    person.flatMap { team.person($0) }?.works(in: village) ?? true
  }

  /// What is asked where no village is open.
  func villagePrompt() -> [String] {
    let places = places
    guard !places.isEmpty else { return [strings.noVillages, strings.syncWhere] }
    return places.enumerated().map { index, found in
      strings.village(index + 1, found.place.name, found.place.code)
        + (works(in: found.place.code)
          ? found.isHere ? "" : "  (\(strings.notHereYet))"
          : "  (\(language.strings.people.notYours))")
    } + [strings.whichVillage]
  }

  /// A number opens a village.
  mutating func chooseVillage(_ text: String, _ turn: inout Turn) {
    let places = places
    guard let number = Int(FullWidth.number(text)), places.indices.contains(number - 1) else {
      turn.lines = [strings.notUnderstood] + prompt()
      return
    }
    let code = places[number - 1].place.code
    guard works(in: code) || elsewhere == code else {
      elsewhere = code
      turn.lines = [language.strings.people.notYoursAgain] + prompt()
      return
    }
    guard places[number - 1].isHere else {
      turn.lines = [strings.notHereYet] + prompt()
      return
    }
    stage = .openingVillage
    turn.effects = [.openVillage(code: code)]
  }

  mutating func choosePerson(_ text: String, _ turn: inout Turn) {
    elsewhere = nil
    if let number = Int(text), team.people.indices.contains(number - 1) {
      let chosen = team.people[number - 1]
      if chosen.pin == nil { return sit(chosen.id, &turn) }
      stage = .pin(chosen.id)
    } else {
      turn.lines = [strings.notUnderstood]
    }
    turn.lines += prompt()
  }

  /// Someone is at the keyboard now.
  private mutating func sit(_ person: PersonID, _ turn: inout Turn) {
    self.person = person
    stage = firstStage()
    turn.effects = [.remember(person: person, language: language)]
    turn.lines += prompt()
  }

  /// Has a PIN looked at; an empty line goes back to who it is.
  mutating func checkPIN(_ text: String, of person: PersonID, _ turn: inout Turn) {
    let digits = FullWidth.number(text)
    if digits.isEmpty {
      stage = .people
      turn.lines = prompt()
    } else {
      stage = .checking(person)
      turn.effects = [.checkPIN(person, digits)]
    }
  }

  /// What came of a PIN.
  mutating func checked(_ outcome: PINOutcome, _ turn: inout Turn) {
    guard case .checking(let person) = stage else { return }
    let strings = language.strings.people
    stage = .pin(person)
    switch outcome {
    case .right: return sit(person, &turn)
    case .wrong(let seconds):
      turn.lines = [strings.wrongPIN] + (seconds > 0 ? [strings.waitFirst(seconds)] : [])
    case .wait(let seconds): turn.lines = [strings.waitFirst(seconds)]
    case .cannot: turn.lines = [strings.cannotCheck]
    case .ready: break
    }
    turn.lines += prompt()
  }

  mutating func confirmDate(
    _ text: String, _ newest: String, _ doubted: String?, _ turn: inout Turn
  ) {
    guard let date = TypedAnswer.date(FullWidth.number(text)) else {
      turn.lines = [strings.notUnderstood] + prompt()
      return
    }
    guard date >= newest || date == doubted else {
      stage = .date(newest: newest, doubted: date)
      turn.lines = [strings.earlyDay(newest)]
      return
    }
    let clock = String(environment.wallTime().prefix(10))
    let fact = WorkingDate.confirmation(date, clock: clock, in: village)
    turn.effects = [.record([fact.draft(of: .village)])]
  }
}
