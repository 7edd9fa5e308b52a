import Fieldwork
import Record
import RecordFiles
import SeededRandom
import Station

// What people decide about work that was done side by side, and about who belongs to the team.
extension Laptop {
  /// Means to go to a household, or no longer does.
  package func take(_ random: inout SplitMix64, givingBack: Bool) throws -> String? {
    guard let household = random.one(of: try households()) else { return nil }
    let fact = givingBack ? Fact.householdGivenBack : Fact.householdTaken
    return (givingBack ? "gives back " : "takes ") + Self.short(household) + " "
      + (try record([fact.draft(of: .household(household.rawValue))]))
  }

  /// Decides about something that was done side by side.
  package func settle(_ random: inout SplitMix64) throws -> String? {
    let desk = try opened().desk
    guard let conflict = random.one(of: try desk.conflicts()) else { return nil }
    let choice: ConflictChoice
    switch (conflict.kind, random.below(4)) {
    case (_, 0): choice = .asItStands
    case (.answer(let key), 1):
      choice = .value(Self.value(for: key.question, special: false, &random), special: nil)
    default: choice = .tip(random.below(conflict.tips.count))
    }
    let drafts = try desk.settle(conflict, choosing: choice)
    guard !drafts.isEmpty else { return nil }
    return "settles \(Self.words(conflict)) with \(choice) " + (try record(drafts))
  }

  private static func words(_ conflict: Conflict) -> String {
    switch conflict.kind {
    case .answer(let key): "\(conflict.subject.text.prefix(6)) \(key.question)"
    case .row(let row): "\(conflict.subject.text.prefix(6)) row \(row.id.prefix(4))"
    case .completion: "\(conflict.subject.text.prefix(6)) completion"
    case .approval: "\(conflict.subject.text.prefix(6)) approval"
    case .interviews: "interviews"
    case .households: "households"
    case .move: "\(conflict.subject.text.prefix(6)) move"
    case .village(let field): "village \(field)"
    }
  }

  /// Says that an interview does not count, since another one does.
  package func setAside(_ random: inout SplitMix64) throws -> String? {
    let desk = try opened().desk
    for household in try households().shuffled(using: &random) {
      let file = try desk.file(of: household)
      let interviews = file.interviews.filter { file.owns($0) }.shuffled(using: &random)
      guard interviews.count > 1 else { continue }
      let fact = Fact.interviewSetAside(for: interviews[1].id, reason: "twice")
      return "sets \(Self.short(interviews[0].id)) aside for \(Self.short(interviews[1].id)) "
        + (try record([fact.draft(of: .interview(interviews[0].id.rawValue))]))
    }
    return nil
  }

  /// Says that two households are one.
  package func join(_ random: inout SplitMix64) throws -> String? {
    let all = try households().shuffled(using: &random)
    guard all.count > 1 else { return nil }
    let fact = Fact.householdJoined(into: all[1], reason: "same door")
    return "joins \(Self.short(all[0])) to \(Self.short(all[1])) "
      + (try record([fact.draft(of: .household(all[0].rawValue))]))
  }

  /// Has one act of an interview erased: mostly one that set answers.
  package func eraseAnswer(_ random: inout SplitMix64) throws -> String? {
    let isAny = random.chance(30)
    guard let interview = random.one(of: try interviews { _ in true }),
      let act = random.one(of: interview.history.filter { isAny || !$0.keys.isEmpty }),
      let entry = try opened().files.entries().first(where: { $0.id == act.stamp.entry })
    else { return nil }
    return "erases \(entry.kind) \(act.stamp.place.sequence) of \(Self.short(interview.id)) "
      + (try erase([entry]))
  }

  /// Has a household erased.
  package func eraseHousehold(_ random: inout SplitMix64) throws -> String? {
    guard let household = random.one(of: try households()) else { return nil }
    return "erases \(Self.short(household)) "
      + (try erase(household))
  }

  /// Adds a person to the team, or gives one another role.
  package func addPerson(_ random: inout SplitMix64) throws -> String? {
    let number = UInt8(1 + random.below(5))
    let person = PersonID(bytes: [UInt8](repeating: number, count: 10))
    let role = ["surveyor", "supervisor", "office"][random.below(3)]
    let fact = Fact.personAdded(name: "人\(number)", role: role)
    return "makes person \(number) a \(role) "
      + (try recordTeam([fact.draft(of: .person(person.rawValue))]))
  }
}
