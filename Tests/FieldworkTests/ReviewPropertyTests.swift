import Fieldwork
import Record
import Testing

@Suite struct ReviewPropertyTests {
  /// Whatever people of any role do in any order on laptops that meet or do not: no approved interview is
  /// the approver's own or has changed, and no issue is struck off by one person or without its ground.
  @Test func nothingIsApprovedOrStruckOffByOnePerson() {
    var states: [ReviewState: Int] = [:]
    var closed = 0
    for seed in UInt64(1)...100 {
      var random = RandomReview(seed: seed)
      for _ in 0..<3 {
        random.run(18)
        for laptop in 0..<RandomReview.laptops { check(random.team.known(on: laptop), seed) }
      }
      for laptop in 0..<RandomReview.laptops {
        states[random.team.state(on: laptop), default: 0] += 1
      }
      random.team.meet()
      check(random.team.known(on: 0), seed)
      if random.team.issue().state == .struckOff { closed += 1 }
    }
    // It says nothing unless these come about.
    #expect(states[.approvedBySupervisor, default: 0] > 5, "\(states)")
    #expect(states[.approvedByOffice, default: 0] > 0, "\(states)")
    #expect(states[.approvedThenChanged, default: 0] > 0, "\(states)")
    #expect(closed > 2)
  }

  private func check(_ entries: [Entry], _ seed: UInt64) {
    let slow = SlowReview(entries)
    let state = ReviewTeam.interview(of: entries).review.state
    let ofApproval = state.isApproved ? slow.reasonAgainstApproval(state) : nil
    #expect(ofApproval == nil, "seed \(seed): \(state)")
    let isClosed = ReviewTeam.issue(of: entries).state == .struckOff
    let ofClosing = isClosed ? slow.reasonAgainstClosing() : nil
    #expect(ofClosing == nil, "seed \(seed)")
  }

  /// The state is that of the set of entries: whatever laptop, whatever came first.
  @Test func everyOrderOfArrivalGivesTheSame() {
    for seed in UInt64(500)...530 {
      var random = RandomReview(seed: seed)
      random.run(60)
      random.team.meet()
      let first = random.team.interview(on: 0)
      let issue = random.team.issue(on: 0)
      for laptop in 1..<RandomReview.laptops {
        #expect(random.team.interview(on: laptop) == first, "seed \(seed)")
        #expect(random.team.issue(on: laptop) == issue, "seed \(seed)")
      }
      var again = Interview(id: ReviewTeam.id)
      first.replay { standing, _ in again = standing }
      #expect(again.review == first.review, "seed \(seed)")
    }
  }
}
