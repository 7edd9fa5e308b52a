import Fieldwork
import FormEngine
import Record
import Station

/// The queue of review over all households of a township.
struct ReviewFigures {
  private let village: Village
  private static let today = "2026-11-21"
  private static let surveyor = PersonID(bytes: [UInt8](repeating: 7, count: 10))

  /// Takes the households as one village, with reviews in every state among them.
  init(_ households: [HouseholdSummary]) {
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
    }
    self.village = village
  }

  func take(_ sheet: inout FigureSheet) throws {
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
