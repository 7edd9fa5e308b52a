import Fieldwork
import Foundation
import Record
import RecordFiles
import Screens
import Station
import Sync
import Trust

extension Workplace {
  /// Meets the other laptops in a folder: all villages, or the chosen ones.
  ///
  /// What counts is judged anew as soon as the team's journals came, what was erased goes before anything
  /// is computed, and the open village takes in what arrived. `progress` is called often; false stops.
  func meet(
    at path: String, villages: [String]? = nil, person: PersonID,
    progress: @escaping (MeetingProgress) -> Bool
  ) -> MeetingReport {
    guard let team = authority.team else {
      return MeetingReport(path: path) { SyncSentences.of($0).noTeam }
    }
    guard let sealing = Sealing.sodium() else {
      return MeetingReport(path: path) { RecordSentences.of($0).noCrypto }
    }
    var exchange = Exchange(
      path: path, team: team, disk: disk is PosixDisk ? PosixDisk(shared: true) : disk,
      crypto: crypto, sealing: sealing, clock: clock,
      milliseconds: Clock.monotonic)
    exchange.deviceName = (try? folder.publicKey()).map { name(ofDevice: $0) } ?? ""
    let places = self.team.villages
    let wasHeldApart = ownStanding.isHeldApart
    var arrivals = MeetingArrivals()
    // Since someone was shut out here, what they had erased may come back. What cannot be read now
    // cannot be in the meeting either, which says so.
    for code in (try? folder.villages()) ?? [] where (try? folder.village(code).hasDoomed) == true {
      try? judge(code)
    }
    do {
      let report = try exchange.meet(
        folder, villages: villages, person: person, overlays: overlayRules,
        arrived: { (scope, arrival) throws(DataFolderFault) in
          do {
            try self.take(arrival, scope, &arrivals)
          } catch let fault as DataFolderFault {
            throw fault
          } catch {
            throw .unreadable(scope.folder)
          }
        },
        progress: { progress(MeetingProgress($0, villages: places)) })
      settings.met(at: path, time: Clock.minute(clock()))
      settings.write(in: self.places.device, disk)
      _ = progress(MeetingProgress(phase: .finishing))
      var shown = finish(report, path, arrivals)
      shown.standing = ownStanding.isHeldApart ? .heldApart : wasHeldApart ? .countsNow : .counts
      shown.waiting = waiting(among: report.lastSeen)
      return shown
    } catch {
      return MeetingReport(path: path) { SyncSentences.of($0).sentence(error, $0) }
    }
  }

  /// What came, as far as it is to be counted when all is over.
  struct MeetingArrivals {
    var subjects: [Scope: Set<Subject>] = [:]
    var isTeamNew = false
    /// What settles something that two people did side by side.
    var decisions: [Scope: [Entry]] = [:]
  }

  func take(
    _ arrival: Arrival, _ scope: Scope, _ arrivals: inout MeetingArrivals
  ) throws {
    guard case .village(let code) = scope else {
      arrivals.isTeamNew = true
      try readTeam()
      // Whoever was let in or shut out counts otherwise from here on.
      for code in try folder.villages() { try judge(code) }
      return
    }
    try judge(code)
    arrivals.subjects[scope, default: []].formUnion(arrival.entries.map(\.subject))
    let settling = arrival.entries.filter { Decisions.isOne($0) }
    if !settling.isEmpty { arrivals.decisions[scope, default: []] += settling }
  }

  /// Finds what counts in a village, and takes away what is to be gone.
  private func judge(_ code: String) throws {
    let files = try folder.village(code)
    limit(files)
    try eraseDoomed(in: files, code)
  }

  /// Brings the lists up to date and says what came of it.
  func finish(
    _ report: SyncReport, _ path: String, _ arrivals: MeetingArrivals
  ) -> MeetingReport {
    var households: [Scope: Int] = [:]
    var conflicts: [MeetingReport.Count] = []
    var troubles: [MeetingReport.Sentence] = []
    var decisions: [MeetingReport.Decision] = []
    for code in (try? folder.villages()) ?? [] {
      let scope = Scope.village(code: code)
      let hasNews = arrivals.isTeamNew || report.cameIn[scope] != nil
      guard hasNews || code == desk?.village.code else { continue }
      do {
        let desk = try refreshed(code, hasNews: hasNews)
        households[scope] = Self.households(arrivals.subjects[scope] ?? [], desk.village)
        let count = try desk.conflicts().count
        decisions += Decisions(desk: desk, team: team, forms: forms.form)
          .shown(arrivals.decisions[scope] ?? [])
        if count > 0 { conflicts.append(.init(village: desk.village.name, entries: count)) }
      } catch {
        troubles.append { Refusal(error, $0).lines.joined(separator: " ") }
      }
    }
    var shown = MeetingReport(
      report, path: path, villages: team.villages,
      names: Dictionary(
        authority.devices.map { ($0.key, $0.name) }, uniquingKeysWith: { first, _ in first }
      ).filter { !$0.value.isEmpty }
        .merging(report.lastSeen.filter { !$0.name.isEmpty }.map { ($0.key, $0.name) }) {
          named, _ in named
        },
      people: Dictionary(
        team.people.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first }),
      households: households, conflicts: conflicts, days: days(since:))
    shown.held = (try? heldEntries()) ?? shown.held
    shown.troubles += troubles
    shown.decisions = decisions
    return shown
  }

  /// The list of a village as it is with what arrived: the open one's, or another's read for this.
  private func refreshed(_ code: String, hasNews: Bool) throws -> VillageDesk {
    guard let desk, desk.village.code == code else {
      let other = try closedDesk(code)
      try other.settle()
      return other
    }
    // What counts may have changed with the team: only reading all anew is sure to be right.
    if hasNews { try desk.rebuild() }
    try desk.settle()
    return desk
  }

  private static func households(_ subjects: Set<Subject>, _ village: Village) -> Int {
    var found: Set<HouseholdID> = []
    for subject in subjects {
      switch subject {
      case .household(let id): found.insert(HouseholdID(id))
      case .interview(let id):
        if let household = village.interviews[InterviewID(id)] { found.insert(household) }
      default: continue
      }
    }
    return found.count
  }

  /// How many entries are here that do not count.
  private func heldEntries() throws -> Int {
    try allFiles().reduce(0) { count, files in
      // A journal of ours that began with the signing counts as well.
      limit(files)
      return try count
        + files.inventory().reduce(0) {
          $0 + max(0, $1.sequence - files.limits.last(of: $1.journal))
        }
    }
  }

  /// How many days ago a time was, by this laptop's clock; nil when it cannot be read.
  private func days(since time: String) -> Int? {
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    guard let then = try? style.parse(time), let now = try? style.parse(clock()) else {
      return nil
    }
    let isSameDay = time.prefix(10) == clock().prefix(10)
    return isSameDay ? 0 : max(1, Int((now.timeIntervalSince(then) / 86_400).rounded()))
  }
}
