import JSONText
import Record

/// One Data folder, opened for writing (with its lock) or for reading (without).
///
/// Not for use by two threads; `Archive` reads villages in parallel.
public final class DataFolder {
  /// For what a folder is opened.
  public enum Mode: Equatable, Sendable { case writing, reading }

  /// The folder's path.
  public let path: String
  /// For what it was opened.
  public let mode: Mode
  /// The folder's identity, which copies and backups share; nil in a folder without one.
  public private(set) var id: String?
  /// What was found and done on opening journals for writing, oldest first.
  public internal(set) var notices: [FolderNotice] = []

  let disk: any Disk
  let crypto: Crypto
  let clock: () -> String
  let device: DeviceFolder
  private var keyPair: KeyPair?
  private var lock: OpenFile?
  private var opened: [Scope: VillageFiles] = [:]

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
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    self.disk = disk
    self.crypto = crypto
    self.clock = clock
    self.mode = mode
    self.device = DeviceFolder(path: device, disk: disk)
    guard device != self.path, !device.hasPrefix(self.path + "/") else { throw .deviceInData }
    do {
      switch mode {
      case .reading:
        guard try disk.status(self.path)?.isFolder == true else {
          throw DataFolderFault.noSuchFolder(self.path)
        }
        id = try readIdentity()
      case .writing: try openForWriting()
      }
    } catch let fault as DiskFault {
      throw DataFolderFault(fault)
    } catch let fault as DataFolderFault {
      throw fault
    } catch {
      throw .unreadable(self.path)
    }
  }

  deinit {
    if let lock { disk.close(lock) }
  }

  private func openForWriting() throws {
    try Self.refuseUnsuitable(path, disk)
    try disk.makeFolders(path)
    switch try disk.lock("\(path)/lock") {
    case .held(let process): throw DataFolderFault.held(process: process)
    case .taken(let file): lock = file
    }
    do {
      id = try readIdentity()
      if id == nil {
        let new = ShortID.random(crypto.random)
        let json: JSON = ["version": .int(Self.version), "id": .string(new)]
        try disk.replace(
          "\(path)/folder.json", with: Array(json.pretty.utf8), synced: true, folder: true)
        id = new
      }
    } catch {
      if let lock { disk.close(lock) }
      lock = nil
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

  private func readIdentity() throws -> String? {
    try Self.identity(path, disk)
  }

  static func identity(_ path: String, _ disk: any Disk) throws -> String? {
    guard let bytes = try disk.contents("\(path)/folder.json") else { return nil }
    guard let json = try? JSON(parsing: bytes), let version = json["version"]?.int,
      let id = json["id"]?.string, ShortID.isValid(id)
    else { throw DataFolderFault.unreadable("\(path)/folder.json") }
    guard version <= Self.version else { throw DataFolderFault.laterVersion(version) }
    return id
  }

  /// The device's keys, made at first use.
  func keys() throws(DataFolderFault) -> KeyPair {
    if let keyPair { return keyPair }
    let keys = try device.keys(crypto)
    keyPair = keys
    return keys
  }

  /// The device's public key, made at first use.
  public func publicKey() throws(DataFolderFault) -> [UInt8] { try keys().publicKey }

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
    if opened[scope] == nil {
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
    guard mode == .writing else { throw .openedForReading }
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

  private func files(_ scope: Scope) throws(DataFolderFault) -> VillageFiles {
    if let files = opened[scope] { return files }
    // What a village's entry had seen includes what the team's journals said.
    let team = scope == .team ? nil : try self.team()
    let files = try VillageFiles(scope: scope, folder: self, team: team)
    opened[scope] = files
    return files
  }

  /// Leaves the folder in order: indexes and marks are written, the lock is given back.
  ///
  /// Without it (a crash) nothing is lost; work goes on under a new writer then.
  public func close() {
    for files in opened.values { files.close() }
    opened = [:]
    if let lock { disk.close(lock) }
    lock = nil
  }
}
