import Record
import RecordFiles
import Sync
import Trust

/// A laptop that meets others in an exchange folder: a Data folder and the device that works on it.
struct SyncingLaptop {
  /// The folder that holds `Data` and `device`.
  let path: String
  private let bench: Bench
  private let sealing: Sealing
  private static let team = "benchmarks000000"

  var data: String { "\(path)/Data" }

  /// A laptop below a path, where it may have work already.
  init(_ path: String, _ bench: Bench) throws {
    guard let sealing = Sealing.sodium() else { throw BenchmarkFault.noCrypto }
    self.path = path
    self.bench = bench
    self.sealing = sealing
  }

  /// Opens its folder; `disk` may spare the waiting where that is not what is measured.
  func opened(_ disk: any Disk = PosixDisk()) throws -> DataFolder {
    try DataFolder(
      path: data, disk: disk, crypto: bench.crypto, clock: { Bench.now },
      device: "\(path)/device", mode: .writing)
  }

  /// Meets what lies on a stick and leaves what is missing there; says how long that took, from opening
  /// the folder to leaving it.
  func meet(_ stick: String) throws -> Int {
    let start = Stopwatch.now()
    let folder = try opened()
    let exchange = Exchange(
      path: stick, team: Self.team, crypto: bench.crypto, sealing: sealing,
      clock: { Bench.now }, milliseconds: { Stopwatch.now() / 1_000_000 })
    let report = try exchange.meet(folder, person: SurveyedFolder.person(0, bench))
    folder.close()
    let took = Stopwatch.now() - start
    if let problem = report.problems.first { throw BenchmarkFault.unfinished("\(problem)") }
    return took
  }

  /// How far each journal goes here.
  func heads() throws -> [Scope: Heads] {
    let folder = try opened(MeteredDisk(sync: .none))
    defer { folder.close() }
    var heads = [Scope.team: try folder.team().heads()]
    for code in try folder.villages() {
      heads[.village(code: code)] = try folder.village(code).heads()
    }
    return heads
  }
}
