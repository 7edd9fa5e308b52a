import Fieldwork
import Record
import Terminal

extension Team {
  /// The name of a person, or in a language that nobody here knows them.
  public func name(of person: PersonID, _ language: Language) -> String {
    name(of: person, language.strings.people)
  }

  /// The same with the sentences at hand.
  func name(of person: PersonID, _ strings: PeopleStrings) -> String {
    self.person(person)?.name ?? strings.unknown(person.rawValue)
  }
}

/// What is said of the people of a team, line by line: pages show them, commands print them.
public struct PersonLines: Sendable {
  private let language: Language
  private var strings: PeopleStrings { language.strings.people }

  /// Lines in a language.
  public init(_ language: Language) { self.language = language }

  /// A person in one line of a list: name, role, villages, PIN.
  public func line(_ person: Team.Person) -> String {
    [
      Fitting.fit(person.name, to: 16), Fitting.fit(role(person), to: 12),
      Fitting.fit(villages(person), to: 14), person.pin == nil ? "" : strings.hasPIN,
    ].joined(separator: "  ").trimmed
  }

  private func role(_ person: Team.Person) -> String {
    language.strings.households.role(person.role)
  }

  private func villages(_ person: Team.Person) -> String {
    person.villages.isEmpty ? strings.allVillages : strings.villages(person.villages.count)
  }

  /// All that is known of a person.
  public func lines(_ person: Team.Person, in team: Team, _ shown: ShownTeam) -> [String] {
    let places = person.villages.map { code in
      "  \(code)  " + (team.villages.first { $0.code == code }?.name ?? "")
    }
    let seen = shown.devices.compactMap { device in
      device.people.first { $0.id == person.id.rawValue }.map {
        "  " + strings.seen(DeviceLines(language).name(device), $0.lastSeen)
      }
    }
    return [role(person), person.pin == nil ? strings.noPIN : strings.hasPIN, villages(person)]
      + places.map(\.trimmedEnd) + (seen.isEmpty ? [] : [strings.seenOn] + seen)
  }

  /// What was done without the right to, with its heading; nothing where there is none.
  public func withoutRight(_ shown: ShownTeam) -> [String] {
    guard !shown.withoutRight.isEmpty else { return [] }
    return [strings.withoutRightTitle]
      + shown.withoutRight.map { "  \($0.time)  \($0.person): \(strings.withoutRight($0.what))" }
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
