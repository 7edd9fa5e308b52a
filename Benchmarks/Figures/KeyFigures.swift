import InventedVillages
import Record
import RecordFiles
import Terminal

/// From a key to the finished frame.
struct KeyFigures {
  private let sample: SampleFolder
  private static let millisecond = 1_000_000.0
  /// A key is as quick as the quickest of so many runs: the others were disturbed.
  private static let runs = 5

  init(_ sample: SampleFolder) { self.sample = sample }

  /// Takes the figures; returns the family's interview, key by key.
  func take(_ sheet: inout FigureSheet) throws -> (keys: [Key], writings: [Sitting.Writing]) {
    let family = try play(sample.family, runs: Self.runs)
    let median = family.times.median / Self.millisecond
    let tail = family.times.percentile(99) / Self.millisecond
    sheet.add(Figure(name: "key.median", value: median, unit: "ms", limit: 1))
    sheet.add(Figure(name: "key.p99", value: tail, unit: "ms", limit: 4))
    let crowd = try play(sample.crowd, runs: 2)
    let largeMedian = crowd.times.median / Self.millisecond
    let largeTail = crowd.times.percentile(99) / Self.millisecond
    sheet.add(
      Figure(
        name: "key.roster200.median", value: largeMedian, unit: "ms", baseline: median, limit: 2))
    sheet.add(
      Figure(name: "key.roster200.p99", value: largeTail, unit: "ms", baseline: tail, limit: 8))
    sheet.add(
      Figure(
        name: "key.roster200.median.ratio", value: largeMedian / median, unit: "times", limit: 2))
    sheet.add(
      Figure(name: "key.roster200.p99.ratio", value: largeTail / tail, unit: "times", limit: 2))
    try takeRows(&sheet)
    try takeSlowDisk(&sheet)
    return (family.keys, family.writings)
  }

  /// Types an interview once by its respondent, then its keys again and again.
  private func play(
    _ home: LargeHousehold, runs: Int
  ) throws -> (keys: [Key], times: [Int], writings: [Sitting.Writing]) {
    let first = try sample.sitting("sitting")
    var interview = try sample.interview(of: home, in: first)
    try interview.run()
    first.close()
    let keys = interview.strokes.map(\.key)
    var best = interview.strokes.map(\.nanoseconds)
    var writings = first.writings
    for _ in 1..<runs {
      let again = try sample.sitting("sitting")
      for (index, key) in keys.enumerated() {
        best[index] = min(best[index], again.press(key).nanoseconds)
      }
      again.close()
      guard again.writings.count == writings.count else {
        throw BenchmarkFault.unfinished("the same keys recorded something else")
      }
      writings = again.writings
    }
    return (keys, best, writings)
  }

  /// The first row of a roster, and the two hundredth.
  private func takeRows(_ sheet: inout FigureSheet) throws {
    var first: [Int] = []
    var last: [Int] = []
    for _ in 0..<Self.runs {
      let sitting = try sample.sitting("sitting")
      var interview = try sample.interview(of: sample.strangers, in: sitting)
      let roster = try interview.goToRoster()
      for (index, member) in sample.strangers.others.enumerated() {
        try interview.add(member.name, to: roster)
        guard let enter = interview.strokes.last?.nanoseconds else { continue }
        if index == 0 { first.append(enter) }
        if index == 199 { last.append(enter) }
      }
      sitting.close()
    }
    let least = Double(first.min() ?? 0)
    let most = Double(last.min() ?? 0)
    sheet.add(
      Figure(
        name: "key.row200", value: most / Self.millisecond, unit: "ms",
        baseline: least / Self.millisecond))
    sheet.add(Figure(name: "key.row200.ratio", value: most / least, unit: "times", limit: 2))
  }

  /// A stick that takes 50 ms a sync: what was typed is recorded, and shown only then.
  private func takeSlowDisk(_ sheet: inout FigureSheet) throws {
    let sitting = try sample.sitting("sitting", sync: .delayed(50))
    sitting.looksDuringSync = true
    var interview = try sample.interview(of: sample.family, in: sitting)
    // Throws as soon as a key does not lead where it should.
    try interview.run(answers: 60)
    sitting.close()
    let acts = sitting.writings.filter { $0.entries.first?.kind == "answered" }
    let early = acts.filter { !Self.isSynced($0.events) }.count
    sheet.add(
      Figure(name: "key.slow-disk.answers", value: Double(acts.count), unit: "answers"))
    sheet.add(
      Figure(
        name: "key.slow-disk.frames-before-sync", value: Double(early + sitting.lies),
        unit: "frames", limit: 0))
  }

  /// Whether every write was synced before anything else could be shown.
  private static func isSynced(_ events: [TracingDisk.Event]) -> Bool {
    var written = false
    for event in events {
      switch event {
      case .wrote: written = true
      case .synced: written = false
      case .note where written: return false
      default: continue
      }
    }
    return !written
  }
}
