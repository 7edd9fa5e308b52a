import Fieldwork
import Record
import RecordFiles
import SeededRandom
import SimulatedDisks
import SimulatedLaptops
import Sync

extension World {
  /// The first laptop's person founds the team and, mostly, admits the others.
  func foundTeam() throws {
    guard script.hasTeam, let first = laptops.first else { return }
    try first.foundTeam()
    if let id = try first.authority(first.opened().folder).team { team = id }
    for laptop in laptops.dropFirst() {
      var random = SplitMix64(seed: script.seed &+ 7)
      if random.chance(85) { _ = try first.admit(laptop.key(), laptop.name) }
    }
    collect(first)
  }

  /// Who does what, where an evening of review is to come: the first laptop's person is a supervisor, of
  /// three or more the last one's is of the office.
  func giveRoles() throws {
    guard script.isReviewed, let first = laptops.first else { return }
    for (number, laptop) in laptops.enumerated() {
      let isOffice = number > 1 && number == laptops.count - 1
      let role = number == 0 ? "supervisor" : isOffice ? "office" : "surveyor"
      let fact = Fact.personAdded(name: laptop.name, role: role)
      _ = try first.recordTeam([fact.draft(of: .person(laptop.person.rawValue))])
    }
    collect(first)
  }

  /// A meeting, and what happens to the stick in it.
  func meet(
    _ act: Step.Act, _ laptop: Laptop, _ stick: Stick, _ random: inout SplitMix64
  ) throws -> String? {
    let limit = act == .meetAndStop ? random.below(12) : nil
    switch act {
    case .stickPulled: stick.disk.cutPower(atCall: stick.disk.calls + 1 + random.below(40))
    case .stickFull: stick.fill(leaving: random.below(4000))
    case .stickReadOnly: stick.disk.makeReadOnly()
    default: break
    }
    let isPulled = act == .stickPulled || random.chance(25)
    let incrementally = random.chance(50)
    defer {
      stick.disk.limit(nil)
      stick.disk.makeReadOnly(false)
      if isPulled { stick.pull(seed: surroundings.pick) } else { stick.settle() }
    }
    let report = try laptop.use { laptop -> SyncReport? in
      do {
        return try laptop.meet(
          stick, team: team, stoppingAfter: limit, incrementally: incrementally)
      } catch let fault as SyncFault {
        // A stick that fails may end a meeting, and so may a disk that fails to sync.
        guard act != .meet || laptop.failsToSync else { throw fault }
        try laptop.reorder()
        return nil
      }
    }
    guard case .some(.some(let found)) = report else { return "\(act.rawValue) over \(stick.name)" }
    let came = found.cameIn.values.reduce(0) { $0 + $1.entries }
    let went = found.wentOut.values.reduce(0) { $0 + $1.entries }
    return "\(act.rawValue) over \(stick.name): \(came) in, \(went) out"
      + (found.problems.isEmpty ? "" : ", \(found.problems)")
  }

  /// Everybody meets over a good folder until nothing is new to anybody.
  func lastMeetings() throws {
    let stick = Stick("the last stick")
    for laptop in laptops { laptop.close() }
    for round in 0..<7 {
      for (number, laptop) in laptops.enumerated() {
        surroundings.begin(script.seed &* 37 &+ UInt64(round * 10 + number))
        do {
          _ = try laptop.meet(stick, team: team)
        } catch {
          throw WorldFailure(
            promise: "the last meetings take place", found: "\(laptop.name): \(error)")
        }
        laptop.close()
      }
      let standings = try laptops.map(Self.standing)
      if Set(standings).count == 1 { return }
      if round == 6 {
        let texts = zip(laptops, standings).map { "\($0.name): \($1.joined(separator: " "))" }
        throw WorldFailure(
          promise: "after the last meetings everybody has the same journals and bodies",
          found: texts.joined(separator: "\n"))
      }
    }
  }

  /// How far each journal goes on a laptop, whatever its branches are called there.
  ///
  /// One that was begun and holds nothing has nothing to carry.
  private static func standing(_ laptop: Laptop) throws -> [String] {
    let (folder, files, _) = try laptop.opened()
    defer { laptop.close() }
    return try [try folder.team(), files].flatMap { scope in
      try scope.inventory().filter { $0.sequence > 0 }.map { state in
        let erased = try scope.erased(in: state.journal, after: 0, upTo: state.sequence).ranges
        return "\(state.journal.writer.rawValue.prefix(4)).\(state.sequence)."
          + "\(state.head?.rawValue.prefix(6) ?? "")"
          + (erased.isEmpty ? "" : " without \(erased.map { "\($0)" }.joined(separator: " "))")
      }.sorted()
    }
  }
}

extension Laptop {
  /// What people decide; nil where there was nothing to decide.
  func decide(_ act: Step.Act, _ random: inout SplitMix64, among laptops: [Laptop]) throws
    -> String?
  {
    switch act {
    case .take: return try take(&random, givingBack: false)
    case .giveBack: return try take(&random, givingBack: true)
    case .settle: return try settle(&random)
    case .setAside: return try setAside(&random)
    case .join: return try join(&random)
    case .eraseAnswer: return try eraseAnswer(&random)
    case .eraseHousehold: return try eraseHousehold(&random)
    case .addPerson: return try addPerson(&random)
    case .admit, .revoke:
      guard let other = random.one(of: laptops), other.person != laptops.first?.person else {
        return nil
      }
      let words = act == .admit ? try admit(other.key(), other.name) : try revoke(other.key())
      return "\(act.rawValue)s \(other.name) " + words
    default: return nil
    }
  }
}
