import Fieldwork
import FormEngine
import Record
import RecordFiles
import SimulatedDisks
import Station

/// A laptop of a world: its disk, its clock, who sits at it, and the program as long as it runs.
package final class Laptop {
  package static let data = "/home/Data"
  package static let device = "/home/device"
  package static let code = "990101201901"

  /// How it is called in what is printed.
  package let name: String
  /// Who sits at it.
  package let person: PersonID
  package let surroundings: Surroundings
  package private(set) var disk: SimulatedDisk
  /// How far its clock is off, in seconds.
  package var clockIsOff = 0
  /// The call of its disk at which the power fails or the program dies, once one is set.
  private var lastCall: Int?
  private var losesPower = false
  package private(set) var folder: DataFolder?
  package private(set) var files: VillageFiles?
  package private(set) var desk: VillageDesk?
  /// The team as it is known here.
  package var team = Team()
  /// Who had which role in it.
  package private(set) var roles = TeamRoles()
  /// What it was told to be on the disk.
  package var acknowledged: [Entry] = []
  /// Whether its disk ever failed to sync.
  package private(set) var failsToSync = false
  /// Where its newest backup lies.
  package var backup: String?
  /// An older state of its disk, as a backup tool might have kept it.
  package var image: SimulatedDisk?

  package init(_ name: String, person: PersonID, _ surroundings: Surroundings, disk: SimulatedDisk)
  {
    self.name = name
    self.person = person
    self.surroundings = surroundings
    self.disk = disk
  }

  /// Its wall time.
  package var clock: WorldClock {
    var clock = surroundings.clock
    clock.offset = clockIsOff
    return clock
  }

  /// The village as it is open, which it is made to be.
  package func opened() throws -> (folder: DataFolder, files: VillageFiles, desk: VillageDesk) {
    if let folder, let files, let desk { return (folder, files, desk) }
    let folder = try DataFolder(
      path: Self.data, disk: disk, crypto: surroundings.crypto,
      clock: { [unowned self] in clock.text }, device: Self.device, mode: .writing)
    self.folder = folder
    let files = try folder.makeVillage(Self.code)
    _ = try putInOrder(folder, files)
    self.files = files
    let desk = try desk(folder, files)
    self.desk = desk
    return (folder, files, desk)
  }

  /// Opens the village anew, as at a start of the program.
  func reopen() throws {
    guard let folder, let files else { return }
    desk = try desk(folder, files)
  }

  private func desk(_ folder: DataFolder, _ files: VillageFiles) throws -> VillageDesk {
    try surroundings.desk(
      files, roles: { [unowned self] in roles },
      recount: { [unowned self] in Self.limit(files, try authority(folder)) })
  }

  /// Does something with it; when its power fails in between, it is started anew and that is all.
  package func use<Result>(_ work: (Laptop) throws -> Result) throws -> Result? {
    do {
      let result = try work(self)
      if hasDied { revive() }
      return result
    } catch {
      guard hasDied else { throw error }
      revive()
      return nil
    }
  }

  /// Judges by these roles from now on; true when they are others.
  func judge(by roles: TeamRoles) -> Bool {
    guard roles != self.roles else { return false }
    self.roles = roles
    return true
  }

  // MARK: What happens to it

  /// The program ends, or the power fails, at one of the next calls of the disk.
  package func die(afterCalls count: Int, losingPower: Bool) {
    guard lastCall == nil else { return }
    losesPower = losingPower
    lastCall = disk.calls + count
    disk.cutPower(atCall: lastCall)
  }

  private var hasDied: Bool { lastCall.map { disk.calls >= $0 } ?? false }

  private func revive() {
    disk = losesPower ? disk.afterPowerCut(seed: surroundings.pick) : disk.afterKill()
    forget()
  }

  private func forget() {
    lastCall = nil
    desk = nil
    files = nil
    folder = nil
  }

  /// Its disk fails to sync so many times.
  package func failToSync(_ count: Int) {
    failsToSync = true
    disk.failSyncs(count)
  }

  /// The program ends on the spot.
  package func kill() {
    disk = disk.afterKill()
    forget()
  }

  /// The program is left in order.
  package func close() {
    if let desk { try? desk.settle() }
    folder?.close()
    if hasDied { return revive() }
    disk.cutPower(atCall: nil)
    forget()
  }

  /// Its disk is another one from now on: an image was written back, or it was copied.
  package func take(_ other: SimulatedDisk) {
    disk = other
    forget()
  }
}
