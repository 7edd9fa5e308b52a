import Fieldwork
import Record
import Station
import Terminal

/// A household under review whose answers were changed again and again.
struct HistoryFigures {
  private let bench: Bench
  private let sample: SampleFolder
  /// How many entries of history it has.
  private static let entries = 2_000
  private static let runs = 5

  init(_ bench: Bench, _ sample: SampleFolder) {
    self.bench = bench
    self.sample = sample
  }

  func take(_ sheet: inout FigureSheet) throws {
    let folder = try sample.copied("review")
    try write(in: folder)
    var opened: [Int] = []
    var turned: [Int] = []
    var listed: [Int] = []
    for _ in 0..<Self.runs {
      let sitting = try Sitting(
        bench, in: folder, village: sample.village, person: sample.supervisor, sync: .none)
      sitting.press(.control("n"))
      try goDown(sitting)
      // From the key in the queue to the frame of the household: its entries are read from the disk.
      opened.append(sitting.press(.enter).nanoseconds)
      for _ in 0..<3 { turned.append(sitting.press(.pageDown).nanoseconds) }
      listed.append(sitting.press(.character("8")).nanoseconds)
      guard sitting.text.contains("答案的经过") else {
        throw BenchmarkFault.unfinished("no history on the screen")
      }
      sitting.close()
    }
    sheet.add(
      Figure(
        name: "review.history", value: opened.percentile(100) / 1e6, unit: "ms",
        baseline: opened.median / 1e6, limit: 50))
    sheet.add(
      Figure(
        name: "review.history.page", value: turned.percentile(100) / 1e6, unit: "ms",
        baseline: turned.median / 1e6, limit: 50))
    sheet.add(
      Figure(
        name: "review.history.answers", value: listed.percentile(100) / 1e6, unit: "ms",
        baseline: listed.median / 1e6, limit: 50))
  }

  /// Has the family interviewed, and its answers changed until there are so many entries.
  private func write(in folder: String) throws {
    let sitting = try Sitting(
      bench, in: folder, village: sample.village, person: sample.person, sync: .none)
    var interview = try sample.interview(of: sample.family, in: sitting)
    try interview.run()
    let desk = sitting.desk
    guard let current = try desk.file(of: sample.family.id).current else {
      throw BenchmarkFault.unfinished("no interview")
    }
    let subject = Subject.interview(current.id.rawValue)
    // What was answered with a number is answered with another one; but the door keeps its number.
    let keys = current.answers.filter { Int($0.value.value) != nil && $0.value.source == .answered }
      .keys.sorted().filter { $0.rows.isEmpty && !$0.question.hasPrefix("c_") }
    guard !keys.isEmpty else { throw BenchmarkFault.unfinished("no numbers") }
    var drafts = [Fact.reopened(reason: "benchmark").draft(of: subject)]
    while current.history.count + drafts.count < Self.entries {
      let key = keys[drafts.count % keys.count]
      let given = GivenAnswer(key, String(1 + drafts.count % 9))
      drafts.append(Fact.answered([given], reversal: nil, nil).draft(of: subject))
    }
    drafts.append(Fact.completed(events: [], judged: nil).draft(of: subject))
    _ = try desk.append(drafts, person: sample.person)
    try desk.settle()
    let line = desk.village.households[sample.family.id]
    guard line?.review.state == .completedAgain else {
      throw BenchmarkFault.unfinished("the interview is not completed again")
    }
    sitting.close()
  }

  /// Puts the family in focus.
  private func goDown(_ sitting: Sitting) throws {
    for _ in 0..<500 {
      let line = sitting.text.split(separator: "\n").first { $0.hasPrefix(">") }
      if line?.contains(String(sample.family.number)) ?? false { return }
      sitting.press(.down)
    }
    throw BenchmarkFault.unfinished("the household is not in the queue")
  }
}
