import Dispatch
import Fieldwork
import FormEngine
import InventedVillages
import RecordFiles
import Station
import Synchronization

/// What it takes to judge households by the standard: one after an answer, and a township.
struct JudgementFigures {
  private let bench: Bench
  private static let members = 8

  init(_ bench: Bench) { self.bench = bench }

  func take(_ sheet: inout FigureSheet) throws {
    try takeHousehold(&sheet)
    try takeTownship(&sheet)
  }

  // MARK: A household

  /// All checks of a household of eight after each of its answers was taken away and given again.
  private func takeHousehold(_ sheet: inout FigureSheet) throws {
    let home = try LargeHousehold(
      in: .sample, number: 901, members: Self.members, registered: Self.members, bench)
    let household = try FilledHousehold(home, bench.form.definition)
    var judging: [Int] = []
    var both: [Int] = []
    var findings = 0
    for _ in 0..<5 {
      for question in household.questions {
        household.change(question) { instance, answering in
          let (judgement, judged) = Stopwatch.time { instance.valid().judge() }
          findings += judgement.findings.count
          judging.append(judged)
          both.append(answering + judged)
        }
      }
    }
    guard findings > 0 else { throw BenchmarkFault.unfinished("nothing was found") }
    sheet.add(
      Figure(
        name: "judgement.household8", value: judging.median / 1000, unit: "us", limit: 200))
    // With what the answer itself sets off: calculations, relevance, what is shown.
    sheet.add(
      Figure(
        name: "judgement.household8.answer", value: both.median / 1000, unit: "us",
        baseline: judging.median / 1000, limit: 200))
  }

  // MARK: A township

  /// Verdicts, findings and their sentences of a township's households once they are read: with the
  /// form's live state at hand, and from the interviews' answers alone.
  private func takeTownship(_ sheet: inout FigureSheet) throws {
    let township = Township(bench)
    try township.make(sheet)
    let definition = bench.form.definition
    var fromAnswers = 0
    var judging = 0
    var households = 0
    var findings = (fromAnswers: 0, judging: 0)
    for code in Township.codes {
      let interviews = try Self.interviews(of: code, in: township, bench)
      households += interviews.count
      let (judged, putIn) = Stopwatch.time {
        Self.onBothCores(interviews) { interview in
          let judgement = HouseholdJudgement(interview, definition: definition)
          return (instance: judgement.instance, findings: judgement.findings().count)
        }
      }
      fromAnswers += putIn
      findings.fromAnswers += judged.reduce(0) { $0 + $1.findings }
      let (found, took) = Stopwatch.time {
        Self.onBothCores(judged) { Self.findings(of: $0.instance) }
      }
      judging += took
      findings.judging += found.reduce(0, +)
    }
    guard households == Township.size.villages * Township.size.households,
      findings.judging > 0, findings.judging == findings.fromAnswers
    else { throw BenchmarkFault.unfinished("judged \(households) households: \(findings)") }
    sheet.add(
      Figure(name: "judgement.township", value: Double(judging) / 1e9, unit: "s", limit: 3))
    sheet.add(
      Figure(
        name: "judgement.township.from-answers", value: Double(fromAnswers) / 1e9, unit: "s",
        baseline: Double(judging) / 1e9))
    sheet.add(
      Figure(
        name: "judgement.township.findings", value: Double(findings.judging), unit: "findings"))
  }

  /// Judges, and says each finding in all languages with its values.
  private static func findings(of instance: FormInstance) -> Int {
    let instance = instance.valid()
    let judgement = instance.judge()
    return judgement.findings.count { !instance.finding($0, in: judgement).messages.isEmpty }
  }

  private static func interviews(
    of code: String, in township: Township, _ bench: Bench
  ) throws -> [Interview] {
    let folder = try township.opened()
    defer { folder.close() }
    let desk = try Township.desk(code, folder.village(code), bench)
    return try HouseholdQuery().run(desk.village).compactMap { try desk.file(of: $0.id).current }
  }

  /// Does some work for each, half of them on either core.
  private static func onBothCores<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ work: @Sendable (Item) -> Result
  ) -> [Result] {
    let halves = [items[..<(items.count / 2)], items[(items.count / 2)...]]
    let results = Mutex<[Int: [Result]]>([:])
    DispatchQueue.concurrentPerform(iterations: 2) { half in
      let done = halves[half].map(work)
      results.withLock { $0[half] = done }
    }
    return results.withLock { results in (results[0] ?? []) + (results[1] ?? []) }
  }
}
