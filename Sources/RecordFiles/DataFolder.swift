import JSONText
import Record

/// One Data folder, opened for writing (with its lock) or for reading (without).
///
/// Not for use by two threads; `Archive` reads villages in parallel.
public final class DataFolder {
  /// For what a folder is opened.
  public enum Mode: Equatable, Sendable { case writing, reading }

  /// What the folder and the journals in it share.
  let opened: OpenFolder
  private var scopes: [Scope: VillageFiles] = [:]

  /// The folder's path.
  public var path: String { opened.path }
  /// For what it was opened.
  public var mode: Mode { opened.mode }
  /// The folder's identity, which copies and backups share; nil in a folder without one.
  public var id: String? { opened.id }
  /// What was found and done on opening journals for writing, oldest first.
  public var notices: [FolderNotice] { opened.notices }

  var disk: any Disk { opened.disk }
  var crypto: Crypto { opened.crypto }
  var clock: () -> String { opened.clock }
  var device: DeviceFolder { opened.device }

  /// The version of the layout of a Data folder.
  public static let version = 1

  /// Opens a Data folder; for writing it is made if need be, and locked until `close`.
  ///
  /// `device` is the path of the device's own folder, outside Data; `clock` gives ISO 8601 time with
  /// milliseconds and offset.
  public init(
    path: String, disk: any Disk = PosixDisk(), crypto: Crypto, clock: @escaping () -> String,
    device: String, mode: Mode
  ) throws(DataFolderFault) {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    opened = OpenFolder(
      path: path, mode: mode, disk: disk, crypto: crypto, clock: clock,
      device: DeviceFolder(path: device, disk: disk))
    guard device != path, !device.hasPrefix(path + "/") else { throw .deviceInData }
    do {
      switch mode {
      case .reading:
        guard try disk.status(path)?.isFolder == true else {
          throw DataFolderFault.noSuchFolder(path)
        }
        opened.id = try Self.identity(path, disk)
      case .writing: try openForWriting()
      }
    } catch let fault as DiskFault {
      throw DataFolderFault(fault)
    } catch let fault as DataFolderFault {
      throw fault
    } catch {
      throw .unreadable(path)
    }
  }

  private func openForWriting() throws {
    try Self.refuseUnsuitable(path, disk)
    try disk.makeFolders(path)
    switch try disk.lock("\(path)/lock") {
    case .held(let process): throw DataFolderFault.held(process: process)
    case .taken(let file): opened.lock = file
    }
    do {
      opened.id = try Self.identity(path, disk)
      if opened.id == nil {
        let new = ShortID.random(crypto.random)
        let json: JSON = ["version": .int(Self.version), "id": .string(new)]
        try disk.replace(
          "\(path)/folder.json", with: Array(json.pretty.utf8), synced: true, folder: true)
        opened.id = new
      }
    } catch {
      opened.unlock()
      throw error
    }
  }

  /// Refuses a file system that cannot keep promises, asking the nearest folder that exists.
  static func refuseUnsuitable(_ path: String, _ disk: any Disk) throws {
    var existing = path
    while try disk.status(existing) == nil {
      let parent = disk.split(existing).parent
      if parent == existing { break }
      existing = parent
    }
    let kind = try disk.fileSystem(existing)
    guard kind == .suitable else { throw DataFolderFault.unsuitable(kind) }
  }

  static func identity(_ path: String, _ disk: any Disk) throws -> String? {
    guard let bytes = try disk.contents("\(path)/folder.json") else { return nil }
    guard let json = try? JSON(parsing: bytes), let version = json["version"]?.int,
      let id = json["id"]?.string, ShortID.isValid(id)
    else { throw DataFolderFault.unreadable("\(path)/folder.json") }
    guard version <= Self.version else { throw DataFolderFault.laterVersion(version) }
    return id
  }

  /// The device's public key, made at first use.
  public func publicKey() throws(DataFolderFault) -> [UInt8] { try opened.keys().publicKey }

  /// The codes of the villages here, in order.
  public func villages() throws(DataFolderFault) -> [String] {
    do {
      return try disk.names("\(path)/villages").filter(Scope.isVillageCode)
    } catch {
      throw DataFolderFault(error)
    }
  }

  /// The journals of a village that is here.
  public func village(_ code: String) throws(DataFolderFault) -> VillageFiles {
    guard Scope.isVillageCode(code) else { throw .badVillageCode(code) }
    let scope = Scope.village(code: code)
    if scopes[scope] == nil {
      do {
        guard try disk.status("\(path)/\(scope.folder)")?.isFolder == true else {
          throw DataFolderFault.noSuchVillage(code)
        }
      } catch let fault as DiskFault {
        throw DataFolderFault(fault)
      } catch let fault as DataFolderFault {
        throw fault
      } catch {
        throw .noSuchVillage(code)
      }
    }
    return try files(scope)
  }

  /// The journals of a village, which is begun if it is not here yet.
  public func makeVillage(_ code: String) throws(DataFolderFault) -> VillageFiles {
    guard Scope.isVillageCode(code) else { throw .badVillageCode(code) }
    guard opened.mayWrite else { throw .openedForReading }
    let scope = Scope.village(code: code)
    do {
      try disk.makeFolders("\(path)/\(scope.folder)/journal")
    } catch {
      throw DataFolderFault(error)
    }
    return try files(scope)
  }

  /// The team's journals.
  public func team() throws(DataFolderFault) -> VillageFiles { try files(.team) }

  /// How far this device's journal of a scope is acknowledged, while it is being written.
  func acknowledged(_ scope: Scope) -> (journal: JournalName, offset: Int)? {
    scopes[scope]?.own.map { ($0.journal, $0.mark.offset) }
  }

  private func files(_ scope: Scope) throws(DataFolderFault) -> VillageFiles {
    if let files = scopes[scope] { return files }
    // What a village's entry had seen includes what the team's journals said.
    let team = scope == .team ? nil : try self.team()
    let files = try VillageFiles(scope: scope, folder: opened, team: team)
    scopes[scope] = files
    return files
  }

  /// Leaves the folder in order: indexes and marks are written, the lock is given back.
  ///
  /// Without it (a crash) nothing is lost; work goes on under a new writer then.
  public func close() {
    for files in scopes.values { files.close() }
    scopes = [:]
    opened.unlock()
  }
}
