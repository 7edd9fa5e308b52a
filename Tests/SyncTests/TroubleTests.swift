import JSONText
import Record
import RecordFiles
import SimulatedDisks
import Sync
import Testing

/// Sticks that are pulled, full, torn, altered, somebody else's.
@Suite struct TroubleTests {
  /// Two laptops with work each and a stick on which the first was.
  private func situation() throws -> (a: Laptop, b: Laptop, stick: SimulatedDisk) {
    let stick = try newStick()
    let (a, b) = (try Laptop(1), try Laptop(2))
    try a.record(["a1", "a2"])
    try a.record(["a3"], in: otherVillage)
    try b.record(["b1"])
    try a.work { _ = try $0.keep(Array("a form".utf8), in: .forms) }
    try a.meet(stick)
    return (a, b, stick)
  }

  private func expectWhole(_ a: Laptop, _ b: Laptop, _ comment: Comment? = nil) throws {
    for laptop in [a, b] {
      #expect(try laptop.values() == ["a1", "a2", "b1"], comment)
      #expect(try laptop.values(otherVillage) == ["a3"], comment)
      #expect(try laptop.work { try $0.keptNames(in: .forms) }.count == 1, comment)
    }
  }

  @Test func pulledOutAtAnyInstantItGoesOn() throws {
    let (a, b, stick) = try situation()
    let whole = stick.copy()
    var counting = b
    counting.disk = b.disk.copy()
    try counting.meet(whole)
    #expect(whole.calls > 10)
    for call in 1...whole.calls {
      let pulled = stick.copy()
      var (left, right) = (a, b)
      left.disk = a.disk.copy()
      right.disk = b.disk.copy()
      pulled.cutPower(atCall: call)
      let report = try? right.meet(pulled)
      #expect(report?.stopped != true)
      let again = pulled.afterPowerCut(seed: UInt64(call))
      let comment = Comment(rawValue: "pulled at call \(call)")
      for laptop in [right, left, right] {
        let report = try laptop.meet(again)
        #expect(
          report.problems.allSatisfy { if case .damaged = $0 { true } else { false } }, comment)
      }
      try expectWhole(left, right, comment)
      #expect(again.allFiles().allSatisfy { !$0.hasSuffix(".new") }, comment)
    }
  }

  @Test func stoppedAtAnyInstantItGoesOn() throws {
    let (a, b, stick) = try situation()
    var isDone = false
    for limit in 0..<100 where !isDone {
      let same = stick.copy()
      var (left, right) = (a, b)
      left.disk = a.disk.copy()
      right.disk = b.disk.copy()
      var told = 0
      let report = try right.meet(same) { _ in
        told += 1
        return told <= limit
      }
      isDone = !report.stopped
      #expect(report.problems.isEmpty)
      for laptop in [right, left] { #expect(try laptop.meet(same).isWhole) }
      try expectWhole(left, right)
    }
    #expect(isDone)
  }

  @Test func twoAtOnceInOneFolderTakeNothingFromEachOther() throws {
    let (a, b, stick) = try situation()
    try a.record(["a4"])
    var isDone = false
    for instant in 0..<100 where !isDone {
      let same = stick.copy()
      var (left, right) = (a, b)
      left.disk = a.disk.copy()
      right.disk = b.disk.copy()
      var told = 0
      // At one instant of the one meeting all of the other one happens.
      let report = try right.meet(same) { _ in
        told += 1
        if told == instant { #expect((try? left.meet(same))?.isWhole == true) }
        return true
      }
      isDone = told < instant
      #expect(report.isWhole, "\(report.problems) at \(instant)")
      for laptop in [left, right, left] { #expect(try laptop.meet(same).isWhole) }
      for laptop in [left, right] { #expect(try laptop.values() == ["a1", "a2", "a4", "b1"]) }
    }
    #expect(isDone)
  }

  @Test func aReadOnlyStickGivesAndTakesNothing() throws {
    let (_, b, stick) = try situation()
    stick.makeReadOnly()
    let report = try b.meet(stick)
    #expect(report.problems == [.readOnly])
    #expect(try b.values() == ["a1", "a2", "b1"])
    #expect(report.wentOut.isEmpty)
  }

  @Test func aFullStickIsReportedAndLeftInOrder() throws {
    let (a, b, stick) = try situation()
    let used = stick.allFiles().reduce(0) { $0 + (stick.bytes($1)?.count ?? 0) }
    try b.record((0..<50).map { "b\(1000 + $0)" })
    for room in stride(from: 0, to: 3000, by: 300) {
      let tight = stick.copy()
      tight.limit(used + room)
      var (left, right) = (a, b)
      left.disk = a.disk.copy()
      right.disk = b.disk.copy()
      let report = try right.meet(tight)
      #expect(report.problems == [.full])
      #expect(try right.values().contains("a1"))
      tight.limit(nil)
      #expect(try right.meet(tight).isWhole)
      #expect(try left.meet(tight).isWhole)
      #expect(try left.values() == right.values())
    }
  }

  @Test func aTornSegmentIsNamedAndWrittenAnewByItsOwner() throws {
    let (a, b, stick) = try situation()
    let segment = try #require(segments(stick).first { $0.contains("/\(village)/") })
    stick.tamper(segment) { $0.removeLast(7) }
    let report = try b.meet(stick)
    let place = segment.replacing("/stick/ruhu-exchange/\(team)/", with: "")
    #expect(report.problems == [.damaged(file: place)])
    #expect(try b.values() == ["b1"])
    #expect(try b.values(otherVillage) == ["a3"])
    let owner = try a.meet(stick)
    #expect(owner.isWhole && owner.repaired == 1)
    #expect(try b.meet(stick).isWhole)
    #expect(try b.values() == ["a1", "a2", "b1"])
  }

  @Test func anAlteredSegmentIsFoundByTheReaderAndByItsOwner() throws {
    let (a, b, stick) = try situation()
    let segment = try #require(segments(stick).first { $0.contains("/\(village)/") })
    for place in [0, 1, 2] {
      let altered = stick.copy()
      altered.tamper(segment) { bytes in
        let middle = bytes.count - 1 - place * bytes.count / 4
        bytes[middle] ^= 0x10
      }
      var (left, right) = (a, b)
      left.disk = a.disk.copy()
      right.disk = b.disk.copy()
      let report = try right.meet(altered)
      #expect(report.problems.count == 1)
      #expect(try right.values() == ["b1"])
      #expect(try left.meet(altered).repaired == 1)
      #expect(try right.meet(altered).isWhole)
      try expectWhole(left, right)
    }
  }

  @Test func aThirdLaptopStandsInForADamagedSegment() throws {
    let (_, b, stick) = try situation()
    let whole = stick.copy()
    try b.meet(whole)
    let segment = try #require(segments(stick).first { $0.contains("/\(village)/") })
    stick.tamper(segment) { $0[$0.count - 3] ^= 1 }
    let c = try Laptop(3)
    // The newcomer finds it damaged and says so; then the one who has it writes it too.
    #expect(try c.meet(stick).problems.count == 1)
    try b.meet(stick)
    #expect(try c.meet(stick).isWhole)
    #expect(try c.values() == ["a1", "a2", "b1"])
  }

  @Test func aSegmentOfALaterVersionIsLeftAlone() throws {
    let (_, b, stick) = try situation()
    let segment = try #require(segments(stick).first { $0.contains("/\(village)/") })
    stick.tamper(segment) { bytes in
      let version = Array("\"v\":1".utf8)
      if let at = bytes.firstRange(of: version) { bytes[at.upperBound - 1] = 0x32 }
    }
    let report = try b.meet(stick)
    guard case .laterVersion(_, let version)? = report.problems.first else {
      Issue.record("\(report.problems)")
      return
    }
    #expect(version == 2 && report.problems.count == 1)
    #expect(stick.bytes(segment) != nil)
  }

  @Test func aMissingSegmentLeavesAGapThatIsNamed() throws {
    let (a, _, _) = try situation()
    let large = try Laptop(4)
    try large.record((0..<60).map { "x\($0)" })
    let apart = try newStick()
    try large.meet(apart)
    let old = segments(apart)
    // Far less than before, so that both stay apart.
    try large.record(["late"])
    try large.meet(apart)
    #expect(segments(apart).count == 2)
    try apart.remove(old[0])
    let report = try a.meet(apart)
    guard case .gap(.village(let code), _, 0, 61)? = report.problems.first else {
      Issue.record("\(report.problems)")
      return
    }
    #expect(code == village && report.problems.count == 1)
    // Its writer fills it.
    #expect(try large.meet(apart).isWhole)
    #expect(try a.meet(apart).isWhole)
    #expect(try a.values().count == 63)
  }

  @Test func somebodyElsesFilesAndTeamsAreLeftAloneAndCounted() throws {
    let (_, b, stick) = try situation()
    let foreign = [
      "/stick/holiday.jpg", "/stick/ruhu-exchange/notes.txt",
      "/stick/ruhu-exchange/\(team)/.hidden", "/stick/ruhu-exchange/\(team)/readme.txt",
    ]
    for path in foreign { try stick.replace(path, with: [1], synced: true, folder: true) }
    try stick.makeFolders("/stick/ruhu-exchange/0ther00000000000")
    let report = try b.meet(stick)
    #expect(report.foreign == 4)
    #expect(report.otherTeams == ["0ther00000000000"])
    #expect(report.isWhole)
    for path in foreign { #expect(stick.bytes(path) == [1]) }
  }

  @Test func aSegmentOfAnotherTeamOrScopeIsMisplaced() throws {
    let (_, b, stick) = try situation()
    let segment = try #require(segments(stick).first { $0.contains("/\(village)/") })
    try stick.rename(segment, to: segment.replacing(village, with: otherVillage))
    let report = try b.meet(stick)
    guard case .misplaced? = report.problems.first else {
      Issue.record("\(report.problems)")
      return
    }
    #expect(try b.values(otherVillage) == ["a3"])
  }

  @Test func foldersThatCannotBeUsedAreRefusedBeforeAnythingIsDone() throws {
    let (a, _, stick) = try situation()
    try a.work { folder in
      #expect(throws: SyncFault.noSuchFolder("/nothing")) {
        try a.exchange(stick, path: "/nothing").meet(folder, person: a.person)
      }
      let file = segments(stick)[0]
      #expect(throws: SyncFault.notAFolder(file)) {
        try a.exchange(stick, path: file).meet(folder, person: a.person)
      }
      #expect(throws: SyncFault.insideData("/data/villages")) {
        try a.exchange(a.disk, path: "/data/villages").meet(folder, person: a.person)
      }
      #expect(throws: SyncFault.badTeam("x")) {
        try a.exchange(stick, team: "x").meet(folder, person: a.person)
      }
      #expect(throws: SyncFault.folder(.badVillageCode("1"))) {
        try a.exchange(stick).meet(folder, villages: ["1"], person: a.person)
      }
    }
  }

  @Test func ourOwnLostWorkComesBackFromTheStick() throws {
    let (a, _, stick) = try situation()
    let before = a.disk.copy()
    try a.record(["a9"])
    try a.meet(stick)
    // Yesterday's backup is copied over today's folder.
    a.disk.become(before)
    #expect(try a.values() == ["a1", "a2"])
    try a.meet(stick)
    #expect(try a.values() == ["a1", "a2", "a9"])
  }

  @Test func nothingIsWrittenWhereTheStickWasMounted() throws {
    let (_, b, stick) = try situation()
    // Before the first look nobody can tell it from a new stick.
    for instant in 2...60 {
      let same = stick.copy()
      var right = b
      right.disk = b.disk.copy()
      var told = 0
      let report = try right.meet(same) { _ in
        told += 1
        // Pulled: the place is empty, and could be written on.
        if told == instant {
          try? same.rename("/stick/ruhu-exchange", to: "/away")
        }
        return true
      }
      guard told >= instant else { return }
      let isGone = report.problems.contains(.gone)
      #expect(isGone || report.wentOut[.village(code: village)] != nil, "at \(instant)")
      #expect(try same.list("/stick").isEmpty, "at \(instant)")
    }
    Issue.record("a meeting tells how far it is more often than was tried")
  }

  @Test func twoDataFoldersOfOneDeviceShareItsNameAndLoseNothing() throws {
    let stick = try newStick()
    let a = try Laptop(1)
    var other = a
    other.dataPath = "/other"
    let c = try Laptop(3)
    for number in 0..<6 {
      try a.record(["a\(number)"])
      #expect(try a.meet(stick).isWhole)
      try other.record(["o\(number)"])
      #expect(try other.meet(stick).isWhole)
    }
    try a.meet(stick)
    #expect(try c.meet(stick).isWhole)
    #expect(try a.values().count == 12)
    #expect(try other.values() == a.values())
    #expect(try c.values() == a.values())
  }
}
