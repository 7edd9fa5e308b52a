import Fieldwork
import Record
import Screens

extension Workplace {
  /// Who is most likely at this laptop: who was last at it, else the only person there is.
  var likelyPerson: PersonID? {
    if let last = settings.person, team.person(last) != nil { return last }
    return team.people.count == 1 ? team.people[0].id : nil
  }

  /// Who acts in a command that records: the person named, else who was last at this laptop, else the
  /// only one there is.
  ///
  /// Nobody is guessed: what is recorded under a wrong name stays so.
  func actingPerson(_ named: String?, _ language: Language) throws -> PersonID {
    let sentences = ActSentences.of(language)
    guard !team.people.isEmpty else { throw Refusal(sentences.whoAreYou) }
    let person = try named.map { try self.person(called: $0, language).id } ?? likelyPerson
    guard let person else {
      throw Refusal([sentences.whichPerson(team.people.map(\.name))], status: Refusal.usage)
    }
    try askPIN(of: person, language)
    return person
  }

  /// Asks whoever has a PIN for it.
  private func askPIN(of person: PersonID, _ language: Language) throws {
    guard team.person(person)?.pin != nil else { return }
    let strings = PINLines(language)
    if case .wait(let seconds) = pinWait(of: person) { throw Refusal(strings.wait(seconds)) }
    let digits = Passphrase.ask(strings.ask(team.name(of: person, language)) + " ") ?? ""
    switch checkPIN(digits, of: person) {
    case .right, .ready: return
    case .wrong(let seconds):
      throw Refusal([strings.wrong] + (seconds > 0 ? [strings.wait(seconds)] : []))
    case .wait(let seconds): throw Refusal(strings.wait(seconds))
    case .cannot: throw Refusal(strings.cannot)
    }
  }

  /// The person with a name, or the only one whose name begins so.
  func person(called named: String, _ language: Language) throws -> Team.Person {
    let sentences = ActSentences.of(language)
    let exact = team.people.filter { $0.name == named }
    let found = exact.isEmpty ? team.people.filter { $0.name.hasPrefix(named) } : exact
    guard !named.isEmpty, let first = found.first else {
      throw Refusal(sentences.noSuchPerson(named, team.people.map(\.name)))
    }
    guard found.count == 1 else {
      throw Refusal(sentences.severalPeople(named, found.map(\.name)))
    }
    return first
  }

  /// Takes people into the team who are not in it by name; where nobody is known to be at this laptop
  /// each acts for themselves.
  func add(_ names: [String], by person: PersonID? = nil) throws {
    for name in names where !team.people.contains(where: { $0.name == name }) {
      let id = PersonID(bytes: crypto.random(10))
      let joined = Fact.personAdded(name: name, role: Team.surveyor)
      _ = try recordTeam(
        [joined.draft(of: .person(id.rawValue))], person: person ?? likelyPerson ?? id)
    }
  }
}
