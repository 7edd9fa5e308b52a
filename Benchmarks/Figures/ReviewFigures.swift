import Fieldwork
import FormEngine
import Record
import Station

/// The queue of review and the issue ledger over all households of a township.
struct ReviewFigures {
  private let village: Village
  private let standard: Standard
  private static let today = "2026-11-21"
  private static let surveyor = PersonID(bytes: [UInt8](repeating: 7, count: 10))

  /// Takes the households as one village, with reviews in every state among them.
  init(_ households: [HouseholdSummary], standard: Standard) {
    self.standard = standard
    var village = Village(code: Township.codes[0])
    for (index, household) in households.enumerated() {
      var household = household
      let states = ReviewState.allCases
      household.review.state = states[index % states.count]
      household.review.surveyors = [Self.surveyor]
      household.review.comments = index % 7 == 0 ? 2 : 0
      household.review.timesReturned = index % 11 == 0 ? 1 : 0
      household.review.warnings = index % 13 == 0 ? 1 : 0
      household.review.isByProxy = index % 5 == 0
      village.refresh(household)
      // One in two has an issue, besides those that its findings imply.
      guard index % 2 == 0 else { continue }
      let opening = IssueOpening(
        .household(household.id), text: "漏水", domain: "water",
        source: IssueSource.allCases[index % IssueSource.allCases.count])
      village.refresh(Issue(implied: IssueID("issue\(index)"), opening))
    }
    self.village = village
  }

  func take(_ sheet: inout FigureSheet) throws {
    try takeQueue(&sheet)
    try takeLedger(&sheet)
  }

  private func takeLedger(_ sheet: inout FigureSheet) throws {
    var ledger = Ledger()
    let opening = (0..<5).map { _ in
      Stopwatch.time {
        ledger = Ledger(village, standard: standard, today: Self.today)
      }.nanoseconds
    }
    guard ledger.lines.count >= village.households.count / 2 else {
      throw BenchmarkFault.unfinished("a ledger of \(ledger.lines.count)")
    }
    sheet.add(
      Figure(
        name: "ledger.open", value: opening.percentile(100) / 1e6, unit: "ms",
        baseline: opening.median / 1e6, limit: 300))
    let filters: [Set<LedgerFacet>] = [
      [], [.open], [.state(.new), .domain("water"), .source(.hotline)],
      [.open, .issueClass(.direct), .mark(.typed)],
    ]
    let times = filters.flatMap { filter in
      (0..<5).map { _ in Stopwatch.time { ledger.narrowed(to: filter).lines.count }.nanoseconds }
    }
    sheet.add(
      Figure(
        name: "ledger.filter", value: times.percentile(100) / 1e6, unit: "ms",
        baseline: times.median / 1e6, limit: 20))
  }

  private func takeQueue(_ sheet: inout FigureSheet) throws {
    var queue = ReviewQueue()
    let opening = (0..<5).map { _ in
      Stopwatch.time { queue = ReviewQueue(village, today: Self.today) }.nanoseconds
    }
    guard queue.lines.count == village.households.count else {
      throw BenchmarkFault.unfinished("a queue of \(queue.lines.count)")
    }
    sheet.add(
      Figure(
        name: "queue.open", value: opening.percentile(100) / 1e6, unit: "ms",
        baseline: opening.median / 1e6, limit: 300))
    let filters: [Set<ReviewFacet>] = [
      [], [.flag(.red)], [.flag(.red), .surveyor(Self.surveyor), .mark(.proxy)],
      [.level(.yellow), .mark(.commented), .state(.completed)],
      [.mark(.returnedBefore), .mark(.proxy), .flag(.quality)],
    ]
    let times = filters.flatMap { filter in
      (0..<5).map { _ in Stopwatch.time { queue.narrowed(to: filter).lines.count }.nanoseconds }
    }
    sheet.add(
      Figure(
        name: "queue.filter", value: times.percentile(100) / 1e6, unit: "ms",
        baseline: times.median / 1e6, limit: 20))
  }
}
