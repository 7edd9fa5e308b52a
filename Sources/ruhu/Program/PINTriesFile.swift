import JSONText
import Record
import RecordFiles
import Station

/// The wrong PINs that were tried on this laptop, in a file of the device's own folder: a start of the
/// program does not wipe them out.
struct PINTriesFile {
  private let path: String
  private let folder: String
  private let disk: any Disk
  private var tries: [PersonID: PINTries] = [:]

  private static let name = "tries.json"
  /// No start of a laptop is called so: what was noted without one is not taken for this one's.
  private static let noStart = "-"

  /// Reads them; what is not there or not readable was not tried.
  init(in device: String, _ disk: any Disk) {
    folder = device
    path = "\(device)/\(Self.name)"
    self.disk = disk
    guard let bytes = try? disk.contents(path), let json = try? JSON(parsing: bytes) else { return }
    for member in json.members ?? [] {
      guard let person = PersonID(rawValue: member.key), let wrong = member.value[0]?.int,
        let last = member.value[1]?.int
      else { continue }
      let start = member.value[2]?.string ?? Self.noStart
      tries[person] = PINTries(wrong: wrong, last: RunningTime(start: start, milliseconds: last))
    }
  }

  /// How many seconds a person has to wait before the next try.
  func wait(of person: PersonID, at now: RunningTime) -> Int {
    tries[person]?.wait(at: now) ?? 0
  }

  /// Counts a wrong try; it is on the disk when this returns, where the disk takes it.
  mutating func fail(_ person: PersonID, at now: RunningTime) {
    tries[person, default: PINTries()].fail(at: now)
    write()
  }

  /// Forgets a person's wrong tries: the right one was given.
  mutating func forget(_ person: PersonID) {
    guard tries.removeValue(forKey: person) != nil else { return }
    write()
  }

  private func write() {
    let members = tries.sorted { $0.key.rawValue < $1.key.rawValue }.map { person, tries in
      JSON.Member(
        person.rawValue,
        [.int(tries.wrong), .int(tries.last.milliseconds), .string(tries.last.start)])
    }
    // Where it cannot be written the tries of this run of the program still count.
    try? disk.makeFolders(folder)
    try? disk.replace(
      path, with: Array(JSON.object(members).pretty.utf8), synced: true, folder: true)
  }
}
