import Fieldwork
import Record
import RecordFiles
import SimulatedDisks
import SimulatedLaptops
import Sync
import Testing

/// What happens to sticks, clocks and folders on the way home.
@Suite struct MeetingTroubleTests {
  private func worked() throws -> (Outing, HouseholdID) {
    let outing = try Outing.of(2)
    let household = try outing[0].enrol("2组", 9, "戊")
    let interview = try outing[0].begin(household)
    try outing[0].sayAll(interview)
    return (outing, household)
  }

  /// Wherever it is pulled, the next meeting carries on, and nothing is damaged.
  @Test func theStickWasPulledHalfway() throws {
    let (whole, _) = try worked()
    let before = whole.stick.disk.calls
    try whole.meet(0)
    let calls = whole.stick.disk.calls - before
    #expect(calls > 4)
    for call in stride(from: 1, through: calls, by: max(1, calls / 12)) {
      let (outing, household) = try worked()
      outing.stick.disk.cutPower(atCall: outing.stick.disk.calls + call)
      _ = try? outing.meet(0)
      outing.stick.pull(seed: UInt64(call))
      try outing.meetAll()
      #expect(try outing[1].households().contains(household), "pulled at call \(call)")
      #expect(try outing.areSame(), "pulled at call \(call)")
    }
  }

  @Test func theShareIsFull() throws {
    for room in [0, 100, 700, 2000] {
      let (outing, household) = try worked()
      outing.stick.fill(leaving: room)
      let report = try outing.meet(0)
      if room == 0 { #expect(report.problems.contains(.full)) }
      outing.stick.disk.limit(nil)
      try outing.meetAll()
      #expect(try outing[1].households().contains(household))
      #expect(try outing.areSame())
    }
  }

  @Test func theStickIsReadOnly() throws {
    let (outing, household) = try worked()
    try outing.meet(0)
    outing.stick.disk.makeReadOnly()
    let mine = try outing[1].enrol("1组", 8, "丁")
    let report = try outing.meet(1)
    #expect(report.problems == [.readOnly])
    #expect(
      try outing[1].households().contains(household), "what is there can be read all the same")
    outing.stick.disk.makeReadOnly(false)
    try outing.meetAll()
    #expect(try outing[0].households().contains(mine))
  }

  @Test func theClockSays1970() throws {
    let outing = try Outing.of(2)
    outing[1].clockIsOff = -1_795_200_000
    let interview = try outing[0].begin(try outing.households()[0])
    try outing[0].say(interview, "c_consent", "yes")
    try outing[0].say(interview, "h_safe", "yes")
    try outing.meetAll()
    #expect(outing[1].clock.text.hasPrefix("1970"))
    try outing[1].say(interview, "h_safe", "no")
    try outing.meetAll()
    // What was said after the other was seen holds, whatever the clocks say.
    #expect(try outing[0].value(interview, "h_safe") == "no")
    #expect(try outing.conflicts(0) == 0)
    #expect(try outing.areSame())
  }

  @Test func yesterdaysBackupWasCopiedOverTodaysFolder() throws {
    let (outing, household) = try worked()
    let yesterday = outing[0].disk.copy()
    let today = try outing[0].enrol("1组", 8, "丁")
    try outing.meet(0)
    // The tool copies Data back; the device's own folder stays.
    outing[0].close()
    let disk = outing[0].disk.copy()
    for path in disk.allFiles() where path.hasPrefix(Laptop.data + "/") { disk.lose(path) }
    for path in yesterday.allFiles() where path.hasPrefix(Laptop.data + "/") {
      if let bytes = yesterday.bytes(path) { disk.put(path, bytes) }
    }
    outing[0].take(disk)
    let later = try outing[0].enrol("1组", 9, "丙")
    try outing.meetAll()
    for laptop in 0..<2 {
      #expect(Set(try outing[laptop].households()).isSuperset(of: [household, today, later]))
    }
    #expect(try outing.areSame())
  }

  @Test func somebodyElsesFilesLieOnTheStick() throws {
    let (outing, household) = try worked()
    let disk = outing.stick.disk
    let root = "\(Stick.path)/ruhu-exchange"
    let others = [
      "\(Stick.path)/System Volume Information/x": [UInt8]("x".utf8),
      "\(root)/notes.txt": Array("hello".utf8), "\(root)/\(outing.team)/thumbs.db": [0, 1, 2],
      "\(root)/0000000000000000/1111111111111111/team/x.seg": Array("another team".utf8),
    ]
    for (path, bytes) in others { disk.put(path, bytes) }
    try outing.meetAll()
    #expect(try outing[1].households().contains(household))
    for (path, bytes) in others { #expect(disk.bytes(path) == bytes, "\(path) was touched") }
  }

  @Test func aFileThatIsStillBeingCopiedWaits() throws {
    let (outing, household) = try worked()
    let before = Set(outing.stick.files)
    try outing.meet(0)
    let new = outing.stick.files.filter { !before.contains($0) && $0.hasSuffix(".seg") }
    #expect(!new.isEmpty)
    let whole = new.map { ($0, outing.stick.disk.bytes($0) ?? []) }
    for file in new { outing.stick.disk.tamper(file) { $0.removeLast($0.count / 2) } }
    let report = try outing.meet(1)
    #expect(report.problems.contains { if case .damaged = $0 { true } else { false } })
    #expect(try !outing[1].households().contains(household))
    for (file, bytes) in whole { outing.stick.disk.put(file, bytes) }
    try outing.meet(1)
    #expect(try outing[1].households().contains(household))
  }

  @Test func twoProgramsAtOnce() throws {
    let (outing, household) = try worked()
    let mine = try outing[1].enrol("1组", 8, "丁")
    // B comes in at every point of A's meeting.
    for point in 0..<6 {
      var ticks = 0
      let (folder, files, _) = try outing[0].opened()
      let exchange = Exchange(
        path: Stick.path, team: outing.team, disk: outing.stick.disk,
        crypto: outing.surroundings.crypto, sealing: outing.surroundings.sealing,
        clock: { outing.surroundings.clock.text }, milliseconds: { 0 })
      _ = try exchange.meet(
        folder, person: outing[0].person,
        progress: { _ in
          ticks += 1
          if ticks == point { _ = try? outing.meet(1) }
          return true
        })
      _ = files
    }
    try outing.meetAll()
    for laptop in 0..<2 {
      #expect(Set(try outing[laptop].households()).isSuperset(of: [household, mine]))
    }
    #expect(try outing.areSame())
  }
}
