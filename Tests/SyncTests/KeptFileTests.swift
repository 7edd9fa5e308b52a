import Record
import RecordFiles
import SimulatedDisks
import Sync
import Testing

@Suite struct KeptFileTests {
  private let photo = [UInt8]((0..<2_500_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) })

  @Test func attachmentsTravelOnceAndGoOnWhereTheyWereCutOff() throws {
    let stick = try newStick()
    let (a, b) = (try Laptop(1), try Laptop(2))
    let name = try a.work { try $0.keep(photo, in: .attachments) }
    try a.record([name])
    // Pulled after the first megabyte.
    var told = 0
    let stopped = try a.meet(stick) { progress in
      if progress.phase == .files, progress.done > 0 { told += 1 }
      return told < 1
    }
    #expect(stopped.stopped)
    let part = try #require(stick.allFiles().first { $0.hasSuffix("\(name).part") })
    #expect(stick.bytes(part)?.count == 1 << 20)
    #expect(try a.meet(stick).filesOut == 1)
    #expect(stick.bytes(part) == nil)
    #expect(try a.meet(stick).filesOut == 0)

    told = 0
    let halfway = try b.meet(stick) { progress in
      if progress.phase == .files, progress.done > 0 { told += 1 }
      return told < 1
    }
    #expect(halfway.stopped)
    #expect(try b.work { try $0.arrived(name, in: .attachments) } == 1 << 20)
    #expect(try b.meet(stick).filesIn == 1)
    #expect(try b.work { try $0.kept(name, in: .attachments) } == photo)
    #expect(try b.meet(stick).filesIn == 0)
    #expect(stick.allFiles().count { $0.hasSuffix(name) } == 1)
  }

  @Test func chosenVillagesTakeTheAttachmentsAlongThatTheyName() throws {
    let stick = try newStick()
    let (a, b) = (try Laptop(1), try Laptop(2))
    let (name, other, nobodys) = try a.work { folder in
      _ = try folder.keep([4, 5, 6], in: .forms)
      return (
        try folder.keep(photo, in: .attachments), try folder.keep([1, 2, 3], in: .attachments),
        try folder.keep([7, 8, 9], in: .attachments)
      )
    }
    try a.record(["before", name])
    try a.record([other], in: otherVillage)
    // Pulled after the first megabyte.
    var told = 0
    let stopped = try a.meet(stick, villages: [village]) { progress in
      if progress.phase == .files, progress.done > 3 { told += 1 }
      return told < 1
    }
    #expect(stopped.stopped)
    #expect(stick.allFiles().contains { $0.hasSuffix("\(name).part") })
    #expect(try a.meet(stick, villages: [village]).filesOut == 1)
    #expect(try a.meet(stick, villages: [village]).filesOut == 0)
    #expect(stick.allFiles().allSatisfy { !$0.hasSuffix(other) && !$0.hasSuffix(nobodys) })
    // With all villages whatever any of them names; and of these only the one that is named, and once.
    #expect(try a.meet(stick).filesOut == 1)
    #expect(stick.allFiles().allSatisfy { !$0.hasSuffix(nobodys) })
    #expect(try b.meet(stick, villages: [village]).filesIn == 2)
    #expect(try b.meet(stick, villages: [village]).filesIn == 0)
    #expect(try b.work { try $0.kept(name, in: .attachments) } == photo)
    #expect(try b.work { try $0.keptNames(in: .attachments) } == [name])
    #expect(try b.meet(stick, villages: [otherVillage]).filesIn == 1)
    #expect(try b.work { Set(try $0.keptNames(in: .attachments)) } == [name, other])
  }

  @Test func whatWasTakenAwayForGoodDoesNotComeBack() throws {
    let stick = try newStick()
    let (a, b, c) = (try Laptop(1), try Laptop(2), try Laptop(3))
    let (gone, left) = try a.work { folder in
      (
        try folder.keep([1, 2, 3], in: .attachments), try folder.keep([4, 5, 6], in: .attachments)
      )
    }
    try a.record([left])
    try a.record(["gone", gone])
    try a.meet(stick)
    try b.meet(stick)
    #expect(try b.work { Set(try $0.keptNames(in: .attachments)) } == [gone, left])
    // What named it is erased on the one laptop; others' copies on the stick are theirs.
    try a.erase(naming: gone)
    try a.work { try $0.drop([gone], in: .attachments) }
    #expect(try a.meet(stick).filesIn == 0)
    #expect(try a.work { try $0.keptNames(in: .attachments) } == [left])
    #expect(stick.allFiles().allSatisfy { !$0.hasSuffix(gone) })
    #expect(stick.allFiles().contains { $0.hasSuffix(left) })
    try c.meet(stick)
    #expect(try c.work { try $0.keptNames(in: .attachments) } == [left])
    // Given anew it is a file like any other.
    #expect(try a.work { try $0.keep([1, 2, 3], in: .attachments) } == gone)
    #expect(try a.work { try $0.dropped(in: .attachments) }.isEmpty)
  }

  @Test func aDamagedFileIsNamedAndBroughtAnew() throws {
    let stick = try newStick()
    let (a, b) = (try Laptop(1), try Laptop(2))
    let name = try a.work { try $0.keep([1, 2, 3, 4], in: .forms) }
    try a.meet(stick)
    let file = try #require(stick.allFiles().first { $0.hasSuffix(name) })
    stick.tamper(file) { $0[1] ^= 1 }
    guard case .damaged? = try b.meet(stick).problems.first else {
      Issue.record("not found out")
      return
    }
    #expect(try b.work { try $0.keptNames(in: .forms) }.isEmpty)
    #expect(try a.meet(stick).filesOut == 1)
    #expect(try b.meet(stick).isWhole)
    #expect(try b.work { try $0.kept(name, in: .forms) } == [1, 2, 3, 4])
  }

  @Test func anOverlayPutIntoOneLaptopReachesTheOthersAndSoDoesItsChange() throws {
    let stick = try newStick()
    let (a, b) = (try Laptop(1), try Laptop(2))
    try a.work { try $0.putOverlay("云南.json", Array("{\"v\":1}".utf8)) }
    try a.meet(stick)
    #expect(try b.meet(stick).overlays == ["云南.json"])
    #expect(try b.work { try $0.ownOverlays() } == ["云南.json": Array("{\"v\":1}".utf8)])
    try b.work { try $0.putOverlay("云南.json", Array("{\"v\":2}".utf8)) }
    #expect(try b.meet(stick).overlays.isEmpty)
    #expect(try a.meet(stick).overlays == ["云南.json"])
    for laptop in [a, b, a] {
      let report = try laptop.meet(stick)
      #expect(report.isWhole && report.overlays.isEmpty && report.wentOut.isEmpty)
      #expect(
        try laptop.work { try $0.ownOverlays() } == ["云南.json": Array("{\"v\":2}".utf8)])
    }
    // An older content put back on purpose is a change like any other.
    try a.work { try $0.putOverlay("云南.json", Array("{\"v\":1}".utf8)) }
    try a.meet(stick)
    #expect(try b.meet(stick).overlays == ["云南.json"])
  }

  @Test func overlaysChangedOnTwoLaptopsAreTheSameAfterwardsAndSaidToDiffer() throws {
    let stick = try newStick()
    let (a, b) = (try Laptop(1), try Laptop(2))
    try a.work { try $0.putOverlay("county.json", Array("{\"a\":1}".utf8)) }
    try b.work { try $0.putOverlay("county.json", Array("{\"b\":1}".utf8)) }
    try a.meet(stick)
    let report = try b.meet(stick)
    #expect(report.problems.contains { if case .overlaysDiffer = $0 { true } else { false } })
    try a.meet(stick)
    let overlays = try [a, b].map { try $0.work { try $0.ownOverlays() } }
    #expect(overlays[0] == overlays[1] && overlays[0].count == 1)
    // A later file settles it.
    try a.work { try $0.putOverlay("county.json", Array("{\"c\":1}".utf8)) }
    try a.meet(stick)
    #expect(try b.meet(stick).isWhole)
    #expect(try a.meet(stick).isWhole)
  }

  @Test func whatMayNotBeGivenStaysHereUntilTheTeamHasAnother() throws {
    let stick = try newStick()
    let (a, b) = (try Laptop(1), try Laptop(2))
    try b.work { try $0.putOverlay("county.json", Array("{\"b\":1}".utf8)) }
    let alone = try b.meet(stick, mayGiveOverlays: false)
    #expect(alone.problems == [.overlayNotGiven(name: "county.json")])
    #expect(try a.meet(stick).overlays.isEmpty)
    try a.work { try $0.putOverlay("county.json", Array("{\"a\":1}".utf8)) }
    try a.meet(stick)
    let replaced = try b.meet(stick, mayGiveOverlays: false)
    #expect(replaced.problems == [.overlayNotGiven(name: "county.json")])
    #expect(replaced.overlays == ["county.json"])
    #expect(try b.work { try $0.ownOverlays() } == ["county.json": Array("{\"a\":1}".utf8)])
    // What was written here is kept all the same.
    let kept = try b.work { folder in
      try folder.keptNames(in: .forms).compactMap { try folder.kept($0, in: .forms) }
    }
    #expect(kept.contains(Array("{\"b\":1}".utf8)))
    #expect(try b.meet(stick, mayGiveOverlays: false).isWhole)
  }

  @Test func anOverlaysNameCannotLeaveItsFolder() throws {
    #expect(DataFolder.isOverlayName("county.json"))
    for name in ["../x.json", "a/b.json", ".x.json", "x.txt", "a\\b.json", "a\n.json"] {
      #expect(!DataFolder.isOverlayName(name))
    }
  }
}
