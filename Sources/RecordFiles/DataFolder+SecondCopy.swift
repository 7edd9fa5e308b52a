import JSONText
import Record

extension DataFolder {
  private var copiesFolder: String { "\(device.path)/copies" }

  private func copyRecord() throws -> String {
    guard let id else { throw DataFolderFault.unreadable("\(path)/folder.json") }
    return "\(copiesFolder)/\(id).json"
  }

  /// Brings the second copy at a target up to date; only what is new is copied.
  public func updateSecondCopy(at target: String) throws(CopyFault) -> SecondCopy.Update {
    guard opened.mayWrite else { throw .folder(.openedForReading) }
    guard !disk.lies(target, in: path) else { throw .insideData(target) }
    do {
      guard let id else { throw DataFolderFault.unreadable("\(path)/folder.json") }
      guard try disk.status(target)?.isFolder == true else {
        throw CopyFault.noSuchTarget(target)
      }
      let folder = SecondCopy.folder(target, id)
      var state = Copying()
      let changing = Set(try Self.changing(path, disk))
      for file in try SecondCopy.files(path, disk) {
        if file.hasSuffix(".jsonl") {
          try copyJournal(file, to: "\(folder)/\(file)", &state)
        } else if try disk.status("\(folder)/\(file)") == nil
          || (changing.contains(file)
            && disk.contents("\(folder)/\(file)") != disk.contents("\(path)/\(file)"))
        {
          try copyWhole(Counted(name: file), to: "\(folder)/\(file)", &state)
        }
      }
      try dropCopies(in: folder)
      let time = clock()
      let manifest: JSON = ["version": 1, "data": .string(id), "time": .string(time)]
      try disk.replace(
        "\(folder)/\(SecondCopy.manifest)", with: Array(manifest.pretty.utf8), synced: true,
        folder: true)
      let record: JSON = [
        "target": .string(target), "time": .string(time), "bytes": .int(state.total),
      ]
      try disk.makeFolders(copiesFolder)
      try disk.replace(
        try copyRecord(), with: Array(record.pretty.utf8), synced: true, folder: true)
      return SecondCopy.Update(
        time: time, bytes: state.bytes, differed: state.differed, ahead: state.ahead)
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

  /// What was taken away here for good goes from the copy, too; whatever else is missing here stays there.
  private func dropCopies(in folder: String) throws {
    for kept in Kept.allCases {
      for hash in try dropped(in: kept).sorted() {
        let copy = "\(folder)/\(kept.rawValue)/\(hash)"
        if try disk.status(copy) != nil { try disk.remove(copy) }
      }
    }
  }

  private struct Copying {
    var bytes = 0
    var total = 0
    var differed: [String] = []
    var ahead: [String] = []
  }

  /// Appends what the copy of a journal lacks.
  ///
  /// A copy that was interrupted anywhere is simply a shorter beginning.
  private func copyJournal(_ name: String, to copy: String, _ state: inout Copying) throws {
    let length = try settledLength(name)
    state.total += length
    guard let there = try disk.status(copy) else {
      return try copyWhole(Counted(name: name, length: length), to: copy, &state)
    }
    let source = try disk.open("\(path)/\(name)", .reading)
    defer { disk.close(source) }
    // Looking at the end is enough: whatever changed before it would have changed the chain, but for
    // bodies that were erased.
    let common = min(length, there.size)
    let from = try hasErasedBodies(name) ? 0 : max(0, common - 65536)
    let ours = try disk.read(source, at: from, count: common - from)
    let twin = try disk.open(copy, .reading)
    let theirs: [UInt8]
    do {
      defer { disk.close(twin) }
      theirs = try disk.read(twin, at: from, count: common - from)
    }
    if ours != theirs {
      if try copyErasures(Counted(name: name, length: length), to: copy, &state) { return }
      state.differed.append(name)
      var number = 1
      while try disk.status("\(copy).old-\(number)") != nil { number += 1 }
      try disk.rename(copy, to: "\(copy).old-\(number)")
      return try copyWhole(Counted(name: name, length: length), to: copy, &state)
    }
    if there.size > length {
      state.ahead.append(name)
      return
    }
    guard there.size < length else { return }
    try disk.sync(source)
    let new = try disk.read(source, at: there.size, count: length - there.size)
    let file = try disk.open(copy, .appending)
    do {
      defer { disk.close(file) }
      try disk.writeAll(file, new)
      try disk.sync(file)
    }
    guard try disk.status(copy)?.size == length else { throw CopyFault.notCopied(copy) }
    state.bytes += new.count
  }

  /// Where the copy is the same journal but for bodies, it is brought to what stands here, and so are
  /// copies that were put aside; false when it is another journal.
  private func copyErasures(
    _ file: Counted, to copy: String, _ state: inout Copying
  ) throws -> Bool {
    var content = try content(of: file)
    let twin = try disk.contents(copy) ?? []
    if let end = JournalBytes.beginning(content, of: twin) {
      let isLonger = end < twin.count
      content += twin[end...]
      if isLonger { state.ahead.append(file.name) }
    } else if JournalBytes.beginning(twin, of: content) == nil {
      return false
    }
    try disk.replace(copy, with: content, synced: true, folder: true)
    guard try disk.contents(copy) == content else { throw CopyFault.notCopied(copy) }
    state.bytes += content.count
    var erased = Set<EntryID>()
    for range in LineFacts.lines(content) {
      guard let line = LineFacts(content, range), line.isErased else { continue }
      erased.insert(line.id(content, crypto.sha256))
    }
    var number = 1
    while let aside = try disk.contents("\(copy).old-\(number)") {
      let without = JournalBytes.erasing(aside, erased, crypto)
      if without != aside {
        try disk.replace("\(copy).old-\(number)", with: without, synced: true, folder: true)
      }
      number += 1
    }
    return true
  }

  /// Whether bodies were erased in a journal here.
  private func hasErasedBodies(_ name: String) throws -> Bool {
    guard let (scope, journal) = Self.journal(name) else { return false }
    let files: VillageFiles
    switch scope {
    case .team: files = try team()
    case .village(let code): files = try village(code)
    }
    try files.ensureRead()
    return files.index.hasErased(journal)
  }

  /// The journal that a path below Data names.
  private static func journal(_ name: String) -> (Scope, JournalName)? {
    let parts = name.split(separator: "/").map(String.init)
    let text = parts.first == "villages" ? parts.dropFirst().first : "team"
    guard let scope = text.flatMap({ Scope(text: $0) }),
      let journal = parts.last.flatMap({ JournalName(fileName: $0) })
    else { return nil }
    return (scope, journal)
  }

  private func copyWhole(_ file: Counted, to copy: String, _ state: inout Copying) throws {
    let content = try content(of: file)
    try disk.makeFolders(disk.split(copy).parent)
    try disk.replace(copy, with: content, synced: true, folder: true)
    guard try disk.contents(copy) == content else { throw CopyFault.notCopied(copy) }
    state.bytes += content.count
  }

  /// How much of a journal counts: to its last newline, and of our own what was acknowledged.
  private func settledLength(_ name: String) throws -> Int {
    let size = try disk.status("\(path)/\(name)")?.size ?? 0
    if let (scope, journal) = Self.journal(name), let own = acknowledged(scope),
      own.journal == journal
    {
      return min(own.offset, size)
    }
    let file = try disk.open("\(path)/\(name)", .reading)
    defer { disk.close(file) }
    var end = size
    while end > 0 {
      let from = max(0, end - 65536)
      let bytes = try disk.read(file, at: from, count: end - from)
      if let newline = bytes.lastIndex(of: 0x0A) { return from + newline + 1 }
      end = from
    }
    return 0
  }

  /// How the second copy at a target stands; how old is too old, the caller knows.
  public func secondCopyStatus(at target: String) throws(DataFolderFault) -> SecondCopy.Status {
    do {
      var time: String?
      var copied = 0
      if let bytes = try disk.contents(try copyRecord()), let json = try? JSON(parsing: bytes),
        json["target"]?.string == target
      {
        time = json["time"]?.string
        copied = json["bytes"]?.int ?? 0
      }
      var total = 0
      for file in try SecondCopy.files(path, disk) where file.hasSuffix(".jsonl") {
        total += try disk.status("\(path)/\(file)")?.size ?? 0
      }
      return SecondCopy.Status(
        target: target, isReachable: (try? disk.status(target))??.isFolder == true, time: time,
        bytesBehind: max(0, total - copied))
    } catch let fault as DataFolderFault {
      throw fault
    } catch let fault as DiskFault {
      throw DataFolderFault(fault)
    } catch {
      throw .unreadable(path)
    }
  }
}
