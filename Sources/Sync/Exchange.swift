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
    path: String, team: String, disk: any Disk = PosixDisk(), crypto: Crypto, sealing: Sealing,
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

}
