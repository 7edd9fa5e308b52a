import Fieldwork
import Record
import RecordFiles
import Station

/// A township that goes from one laptop to another over a stick: the first time all of it, and again
/// after one household in a hundred was surveyed anew.
struct CarriedTownshipFigures {
  /// One household of so many is surveyed anew.
  private static let changed = 100
  private let bench: Bench
  private let township: Township

  init(_ bench: Bench) {
    self.bench = bench
    township = Township(bench)
  }

  func take(_ sheet: inout FigureSheet) throws {
    try township.make(sheet)
    let path = try bench.emptied("carrying")
    let disk = PosixDisk()
    for folder in ["ours", "ours/stick", "there", "rsync", "rsync/stick", "rsync/there", "plain"] {
      try disk.makeFolders("\(path)/\(folder)")
    }
    try Program("cp", ["-a", township.path, "\(path)/here"]).succeed()
    let here = try SyncingLaptop("\(path)/here", bench)
    let there = try SyncingLaptop("\(path)/there", bench)
    let plain = (
      from: PlainLaptop(here.data, bench.crypto),
      to: PlainLaptop("\(path)/plain/there", bench.crypto)
    )
    for name in ["sync.township.first", "sync.township.again"] {
      if name.hasSuffix("again") { try change(here) }
      // What others carry is not to be written back while we are measured, nor ours while they are.
      try Program("sync", []).succeed()
      let ours = try meet(here, there, "\(path)/ours/stick")
      try Program("sync", []).succeed()
      let byHand = try copy(plain.from, plain.to, "\(path)/plain/stick")
      try Program("sync", []).succeed()
      let rsync = Rsync.isHere ? try rsync(here, "\(path)/rsync") : nil
      sheet.add(name, ours, rsync: rsync, plain: byHand)
    }
    guard try here.heads() == there.heads() else { throw BenchmarkFault.unfinished("township") }
    try Program("rm", ["-rf", path]).succeed()
  }

  private func meet(
    _ here: SyncingLaptop, _ there: SyncingLaptop, _ stick: String
  ) throws -> Carried {
    let before = try JournalFiles.sizes(below: stick)
    var carried = Carried()
    carried.out = try here.meet(stick)
    carried.into = try there.meet(stick)
    // Segments never change, so what was not there before was written now; notes are.
    carried.bytes = try JournalFiles.sizes(below: stick)
      .filter { !$0.key.hasSuffix(".seg") || before[$0.key] == nil }.values.reduce(0, +)
    return carried
  }

  private func copy(
    _ here: PlainLaptop, _ there: PlainLaptop, _ stick: String
  ) throws -> Carried {
    let (bytes, took) = try here.leave(on: stick)
    return Carried(bytes: bytes, out: took, into: try there.take(from: stick))
  }

  private func rsync(_ here: SyncingLaptop, _ path: String) throws -> Carried {
    let (bytes, took) = try Rsync.carry(from: here.data, to: "\(path)/stick")
    let back = try Rsync.carry(from: "\(path)/stick", to: "\(path)/there")
    return Carried(bytes: bytes, out: took, into: back.nanoseconds)
  }

  /// Surveys some households of every village anew: what was said there is said once more, in another
  /// interview.
  private func change(_ laptop: SyncingLaptop) throws {
    let folder = try laptop.opened(MeteredDisk(sync: .none))
    defer { folder.close() }
    let person = SurveyedFolder.person(0, bench)
    for code in try folder.villages() {
      let files = try folder.village(code)
      let desk = try Township.desk(code, files, bench)
      let households = HouseholdQuery().run(desk.village)
      for household in households.indices where household % Self.changed == 0 {
        guard let interview = try desk.file(of: households[household].id).current?.id else {
          throw BenchmarkFault.noHousehold
        }
        let anew = InterviewID(derivedFrom: "again|\(interview)", digest: bench.crypto.sha256)
        let drafts = try files.entries(of: [.interview(interview.rawValue)]).compactMap { entry in
          entry.body.map {
            EntryDraft(subject: .interview(anew.rawValue), kind: entry.kind, body: $0)
          }
        }
        _ = try files.append(drafts, person: person)
      }
    }
  }
}
