import JSONText
import Record
import RecordFiles
import SimulatedDisks
import Testing

/// What was written without a sync, and what became of it when the power failed.
@Suite struct LooseTests {
  private let name = "households/h1.json"

  private func after(_ place: Workplace, _ seed: UInt64) -> Workplace {
    var restarted = place
    restarted.disk = place.disk.afterPowerCut(seed: seed)
    return restarted
  }

  private func write(_ place: Workplace, _ text: String) throws -> DataFolder {
    let folder = try place.open()
    let files = try folder.makeVillage(village)
    files.mustDeriveAnew = false
    try files.writeDerived(name, Array(text.utf8), synced: false)
    return folder
  }

  private func read(_ place: Workplace) throws -> (text: String?, mustDeriveAnew: Bool) {
    let folder = try place.open()
    defer { folder.close() }
    let files = try folder.makeVillage(village)
    return (
      try files.readDerived(name).map { String(decoding: $0, as: UTF8.self) },
      files.mustDeriveAnew
    )
  }

  @Test func derivedFilesThatTheDiskMayHaveLostAreToBeMadeAnew() throws {
    var lost = 0
    for seed in 0..<20 as Range<UInt64> {
      let place = try Workplace()
      try write(place, "{\"session\":1}").close()
      _ = try write(place, "{\"session\":2}")
      let restarted = after(place, seed)
      let (text, mustDeriveAnew) = try read(restarted)
      #expect(mustDeriveAnew)
      if text != "{\"session\":2}" { lost += 1 }
      // It is said until somebody made them anew.
      #expect(try read(restarted).mustDeriveAnew)
      try write(restarted, "{\"session\":2}").close()
      let last = try read(after(restarted, seed))
      #expect(!last.mustDeriveAnew && last.text == "{\"session\":2}")
    }
    #expect(lost > 0)
  }

  @Test func whatWasLeftInOrderIsOnTheDisk() throws {
    for seed in 0..<10 as Range<UInt64> {
      let place = try Workplace()
      try write(place, "{}").close()
      let restarted = after(place, seed)
      let (text, mustDeriveAnew) = try read(restarted)
      #expect(text == "{}" && !mustDeriveAnew)
      let folder = try restarted.open()
      try folder.makeVillage(village).removeDerived(name)
      let removed = try read(after(restarted, seed))
      #expect(removed.mustDeriveAnew)
      folder.close()
      #expect(try read(after(restarted, seed)).text == nil)
    }
  }

  @Test func aSyncThatFailsLeavesTheNote() throws {
    let place = try Workplace()
    let folder = try write(place, "{}")
    place.disk.failSyncs(100)
    folder.close()
    place.disk.failSyncs(0)
    #expect(try read(place).mustDeriveAnew)
  }

  /// The program ended between a write and its sync: what it wrote counts, and stays.
  @Test func whatAKillLeftIsOnTheDiskBeforeAnythingStandsOnIt() throws {
    let counted = try Workplace()
    try counted.record(["a"])
    let folder = try counted.open()
    let files = try folder.makeVillage(village)
    _ = try files.append([counted.answer("b")], person: counted.person)
    let before = counted.disk.calls
    _ = try files.append([counted.answer("c")], person: counted.person)
    let calls = counted.disk.calls - before
    // At the write of the last act, of which nobody was told.
    counted.disk.cutPower(atCall: counted.disk.calls + calls - 1)
    #expect(throws: AppendFault.self) {
      try files.append([counted.answer("d")], person: counted.person)
    }
    var killed = counted
    killed.disk = counted.disk.afterKill()
    #expect(try killed.values() == ["a", "b", "c", "d"])
    try killed.record(["e"], closing: false)
    for seed in 0..<20 as Range<UInt64> {
      #expect(try after(killed, seed).values() == ["a", "b", "c", "d", "e"], "seed \(seed)")
    }
  }
}
