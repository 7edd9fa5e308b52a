import Record
import RecordFiles

/// Three laptops that surveyed a village each and meet over a stick until each of them has everything.
struct StickFigures {
  private static let laptops = 3
  private static let households = 600
  private let bench: Bench
  private var source: String { "\(bench.scratch)/laptops-1-\(bench.form.hash.prefix(16))" }

  init(_ bench: Bench) { self.bench = bench }

  func take(_ sheet: inout FigureSheet) throws {
    try make(sheet)
    let stick = try Stick(bench, megabytes: 2048, sheet)
    defer { stick.remove() }
    let name = stick.isFAT ? "sync.stick" : "sync.stick.plain-folder"
    let plain = try carryPlainly(stick)
    let rsync = Rsync.isHere ? try carryByRsync(stick) : nil
    let (ours, meetings) = try meet(stick)
    sheet.add(name, ours, rsync: rsync, plain: plain)
    sheet.add(Figure(name: "\(name).meetings", value: Double(meetings), unit: "meetings"))
  }

  /// Surveys them unless they are there from an earlier run.
  private func make(_ sheet: FigureSheet) throws {
    let disk = PosixDisk()
    let mark = "\(source)/complete"
    if try disk.contents(mark) != nil { return }
    sheet.say("surveying \(Self.laptops) villages; they are kept for later runs")
    try Program("rm", ["-rf", source]).succeed()
    let template = try TemplateVillage(
      bench, households: Self.households,
      people: (0..<2).map { SurveyedFolder.person($0, bench) })
    var entries = 0
    for number in 0..<Self.laptops {
      try disk.makeFolders("\(source)/\(number)")
      let surveyed = try SurveyedFolder("\(source)/\(number)", bench)
      entries += try surveyed.add(number, template).entries
      surveyed.folder.close()
    }
    try disk.replace(mark, with: Array("\(entries) entries\n".utf8), synced: false, folder: false)
  }

  /// The laptops as they come from the villages, for one way of carrying.
  private func copies(_ name: String) throws -> [String] {
    let path = try bench.emptied(name)
    return try (0..<Self.laptops).map { number in
      try Program("cp", ["-a", "\(source)/\(number)", "\(path)/\(number)"]).succeed()
      return "\(path)/\(number)"
    }
  }

  /// They meet in turn; a laptop's first meeting counts as going out, what comes later as coming in.
  private func meet(_ stick: Stick) throws -> (Carried, meetings: Int) {
    let laptops = try copies("meeting").map { try SyncingLaptop($0, bench) }
    let path = "\(stick.path)/ours"
    try PosixDisk().makeFolders(path)
    var carried = Carried()
    var meetings = 0
    while try !haveSame(laptops) {
      guard meetings < 3 * laptops.count else { throw BenchmarkFault.unfinished("meetings") }
      let took = try laptops[meetings % laptops.count].meet(path)
      if meetings < laptops.count { carried.out += took } else { carried.into += took }
      meetings += 1
    }
    carried.bytes = try JournalFiles.sizes(below: path).values.reduce(0, +)
    return (carried, meetings)
  }

  private func haveSame(_ laptops: [SyncingLaptop]) throws -> Bool {
    let heads = try laptops.map { try $0.heads() }
    return heads.allSatisfy { $0 == heads.first }
  }

  private func carryPlainly(_ stick: Stick) throws -> Carried {
    let laptops = try copies("copying").map { PlainLaptop("\($0)/Data", bench.crypto) }
    let path = "\(stick.path)/plain"
    var carried = Carried()
    for laptop in laptops {
      let (bytes, took) = try laptop.leave(on: path)
      carried.bytes += bytes
      carried.out += took
    }
    for laptop in laptops { carried.into += try laptop.take(from: path) }
    return carried
  }

  private func carryByRsync(_ stick: Stick) throws -> Carried {
    let laptops = try copies("rsync").map { "\($0)/Data" }
    let path = "\(stick.path)/rsync"
    try PosixDisk().makeFolders(path)
    var carried = Carried()
    for laptop in laptops {
      let (bytes, took) = try Rsync.carry(from: laptop, to: path)
      carried.bytes += bytes
      carried.out += took
    }
    for laptop in laptops { carried.into += try Rsync.carry(from: path, to: laptop).nanoseconds }
    return carried
  }
}
