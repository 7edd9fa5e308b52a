import JSONText
import Record
import RecordFiles
import SimulatedDisks
import Testing

@Suite struct CopyTests {
  private func backUp(_ place: Workplace, to target: String = "/stick/backup") throws
    -> BackupReport
  {
    let folder = try place.open()
    defer { folder.close() }
    return try folder.backUp(to: target)
  }

  @discardableResult
  private func restore(
    _ place: Workplace, from source: String = "/stick/backup", replacing: Bool = false
  ) throws -> BackupReport {
    try Restore.run(
      from: source, to: "/data", device: place.device, replacing: replacing, time: place.clock,
      disk: place.disk, crypto: place.crypto)
  }

  @Test func aBackupBringsEverythingBackAndANewWriterBegins() throws {
    let place = try Workplace()
    try place.record(["1", "2"])
    let folder = try place.open()
    let form = try folder.keep(Array("form".utf8), in: .forms)
    let files = try folder.village(village)
    _ = try files.append([place.answer("3")], person: place.person)
    let report = try folder.backUp(to: "/stick/backup")
    #expect(report.files == 3 && report.faults.isEmpty)
    // Later entries are not in it.
    let later = try files.append([place.answer("4")], person: place.person)
    folder.close()
    let before = place.disk.copy()
    for path in place.disk.allFiles() where path.hasPrefix("/data/") {
      try place.disk.remove(path)
    }
    try restore(place)
    #expect(try place.values() == ["1", "2", "3"])
    #expect(try place.open(.reading).kept(form, in: .forms) == Array("form".utf8))
    let again = try place.open()
    let new = try again.village(village).append([place.answer("5")], person: place.person)
    // Restored by us: the person knows.
    #expect(again.notices.isEmpty)
    again.close()
    #expect(new[0].writer != later[0].writer)
    var lost = place
    lost.disk = before
    #expect(EntrySet(try lost.entries() + place.entries()).forks.isEmpty)
  }

  @Test func newerDataIsNotOverwrittenUnlessToldTo() throws {
    let place = try Workplace()
    try place.record(["1"])
    _ = try backUp(place)
    try place.record(["2"])
    let journal = String(try place.journal().dropFirst(6))
    #expect(throws: CopyFault.newer([journal])) { try restore(place) }
    #expect(try place.values() == ["1", "2"])
    let report = try restore(place, replacing: true)
    #expect(try place.values() == ["1"])
    let former = try #require(report.formerData)
    let kept = Archive(path: former, disk: place.disk, crypto: place.crypto)
      .read(.village(code: village))
    #expect(kept.entries.count == 2)
  }

  @Test func dataThatIsAllInTheBackupIsReplaced() throws {
    let place = try Workplace()
    try place.record(["1"])
    let old = place.disk.copy()
    try place.record(["2"])
    _ = try backUp(place)
    for path in old.allFiles() where path.hasPrefix("/data/") {
      let bytes = try #require(old.bytes(path))
      place.disk.tamper(path) { $0 = bytes }
    }
    try restore(place)
    #expect(try place.values() == ["1", "2"])
  }

  @Test func anAlteredBackupIsRefused() throws {
    let place = try Workplace()
    try place.record(["1"])
    _ = try backUp(place)
    for path in place.disk.allFiles() where path.hasPrefix("/stick/backup/") {
      let bytes = try #require(place.disk.bytes(path))
      place.disk.tamper(path) { $0[$0.count / 2] ^= 1 }
      #expect(throws: CopyFault.self, "\(path)") { try restore(place, replacing: true) }
      place.disk.tamper(path) { $0 = bytes }
    }
    #expect(throws: CopyFault.noBackup("/nowhere")) { try restore(place, from: "/nowhere") }
    #expect(try place.values() == ["1"])
  }

  @Test func aBackupDoesNotLandOnOtherFilesOrOtherData() throws {
    let place = try Workplace()
    try place.record(["1"])
    _ = try backUp(place)
    #expect(throws: CopyFault.notEmpty("/stick/backup")) { try backUp(place) }
    var other = place
    other.disk = SimulatedDisk()
    try other.record(["x"])
    for path in place.disk.allFiles() where path.hasPrefix("/stick/") {
      let bytes = try #require(place.disk.bytes(path))
      try other.disk.makeAll(path)
      let file = try other.disk.open(path, .creating)
      _ = try other.disk.write(file, bytes[...])
      other.disk.close(file)
    }
    #expect(throws: CopyFault.otherData) { try restore(other) }
  }

