import JSONText
import Record
import RecordFiles
import SimulatedDisks
import Sync
import Testing

@Suite struct ParcelTests {
  private let quick = Sealing.Work(passes: 1, memory: 8192)
  private let file = "/stick/villages.ruhu"

  private func parcel(_ laptop: Laptop, _ stick: SimulatedDisk) -> Parcel {
    let time = laptop.clock
    return Parcel(
      path: file, disk: stick, crypto: laptop.crypto, sealing: laptop.sealing, clock: { time })
  }

  private func key(_ laptop: Laptop) throws -> [UInt8] { try laptop.work { try $0.publicKey() } }

  /// A packed parcel from the first laptop to the second, with a village and a form.
  private func situation(
    _ lock: Parcel.Lock? = nil
  ) throws -> (a: Laptop, b: Laptop, stick: SimulatedDisk, packed: Parcel.Packed) {
    let stick = try newStick()
    let (a, b) = (try Laptop(1), try Laptop(2))
    try a.record(["a1", "a2"])
    try a.record(["other"], in: otherVillage)
    try a.work { _ = try $0.keep(Array("a form".utf8), in: .forms) }
    let receiver = try key(b)
    let packed = try a.work { folder in
      try parcel(a, stick).pack(
        folder, villages: [village], team: team, for: lock ?? .devices([receiver]),
        person: a.person)
    }
    return (a, b, stick, packed)
  }

  @discardableResult
  private func unpack(
    _ laptop: Laptop, _ stick: SimulatedDisk, team id: String? = team, words: String? = nil,
    isKnown: @escaping ([UInt8]) -> Bool = { _ in true }
  ) throws -> SyncReport {
    try laptop.work { folder in
      try parcel(laptop, stick).unpack(
        into: folder, team: id, passphrase: words, person: laptop.person, isKnown: isKnown)
    }
  }

  @Test func theReceiverGetsTheVillageAndNothingElse() throws {
    let (a, b, stick, packed) = try situation()
    #expect(packed.entries[.village(code: village)] == 3)
    #expect(packed.files == 1)
    #expect(stick.bytes(file)?.count == packed.bytes)
    let report = try unpack(b, stick)
    #expect(report.cameIn[.village(code: village)]?.entries == 3)
    #expect(report.filesIn == 1 && report.isWhole)
    #expect(try b.values() == ["a1", "a2"])
    #expect(try b.values(otherVillage) == [])
    #expect(try b.work { try $0.meetings() }.count == 1)
    // A second time there is nothing new in it.
    #expect(try unpack(b, stick).cameIn.isEmpty)
    let label = try parcel(b, stick).label()
    #expect(label.sender == (try key(a)) && label.team == team && label.receivers == 1)
    #expect(!label.needsPassphrase && label.bytes == packed.bytes)
  }

  @Test func theAttachmentsThatTheVillageNamesAreInIt() throws {
    let stick = try newStick()
    let (a, b) = (try Laptop(1), try Laptop(2))
    let (named, other) = try a.work { folder in
      (try folder.keep([1, 2, 3], in: .attachments), try folder.keep([4, 5, 6], in: .attachments))
    }
    try a.record(["a1", named])
    try a.record([other], in: otherVillage)
    let receiver = try key(b)
    let packed = try a.work { folder in
      try parcel(a, stick).pack(
        folder, villages: [village], team: team, for: .devices([receiver]), person: a.person)
    }
    #expect(packed.files == 1)
    #expect(try unpack(b, stick).filesIn == 1)
    #expect(try b.work { try $0.keptNames(in: .attachments) } == [named])
  }

