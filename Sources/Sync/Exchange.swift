import Record
import RecordFiles

/// A team's part of an exchange folder: on a stick, on a network share, or carried by another program.
///
/// ```
/// PATH/ruhu-exchange/<team>/<device>/<scope>/<sha256>.seg    never changed once it is there
/// PATH/ruhu-exchange/<team>/<device>/kept/<kind>/<sha256>    forms, overlays, attachments
/// PATH/ruhu-exchange/<team>/<device>/here.json               the device's own note
/// ```
///
/// A device writes only below its own name, and what it writes is named by its content: nothing that
/// another one left can be overwritten, by whatever copies the folder.
public struct Exchange {
  /// The folder that was given: a stick.
  public let path: String
  /// The team's identity.
  public let team: String
  /// What this device calls itself, for those who are asked to admit it; empty for nothing.
  public var deviceName = ""
  let disk: any Disk
  let crypto: Crypto
  let sealing: Sealing
  let clock: () -> String
  let milliseconds: () -> Int

  /// Names a folder and a team; nothing is looked at yet.
  ///
  /// `clock` gives wall time as the journals have it, `milliseconds` those of a clock that nobody can
  /// set; both are only shown.
  public init(
    path: String, team: String, disk: any Disk = PosixDisk(shared: true), crypto: Crypto,
    sealing: Sealing,
    clock: @escaping () -> String, milliseconds: @escaping () -> Int
  ) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    self.team = team
    self.disk = disk
    self.crypto = crypto
    self.sealing = sealing
    self.clock = clock
    self.milliseconds = milliseconds
  }

  /// Brings the Data folder and the exchange folder together, both ways, only what is missing.
  ///
  /// All villages that are here or there, or the chosen ones. It can be stopped (`progress` answers
  /// false) or cut off at any instant, and run again: it goes on. `arrived` hears of what came in,
  /// scope by scope, the team's first, before anything of that scope is written out: whoever decides
  /// what counts and what is to be erased does so there.
  ///
  /// A county's own overlays go along as the rules say; without rules they stay where they are.
  ///
  /// Throws only before anything was done; what happens later is in the report.
  public func meet(
    _ folder: DataFolder, villages: [String]? = nil, person: PersonID,
    overlays: OverlayRules? = nil,
    arrived: @escaping (Scope, Arrival) throws(DataFolderFault) -> Void = {
      (_, _) throws(DataFolderFault) in
    },
    progress: @escaping (SyncProgress) -> Bool = { _ in true }
  ) throws(SyncFault) -> SyncReport {
    guard ShortID.isValid(team) else { throw .badTeam(team) }
    for code in villages ?? [] where !Scope.isVillageCode(code) {
      throw .folder(.badVillageCode(code))
    }
    guard folder.mode == .writing else { throw .openedForReading }
    try check(folder)
    let meeting: Meeting
    do {
      meeting = try Meeting(
        self, folder, villages: villages, person: person, overlays: overlays, arrived: arrived,
        progress: progress)
    } catch {
      throw .folder(error)
    }
    meeting.run()
    return meeting.report
  }

  /// Looks whether the folder can be used at all.
  private func check(_ folder: DataFolder) throws(SyncFault) {
    guard !folder.holds(path) else { throw .insideData(path) }
    try check()
  }

  private func check() throws(SyncFault) {
    do {
      guard let status = try disk.status(path) else { throw SyncFault.noSuchFolder(path) }
      guard status.isFolder else { throw SyncFault.notAFolder(path) }
      _ = try disk.list(path)
    } catch let fault as SyncFault {
      throw fault
    } catch let fault as DiskFault {
      switch fault.reason {
      case .denied: throw .denied(path)
      case .missing: throw .noSuchFolder(path)
      default: throw .disk(fault)
      }
    } catch {
      throw .noSuchFolder(path)
    }
  }
}
