import JSONText
import Record

/// What the exchange of records needs of a Data folder beyond its journals.
extension DataFolder {
  /// The log of all meetings, below Data.
  static let syncLog = "sync/log.jsonl"

  private var syncFolder: String { "\(path)/sync" }
  private var syncLogFile: String { "\(path)/\(Self.syncLog)" }

  /// Whether a path is this folder or lies in it.
  public func holds(_ other: String) -> Bool { disk.lies(other, in: path) }

  /// The device's signature of a message, which must say of itself what it is.
  public func signature(of message: [UInt8]) throws(DataFolderFault) -> [UInt8] {
    guard let signature = crypto.sign(message, try opened.keys().secretKey) else {
      throw .unreadable(device.path)
    }
    return signature
  }

  /// Opens what was sealed for this device; nil when it was for another.
  public func unseal(
    _ sealed: [UInt8], by sealing: Sealing
  ) throws(DataFolderFault) -> [UInt8]? {
    sealing.open(sealed, try opened.keys())
  }

  /// Adds a line to the log of all meetings; it is on the disk when this returns.
  public func logMeeting(_ line: JSON) throws(DataFolderFault) {
    guard opened.mayWrite else { throw .openedForReading }
    do {
      try disk.makeFolders(syncFolder)
      let isNew = try disk.status(syncLogFile) == nil
      let file = try disk.open(syncLogFile, isNew ? .creating : .appending)
      defer { disk.close(file) }
      var bytes: [UInt8] = []
      let size = try disk.size(file)
      if size > 0, try !endsWithNewline(size) {
        // A line that a power cut tore must not take the next one with it.
        bytes.append(0x0A)
      }
      line.append(to: &bytes)
      bytes.append(0x0A)
      try disk.writeAll(file, bytes)
      try disk.sync(file)
      if isNew { try disk.syncFolder(syncFolder) }
    } catch {
      throw DataFolderFault(error)
    }
  }

  private func endsWithNewline(_ size: Int) throws(DiskFault) -> Bool {
    let file = try disk.open(syncLogFile, .reading)
    defer { disk.close(file) }
    return try disk.read(file, at: size - 1, count: 1) == [0x0A]
  }

  /// The log of all meetings, oldest first; lines that cannot be read are left out.
  public func meetings() throws(DataFolderFault) -> [JSON] {
    do {
      let bytes = try disk.contents(syncLogFile) ?? []
      return bytes.split(separator: 0x0A).compactMap { try? JSON(parsing: Array($0)) }
    } catch {
      throw DataFolderFault(error)
    }
  }

  /// What was noted for the next meeting under a name; nil when there is nothing that can be read.
  ///
  /// It may be missing or old at any time.
  public func syncNote(_ name: String) -> JSON? {
    guard let bytes = (try? disk.contents("\(syncFolder)/\(name).json")) ?? nil else { return nil }
    return try? JSON(parsing: bytes)
  }

  /// Notes something for the next meeting.
  public func setSyncNote(_ name: String, _ note: JSON) throws(DataFolderFault) {
    guard opened.mayWrite else { throw .openedForReading }
    do {
      try disk.makeFolders(syncFolder)
      try disk.replace(
        "\(syncFolder)/\(name).json", with: Array(note.pretty.utf8), synced: false, folder: false)
    } catch {
      throw DataFolderFault(error)
    }
  }
}
