import Record

/// Kept files piece by piece, since an attachment may be larger than what should be held at once, and
/// its coming may be cut off and go on another day.
extension DataFolder {
  /// The names of the kept files that are here.
  public func keptNames(in kept: Kept) throws(DataFolderFault) -> [String] {
    do {
      return try disk.names("\(path)/\(kept.rawValue)").filter(Self.isHash)
    } catch {
      throw DataFolderFault(error)
    }
  }

  /// How many bytes a kept file has; nil when it is not here.
  public func keptSize(_ hash: String, in kept: Kept) throws(DataFolderFault) -> Int? {
    guard Self.isHash(hash) else { return nil }
    do {
      return try disk.status("\(path)/\(kept.rawValue)/\(hash)")?.size
    } catch {
      throw DataFolderFault(error)
    }
  }

  /// Some bytes of a kept file; fewer only at its end.
  public func keptPiece(
    _ hash: String, in kept: Kept, at offset: Int, count: Int
  ) throws(DataFolderFault) -> [UInt8] {
    guard Self.isHash(hash) else { throw .badName(hash) }
    do {
      let file = try disk.open("\(path)/\(kept.rawValue)/\(hash)", .reading)
      defer { disk.close(file) }
      return try disk.read(file, at: offset, count: count)
    } catch {
      throw DataFolderFault(error)
    }
  }

  private func draft(_ hash: String, _ kept: Kept) -> String {
    "\(path)/\(kept.rawValue)/.\(hash).part"
  }

  /// How many bytes of a file that is to be kept have come so far.
  public func arrived(_ hash: String, in kept: Kept) throws(DataFolderFault) -> Int {
    guard Self.isHash(hash) else { throw .badName(hash) }
    do {
      return try disk.status(draft(hash, kept))?.size ?? 0
    } catch {
      throw DataFolderFault(error)
    }
  }

  /// Adds the next bytes of a file that is to be kept.
  public func keepOn(
    _ bytes: ArraySlice<UInt8>, of hash: String, in kept: Kept
  ) throws(DataFolderFault) {
    guard opened.mayWrite else { throw .openedForReading }
    guard Self.isHash(hash) else { throw .badName(hash) }
    do {
      try disk.makeFolders("\(path)/\(kept.rawValue)")
      let draft = draft(hash, kept)
      let isNew = try disk.status(draft) == nil
      let file = try disk.open(draft, isNew ? .creating : .appending)
      defer { disk.close(file) }
      try disk.writeAll(file, Array(bytes))
    } catch {
      throw DataFolderFault(error)
    }
  }

  /// Says that all bytes of a file have come; it is kept and on the disk then, unless they are other
  /// bytes than its name says: then they are thrown away, and the answer is false.
  public func finishKeeping(
    _ hash: String, in kept: Kept, _ sealing: Sealing
  ) throws(DataFolderFault) -> Bool {
    guard opened.mayWrite else { throw .openedForReading }
    guard Self.isHash(hash) else { throw .badName(hash) }
    do {
      let folder = "\(path)/\(kept.rawValue)"
      let draft = draft(hash, kept)
      guard try disk.status(draft) != nil else { return false }
      let file = try disk.open(draft, .appending)
      do {
        defer { disk.close(file) }
        try disk.sync(file)
      }
      let digest = sealing.digest()
      let reading = try disk.open(draft, .reading)
      do {
        defer { disk.close(reading) }
        var at = 0
        while true {
          let piece = try disk.read(reading, at: at, count: 1 << 20)
          if piece.isEmpty { break }
          at += piece.count
          digest.add(piece[...])
        }
      }
      guard Self.hex(digest.finish()) == hash else {
        try disk.remove(draft)
        return false
      }
      try disk.rename(draft, to: "\(folder)/\(hash)")
      try disk.syncFolder(folder)
    } catch {
      throw DataFolderFault(error)
    }
    try takeBack(hash, in: kept)
    return true
  }
}
