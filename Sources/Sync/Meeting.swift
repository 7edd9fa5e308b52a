import Record
import RecordFiles

/// One meeting of a Data folder with an exchange folder, while it is under way.
///
/// First the team's journals, since they say who counts; then forms and overlays, since interviews are
/// read with them; then the villages, and the attachments that they name. Each scope is taken in before it is written out,
/// so that nothing is written that lies there already.
///
/// Two devices may meet in one folder at the same time: each writes files of its own under names that
/// follow from their content, and takes away none but its own, after others have taken their place.
final class Meeting {
  let exchange: Exchange
  let folder: DataFolder
  let there: TeamFolder
  let person: PersonID
  let key: [UInt8]
  let me: DeviceID
  /// The villages to be carried; nil for all that are here or there.
  let villages: [String]?
  private let overlays: TeamOverlays?
  private let arrived: (Scope, Arrival) throws(DataFolderFault) -> Void
  private let progress: (SyncProgress) -> Bool

  var report = SyncReport()
  /// False once the exchange folder has refused to be written.
  var mayWrite = true
  /// What this device will say of itself.
  var note: HereNote
  /// What it said at its last meeting here.
  var former: HereNote?
  /// Files of which somebody says that they are not what their names say.
  var doubted: Set<String> = []
  /// Whether the team's folder was there at some time of this meeting.
  var hasTeamFolder = false
  /// The scopes whose files were looked at.
  private(set) var visited: Set<Scope> = []
  private var scopesDone = 0
  private(set) var scopes: [Scope] = []
  private var began = 0
  private var last: (phase: SyncProgress.Phase, scope: Scope?)?

  var disk: any Disk { exchange.disk }
  var crypto: Crypto { exchange.crypto }

  init(
    _ exchange: Exchange, _ folder: DataFolder, villages: [String]?, person: PersonID,
    overlays: OverlayRules?,
    arrived: @escaping (Scope, Arrival) throws(DataFolderFault) -> Void,
    progress: @escaping (SyncProgress) -> Bool
  ) throws(DataFolderFault) {
    self.exchange = exchange
    self.folder = folder
    self.villages = villages
    self.person = person
    self.overlays = overlays.map {
      TeamOverlays(folder: folder, crypto: exchange.crypto, rules: $0)
    }
    self.arrived = arrived
    self.progress = progress
    there = TeamFolder(path: exchange.path, team: exchange.team, disk: exchange.disk)
    key = try folder.publicKey()
    me = DeviceID(publicKey: key, exchange.crypto.sha256)
    note = HereNote(
      device: me, key: key, person: person, name: exchange.deviceName, time: exchange.clock())
  }

  /// Does all of it; whatever stops it is in the report.
  func run() {
    do {
      try look()
      for name in try overlays?.state(by: person) ?? [] { add(.overlayNotGiven(name: name)) }
      for scope in scopes {
        try meet(scope)
        scopesDone += 1
        if scope == .team {
          try carry([.forms])
          try overlays?.put(into: &report)
        }
      }
      // Which attachments are theirs is known once their journals are here; what nobody names, or names
      // no more since it was erased, goes nowhere.
      try carry([.attachments], chosen: named(among:))
    } catch MeetingHalt.stopped {
      report.stopped = true
    } catch MeetingHalt.gone {
      add(.gone)
    } catch MeetingHalt.folder(let fault) {
      add(.folder(fault))
    } catch MeetingHalt.notSigned(let fault) {
      add(.notSigned(fault))
    } catch let fault as DataFolderFault {
      add(.folder(fault))
    } catch let fault as DiskFault {
      add(isHere() ? problem(of: fault) : .gone)
    } catch {
      // All that is left to fail is the packing.
      add(.noMemory)
    }
    leaveNote()
    log()
  }

  /// What lies there, and which scopes this is about.
  private func look() throws {
    try tell(.looking, nil, 0, 0)
    report.foreign = try there.foreign()
    report.otherTeams = try there.teams().filter { $0 != exchange.team }
    hasTeamFolder = try disk.status(there.folder) != nil
    former = try there.note(of: me)
    var found = Set<String>()
    for device in try there.devices() {
      if device != me, let note = try there.note(of: device) {
        doubted.formUnion(note.damaged)
        see(note.seen + [note.sighting])
      }
      for case .village(let code) in try there.scopes(of: device) { found.insert(code) }
    }
    if let former {
      note.has = former.has
      doubted.formUnion(former.damaged)
    }
    found.formUnion(try folder.villages())
    scopes = [.team] + (villages ?? found.sorted()).map { .village(code: $0) }
  }

