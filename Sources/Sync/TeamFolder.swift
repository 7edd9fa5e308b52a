import Record
import RecordFiles

/// What lies in a team's part of an exchange folder; nothing is changed.
struct TeamFolder {
  /// The folder of all teams, below the path that was given.
  static let name = "ruhu-exchange"
  static let keptFolder = "kept"

  let path: String
  let team: String
  let disk: any Disk

  var root: String { "\(path)/\(Self.name)" }
  var folder: String { "\(root)/\(team)" }

  func folder(of device: DeviceID) -> String { "\(folder)/\(device.rawValue)" }

  func folder(of device: DeviceID, _ scope: Scope) -> String {
    "\(folder(of: device))/\(scope.text)"
  }

  func folder(of device: DeviceID, _ kept: DataFolder.Kept) -> String {
    "\(folder(of: device))/\(Self.keptFolder)/\(kept.rawValue)"
  }

  /// The devices that left something.
  func devices() throws(DiskFault) -> [DeviceID] {
    try disk.namesIfThere(folder).compactMap { DeviceID(rawValue: $0) }
  }

  /// The teams that have a folder here.
  func teams() throws(DiskFault) -> [String] {
    try disk.namesIfThere(root).filter(ShortID.isValid)
  }

  /// The scopes of which a device left something.
  func scopes(of device: DeviceID) throws(DiskFault) -> [Scope] {
    try disk.namesIfOpen(folder(of: device)).compactMap { Scope(text: $0) }
  }

  /// A device's note; nil when there is none that can be read.
  func note(of device: DeviceID) throws(DiskFault) -> HereNote? {
    let file = "\(folder(of: device))/\(HereNote.file)"
    do {
      guard let bytes = try disk.contents(file), let note = HereNote(bytes: bytes),
        note.device == device
      else { return nil }
      return note
    } catch {
      // Only a note: whatever lies in its place is no reason to go without the segments.
      guard (try? disk.status(path)) != nil else { throw error }
      return nil
    }
  }

  /// The segments of a scope, and what is wrong with those that cannot be used.
  func segments(of scope: Scope) throws -> (files: [SegmentFile], problems: [SyncProblem]) {
    var files: [SegmentFile] = []
    var problems: [SyncProblem] = []
    for device in try devices() {
      let folder = folder(of: device, scope)
      let names: [String]
      do {
        names = try disk.namesIfThere(folder)
      } catch {
        // On a share one device's folder may be closed to us, and the others' open.
        guard error.reason == .denied else { throw error }
        problems.append(.unreadable(file: "\(device.rawValue)/\(scope.text)"))
        continue
      }
      for name in names where SegmentFile.isName(name) {
        let place = "\(device.rawValue)/\(scope.text)/\(name)"
        do {
          let file = try SegmentFile.read(
            "\(folder)/\(name)", place: place, device: device, disk)
          if file.header.team == team, file.header.scope == scope {
            files.append(file)
          } else {
            problems.append(.misplaced(file: place))
          }
        } catch SegmentHeader.Fault.laterVersion(let version) {
          problems.append(.laterVersion(file: place, version: version))
        } catch is SegmentHeader.Fault {
          problems.append(.damaged(file: place))
        } catch let fault as DiskFault {
          // Its owner has put a larger one in its place meanwhile.
          if fault.reason == .missing { continue }
          guard (try? disk.status(path)) != nil else { throw fault }
          problems.append(.unreadable(file: place))
        }
      }
    }
    return (files, problems)
  }

  /// How many files lie here, and in the folders of the exchange, that the program did not make.
  func foreign() throws(DiskFault) -> Int {
    var count = try disk.namesIfThere(path).count { $0 != Self.name && !$0.hasPrefix(".") }
    count += try disk.namesIfThere(root).count { !ShortID.isValid($0) }
    count += try disk.namesIfThere(folder).count { !ShortID.isValid($0) }
    for device in try devices() {
      for name in try disk.namesIfOpen(folder(of: device)) where !Self.isOurs(name) { count += 1 }
      for scope in try scopes(of: device) {
        count += try disk.namesIfOpen(folder(of: device, scope)).count {
          !SegmentFile.isName($0) && !Self.isDraft($0)
        }
      }
    }
    return count
  }

  private static func isOurs(_ name: String) -> Bool {
    name == HereNote.file || name == keptFolder || Scope(text: name) != nil || isDraft(name)
  }

  /// What is left of a file whose writing was cut off.
  static func isDraft(_ name: String) -> Bool { name.hasPrefix(".") && name.hasSuffix(".new") }
}
