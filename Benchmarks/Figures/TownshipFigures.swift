import Fieldwork
import FormEngine
import JSONText
import Record
import RecordFiles
import Station

/// A township of twenty thousand surveyed households.
struct TownshipFigures {
  private let bench: Bench
  private let township: Township
  private static let second = 1e9

  init(_ bench: Bench) {
    self.bench = bench
    township = Township(bench)
  }

  func take(_ sheet: inout FigureSheet) throws {
    try township.make(sheet)
    try takeList(&sheet)
    try takeVillages(&sheet)
    try takeTypeAhead(&sheet)
    try takeReplay(&sheet)
    try ReviewFigures(
      TownshipList(township, bench).households, standard: bench.form.definition.standard
    ).take(&sheet)
  }

  /// The list of all villages, in a process of its own.
  private func takeList(_ sheet: inout FigureSheet) throws {
    var times: [Int] = []
    var memory = 0
    for run in 0...3 {
      let start = Stopwatch.now()
      let words = try Program(try Program.beside("benchmarks"), ["list-township"]).output()
        .split { $0 == " " || $0 == "\n" }
      let took = Stopwatch.now() - start
      guard words.count == 2, Int(words[0]) == Township.size.villages * Township.size.households
      else { throw BenchmarkFault.unfinished("list of \(words)") }
      memory = max(memory, Int(words[1]) ?? 0)
      if run > 0 { times.append(took) }
    }
    sheet.add(
      Figure(name: "township.list.time", value: times.median / Self.second, unit: "s", limit: 1))
    sheet.add(
      Figure(name: "township.list.memory", value: Double(memory) / 1e6, unit: "MB", limit: 300))
  }

  /// One village, beside what it takes to print all its household files once; and its households.
  private func takeVillages(_ sheet: inout FigureSheet) throws {
    let first = "\(township.data)/villages/\(Township.codes[0])/households"
    let jq = try Stopwatch.time {
      try Program("sh", ["-c", "jq -c . '\(first)'/*.json >/dev/null"]).succeed()
    }.nanoseconds
    var villages: [Int] = []
    var households: [Int] = []
    for code in Township.codes.prefix(9) {
      let start = Stopwatch.now()
      let folder = try township.opened()
      let desk = try Township.desk(code, folder.village(code), bench)
      villages.append(Stopwatch.now() - start)
      let list = HouseholdQuery().run(desk.village)
      for household in list.enumerated().filter({ $0.offset % 25 == 7 }).map(\.element) {
        let (file, took) = try Stopwatch.time { try desk.file(of: household.id) }
        guard file.current != nil else { throw BenchmarkFault.unfinished("no interview") }
        households.append(took)
      }
      folder.close()
    }
    sheet.add(
      Figure(
        name: "township.village", value: villages.median / 1e6, unit: "ms",
        baseline: Double(jq) / 1e6, limit: 100))
    sheet.add(
      Figure(name: "township.village.jq", value: Double(jq) / 1e6, unit: "ms"))
    // Any: the slowest counts, which is the first behind each door that is opened.
    sheet.add(
      Figure(
        name: "township.household", value: households.percentile(100) / 1e6, unit: "ms",
        baseline: households.median / 1e6, limit: 50))
  }

  /// Each key of what someone types to find a household.
  private func takeTypeAhead(_ sheet: inout FigureSheet) throws {
    let list = try TownshipList(township, bench).households
    var times: [Int] = []
    for words in ["zhangwei", "lgq", "王秀英", "127", "3组 li", "zzzz"] {
      for end in words.indices {
        var query = HouseholdQuery()
        query.text = String(words[...end])
        let best = (0..<3).map { _ in
          Stopwatch.time { query.filter(list).count }.nanoseconds
        }.min()
        times.append(best ?? 0)
      }
    }
    sheet.add(
      Figure(
        name: "township.type-ahead", value: times.percentile(100) / 1e6, unit: "ms",
        baseline: times.median / 1e6, limit: 10))
  }

  /// Everything from the journals alone: chains, digests and signatures, and every list anew.
  private func takeReplay(_ sheet: inout FigureSheet) throws {
    let archive = Archive(path: township.data, crypto: bench.crypto)
    let bench = self.bench
    let start = Stopwatch.now()
    let scopes = try archive.scopes()
    let counts = archive.inParallel(scopes) { scope -> (answers: Int, households: Int) in
      let reading = archive.read(scope)
      guard reading.faults.isEmpty else { return (0, -1) }
      guard case .village(let code) = scope else { return (0, 0) }
      let store = VillageStore(
        append: { _, _ in [] }, entriesOf: { _ in [] }, entries: { reading.entries },
        entriesSince: { _ in nil }, heads: { reading.heads }, readDerived: { _ in nil },
        writeDerived: { _, _ in })
      let desk = try? VillageDesk(
        code: code, store: store, pinyin: Sitting.pinyin, forms: bench.forms)
      return (Self.answers(reading.entries), desk?.village.households.count ?? -1)
    }
    let took = Stopwatch.now() - start
    guard
      counts.reduce(0, { $0 + $1.households })
        == Township.size.villages * Township.size.households
    else { throw BenchmarkFault.unfinished("replay") }
    sheet.add(
      Figure(
        name: "township.replay", value: Double(took) / Self.second, unit: "s", limit: 30))
    sheet.add(
      Figure(
        name: "township.answers", value: Double(counts.reduce(0) { $0 + $1.answers }),
        unit: "answers"))
  }

  /// How many answers stand in entries, those taken over from the register among them.
  private static func answers(_ entries: [Entry]) -> Int {
    entries.reduce(0) { count, entry in
      switch entry.kind {
      case "answered", "prefilled": count + max(1, entry.body?["a"]?.array?.count ?? 1)
      default: count
      }
    }
  }
}
