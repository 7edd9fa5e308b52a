import Record
import RecordFiles

/// Files that are named by their content: forms and overlays always, and the attachments that the journals
/// of the villages name that are carried.
extension Meeting {
  private struct KeptFile {
    var kind: DataFolder.Kept
    var hash: String
    var path: String
    var size: Int
  }

  /// Copies what is missing, once and in pieces: what was cut off goes on at the next meeting.
  ///
  /// `chosen` picks among the hashes of what is missing here or there.
  func carry(
    _ kinds: [DataFolder.Kept], chosen: (Set<String>) throws -> Set<String> = { $0 }
  ) throws {
    try tell(.files, nil, 0, 0)
    var offered: [KeptFile] = []
    var lying: Set<String> = []
    var wanted: [(kind: DataFolder.Kept, hash: String, size: Int)] = []
    for kind in kinds {
      let here = Set(try folder.keptNames(in: kind))
      let files = try dropping(try keptThere(kind), kind)
      let suspect = files.filter { doubted.contains(place($0.path)) }
      let sound = files.filter { !doubted.contains(place($0.path)) }
      lying.formUnion(sound.map { "\(kind.rawValue)/\($0.hash)" })
      // What somebody found damaged may have been written anew since.
      offered += (sound + suspect).filter { !here.contains($0.hash) }
      for hash in here.sorted() where !lying.contains("\(kind.rawValue)/\(hash)") {
        wanted.append((kind, hash, try folder.keptSize(hash, in: kind) ?? 0))
      }
    }
    let carried = try chosen(Set(offered.map(\.hash) + wanted.map { $0.hash }))
    offered.removeAll { !carried.contains($0.hash) }
    wanted.removeAll { !carried.contains($0.hash) }
    let sizes = Dictionary(offered.map { ($0.hash, $0.size) }) { first, _ in first }
    let total = sizes.values.reduce(0, +) + wanted.reduce(0) { $0 + $1.size }
    var done = 0
    for file in offered {
      // Another device may have left it too.
      if try folder.keptSize(file.hash, in: file.kind) != nil { continue }
      try takeIn(file, &done, total)
    }
    for file in wanted where mayWrite { try leave(file.kind, file.hash, &done, total) }
  }

  /// Takes away what this device left there and was taken away here for good since; whatever others left is
  /// theirs.
  private func dropping(_ files: [KeptFile], _ kind: DataFolder.Kept) throws -> [KeptFile] {
    let dropped = try folder.dropped(in: kind)
    guard !dropped.isEmpty else { return files }
    let own = there.folder(of: me, kind) + "/"
    return try files.filter { file in
      guard dropped.contains(file.hash), file.path.hasPrefix(own) else { return true }
      do {
        try disk.remove(file.path)
        return false
      } catch {
        guard isHere() else { throw MeetingHalt.gone }
        return true
      }
    }
  }

  /// Which attachments the villages that are carried name.
  func named(among hashes: Set<String>) throws -> Set<String> {
    var named = Set<String>()
    for scope in scopes where scope != .team {
      guard let files = try files(of: scope) else { continue }
      named.formUnion(try files.named(among: hashes))
    }
    return named
  }

  private func keptThere(_ kind: DataFolder.Kept) throws(DiskFault) -> [KeptFile] {
    var files: [KeptFile] = []
    for device in try there.devices() {
      let root = there.folder(of: device, kind)
      // Two digits a folder: FAT has room for a few thousand such names in one.
      for shelf in try disk.namesIfOpen(root) where shelf.utf8.count == 2 {
        for hash in try disk.namesIfOpen("\(root)/\(shelf)")
        where Hex.isDigest(hash) && hash.hasPrefix(shelf) {
          let path = "\(root)/\(shelf)/\(hash)"
          guard let status = try disk.status(path), !status.isFolder else { continue }
          files.append(KeptFile(kind: kind, hash: hash, path: path, size: status.size))
        }
      }
    }
    return files
  }

  private func takeIn(_ file: KeptFile, _ done: inout Int, _ total: Int) throws {
    do {
      // Bytes of a damaged twin may have come before: then all of it comes anew.
      for _ in 0..<2 {
        let before = try folder.arrived(file.hash, in: file.kind)
        let start = before <= file.size ? before : 0
        try disk.pieces(file.path, from: start) { piece in
          try tell(.files, nil, done, total)
          try folder.keepOn(piece, of: file.hash, in: file.kind)
          done += piece.count
        }
        if file.size == 0 { try folder.keepOn([], of: file.hash, in: file.kind) }
        if try folder.finishKeeping(file.hash, in: file.kind, exchange.sealing) {
          report.filesIn += 1
          return
        }
        if before == 0 { break }
      }
      let place = place(file.path)
      add(.damaged(file: place))
      note.damaged.insert(place)
    } catch let fault as DiskFault {
      guard isHere() else { throw MeetingHalt.gone }
      if fault.reason != .missing { add(.unreadable(file: place(file.path))) }
    }
  }

  private func leave(
    _ kind: DataFolder.Kept, _ hash: String, _ done: inout Int, _ total: Int
  ) throws {
    let shelf = "\(there.folder(of: me, kind))/\(hash.prefix(2))"
    let path = "\(shelf)/\(hash)"
    let draft = "\(path).part"
    do {
      guard isHere() else { throw MeetingHalt.gone }
      try disk.makeFolders(shelf)
      hasTeamFolder = true
      let size = try folder.keptSize(hash, in: kind) ?? 0
      var at = try disk.status(draft)?.size ?? 0
      if at > size { at = 0 }
      let file = try disk.open(draft, at == 0 ? .replacing : .appending)
      do {
        defer { disk.close(file) }
        while at < size {
          try tell(.files, nil, done, total)
          let piece = try folder.keptPiece(hash, in: kind, at: at, count: 1 << 20)
          if piece.isEmpty { break }
          try disk.add(piece[...], to: file)
          at += piece.count
          done += piece.count
        }
        try disk.sync(file)
      }
      let digest = exchange.sealing.digest()
      try disk.pieces(draft) { digest.add($0) }
      guard Hex.text(digest.finish()) == hash else {
        // Whether what lay there was other bytes or ours are damaged: the next meeting tries anew.
        try disk.remove(draft)
        return
      }
      // Where it lies already it was found to be damaged.
      try disk.rename(draft, to: path)
      try disk.syncFolder(shelf)
      report.filesOut += 1
    } catch let fault as DiskFault {
      guard isHere() else { throw MeetingHalt.gone }
      add(problem(of: fault))
      if fault.isTooLarge {
        // Not even a part of it is of any use there.
        try? disk.remove(draft)
      } else {
        mayWrite = false
      }
    }
  }
}