  private func meet(_ scope: Scope) throws {
    try tell(.looking, scope, 0, 0)
    visited.insert(scope)
    var segments = try list(scope)
    try verifyOwn(&segments, scope)
    try mend(scope, segments)
    try takeIn(scope, &segments)
    try takeBack(scope, segments)
    guard let files = try files(of: scope) else { return }
    try writeOut(scope, files, segments)
    note.has[scope] = try files.inventory().filter { $0.signed > 0 }.compactMap { state in
      guard let id = try files.id(of: state.journal, at: state.signed) else { return nil }
      return HereNote.SegmentTip(
        writer: state.journal.writer, sequence: state.signed, id: id)
    }
  }

  /// The segments of a scope; those that are not whole are reported.
  func list(_ scope: Scope) throws -> [SegmentFile] {
    let (files, problems) = try there.segments(of: scope)
    for problem in problems {
      add(problem)
      if case .damaged(let file) = problem { note.damaged.insert(file) }
    }
    return files
  }

  /// The journals of a scope; nil for a village that is not here.
  func files(of scope: Scope) throws(DataFolderFault) -> VillageFiles? {
    switch scope {
    case .team: return try folder.team()
    case .village(let code):
      guard try folder.villages().contains(code) else { return nil }
      return try folder.village(code)
    }
  }

  /// Counts what arrived and hands it on.
  func take(_ arrival: Arrival, _ bytes: Int, _ scope: Scope) throws {
    report.cameIn[scope, default: .init()].entries += arrival.entries.count + arrival.held
    report.cameIn[scope, default: .init()].held += arrival.held
    report.cameIn[scope, default: .init()].bytes += bytes
    for problem in arrival.problems { add(.arrival(scope, problem)) }
    try arrived(scope, arrival)
  }

  func add(_ problem: SyncProblem) { report.add(problem) }

  /// Notes when devices were seen; of what is known twice the later one stays.
  func see(_ sightings: [SyncReport.Sighting]) {
    for sighting in sightings
    where sighting.device != me
      && sighting.device == DeviceID(publicKey: sighting.key, crypto.sha256)
    {
      if let index = report.lastSeen.firstIndex(where: { $0.device == sighting.device }) {
        if report.lastSeen[index].time < sighting.time { report.lastSeen[index] = sighting }
      } else {
        report.lastSeen.append(sighting)
      }
    }
  }

  /// Says how far it is; whoever listens may stop it here.
  func tell(_ phase: SyncProgress.Phase, _ scope: Scope?, _ done: Int, _ total: Int) throws {
    let now = exchange.milliseconds()
    if last?.phase != phase || last?.scope != scope {
      last = (phase, scope)
      began = now
    }
    let done = min(done, total)
    // A first guess from a few kilobytes would only mislead.
    let isTelling = done > 0 && now - began >= 500
    let left = isTelling ? Int(Double(now - began) * Double(total - done) / Double(done)) : nil
    let moment = SyncProgress(
      phase: phase, scope: scope, done: done, total: total,
      entriesIn: report.cameIn.values.reduce(0) { $0 + $1.entries },
      entriesOut: report.wentOut.values.reduce(0) { $0 + $1.entries }, scopesDone: scopesDone,
      scopes: scopes.count, millisecondsLeft: left)
    guard progress(moment) else { throw MeetingHalt.stopped }
  }

  /// What a fault of the exchange folder's disk means.
  func problem(of fault: DiskFault) -> SyncProblem {
    if fault.isTooLarge { return .tooLarge(file: place(fault.path)) }
    switch fault.reason {
    case .full: return .full
    case .readOnly: return .readOnly
    case .denied: return fault.operation == .read ? .unreadable(file: place(fault.path)) : .readOnly
    case .missing, .exists, .failed: return .gone
    }
  }

  /// A path below the team's folder, as it is named to people and to other devices.
  func place(_ path: String) -> String {
    path.hasPrefix(there.folder + "/") ? String(path.dropFirst(there.folder.count + 1)) : path
  }
}

extension HereNote {
  /// That its device was here.
  var sighting: SyncReport.Sighting {
    SyncReport.Sighting(device: device, key: key, person: person, name: name, time: time)
  }
}
