import Fieldwork
import FormEngine
import Record
import Station
import Testing

@Suite("The queue of review") struct ReviewQueueTests {
  private static let today = "2026-11-21"
  private static let one = PersonID(bytes: [UInt8](repeating: 1, count: 10))
  private static let other = PersonID(bytes: [UInt8](repeating: 2, count: 10))

  private static func household(
    _ number: Int, status: String = "complete",
    _ change: (inout HouseholdSummary) -> Void = { _ in }
  ) throws -> HouseholdSummary {
    var summary = try #require(ListTests.household(number, "李国强", "lgq", status: status))
    if status == "complete" { summary.review.state = .completed }
    change(&summary)
    return summary
  }

  private static func found(
    _ levels: FindingLevel..., verdict: VerdictState = .met, domain: VerdictState = .met
  ) -> HouseholdFindings {
    HouseholdFindings(
      verdicts: ["household": verdict, "water": domain],
      marks: levels.map { .init(rule: "R", level: $0, row: "") })
  }

  private static func village() throws -> Village {
    var village = Village(code: "990101201201")
    let all = [
      try household(1),
      try household(2) { $0.review.warnings = 1 },
      try household(3) { $0.conflicts = 2 },
      try household(4, status: "notVisited") { $0.review.assignee = one },
      try household(5) { $0.findings = found(verdict: .unknown, domain: .unknown) },
      try household(6) {
        $0.findings = found(.red, verdict: .notMet, domain: .notMet)
        $0.review.surveyors = [one]
        $0.review.isByProxy = true
      },
      try household(7) {
        $0.findings = found(.red, .red, verdict: .notMet, domain: .notMet)
        $0.review.surveyors = [one, other]
        $0.review.comments = 1
        $0.review.timesReturned = 1
      },
      try household(8) { $0.review.state = .approvedThenChanged },
      try household(9) { $0.review.state = .approvedByOffice },
      try household(10) {
        $0.findings = found(.red, .red, .red, verdict: .notMet, domain: .notMet)
        $0.review.state = .returned
      },
      try household(11, status: "absent") { $0.nextVisit = "2026-11-20" },
      try household(12, status: "absent") { $0.nextVisit = "2026-11-22" },
      try household(13, status: "notVisited"),
      try household(14, status: "away"),
      try household(15, status: "refused") { $0.review.state = .completed },
      try household(16) {
        $0.findings = found(verdict: .unknown)
        $0.review.warnings = 3
      },
    ]
    for household in all { village.refresh(household) }
    return village
  }

  private func numbers(_ queue: ReviewQueue, _ chosen: Set<ReviewFacet> = []) -> [Int] {
    queue.narrowed(to: chosen).lines.compactMap { queue.lines[$0].household.number }
  }

  @Test("puts the worst first, what is with the surveyor last, and leaves out what is done")
  func isOrdered() throws {
    let queue = ReviewQueue(try Self.village(), today: Self.today)
    #expect(numbers(queue) == [7, 6, 16, 5, 11, 14, 15, 3, 2, 8, 1, 4, 10])
    #expect(queue.dueCount == 13)
    // Missed is where somebody was, or was to go: not the fourth that nobody was given, nor the one that
    // said when to come.
    #expect(numbers(queue, [.flag(.missed)]) == [11, 14, 15, 4])
    #expect(numbers(queue, [.state(.approvedByOffice)]) == [9])
  }

  @Test("is over for a supervisor with a supervisor's approval, and not for the office")
  func isOfARole() throws {
    var village = Village(code: "990101201201")
    let all = [
      try Self.household(1) { $0.review.state = .approvedBySupervisor },
      try Self.household(2) {
        $0.review.state = .approvedBySupervisor
        $0.conflicts = 1
      },
      try Self.household(3) { $0.review.state = .approvedByOffice }, try Self.household(4),
    ]
    for household in all { village.refresh(household) }
    func due(_ role: String?) -> [Int] {
      numbers(ReviewQueue(village, today: Self.today, for: role))
    }
    #expect(due(TeamRoles.supervisor) == [2, 4])
    #expect(due(TeamRoles.office) == [2, 1, 4])
    #expect(due(nil) == [2, 1, 4])
  }

  @Test("narrows by several things at once, and counts what each further choice would leave")
  func isNarrowed() throws {
    let queue = ReviewQueue(try Self.village(), today: Self.today)
    #expect(numbers(queue, [.flag(.red), .surveyor(Self.one)]) == [7, 6])
    #expect(
      numbers(queue, [.flag(.red), .surveyor(Self.one), .mark(.proxy)]) == [6])
    #expect(numbers(queue, [.mark(.commented), .mark(.returnedBefore)]) == [7])
    #expect(numbers(queue, [.domain("water"), .level(.red)]) == [7, 6, 10])
  }

  @Test("counts each facet as choosing it instead would")
  func counts() throws {
    let queue = ReviewQueue(try Self.village(), today: Self.today)
    let facets: [ReviewFacet] =
      ReviewFlag.allCases.map(ReviewFacet.flag) + FindingLevel.allCases.map(ReviewFacet.level)
      + ReviewState.allCases.map(ReviewFacet.state) + ReviewMark.allCases.map(ReviewFacet.mark)
      + [.domain("water"), .group("3组"), .surveyor(Self.one), .surveyor(Self.other)]
    let chosen: [Set<ReviewFacet>] = [
      [], [.flag(.red)], [.flag(.red), .surveyor(Self.one)], [.state(.approvedByOffice)],
      [.mark(.proxy), .domain("water")], [.flag(.quality), .level(.red)],
    ]
    for already in chosen {
      let selection = queue.narrowed(to: already)
      for facet in facets {
        let instead = already.filter { $0.kind != facet.kind }.union([facet])
        #expect(
          selection.counts[facet] ?? 0 == queue.narrowed(to: instead).lines.count,
          "\(facet) with \(already)")
      }
    }
  }
}
