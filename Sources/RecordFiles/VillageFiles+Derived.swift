import JSONText
import Record

/// Files that follow from the journals and may be deleted at any time.
extension VillageFiles {
  /// What is noted beside the journals and follows from no entry.
  static let notes = ["place.json", standardNote, erasedNote, commentNote]
  /// Comments that were written and not sent.
  static let commentNote = "comments.json"
  /// Whose bodies were to be erased when that was last known.
  static let erasedNote = "erased.json"
  static let standardNote = "standard.json"
  /// Parts of journals that wait for what they follow.
  static let pending = "pending"
  /// What lies in a scope's folder and is no derived file.
  static let notDerived = ["journal", "index", pending] + notes

  private func derivedPath(_ name: String) throws(DataFolderFault) -> String {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    guard !parts.isEmpty, let first = parts.first, !Self.notDerived.contains(String(first)),
      parts.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") && !$0.utf8.contains(0) })
    else { throw .badName(name) }
    return "\(path)/\(name)"
  }

  /// Puts a derived file (`households/<id>.json`) in the place of the one before; at any instant, and
  /// after a power cut, there is the old one or the new one whole.
  ///
  /// Where that does not matter (a cache with its own checksum), `synced: false` spares the sync.
  public func writeDerived(
    _ name: String, _ bytes: [UInt8], synced: Bool = true
  ) throws(DataFolderFault) {
    guard folder.mayWrite else { throw .openedForReading }
    let file = try derivedPath(name)
    do {
      try disk.makeFolders(disk.split(file).parent)
      if !synced { noteLoose(name) }
      try disk.replace(file, with: bytes, synced: synced, folder: false)
    } catch {
      throw DataFolderFault(error)
    }
  }

  /// A derived file's bytes; nil when there is none.
  public func readDerived(_ name: String) throws(DataFolderFault) -> [UInt8]? {
    do {
      return try disk.contents(try derivedPath(name))
    } catch let fault as DiskFault {
      throw DataFolderFault(fault)
    } catch let fault as DataFolderFault {
      throw fault
    } catch {
      throw .unreadable(name)
    }
  }

  /// The names in a derived folder (`households`), in order.
  public func derivedNames(_ name: String) throws(DataFolderFault) -> [String] {
    let path = try derivedPath(name)
    do {
      return try disk.names(path).filter { !$0.hasPrefix(".") }
    } catch {
      throw DataFolderFault(error)
    }
  }

  /// Takes a derived file away; nothing happens when there is none.
  public func removeDerived(_ name: String) throws(DataFolderFault) {
    guard folder.mayWrite else { throw .openedForReading }
    let path = try derivedPath(name)
    do {
      guard try disk.status(path) != nil else { return }
      noteLoose(name)
      try disk.remove(path)
    } catch {
      guard error.reason == .missing else { throw DataFolderFault(error) }
    }
  }

  /// Notes the place in the work, without a sync: after a power cut it may be an older one or none.
  ///
  /// A failure is no matter: the work opens behind the last answer then.
  public func rememberPlace(_ place: JSON) {
    guard folder.mayWrite else { return }
    try? disk.replace(
      "\(path)/place.json", with: Array(place.pretty.utf8), synced: false, folder: false)
  }

  /// Notes by which standard work goes on in this village, for when the chosen one cannot be read one
  /// day; a failure is no matter before that day.
  public func rememberStandard(_ standard: JSON) {
    guard folder.mayWrite else { return }
    try? disk.replace(
      "\(path)/\(Self.standardNote)", with: Array(standard.pretty.utf8), synced: true, folder: true)
  }

  /// The standard that was noted last; nil when there is none that can be read.
  public func standard() -> JSON? {
    guard let bytes = try? disk.contents("\(path)/\(Self.standardNote)") else { return nil }
    return try? JSON(parsing: bytes)
  }

  /// Keeps the comments that were written here and not sent; nil where there are none any more.
  ///
  /// They are on the disk when this returns, and never leave this laptop.
  public func keepComments(_ comments: JSON?) throws(DataFolderFault) {
    guard folder.mayWrite else { throw .openedForReading }
    let file = "\(path)/\(Self.commentNote)"
    do {
      if let comments {
        try disk.replace(file, with: Array(comments.pretty.utf8), synced: true, folder: true)
      } else if try disk.status(file) != nil {
        try disk.remove(file)
        try disk.syncFolder(path)
      }
    } catch {
      throw DataFolderFault(error)
    }
  }

  /// The comments that were kept; nil where there are none, or none that can be read.
  public func comments() -> JSON? {
    guard let bytes = try? disk.contents("\(path)/\(Self.commentNote)") else { return nil }
    return try? JSON(parsing: bytes)
  }

  /// The place that was noted last; nil when there is none that can be read.
  public func place() -> JSON? {
    guard let bytes = try? disk.contents("\(path)/place.json") else { return nil }
    return try? JSON(parsing: bytes)
  }
}
