import Fieldwork
import InventedRecord
import InventedVillages
import JSONText
import Record
import RecordFiles
import Station

/// A township of surveyed villages, written once and kept for later runs.
struct Township {
  /// How many villages, and how many households each.
  static let size = (villages: 40, households: 500)
  /// The folder that holds `Data` and `device`.
  let path: String
  private let bench: Bench

  var data: String { "\(path)/Data" }
  private var mark: String { "\(path)/complete" }

  /// The codes of its villages.
  static var codes: [String] {
    (0..<size.villages).map { InventedVillage.village($0, households: 0).code }
  }

  /// Where the township of this form lies, made or not.
  init(_ bench: Bench) {
    self.bench = bench
    path = "\(bench.scratch)/township-3-\(bench.form.hash.prefix(16))"
  }

  /// Makes it unless it is there.
  func make(_ sheet: FigureSheet) throws {
    let disk = PosixDisk()
    if try disk.contents(mark) != nil { return }
    sheet.say("making a township of \(Self.size.villages) villages; it is kept for later runs")
    let start = Stopwatch.now()
    try Program("rm", ["-rf", path]).succeed()
    try disk.makeFolders(path)
    let template = try TemplateVillage(
      bench, households: Self.size.households, people: (0..<2).map { person($0) })
    sheet.say("one village surveyed after \((Stopwatch.now() - start) / 1_000_000_000) s")
    let entries = try write(template)
    let seconds = (Stopwatch.now() - start) / 1_000_000_000
    try disk.replace(mark, with: Array("\(entries) entries\n".utf8), synced: false, folder: false)
    sheet.say("\(entries) entries written and lists derived after \(seconds) s")
  }

  private func person(_ index: Int) -> PersonID {
    let name = SampleRecord.people[index].name
    return PersonID(bytes: bench.crypto.sha256(Array("invented|\(name)".utf8)[...]))
  }

  private func write(_ template: TemplateVillage) throws -> Int {
    nonisolated(unsafe) var time = "2026-11-16T08:00:00.000+08:00"
    let folder = try DataFolder(
      path: data, disk: MeteredDisk(sync: .none), crypto: bench.crypto, clock: { time },
      device: "\(path)/device", mode: .writing)
    _ = try folder.keep(bench.formBytes, in: .forms)
    let team = try folder.team()
    for index in 0..<2 {
      let fact = Fact.personAdded(name: SampleRecord.people[index].name, role: "surveyor")
      _ = try team.append(
        [fact.draft(of: .person(person(index).rawValue))], person: person(index))
    }
    var count = 0
    for number in 0..<Self.size.villages {
      let village = InventedVillage.village(number, households: 0)
      let added = Fact.villageAdded(code: village.code, name: village.name)
      _ = try team.append([added.draft(of: .team)], person: person(0))
      let files = try folder.makeVillage(village.code)
      let named = Fact.villageNamed(name: village.name, round: "base")
      _ = try files.append([named.draft(of: .village)], person: person(0))
      for act in template.acts(in: village.code, digest: bench.crypto.sha256) {
        time = act.time
        count += try files.append(act.drafts, person: act.person).count
      }
      // The list beside the journals; in one village also the household files, to compare with.
      let desk = try Self.desk(village.code, files, bench)
      if number == 0 { try desk.settle() } else { try desk.writeList() }
    }
    folder.close()
    return count
  }

  /// A village as the program opens it.
  static func desk(_ code: String, _ files: VillageFiles, _ bench: Bench) throws -> VillageDesk {
    try VillageDesk(
      code: code, store: Sitting.store(files), pinyin: Sitting.pinyin, forms: bench.forms)
  }

  /// The folder as a program opens it that only looks.
  func opened() throws -> DataFolder {
    try DataFolder(
      path: data, crypto: bench.crypto, clock: { Bench.now }, device: "\(path)/device",
      mode: .reading)
  }
}
