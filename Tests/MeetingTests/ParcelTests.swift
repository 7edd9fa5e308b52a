import Fieldwork
import Record
import SimulatedDisks
import SimulatedLaptops
import Sync
import Testing
import Trust

/// What goes wrong with sealed parcels on the way.
@Suite struct MeetingParcelTests {
  private let file = "/stick/village.ruhu"

  /// The first of three laptops packs a new household for the second; nobody has met since.
  private func packed() throws -> (Outing, HouseholdID) {
    var sealing = try #require(Sealing.sodium())
    // The keys of these laptops are no points of a curve: a box is the key of whom it is for.
    sealing.seal = { message, key in key + message }
    sealing.open = { sealed, keys in
      sealed.starts(with: keys.publicKey) ? Array(sealed.dropFirst(keys.publicKey.count)) : nil
    }
    let outing = try Outing(3, #require(Crypto.sodium()), sealing)
    let household = try outing[0].enrol("2组", 9, "戊")
    try outing[0].pack(
      for: [outing[1].key()], team: outing.team, to: file, on: outing.stick.disk)
    return (outing, household)
  }

  @Test func aParcelForSomeoneElse() throws {
    let (outing, new) = try packed()
    let before = try outing.derived(2)
    #expect(throws: ParcelFault.notForThisDevice) {
      try outing[2].unpack(file, on: outing.stick.disk, team: outing.team)
    }
    #expect(try outing.derived(2) == before)
    // Whom it is for opens it, and all goes on as after any meeting.
    try outing[1].unpack(file, on: outing.stick.disk, team: outing.team)
    #expect(try outing[1].households().contains(new))
    try outing.meetAll()
    #expect(try outing.areSame())
  }

  @Test func aParcelOfANewerVersion() throws {
    let (outing, new) = try packed()
    let disk = outing.stick.disk
    let whole = try #require(disk.bytes(file))
    let mark = Array("\"v\":1".utf8)
    let at = try #require(
      whole.indices.first { whole[$0...].starts(with: mark) }.map { $0 + mark.count - 1 })
    disk.tamper(file) { $0[at] = UInt8(ascii: "7") }
    let before = try outing.derived(1)
    #expect(throws: ParcelFault.laterVersion(7)) {
      try outing[1].unpack(file, on: disk, team: outing.team)
    }
    #expect(try outing.derived(1) == before)
    // The same from a program that it understands is good.
    disk.put(file, whole)
    try outing[1].unpack(file, on: disk, team: outing.team)
    #expect(try outing[1].households().contains(new))
    try outing.meetAll()
    #expect(try outing.areSame())
  }
}
