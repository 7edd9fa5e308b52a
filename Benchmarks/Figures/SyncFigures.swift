/// What laptops carry to each other on a stick, and how long it takes them.
struct SyncFigures {
  /// How much longer a meeting may take than the plain way, measured beside it.
  ///
  /// The same run on the same disk differs by up to a tenth from one time to the next, as disks write
  /// when it suits them; a meeting that is truly slower is so by more.
  static let noise = 1.1

  private let bench: Bench

  init(_ bench: Bench) { self.bench = bench }

  func take(_ sheet: inout FigureSheet) throws {
    try StickFigures(bench).take(&sheet)
    try CarriedTownshipFigures(bench).take(&sheet)
  }
}

extension FigureSheet {
  /// Adds what one way of carrying work took: beside `rsync -a` with the same journals (nothing beside
  /// it where that is not installed), and beside copying what was missing and checking it.
  mutating func add(_ name: String, _ ours: Carried, rsync: Carried?, plain: Carried) {
    let megabyte = 1e6
    add(
      Figure(
        name: "\(name).bytes", value: Double(ours.bytes) / megabyte, unit: "MB",
        baseline: rsync.map { Double($0.bytes) / megabyte },
        limit: rsync.map { Double($0.bytes) / megabyte }))
    add(
      Figure(
        name: "\(name).out", value: Carried.seconds(ours.out), unit: "s",
        baseline: Carried.seconds(plain.out)))
    add(
      Figure(
        name: "\(name).in", value: Carried.seconds(ours.into), unit: "s",
        baseline: Carried.seconds(plain.into)))
    if let rsync {
      add(
        Figure(
          name: "\(name).rsync", value: Carried.seconds(rsync.out + rsync.into), unit: "s"))
    }
    let time = Carried.seconds(plain.out + plain.into)
    add(
      Figure(
        name: "\(name).time", value: Carried.seconds(ours.out + ours.into), unit: "s",
        baseline: time, limit: time * SyncFigures.noise))
  }
}