  @Test func tornEndsAndOpenActsAreNotCopied() throws {
    let place = try Workplace()
    try place.record(["1"])
    let journal = try place.journal()
    let whole = try #require(place.disk.bytes(journal))
    place.disk.tamper(journal) { $0 += Array("{\"h\":{".utf8) }
    _ = try backUp(place)
    #expect(place.disk.bytes("/stick/backup" + journal.dropFirst(5)) == whole)
    // What a failed sync left in the file of the running program is not copied either.
    try place.disk.makeFolder("/copy")
    let folder = try place.open()
    let files = try folder.village(village)
    try files.prepareToWrite()
    place.disk.failSyncs(1)
    #expect(throws: AppendFault.self) {
      try files.append([place.answer("2")], person: place.person)
    }
    _ = try folder.updateSecondCopy(at: "/copy")
    _ = try folder.backUp(to: "/stick/second")
    folder.close()
    for path in place.disk.allFiles() where path.hasSuffix(".jsonl") && path.contains(village) {
      guard !path.hasPrefix("/data/") else { continue }
      let bytes = try #require(place.disk.bytes(path))
      #expect(!String(decoding: bytes, as: UTF8.self).contains("\"2\""), "\(path)")
    }
  }

  @Test func aRunningProgramIsNotRestoredUnder() throws {
    let place = try Workplace()
    try place.record(["1"])
    _ = try backUp(place)
    let folder = try place.open()
    #expect(throws: CopyFault.folder(.held(process: 4711))) { try restore(place) }
    folder.close()
  }

  @Test func anInterruptedRestoreLosesNothing() throws {
    let place = try Workplace()
    try place.record(["1", "2"])
    _ = try backUp(place)
    let start = place.disk.copy()
    let whole = place.disk.copy()
    var measured = place
    measured.disk = whole
    try restore(measured)
    for call in 1...whole.calls {
      var cut = place
      cut.disk = start.copy()
      cut.disk.cutPower(atCall: call)
      _ = try? restore(cut)
      cut.disk = cut.disk.afterPowerCut(seed: UInt64(call))
      // Between the two renamings there is no Data; restoring once more makes it whole.
      if try cut.disk.status("/data") == nil { try restore(cut) }
      #expect(try cut.values() == ["1", "2"], "call \(call)")
      cut.clock = "2026-11-21T09:00:00.000+08:00"
      try restore(cut)
      #expect(try cut.values() == ["1", "2"], "call \(call)")
    }
  }

  @Test func theSecondCopyFollowsAndCanBeRestored() throws {
    let place = try Workplace()
    try place.disk.makeFolder("/stick")
    let folder = try place.open()
    let files = try folder.makeVillage(village)
    #expect(try folder.secondCopyStatus(at: "/stick").time == nil)
    _ = try files.append([place.answer("1")], person: place.person)
    let first = try folder.updateSecondCopy(at: "/stick")
    #expect(first.bytes > 0 && first.differed.isEmpty && first.ahead.isEmpty)
    var status = try folder.secondCopyStatus(at: "/stick")
    #expect(status.bytesBehind == 0 && status.isReachable && status.time == place.clock)
    #expect(try folder.updateSecondCopy(at: "/stick").bytes == 0)
    let line = try files.append([place.answer("2")], person: place.person)
    status = try folder.secondCopyStatus(at: "/stick")
    #expect(status.bytesBehind > 200)
    #expect(try folder.updateSecondCopy(at: "/stick").bytes == status.bytesBehind)
    folder.close()
    let id = try #require(folder.id)
    for path in place.disk.allFiles() where path.hasPrefix("/data/") {
      try place.disk.remove(path)
    }
    try restore(place, from: "/stick/ruhu-copy-\(id)")
    #expect(try place.entries().last == line.last)
    #expect(try place.open(.reading).secondCopyStatus(at: "/elsewhere").isReachable == false)
  }

  @Test func copiesDoNotLieInDataItself() throws {
    let place = try Workplace()
    try place.record(["1"])
    let folder = try place.open()
    defer { folder.close() }
    for target in ["/data", "/data/copy"] {
      try? place.disk.makeFolder(target)
      #expect(throws: CopyFault.insideData(target)) { try folder.backUp(to: target) }
      #expect(throws: CopyFault.insideData(target)) { try folder.updateSecondCopy(at: target) }
    }
    try place.disk.makeFolder("/data-copy")
    #expect(try folder.updateSecondCopy(at: "/data-copy").bytes > 0)
  }

  @Test func theFolderGivenForTheSecondCopyCanBeRestored() throws {
    let place = try Workplace()
    try place.record(["1"])
    try place.disk.makeFolder("/stick")
    let folder = try place.open()
    _ = try folder.updateSecondCopy(at: "/stick")
    folder.close()
    try restore(place, from: "/stick/")
    #expect(try place.values() == ["1"])
    let id = try #require(folder.id)
    let others = ["/stick/ruhu-copy-\(id)", "/stick/ruhu-copy-other"]
    try place.disk.makeFolder(others[1])
    try place.disk.replace(others[1] + "/copy.json", with: [], synced: false, folder: false)
    #expect(throws: CopyFault.severalCopies(others.sorted())) {
      try restore(place, from: "/stick")
    }
  }

  @Test func aPulledStickIsGoneOnWithAndAnOtherFileIsPutAside() throws {
    let place = try Workplace()
    try place.disk.makeFolder("/stick")
    let folder = try place.open()
    let files = try folder.makeVillage(village)
    _ = try files.append([place.answer("1")], person: place.person)
    _ = try folder.updateSecondCopy(at: "/stick")
    _ = try files.append([place.answer("2")], person: place.person)
    let copy = try #require(
      place.disk.allFiles().first { $0.hasPrefix("/stick/") && $0.hasSuffix(".jsonl") })
    let journal = try place.journal()
    let ours = try #require(place.disk.bytes(journal))
    // Pulled within a line.
    place.disk.tamper(copy) { $0 = Array(ours.prefix($0.count + 50)) }
    let update = try folder.updateSecondCopy(at: "/stick")
    #expect(update.differed.isEmpty && place.disk.bytes(copy) == ours)
    // Spoilt by the stick.
    place.disk.tamper(copy) { $0[$0.count - 10] ^= 1 }
    let spoilt = place.disk.bytes(copy)
    #expect(try folder.updateSecondCopy(at: "/stick").differed == [String(journal.dropFirst(6))])
    #expect(place.disk.bytes(copy) == ours && place.disk.bytes("\(copy).old-1") == spoilt)
    // Longer than ours: Data was put back.
    place.disk.tamper(copy) { $0 += Array("{}\n".utf8) }
    #expect(try folder.updateSecondCopy(at: "/stick").ahead == [String(journal.dropFirst(6))])
    #expect(place.disk.bytes(copy)?.count == ours.count + 3)
    folder.close()
  }

  @Test func aSecondCopyOnAFullOrMissingStickSaysSo() throws {
    let place = try Workplace()
    try place.record(["1"])
    let folder = try place.open()
    #expect(throws: CopyFault.noSuchTarget("/stick")) { try folder.updateSecondCopy(at: "/stick") }
    try place.disk.makeFolder("/stick")
    let used = place.disk.allFiles().reduce(0) { $0 + (place.disk.bytes($1)?.count ?? 0) }
    place.disk.limit(used + 100)
    #expect {
      try folder.updateSecondCopy(at: "/stick")
    } throws: { fault in
      guard case .full? = fault as? CopyFault else { return false }
      return true
    }
    place.disk.limit(nil)
    #expect(try folder.updateSecondCopy(at: "/stick").bytes > 0)
    folder.close()
  }
}

extension SimulatedDisk {
  /// Makes the folders above a file.
  func makeAll(_ path: String) throws {
    var made = ""
    for part in path.split(separator: "/").dropLast() {
      made += "/\(part)"
      if try status(made) == nil { try makeFolder(made) }
    }
  }
}
