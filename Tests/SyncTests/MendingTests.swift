import JSONText
import Record
import RecordFiles
import SimulatedDisks
import Sync
import Testing

/// Journals that a disk has damaged get their lines back from what others have of them.
@Suite struct MendingTests {
  private typealias Situation = (a: Laptop, b: Laptop, stick: SimulatedDisk)

  /// Two laptops that have all of each other's work, and a stick with all of it.
  private func situation() throws -> Situation {
    let stick = try newStick()
    let (a, b) = (try Laptop(1), try Laptop(2))
    try a.record(["a1", "a2", "a3", "a4", "a5"])
    try b.record(["b1"])
    for laptop in [a, b, a, b] { try laptop.meet(stick) }
    return (a, b, stick)
  }

  /// The journal on a laptop in which something was said.
  private func journal(saying text: String, on laptop: Laptop) throws -> String {
    try #require(
      laptop.disk.allFiles().first { path in
        guard path.hasSuffix(".jsonl"), path.contains("/\(village)/") else { return false }
        return laptop.disk.bytes(path)?.firstRange(of: Array("\"\(text)\"".utf8)) != nil
      })
  }

  private func lines(_ path: String, on laptop: Laptop) -> [[UInt8]] {
    (laptop.disk.bytes(path) ?? []).split(separator: 0x0A).map(Array.init)
  }

  private func put(_ lines: [[UInt8]], at path: String, on laptop: Laptop) {
    laptop.disk.tamper(path) { $0 = Array(lines.map { $0 + [0x0A] }.joined()) }
  }

  private func isSound(_ laptop: Laptop) throws -> Bool {
    try Archive(path: laptop.dataPath, disk: laptop.disk, crypto: laptop.crypto).verify()
      .allSatisfy(\.isSound)
  }

  private static let all = ["a1", "a2", "a3", "a4", "a5", "b1"]

  /// What a disk may do to the lines of a journal.
  enum Damage: CaseIterable {
    case flippedBit, twoLines, missingLines, firstLine, lastLines, everyOther

    func apply(to lines: inout [[UInt8]]) {
      switch self {
      case .flippedBit: lines[3][40] ^= 1
      case .twoLines:
        lines[2] = Array("no line at all".utf8)
        lines[3][60] ^= 8
      case .missingLines: lines.removeSubrange(2...4)
      case .firstLine: lines[0][12] ^= 4
      case .lastLines:
        for index in (lines.count - 2)..<lines.count { lines[index][30] ^= 1 }
      case .everyOther:
        for index in stride(from: 1, to: lines.count - 1, by: 2) { lines[index][25] ^= 1 }
      }
    }
  }

  @Test(arguments: Damage.allCases)
  func aJournalOfAnotherIsMendedFromTheStick(_ damage: Damage) throws {
    let (_, b, stick) = try situation()
    let path = try journal(saying: "a1", on: b)
    let whole = lines(path, on: b)
    var damaged = whole
    damage.apply(to: &damaged)
    put(damaged, at: path, on: b)
    // Reading everything finds it.
    let left = try b.values()
    #expect(damage == .firstLine || left != Self.all)
    #expect(try !isSound(b))
    let report = try b.meet(stick)
    #expect(report.mended.count == 1 && report.mended[0].lines > 0, "\(report.mended)")
    #expect(report.problems.isEmpty)
    #expect(try b.values() == Self.all)
    #expect(lines(path, on: b) == whole)
    #expect(try isSound(b))
    #expect(try b.meet(stick).mended.isEmpty)
    // What stood there is kept beside.
    let evidence = b.disk.allFiles().filter { $0.hasPrefix("\(path).torn-") }
    #expect(evidence.count == (damage == .missingLines ? 0 : 1))
  }

  @Test func onesOwnJournalIsMendedFromWhatOthersHave() throws {
    let (a, b, stick) = try situation()
    // Nobody else has this yet.
    try a.record(["a6"])
    let path = try journal(saying: "a1", on: a)
    var damaged = lines(path, on: a)
    Damage.flippedBit.apply(to: &damaged)
    put(damaged, at: path, on: a)
    #expect(try a.values() == ["a1", "a2", "a4", "a5", "a6", "b1"])
    #expect(try a.meet(stick).mended.map(\.lines) == [1])
    #expect(try a.values() == ["a1", "a2", "a3", "a4", "a5", "a6", "b1"])
    #expect(try isSound(a))
    try b.meet(stick)
    #expect(try b.values() == ["a1", "a2", "a3", "a4", "a5", "a6", "b1"])
  }

  @Test func whatNobodyHasStaysAsItIs() throws {
    let (a, _, stick) = try situation()
    try a.record(["a6", "a7"])
    let path = try journal(saying: "a7", on: a)
    var damaged = lines(path, on: a)
    let at = try #require(
      damaged.firstIndex { $0.firstRange(of: Array("\"a6\"".utf8)) != nil })
    damaged[at][30] ^= 1
    put(damaged, at: path, on: a)
    #expect(try a.values() == ["a1", "a2", "a3", "a4", "a5", "a7", "b1"])
    #expect(try a.meet(stick).mended.isEmpty)
    #expect(lines(path, on: a).starts(with: damaged))
    #expect(try a.values() == ["a1", "a2", "a3", "a4", "a5", "a7", "b1"])
  }

  @Test func anotherBranchMendsNothing() throws {
    let (a, b, stick) = try situation()
    // The disk is copied with its key, and both copies go on.
    var clone = a
    clone.disk = a.disk.copy()
    try a.record(["a6", "a7", "a8"])
    try clone.record(["c6", "c7", "c8"])
    try a.meet(stick)
    try b.meet(stick)
    let other = try newStick()
    try clone.meet(other)
    let path = try journal(saying: "a6", on: b)
    var damaged = lines(path, on: b)
    let at = try #require(
      damaged.firstIndex { $0.firstRange(of: Array("\"a7\"".utf8)) != nil })
    damaged[at][30] ^= 1
    put(damaged, at: path, on: b)
    _ = try b.values()
    #expect(try b.meet(other).mended.isEmpty)
    #expect(try b.meet(stick).mended.map(\.lines) == [1])
    let values = try b.values()
    #expect(Set(values) == Set(Self.all + ["a6", "a7", "a8", "c6", "c7", "c8"]))
    #expect(values.count == 12)
  }

  @Test func thePowerMayFailAtAnyInstant() throws {
    let (_, b, stick) = try situation()
    let path = try journal(saying: "a1", on: b)
    var damaged = lines(path, on: b)
    Damage.flippedBit.apply(to: &damaged)
    put(damaged, at: path, on: b)
    _ = try b.values()
    var counting = b
    counting.disk = b.disk.copy()
    let before = counting.disk.calls
    try counting.meet(stick.copy())
    let calls = counting.disk.calls - before
    #expect(calls > 10)
    for call in 1...calls {
      var cut = b
      cut.disk = b.disk.copy()
      cut.disk.cutPower(atCall: cut.disk.calls + call)
      _ = try? cut.meet(stick.copy())
      cut.disk = cut.disk.afterPowerCut(seed: UInt64(call))
      // Whatever was on the disk then: reading finds what is wrong, and the next meeting mends it.
      #expect(try Set(cut.values()).isSuperset(of: ["a1", "a2", "a4", "a5", "b1"]), "call \(call)")
      try cut.meet(stick.copy())
      #expect(try cut.values() == Self.all, "call \(call)")
    }
  }
}
