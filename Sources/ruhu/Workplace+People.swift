import Fieldwork
import Record

extension Workplace {
  /// Who acts in a command: who was last at this laptop, else the first of the team; nil when there
  /// is nobody yet.
  var actingPerson: PersonID? {
    if let last = settings.person, team.people.contains(where: { $0.id == last }) { return last }
    return team.people.first?.id
  }

  /// Takes people into the team who are not in it by name; the first of all acts for themselves.
  func add(_ names: [String]) throws {
    for name in names where !team.people.contains(where: { $0.name == name }) {
      let id = PersonID(bytes: crypto.random(10))
      let joined = Fact.personAdded(name: name, role: "surveyor")
      _ = try recordTeam(
        [joined.draft(of: .person(id.rawValue))], person: team.people.first?.id ?? id)
    }
  }
}
