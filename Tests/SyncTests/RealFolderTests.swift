import Glibc
import JSONText
import Record
import RecordFiles
import Sync
import Testing
import Trust

/// Meetings on the real disk of this machine.
@Suite struct RealFolderTests {
  private func remove(_ path: String, _ disk: PosixDisk) {
    for name in (try? disk.list(path)) ?? [] {
      let inner = "\(path)/\(name)"
      if (try? disk.status(inner))??.isFolder == true { remove(inner, disk) } else { unlink(inner) }
    }
    rmdir(path)
  }

  @Test func twoFoldersMeetInOneAndOthersMayReadWhatTheyLeft() throws {
    var template = Array("/tmp/ruhu-test-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template))
    let root = String(cString: made)
    let disk = PosixDisk()
    defer { remove(root, disk) }
    try disk.makeFolder("\(root)/stick")
    let crypto = try #require(Crypto.sodium())
    let sealing = try #require(Sealing.sodium())
    let time = "2026-11-21T18:00:00.000+08:00"
    let exchange = Exchange(
      path: "\(root)/stick", team: team, crypto: crypto, sealing: sealing, clock: { time },
      milliseconds: { 0 })
    func work(_ name: String, _ values: [String]) throws -> (SyncReport, [String]) {
      let folder = try DataFolder(
        path: "\(root)/\(name)/Data", crypto: crypto, clock: { time },
        device: "\(root)/\(name)/device", mode: .writing)
      defer { folder.close() }
      let person = PersonID(bytes: [UInt8](repeating: 1, count: 10))
      for value in values {
        let draft = EntryDraft(
          subject: .household("h1"), kind: "answered", body: ["v": .string(value)])
        _ = try folder.makeVillage(village).append([draft], person: person)
      }
      let report = try exchange.meet(folder, person: person)
      return (report, try folder.village(village).entries().compactMap { $0.body?["v"]?.string })
    }
    #expect(try work("a", ["a1", "a2"]).0.isWhole)
    #expect(try work("b", ["b1"]).1.sorted() == ["a1", "a2", "b1"])
    #expect(try work("a", []).1.sorted() == ["a1", "a2", "b1"])
    // As far as this machine's mask lets others read at all.
    let mask = umask(0o022)
    umask(mask)
    var status = stat()
    #expect(stat("\(root)/stick/ruhu-exchange", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o777 & ~mask)
    #expect(stat("\(root)/a/Data/folder.json", &status) == 0)
    #expect(status.st_mode & 0o077 == 0)
  }

  @Test(.timeLimit(.minutes(1)))
  func pipesCalledLikeOurFilesAreRefusedAndHoldNothingUp() throws {
    var template = Array("/tmp/ruhu-test-XXXXXX".utf8CString)
    let made = try #require(mkdtemp(&template))
    let root = String(cString: made)
    let disk = PosixDisk()
    defer { remove(root, disk) }
    let crypto = try #require(Crypto.sodium())
    let sealing = try #require(Sealing.sodium())
    let time = "2026-11-21T18:00:00.000+08:00"
    let device = "\(root)/stick/ruhu-exchange/\(team)/0123456789abcdef"
    let digest = String(repeating: "ab", count: 32)
    let segment = "0123456789abcdef/\(village)/\(digest).seg"
    try disk.makeFolders("\(device)/\(village)")
    try disk.makeFolders("\(device)/kept/forms/ab")
    for path in ["here.json", "\(village)/\(digest).seg", "kept/forms/ab/\(digest)"] {
      try #require(mkfifo("\(device)/\(path)", 0o600) == 0)
    }
    let exchange = Exchange(
      path: "\(root)/stick", team: team, crypto: crypto, sealing: sealing, clock: { time },
      milliseconds: { 0 })
    let folder = try DataFolder(
      path: "\(root)/Data", crypto: crypto, clock: { time }, device: "\(root)/device",
      mode: .writing)
    defer { folder.close() }
    let person = PersonID(bytes: [UInt8](repeating: 1, count: 10))
    let draft = EntryDraft(subject: .household("h1"), kind: "answered", body: ["v": "a1"])
    _ = try folder.makeVillage(village).append([draft], person: person)
    let report = try exchange.meet(folder, person: person)
    #expect(report.problems.contains(.unreadable(file: segment)), "\(report.problems)")
    #expect(report.problems.allSatisfy { if case .unreadable = $0 { true } else { false } })
    #expect(report.wentOut[.village(code: village)]?.entries == 2)
  }
}
