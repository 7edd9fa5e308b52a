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
    path = "\(bench.scratch)/township-4-\(bench.form.hash.prefix(16))"
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
      bench, households: Self.size.households,
      people: (0..<2).map { SurveyedFolder.person($0, bench) })
    sheet.say("one village surveyed after \((Stopwatch.now() - start) / 1_000_000_000) s")
    let entries = try write(template)
    let seconds = (Stopwatch.now() - start) / 1_000_000_000
    try disk.replace(mark, with: Array("\(entries) entries\n".utf8), synced: false, folder: false)
    sheet.say("\(entries) entries written and lists derived after \(seconds) s")
  }

  private func write(_ template: TemplateVillage) throws -> Int {
    let surveyed = try SurveyedFolder(path, bench)
    var count = 0
    for number in 0..<Self.size.villages {
      let (files, entries) = try surveyed.add(number, template)
      count += entries
      // The list beside the journals; in one village also the household files, to compare with.
      let desk = try Self.desk(Self.codes[number], files, bench)
      if number == 0 { try desk.settle() } else { try desk.writeList() }
    }
    surveyed.folder.close()
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
