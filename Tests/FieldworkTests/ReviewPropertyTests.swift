import Fieldwork
import Record
import Testing

@Suite struct ReviewPropertyTests {
  /// Whatever people of any role do in any order on laptops that meet or do not: no approved interview is
  /// the approver's own or has changed, and no issue is struck off by one person or without its ground.
  @Test func nothingIsApprovedOrStruckOffByOnePerson() {
    var approved = 0
    var byOffice = 0
    var closed = 0
    for seed in UInt64(1)...200 {
      var random = RandomReview(seed: seed)
      random.run(60)
      for laptop in 0..<RandomReview.laptops { check(random.team.known(on: laptop), seed) }
      random.team.meet()
      let state = random.team.state()
      let issue = random.team.issue()
      check(random.team.known(on: 0), seed)
      if state.isApproved { approved += 1 }
      if state == .approvedByOffice { byOffice += 1 }
      if issue.state == .struckOff { closed += 1 }
    }
    // It says nothing unless these come about.
    #expect(approved > 10)
    #expect(byOffice > 3)
    #expect(closed > 10)
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
    for seed in UInt64(500)...550 {
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
