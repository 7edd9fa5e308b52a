import JSONText
import Record

/// Putting a backup, or a second copy, in the place of Data.
public enum Restore {
  /// Restores Data from a backup.
  ///
  /// Data that has entries which the backup has not is refused unless `replacing`; whatever was there
  /// is kept beside, and the device begins a new writer at its next entry. `time` is now.
  public static func run(
    from given: String, to data: String, device: String, replacing: Bool = false, time: String,
    disk: any Disk = PosixDisk(), crypto: Crypto
  ) throws(CopyFault) -> BackupReport {
    do {
      try DataFolder.refuseUnsuitable(data, disk)
      let source = try place(of: given, disk)
      let backup = try Source(source, disk, crypto)
      var lock: OpenFile?
      defer { if let lock { disk.close(lock) } }
      let exists = try disk.status(data) != nil && !disk.names(data).isEmpty
      if exists {
        switch try disk.lock("\(data)/lock") {
        case .held(let process): throw DataFolderFault.held(process: process)
        case .taken(let file): lock = file
        }
        if !replacing { try refuseNewer(data, backup, disk, crypto) }
      }
      let draft = "\(data).restoring"
      try removeAll(draft, disk)
      var bytes = 0
      for file in backup.files {
        guard let content = try disk.contents("\(source)/\(file)") else {
          throw CopyFault.altered(file)
        }
        bytes += content.count
        try put(content, "\(draft)/\(file)", disk)
      }
      if exists { try carryOver(data, draft, disk) }
      let reading = Archive(path: draft, disk: disk, crypto: crypto)
      let faults = try reading.scopes().flatMap { reading.read($0).faults }
      // Before Data changes, so that at no instant a journal could be continued twice.
      if let id = backup.id { try DeviceFolder(path: device, disk: disk).retire(id) }
      var former: String?
      if try disk.status(data) != nil {
        let digits = String(decoding: time.utf8.prefix(19).filter { $0 != 0x3A }, as: UTF8.self)
        let name = "\(data).before-\(digits)"
        guard try disk.status(name) == nil else { throw CopyFault.notEmpty(name) }
        try disk.rename(data, to: name)
        former = name
      }
      try disk.rename(draft, to: data)
      try disk.syncFolder(disk.split(data).parent)
      return BackupReport(
        time: backup.time, files: backup.files.count, bytes: bytes, faults: faults,
        formerData: former)
    } catch let fault as CopyFault {
      throw fault
    } catch let fault as DiskFault {
      throw CopyFault(fault)
    } catch let fault as DataFolderFault {
      throw .folder(fault)
    } catch {
      throw .noBackup(given)
    }
  }

  /// The folder meant: the backup itself, or the only second copy in the folder that was given for
  /// second copies.
  private static func place(of given: String, _ disk: any Disk) throws -> String {
    let given = given.count > 1 && given.hasSuffix("/") ? String(given.dropLast()) : given
    for manifest in [DataFolder.manifest, SecondCopy.manifest]
    where try disk.status("\(given)/\(manifest)") != nil {
      return given
    }
    let copies = try SecondCopy.copies(in: given, disk)
    guard copies.count <= 1 else { throw CopyFault.severalCopies(copies) }
    return copies.first ?? given
  }

  /// What there is to restore.
  private struct Source {
    var id: String?
    var time = ""
    var files: [String] = []
    var journals: [String: [UInt8]] = [:]

    init(_ path: String, _ disk: any Disk, _ crypto: Crypto) throws {
      if let bytes = try disk.contents("\(path)/\(DataFolder.manifest)") {
        guard let json = try? JSON(parsing: bytes), json["version"]?.int == 1,
          let listed = json["files"]?.array
        else { throw CopyFault.altered(DataFolder.manifest) }
        id = json["data"]?.string
        time = json["time"]?.string ?? ""
        for file in listed {
          guard let name = file["path"]?.string, Self.isSafe(name),
            let content = try disk.contents("\(path)/\(name)"),
            DataFolder.name(of: content, crypto.sha256) == file["sha256"]?.string
          else { throw CopyFault.altered(file["path"]?.string ?? DataFolder.manifest) }
          files.append(name)
          if name.hasSuffix(".jsonl") { journals[name] = content }
        }
      } else if let bytes = try disk.contents("\(path)/\(SecondCopy.manifest)") {
        guard let json = try? JSON(parsing: bytes) else {
          throw CopyFault.altered(SecondCopy.manifest)
        }
        id = json["data"]?.string
        time = json["time"]?.string ?? ""
        for name in try SecondCopy.files(path, disk) {
          files.append(name)
          if name.hasSuffix(".jsonl") { journals[name] = try disk.contents("\(path)/\(name)") }
        }
      } else {
        throw CopyFault.noBackup(path)
      }
    }

    static func isSafe(_ name: String) -> Bool {
      name.split(separator: "/", omittingEmptySubsequences: false)
        .allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") }
    }
  }

  /// Every journal of Data must be the beginning of its twin in the backup, be bodies erased in one of
  /// them.
  private static func refuseNewer(
    _ data: String, _ backup: Source, _ disk: any Disk, _ crypto: Crypto
  ) throws {
    if let id = try DataFolder.identity(data, disk), id != backup.id { throw CopyFault.otherData }
    let archive = Archive(path: data, disk: disk, crypto: crypto)
    var newer: [String] = []
    for scope in try archive.scopes() {
      var marks: [(String, Int)] = []
      _ = archive.read(scope) { name, mark, _ in
        guard mark.sequence > 0 || mark.id == nil else { return }
        marks.append(("\(scope.folder)/journal/\(name.fileName)", mark.offset))
      }
      for (name, length) in marks {
        let own = try disk.contents("\(data)/\(name)") ?? []
        let kept = backup.journals[name] ?? []
        if JournalBytes.beginning(Array(own.prefix(length)), of: kept) == nil {
          newer.append(name)
        }
      }
    }
    guard newer.isEmpty else { throw CopyFault.newer(newer) }
  }

  /// Kept files are named by their content, and a county's overlays were put there by somebody: those
  /// that the backup lacks are taken along.
  private static func carryOver(_ data: String, _ draft: String, _ disk: any Disk) throws {
    var files = try DataFolder.changing(data, disk).filter { $0.hasPrefix("overlays/") }
    for kept in DataFolder.Kept.allCases {
      files += try disk.names("\(data)/\(kept.rawValue)").filter(DataFolder.isHash)
        .map { "\(kept.rawValue)/\($0)" }
    }
    for file in files {
      guard try disk.status("\(draft)/\(file)") == nil,
        let content = try disk.contents("\(data)/\(file)")
      else { continue }
      try put(content, "\(draft)/\(file)", disk)
    }
  }

  private static func put(_ content: [UInt8], _ path: String, _ disk: any Disk) throws {
    try disk.makeFolders(disk.split(path).parent)
    try disk.replace(path, with: content, synced: true, folder: true)
    guard try disk.contents(path) == content else { throw CopyFault.notCopied(path) }
  }

  /// Takes away a draft that an interrupted restore left.
  private static func removeAll(_ path: String, _ disk: any Disk) throws {
    guard let status = try disk.status(path) else { return }
    guard status.isFolder else { return try disk.remove(path) }
    for name in try disk.names(path) { try removeAll("\(path)/\(name)", disk) }
    try disk.removeFolder(path)
  }
}
