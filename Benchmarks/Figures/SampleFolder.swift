import Fieldwork
import InventedRecord
import InventedVillages
import JSONText
import Record
import RecordFiles

/// The sample village with a few large households, made anew for a run; each sitting works on a copy.
struct SampleFolder {
  /// A family of eight, one of whom only the door knows.
  let family: LargeHousehold
  /// Two hundred people in one roster.
  let crowd: LargeHousehold
  /// Two hundred people of whom the register knows none.
  let strangers: LargeHousehold
  /// Who surveys.
  let person: PersonID
  /// Who reviews.
  let supervisor: PersonID
  /// The village's code.
  let village: String
  private let bench: Bench
  private let path: String

  /// Makes the village as `make run` does, and registers the large households in it.
  init(_ bench: Bench) throws {
    self.bench = bench
    path = try bench.emptied("sample")
    let invented = InventedVillage.sample
    village = invented.code
    family = try LargeHousehold(in: invented, number: 901, members: 8, registered: 7, bench)
    crowd = try LargeHousehold(in: invented, number: 902, members: 200, registered: 200, bench)
    strangers = try LargeHousehold(in: invented, number: 903, members: 200, registered: 0, bench)
    let source = "Data/sample/register.csv"
    guard let register = try PosixDisk().contents(source) else {
      throw BenchmarkFault.missing(source)
    }
    nonisolated(unsafe) var time = ""
    let folder = try DataFolder(
      path: "\(path)/Data", disk: MeteredDisk(sync: .none), crypto: bench.crypto,
      clock: { time }, device: "\(path)/other-laptop", mode: .writing)
    let record = SampleRecord(
      folder, crypto: bench.crypto, form: bench.form, setTime: { time = $0 })
    _ = try folder.keep(bench.formBytes, in: .forms)
    try record.write(invented, register: register, form: bench.formJSON)
    person = record.person(0)
    supervisor = record.person(2)
    _ = try folder.village(village).append(
      [family, crowd, strangers].map(\.registration), person: record.person(2))
    folder.close()
  }

  /// A copy of it, with a laptop at which the person sits that speaks Chinese.
  func copied(_ name: String) throws -> String {
    let copy = try bench.emptied(name)
    try Program("cp", ["-R", "\(path)/Data", "\(copy)/Data"]).succeed()
    let disk = PosixDisk()
    try disk.makeFolders("\(copy)/device")
    let settings: JSON = ["person": .string(person.rawValue), "language": "zh"]
    try disk.replace(
      "\(copy)/device/settings.json", with: Array(settings.pretty.utf8), synced: false,
      folder: false)
    return copy
  }

  /// Someone sits down at a copy.
  func sitting(_ name: String, sync: MeteredDisk.Sync = .none) throws -> Sitting {
    try Sitting(bench, in: try copied(name), village: village, person: person, sync: sync)
  }

  /// The interview of a household, ready to be typed.
  func interview(of home: LargeHousehold, in sitting: Sitting) throws -> TypedInterview {
    try TypedInterview(home, in: sitting, bench, person: person)
  }
}
