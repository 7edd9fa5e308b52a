import Glibc
import JSONText
import Record
import RecordFiles
import SimulatedDisks
import Testing

@Suite struct DiskTroubleTests {
  @Test func aFailingSyncAcknowledgesNothingAndLosesNothing() throws {
    let place = try Workplace()
    let folder = try place.open()
    let files = try folder.makeVillage(village)
    _ = try files.append([place.answer("1")], person: place.person)
    for _ in 0..<3 {
      place.disk.failSyncs(1)
      #expect {
        try files.append([place.answer("lost")], person: place.person)
      } throws: { fault in
        guard case .disk(let fault)? = fault as? AppendFault else { return false }
        return fault.operation == .sync && fault.code == EIO
      }
      #expect(try files.entries().count == 1)
    }
    // The sync of opening anew may fail too.
    place.disk.failSyncs(2)
    #expect(throws: AppendFault.self) {
      try files.append([place.answer("lost")], person: place.person)
    }
    #expect(throws: AppendFault.self) {
      try files.append([place.answer("lost")], person: place.person)
    }
    _ = try files.append([place.answer("2")], person: place.person)
    #expect(try files.entries().map(\.sequence) == [1, 2])
    folder.close()
    #expect(try place.values() == ["1", "2"])
    #expect(place.journals.count == 1)
    // The kernel forgot the bytes of the failed syncs; those that were acknowledged are on the disk.
    var after = place
    after.disk = place.disk.afterPowerCut(seed: 1)
    #expect(try after.values() == ["1", "2"])
    #expect(try after.verify().allSatisfy { $0.faults.isEmpty })
  }

  @Test func linesOfAFailedSyncAreKeptOnlyIfTheProgramEnded() throws {
    let place = try Workplace()
    let folder = try place.open()
    let files = try folder.makeVillage(village)
    _ = try files.append([place.answer("1")], person: place.person)
    place.disk.failSyncs(1)
    #expect(throws: AppendFault.self) {
      try files.append([place.answer("typed")], person: place.person)
    }
    var killed = place
    killed.disk = place.disk.afterKill()
    #expect(try killed.values() == ["1", "typed"])
    try killed.record(["2"])
    #expect(try killed.values() == ["1", "typed", "2"])
    _ = try files.append([place.answer("typed")], person: place.person)
    #expect(try files.entries().compactMap { $0.body?["v"]?.string } == ["1", "typed"])
  }

  @Test func aFullDiskIsSaidAndNothingIsLost() throws {
    let place = try Workplace()
    let folder = try place.open()
    let files = try folder.makeVillage(village)
    _ = try files.append([place.answer("1")], person: place.person)
    let used = place.disk.allFiles().reduce(0) { $0 + (place.disk.bytes($1)?.count ?? 0) }
    for room in [0, 1, 100, 250] {
      place.disk.limit(used + room)
      #expect(throws: AppendFault.full) {
        try files.append([place.answer("does not fit")], person: place.person)
      }
    }
    var killed = place
    killed.disk = place.disk.afterKill()
    killed.disk.limit(nil)
    let after = try killed.open()
    _ = try after.village(village).append([place.answer("2")], person: place.person)
    #expect(after.notices.count == 1)
    after.close()
    #expect(try killed.values() == ["1", "2"])
    place.disk.limit(nil)
    _ = try files.append([place.answer("fits")], person: place.person)
    folder.close()
    #expect(try place.values() == ["1", "fits"])
    #expect(try place.verify().allSatisfy { $0.faults.isEmpty })
  }

  @Test func aFullDiskBeforeTheFirstEntryIsSaid() throws {
    let place = try Workplace()
    place.disk.limit(0)
    #expect(throws: DataFolderFault.full) { try place.open() }
    place.disk.limit(nil)
    let folder = try place.open()
    let files = try folder.makeVillage(village)
    place.disk.limit(0)
    #expect(throws: AppendFault.full) {
      try files.append([place.answer("1")], person: place.person)
    }
    place.disk.limit(nil)
    _ = try files.append([place.answer("1")], person: place.person)
    #expect(try files.entries().count == 1)
    #expect(files.faults.isEmpty)
  }

  @Test func aReadOnlyFolderCanBeReadAndSaysSoWhenWritten() throws {
    let place = try Workplace()
    try place.record(["1"])
    place.disk.makeReadOnly()
    #expect { try place.open() } throws: { fault in
      guard case .readOnly? = fault as? DataFolderFault else { return false }
      return true
    }
    #expect(try place.values() == ["1"])
    let files = try place.open(.reading).village(village)
    #expect(throws: AppendFault.openedForReading) {
      try files.append([place.answer("2")], person: place.person)
    }
    #expect(throws: DataFolderFault.openedForReading) { try files.writeDerived("x.json", []) }
  }

  @Test func aFolderThatTurnsReadOnlyIsSaid() throws {
    let place = try Workplace()
    let folder = try place.open()
    let files = try folder.makeVillage(village)
    _ = try files.append([place.answer("1")], person: place.person)
    place.disk.makeReadOnly()
    #expect(throws: AppendFault.readOnly) {
      try files.append([place.answer("2")], person: place.person)
    }
    place.disk.makeReadOnly(false)
    _ = try files.append([place.answer("3")], person: place.person)
    #expect(try files.entries().count == 2)
  }

  @Test func aSecondInstanceIsToldWhoWorksThere() throws {
    let place = try Workplace()
    let folder = try place.open()
    #expect(throws: DataFolderFault.held(process: 4711)) { try place.open() }
    _ = try place.open(.reading)
    folder.close()
    try place.open().close()
  }

  @Test func aSecondInstanceOnARealDiskIsToldTheProcess() throws {
    let place = try Workplace()
    let scratch = try ScratchFolder()
    let folder = try openFolder(scratch.path, PosixDisk(), place.crypto)
    #expect(throws: DataFolderFault.held(process: Int(getpid()))) {
      try openFolder(scratch.path, PosixDisk(), place.crypto)
    }
    folder.close()
    try openFolder(scratch.path, PosixDisk(), place.crypto).close()
  }

  @Test(arguments: [FileSystem.fat, .network, .shared, .userSpace]) func someFileSystemsAreRefused(
    kind: FileSystem
  ) throws {
    let place = try Workplace()
    place.disk.pretend(kind)
    #expect(throws: DataFolderFault.unsuitable(kind)) { try place.open() }
    #expect(place.disk.allFiles().isEmpty)
  }

  @Test func fileSystemsAreKnownByTheirNames() {
    #expect(FileSystem(named: "ext4") == .suitable)
    #expect(FileSystem(named: "vfat") == .fat)
    #expect(FileSystem(named: "nfs4") == .network)
    #expect(FileSystem(named: "fuse.sshfs") == .network)
    #expect(FileSystem(named: "fuse.gocryptfs") == .suitable)
    #expect(FileSystem(named: "fuseblk") == .userSpace)
    #expect(FileSystem(named: "vboxsf") == .shared)
  }

  @Test func theClockMayStandAnywhere() throws {
    var place = try Workplace()
    try place.record(["1"])
    place.clock = "1970-01-01T00:00:00.000+00:00"
    try place.record(["2"])
    place.clock = "2026-11-22T08:03:11.123+08:00"
    try place.record(["3"])
    #expect(try place.values() == ["1", "2", "3"])
    #expect(try place.entries()[1].time == "1970-01-01T00:00:00.000+00:00")
    place.clock = "1970"
    let folder = try place.open()
    #expect(throws: AppendFault.draft(.badTime("1970"))) {
      try folder.village(village).append([place.answer("4")], person: place.person)
    }
  }

  @Test func theKeyIsNotTakenIntoData() throws {
    var place = try Workplace()
    place.device = "/data/device"
    #expect(throws: DataFolderFault.deviceInData) { try place.open() }
  }

  @Test func onARealDiskOnlyTheOwnerMayRead() throws {
    let place = try Workplace()
    let scratch = try ScratchFolder()
    let folder = try openFolder(scratch.path, PosixDisk(), place.crypto)
    let files = try folder.makeVillage(village)
    _ = try files.append([place.answer("1")], person: place.person)
    try files.writeDerived("households/h1.json", Array("{}".utf8))
    folder.close()
    func check(_ path: String) throws {
      var status = stat()
      #expect(stat(path, &status) == 0)
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      #expect(status.st_mode & 0o777 == (isFolder ? 0o700 : 0o600), "\(path)")
      guard isFolder else { return }
      for name in try PosixDisk().list(path) { try check("\(path)/\(name)") }
    }
    try check("\(scratch.path)/Data")
    try check("\(scratch.path)/device")
  }
}