  @Test func aParcelMendsWhatIsDamagedHere() throws {
    let (a, b, stick, _) = try situation()
    try unpack(b, stick)
    let value = Array("\"a1\"".utf8)
    let path = try #require(
      b.disk.allFiles().first {
        $0.hasSuffix(".jsonl") && b.disk.bytes($0)?.firstRange(of: value) != nil
      })
    b.disk.tamper(path) { bytes in
      if let at = bytes.firstRange(of: value) { bytes[at.lowerBound + 1] ^= 2 }
    }
    #expect(try b.values() == ["a2"])
    let report = try unpack(b, stick)
    #expect(report.mended.map(\.lines) == [1])
    #expect(try b.values() == (try a.values()))
  }

  @Test func nothingOfItCanBeReadByOthers() throws {
    let (_, _, stick, _) = try situation()
    let bytes = try #require(stick.bytes(file))
    for text in [village, "answered", "household", "a form"] {
      #expect(!bytes.contains(Array(text.utf8)))
    }
    #expect(throws: ParcelFault.notForThisDevice) { try unpack(try Laptop(3), stick) }
  }

  @Test func severalReceiversOpenOneParcel() throws {
    let (b, c) = (try Laptop(2), try Laptop(3))
    let (_, _, stick, _) = try situation(.devices([try key(b), try key(c)]))
    for laptop in [b, c] {
      try unpack(laptop, stick)
      #expect(try laptop.values() == ["a1", "a2"])
    }
  }

  @Test func aPassphraseOpensItAndAnotherDoesNot() throws {
    let (_, b, stick, _) = try situation(.passphrase("田 埂 水 牛", quick))
    #expect(try parcel(b, stick).label().needsPassphrase)
    #expect(throws: ParcelFault.needsPassphrase) { try unpack(b, stick) }
    #expect(throws: ParcelFault.wrongPassphrase) { try unpack(b, stick, words: "田 埂 水") }
    #expect(try b.values() == [])
    try unpack(b, stick, words: "田 埂 水 牛")
    #expect(try b.values() == ["a1", "a2"])
  }

  @Test func workThatNoPassphraseIsWorthIsRefused() throws {
    let (_, b, stick, _) = try situation(.passphrase("x", Sealing.Work(passes: 11, memory: 8192)))
    #expect(throws: ParcelFault.tooCostly) { try unpack(b, stick, words: "x") }
  }

  @Test func anUnknownSenderIsNamedAndNothingIsMerged() throws {
    let (a, b, stick, _) = try situation()
    let sender = try key(a)
    #expect(throws: ParcelFault.unknownSender(key: sender)) {
      try unpack(b, stick, isKnown: { $0 != sender })
    }
    #expect(throws: ParcelFault.otherTeam(team)) { try unpack(b, stick, team: "0ther00000000000") }
    #expect(try b.values() == [])
    // A device that has no team yet takes it from whom it trusts.
    try unpack(b, stick, team: nil, isKnown: { $0 == sender })
    #expect(try b.values() == ["a1", "a2"])
  }

  @Test func everyFlippedBitIsRefused() throws {
    let (_, b, stick, _) = try situation()
    let whole = try #require(stick.bytes(file))
    try b.work { (folder) throws in
      // Every bit of the header and the trailer, and some of each byte between.
      for byte in whole.indices {
        let bits: [UInt8] =
          byte < 700 || byte > whole.count - 80 ? Array(0..<8) : [UInt8(byte % 8)]
        for bit in bits {
          stick.tamper(file) { $0[byte] ^= 1 << bit }
          #expect(throws: ParcelFault.self, "byte \(byte), bit \(bit)") {
            try parcel(b, stick).unpack(
              into: folder, team: nil, person: b.person, isKnown: { _ in true })
          }
          stick.tamper(file) { $0[byte] ^= 1 << bit }
        }
      }
      #expect(try folder.villages().isEmpty)
    }
    stick.tamper(file) { $0[$0.count / 2] ^= 1 }
    #expect(throws: ParcelFault.altered(file)) { try unpack(b, stick) }
    stick.tamper(file) { $0[$0.count / 2] ^= 1 }
    try unpack(b, stick)
    #expect(try b.values() == ["a1", "a2"])
  }

  @Test func everyCutIsSaidToBeTorn() throws {
    let (_, b, stick, _) = try situation()
    let whole = try #require(stick.bytes(file))
    for length in stride(from: 30, to: whole.count, by: 13) {
      stick.tamper(file) { $0 = Array(whole.prefix(length)) }
      #expect(throws: ParcelFault.torn(file)) { try unpack(b, stick) }
    }
    #expect(try b.values() == [])
  }

  @Test func otherFilesAndLaterVersionsHaveTheirOwnMessage() throws {
    let (_, b, stick, _) = try situation()
    let whole = try #require(stick.bytes(file))
    stick.tamper(file) { $0 = Array("PK\u{3}\u{4} some other file".utf8) }
    #expect(throws: ParcelFault.notAParcel(file)) { try unpack(b, stick) }
    stick.tamper(file) { $0 = [] }
    #expect(throws: ParcelFault.notAParcel(file)) { try unpack(b, stick) }
    stick.tamper(file) { bytes in
      bytes = whole
      if let at = bytes.firstRange(of: Array("\"v\":1".utf8)) { bytes[at.upperBound - 1] = 0x39 }
    }
    #expect(throws: ParcelFault.laterVersion(9)) { try unpack(b, stick) }
    try stick.remove(file)
    #expect(throws: ParcelFault.noSuchFile(file)) { try unpack(b, stick) }
  }

  @Test func whatCannotBePackedLeavesNothingBehind() throws {
    let (a, b, stick, _) = try situation()
    let receiver = try key(b)
    try a.work { (folder) throws in
      func pack(_ path: String, _ lock: Parcel.Lock, _ villages: [String] = [village]) throws {
        let parcel = Parcel(
          path: path, disk: stick, crypto: a.crypto, sealing: a.sealing, clock: { "" })
        _ = try parcel.pack(folder, villages: villages, team: team, for: lock, person: a.person)
      }
      #expect(throws: ParcelFault.exists(file)) { try pack(file, .devices([receiver])) }
      #expect(throws: ParcelFault.insideData("/data/x.ruhu")) {
        try pack("/data/x.ruhu", .devices([receiver]))
      }
      #expect(throws: ParcelFault.noReceiver) { try pack("/stick/x", .devices([])) }
      #expect(throws: ParcelFault.badReceiver(key: [1])) { try pack("/stick/x", .devices([[1]])) }
      #expect(throws: ParcelFault.folder(.noSuchVillage("990101001009"))) {
        try pack("/stick/x", .devices([receiver]), ["990101001009"])
      }
      stick.limit(stick.allFiles().reduce(0) { $0 + (stick.bytes($1)?.count ?? 0) } + 200)
      #expect(throws: ParcelFault.full("/stick/x")) {
        try pack("/stick/x", .devices([receiver]))
      }
    }
    #expect(stick.allFiles() == [file])
  }

  @Test func aParcelMeetsWorkThatIsHereAlready() throws {
    let (a, b, stick, _) = try situation()
    try b.record(["b1"])
    let exchange = try newStick()
    try a.meet(exchange)
    try b.meet(exchange)
    #expect(try unpack(b, stick).cameIn.isEmpty)
    #expect(try b.values() == ["a1", "a2", "b1"])
  }
}
