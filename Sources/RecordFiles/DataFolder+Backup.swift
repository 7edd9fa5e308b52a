import JSONText
import Record

/// Backups: what cannot be made again, with a list of hashes.
extension DataFolder {
  static let manifest = "backup.json"

  /// Copies everything that cannot be derived to a new folder and reads it back; the folder counts as
  /// a backup once its list of files is there.
  public func backUp(to target: String) throws(CopyFault) -> BackupReport {
    guard opened.mayWrite else { throw .folder(.openedForReading) }
    guard !disk.lies(target, in: path) else { throw .insideData(target) }
    do {
      guard try disk.names(target).isEmpty else { throw CopyFault.notEmpty(target) }
      try disk.makeFolders(target)
      var listed: [JSON] = []
      var bytes = 0
      let (files, faults) = try whatCounts()
      var folders = Set<String>()
      for file in files {
        let content = try content(of: file)
        let copy = "\(target)/\(file.name)"
        let parent = disk.split(copy).parent
        try disk.makeFolders(parent)
        folders.insert(parent)
        try disk.replace(copy, with: content, synced: true, folder: false)
        guard try disk.contents(copy) == content else { throw CopyFault.notCopied(copy) }
        bytes += content.count
        listed.append([
          "path": .string(file.name), "size": .int(content.count),
          "sha256": .string(Self.name(of: content, crypto.sha256)),
        ])
      }
      for folder in folders.sorted() { try disk.syncFolder(folder) }
      let time = clock()
      let manifest: JSON = [
        "version": 1, "data": id.map { .string($0) } ?? .null, "time": .string(time),
        "files": .array(listed),
      ]
      try disk.replace(
        "\(target)/\(Self.manifest)", with: Array(manifest.pretty.utf8), synced: true,
        folder: true)
      return BackupReport(
        time: time, files: files.count, bytes: bytes, faults: faults, formerData: nil)
    } catch let fault as CopyFault {
      throw fault
    } catch let fault as DiskFault {
      throw CopyFault(fault)
    } catch let fault as DataFolderFault {
      throw .folder(fault)
    } catch {
      throw .notCopied(target)
    }
  }

  /// A file that cannot be derived, below Data, and how much of it counts.
  struct Counted {
    var name: String
    /// Nil for the whole file.
    var length: Int?
  }

  /// The files that cannot be derived: identity, journals up to their last whole act, kept files,
  /// and what the county put there.
  func whatCounts() throws -> (files: [Counted], faults: [JournalFault]) {
    var files: [Counted] = [Counted(name: "folder.json")]
    var faults: [JournalFault] = []
    let archive = Archive(path: path, disk: disk, crypto: crypto)
    for scope in try archive.scopes() {
      let own = acknowledged(scope)
      let reading = archive.read(scope) { journal, mark, torn in
        var length = torn ? mark.offset : nil
        if let own, own.journal == journal { length = own.offset }
        files.append(
          Counted(name: "\(scope.folder)/journal/\(journal.fileName)", length: length))
      }
      faults += reading.faults
    }
    for kept in Kept.allCases {
      for name in try disk.names("\(path)/\(kept.rawValue)") where Self.isHash(name) {
        files.append(Counted(name: "\(kept.rawValue)/\(name)"))
      }
    }
    files += try Self.changing(path, disk).map { Counted(name: $0) }
    return (files, faults)
  }

  /// What is copied is synced first: an entry that left this disk must not be lost from it, or its
  /// number would be given twice.
  func content(of file: Counted) throws -> [UInt8] {
    let open = try disk.open("\(path)/\(file.name)", .reading)
    defer { disk.close(open) }
    try disk.sync(open)
    return try disk.read(open, at: 0, count: file.length ?? disk.size(open))
  }
}
