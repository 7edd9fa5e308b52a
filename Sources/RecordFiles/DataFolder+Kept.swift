import Record

/// Files that are named by their content and never change.
extension DataFolder {
  /// What a kept file is.
  public enum Kept: String, CaseIterable, Sendable {
    /// A form, an overlay or parameters, which interviews pin.
    case forms
    /// A photo or another attachment.
    case attachments
  }

  /// Keeps a file under the hash of its content, which is returned; it is on the disk then.
  public func keep(_ bytes: [UInt8], in kept: Kept) throws(DataFolderFault) -> String {
    guard opened.mayWrite else { throw .openedForReading }
    let name = Self.name(of: bytes, crypto.sha256)
    try takeBack(name, in: kept)
    do {
      let folder = "\(path)/\(kept.rawValue)"
      try disk.makeFolders(folder)
      if try disk.contents("\(folder)/\(name)") == bytes { return name }
      try disk.replace("\(folder)/\(name)", with: bytes, synced: true, folder: true)
      return name
    } catch {
      throw DataFolderFault(error)
    }
  }

  /// The content of a kept file; nil when it is not here or is no longer what it was.
  public func kept(_ hash: String, in kept: Kept) throws(DataFolderFault) -> [UInt8]? {
    guard Self.isHash(hash) else { return nil }
    do {
      guard let bytes = try disk.contents("\(path)/\(kept.rawValue)/\(hash)"),
        Self.name(of: bytes, crypto.sha256) == hash
      else { return nil }
      return bytes
    } catch {
      throw DataFolderFault(error)
    }
  }

  /// A kept file's name: its SHA-256 in hexadecimal, as `sha256sum` prints it.
  public static func name(of bytes: [UInt8], _ sha256: Digest) -> String {
    hex(sha256(bytes[...]))
  }

  static func hex(_ digest: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The files below Data that follow from no entry and may change: a county's own overlays, the log of
  /// meetings, and by which standard work goes on in each village.
  static func changing(_ path: String, _ disk: any Disk) throws(DiskFault) -> [String] {
    var files = try disk.names("\(path)/overlays")
      .filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.map { "overlays/\($0)" }
    if try disk.status("\(path)/\(syncLog)") != nil { files.append(syncLog) }
    for code in try disk.names("\(path)/villages") where Scope.isVillageCode(code) {
      let note = "\(Scope.village(code: code).folder)/\(VillageFiles.standardNote)"
      if try disk.status("\(path)/\(note)") != nil { files.append(note) }
    }
    return files
  }

  static func isHash(_ name: String) -> Bool {
    name.utf8.count == 64
      && name.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}
