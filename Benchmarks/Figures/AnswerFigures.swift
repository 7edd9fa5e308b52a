import Record
import RecordFiles

/// What one answer costs the disk and the program.
struct AnswerFigures {
  private let acts: [Sitting.Writing]

  /// Looks at what an interview wrote.
  init(_ writings: [Sitting.Writing]) {
    acts = writings.filter { $0.entries.first?.kind == "answered" }
  }

  /// How many entries that answer something an interview wrote, its beginning included.
  static func count(_ writings: [Sitting.Writing]) -> Int {
    writings.reduce(0) { $0 + $1.entries.count { $0.kind == "answered" } }
  }

  func take(_ sheet: inout FigureSheet) {
    var writes: [Int] = []
    var syncs: [Int] = []
    var others: [Int] = []
    var bytes: [Int] = []
    for act in acts {
      var wrote = 0
      var synced = 0
      var other = 0
      for event in act.events {
        switch event {
        case .wrote(_, let count):
          wrote += 1
          bytes.append(count)
        case .synced: synced += 1
        default: other += 1
        }
      }
      writes.append(wrote)
      syncs.append(synced)
      others.append(other)
    }
    // Exactly one: neither the most nor the least may be another number.
    let exact = zip(writes, syncs).filter { $0 != (1, 1) }.count
    sheet.add(
      Figure(name: "answer.writes", value: Double(writes.max() ?? 0), unit: "writes", limit: 1))
    sheet.add(
      Figure(name: "answer.syncs", value: Double(syncs.max() ?? 0), unit: "syncs", limit: 1))
    sheet.add(
      Figure(
        name: "answer.not-one-and-one", value: Double(exact), unit: "answers",
        baseline: Double(acts.count), limit: 0))
    sheet.add(
      Figure(
        name: "answer.other-disk-work", value: Double(others.max() ?? 0), unit: "calls", limit: 0))
    sheet.add(
      Figure(
        name: "answer.own-time", value: acts.map(\.nanoseconds).mean / 1000, unit: "us",
        limit: 100))
    sheet.add(Figure(name: "answer.bytes", value: bytes.mean, unit: "bytes", limit: 350))
  }
}
