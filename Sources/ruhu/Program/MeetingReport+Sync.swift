import Fieldwork
import Record
import Screens
import Sync

extension MeetingReport {
  /// What is said of a report: with names for devices and villages.
  ///
  /// `names` are the team's names of devices by their public keys, `households` how many households
  /// the new entries of a scope are about, `conflicts` what differs by village, `days` how many days
  /// ago a time was.
  init(
    _ report: SyncReport, path: String, villages: [Team.Place], names: [[UInt8]: String],
    people: [PersonID: String], households: [Scope: Int], conflicts: [Count],
    days: (_ time: String) -> Int?
  ) {
    func counts(_ traffic: [Scope: SyncReport.Traffic], _ households: [Scope: Int]) -> [Count] {
      traffic.filter { $0.value.entries > 0 }.sorted { $0.key.text < $1.key.text }
        .map { scope, traffic in
          Count(
            village: Self.name(of: scope, villages), entries: traffic.entries,
            households: households[scope] ?? 0)
        }
        .sorted { ($0.village == nil ? 0 : 1) < ($1.village == nil ? 0 : 1) }
    }
    var troubles: [Sentence] = report.problems.map { problem in
      { SyncSentences.of($0).sentence(problem, $0) }
    }
    for mended in report.mended {
      let file = "\(mended.scope.folder)/journal/\(mended.journal.fileName)"
      troubles.append { SyncSentences.of($0).mended(mended.lines, file) }
    }
    let foreign = report.foreign
    if foreign > 0 { troubles.append { SyncSentences.of($0).foreign(foreign) } }
    let otherTeams = report.otherTeams.count
    if otherTeams > 0 { troubles.append { SyncSentences.of($0).otherTeams(otherTeams) } }
    self.init(
      path: path, came: counts(report.cameIn, households), went: counts(report.wentOut, [:]),
      held: report.cameIn.values.reduce(0) { $0 + $1.held }, conflicts: conflicts,
      lastSeen: report.lastSeen.map { sighting in
        let person = sighting.person.flatMap { people[$0] }
        return Seen(
          device: names[sighting.key], person: person ?? sighting.person?.rawValue,
          id: sighting.device.rawValue, time: Clock.minute(sighting.time), days: days(sighting.time)
        )
      }, troubles: troubles, wasStopped: report.stopped)
  }

  /// The name of a village, or its code where nobody named it; nil for the team.
  static func name(of scope: Scope, _ villages: [Team.Place]) -> String? {
    guard case .village(let code) = scope else { return nil }
    return villages.first { $0.code == code }?.name ?? code
  }
}

extension MeetingProgress {
  /// How far a meeting is, with the name of the village.
  init(_ progress: SyncProgress, villages: [Team.Place]) {
    let phase: Phase =
      switch progress.phase {
      case .looking: .looking
      case .verifying: .verifying
      case .takingIn: .taking
      case .writing: .giving
      case .files: .files
      }
    self.init(
      phase: phase, village: progress.scope.flatMap { MeetingReport.name(of: $0, villages) },
      done: progress.done, total: progress.total, entriesIn: progress.entriesIn,
      entriesOut: progress.entriesOut,
      secondsLeft: progress.millisecondsLeft.map { ($0 + 999) / 1000 })
  }
}
