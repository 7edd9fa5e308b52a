import JSONText
import Record
import RecordFiles
import SeededRandom
import SimulatedDisks
import Testing

/// A disk that was cloned together with its key: the journal goes on twice, and both branches count.
@Suite struct ForkTests {
  /// Two laptops that began as one, and a third that has what was common.
  private func clones() throws -> (Workplace, Workplace, Workplace) {
    let one = try Workplace()
    try one.record(["1", "2"])
    let third = try Workplace()
    try third.take(from: one)
    let two = one.clone()
    try one.record(["one 3", "one 4"])
    try two.record(["two 3", "two 4", "two 5"])
    return (one, two, third)
  }

  private func writers(_ place: Workplace) throws -> Set<WriterID> {
    Set(try place.visit { try $0.inventory() }.map(\.journal.writer))
  }

  @Test func bothOrdersOfArrivalGiveTheSame() throws {
    let (one, two, third) = try clones()
    #expect(try writers(one) == writers(two))
    let fourth = third.clone()
    let (ours, theirs) = (try one.parts(), try two.parts())
    let first = try third.receive(ours)
    #expect(first.problems.isEmpty)
    let second = try third.receive(theirs)
    let branch = try #require(second.problems.first?.journal)
    #expect(second.problems.map(\.kind) == [.forked(after: 3, branch: branch)])
    #expect(branch.branch.count == 16 && branch.writer == ours[0].journal.writer)
    #expect(second.entries.compactMap { $0.body?["v"]?.string } == ["two 3", "two 4", "two 5"])
    try fourth.receive(theirs)
    try fourth.receive(ours)
    #expect(try third.state() == fourth.state())
    #expect(try third.values().count == 7)
    let fifth = try Workplace()
    try fifth.receive(theirs + ours)
    #expect(try fifth.state() == third.state())
    // They meet each other too, and again: nothing is new any more.
    try one.receive(theirs)
    try two.receive(ours)
    #expect(try one.state() == third.state() && two.state() == third.state())
    #expect(try third.take(from: one).entries.isEmpty)
    for place in [one, two, third, fourth, fifth] {
      let report = try #require(try place.verify().last)
      #expect(report.isSound && report.forks.values.map { $0 } == [3])
      #expect(report.derived.isEmpty)
      try place.visit { files throws in
        #expect(files.faults.map(\.kind) == [.forked(after: 3)])
        let heads = try files.heads()
        #expect(heads.tips.values.map(\.count) == [2])
        #expect(Heads(json: heads.json) == heads)
        #expect(try files.entries(after: heads) == [])
        #expect(try files.entries(after: Heads())?.count == 10)
      }
    }
  }

  @Test func branchesGoOnAndAreNoLongerWrittenToAfterTheyMet() throws {
    let (one, two, third) = try clones()
    try third.take(from: one)
    try third.take(from: two)
    let heads = try third.visit { try $0.heads() }
    try one.record(["one 5"])
    try two.record(["two 6"])
    let arrival = try third.receive(two.parts() + one.parts())
    #expect(arrival.problems.isEmpty)
    #expect(arrival.entries.compactMap { $0.body?["v"]?.string }.sorted() == ["one 5", "two 6"])
    try third.visit { files throws in
      let news = try #require(try files.entries(after: heads))
      #expect(news.compactMap { $0.body?["v"]?.string }.sorted() == ["one 5", "two 6"])
    }
    try one.take(from: two)
    let before = try writers(one)
    try one.record(["one 6"])
    #expect(try writers(one).count == before.count + 1)
    try third.take(from: one)
    try third.take(from: two)
    try two.take(from: third)
    try one.take(from: third)
    #expect(try one.state() == two.state() && one.state() == third.state())
  }

  @Test func whatOthersSawBeyondTheForkCountsForNoBranch() throws {
    let (one, two, third) = try clones()
    try third.take(from: one)
    let seen = try third.visit { files throws in
      try files.append([third.answer("saw one")], person: third.person)[0]
    }
    try third.visit { files throws in
      let causality = try files.causality()
      for entry in try files.entries() where entry.id != seen.id {
        #expect(causality.saw(seen.place, entry.place))
      }
    }
    try third.take(from: two)
    try third.visit { files throws in
      let causality = try files.causality()
      let entries = try files.entries()
      for entry in entries where entry.writer != seen.writer {
        #expect(causality.saw(seen.place, entry.place) == (entry.sequence <= 3))
      }
      let branches = entries.filter { $0.writer != seen.writer && $0.sequence > 3 }
      for left in branches {
        for right in branches {
          let isBefore = left.branch == right.branch && right.sequence < left.sequence
          #expect(causality.saw(left.place, right.place) == isBefore)
        }
        for shared in entries where shared.writer == left.writer && shared.sequence <= 3 {
          #expect(causality.saw(left.place, shared.place))
        }
      }
    }
  }

  @Test func whoSawBothBranchesSaysSo() throws {
    let (one, two, third) = try clones()
    let fourth = third.clone()
    try third.take(from: one)
    try third.take(from: two)
    let before = try third.entries().map(\.id)
    let (first, next) = try third.visit { files throws in
      (
        try files.append([third.answer("saw both")], person: third.person)[0],
        try files.append([third.answer("next")], person: third.person)[0]
      )
    }
    #expect(first.seenTips.values.map(\.count) == [2] && first.seen.isEmpty)
    #expect(next.seenTips.isEmpty && next.seen.isEmpty)
    // More of one branch is told of anew.
    try two.record(["two 6"])
    try third.take(from: two)
    let last = try third.visit { files throws in
      try files.append([third.answer("saw more")], person: third.person)[0]
    }
    #expect(last.seenTips.values.map(\.count) == [2] && last.seen.isEmpty)
    // By whatever way it comes to others, and in whatever order.
    try fourth.take(from: two)
    try fourth.take(from: third)
    try one.take(from: third)
    try two.take(from: third)
    for place in [third, fourth, one, two] {
      // Read on, and then from the index.
      for _ in 0..<2 {
        try place.visit { files throws in
          let causality = try files.causality()
          #expect(causality.unknownTips.isEmpty)
          for entry in try files.entries() where entry.writer != first.writer {
            #expect(causality.saw(first.place, entry.place) == before.contains(entry.id))
            #expect(causality.saw(last.place, entry.place))
            #expect(!causality.saw(entry.place, first.place))
          }
        }
      }
      #expect(try place.verify().allSatisfy { $0.isSound && $0.absent.isEmpty })
    }
  }

  @Test func aBranchThatIsToldOfAndNotHereIsAbsent() throws {
    let (one, two, third) = try clones()
    let fourth = third.clone()
    try third.take(from: one)
    try third.take(from: two)
    try third.record(["saw both"])
    let own = try third.parts().filter { part in
      try !one.parts().contains { $0.journal.writer == part.journal.writer }
    }
    try fourth.take(from: one)
    try fourth.receive(own)
    let report = try #require(try fourth.verify().last)
    #expect(report.absent.map(\.seen) == [7] && report.absent.map(\.here) == [6])
    try fourth.take(from: two)
    #expect(try fourth.verify().last?.absent.isEmpty == true)
    #expect(try fourth.state() == third.state())
  }

  @Test func aBranchWhoseBeginningIsMissingWaits() throws {
    let (one, two, third) = try clones()
    try third.take(from: one)
    let whole = try two.parts()
    try two.record(["two 6"])
    let journal = whole[0].journal
    let end = try two.visit { files throws in
      try files.sign(person: two.person)
      return try #require(try files.part(of: journal, from: 6, limit: 1 << 20))
    }
    let early = try third.receive([end])
    #expect(early.problems.map(\.kind) == [.unknownBranch(at: 6)])
    let late = try third.receive(whole)
    #expect(late.entries.count == 6)
    #expect(try third.verify().allSatisfy(\.isSound))
    try one.take(from: third)
    try two.take(from: third)
    #expect(try one.state() == third.state() && two.state() == third.state())
  }

  @Test func anOlderImageIsFilledUpAndNotContinued() throws {
    let place = try Workplace()
    try place.record(["1"])
    let image = place.clone()
    try place.record(["2", "3"])
    let other = try Workplace()
    try other.take(from: place)
    // The laptop comes back from its image, device folder and all, and meets before it works.
    try image.take(from: other)
    #expect(try image.values() == ["1", "2", "3"])
    try image.record(["4"])
    #expect(image.journals.count == 2)
    try other.take(from: image)
    try image.take(from: other)
    #expect(try other.state() == image.state())
    #expect(try other.verify().allSatisfy { $0.isSound && $0.forks.isEmpty })
  }

  @Test func manyBranchesInAnyOrderGiveTheSame() throws {
    let root = try Workplace()
    try root.record(["1"])
    var places = [root]
    for number in 2..<6 {
      let clone = places[number / 3].clone()
      try places[number / 3].record(["\(number) a"])
      try clone.record(["\(number) b", "\(number) c"])
      places.append(clone)
    }
    let parts = try places.map { try $0.parts() }
    var random = SplitMix64(seed: 4)
    var states: [[String]] = []
    for _ in 0..<8 {
      let receiver = try Workplace()
      for part in parts.shuffled(using: &random) { try receiver.receive(part) }
      states.append(try receiver.state())
      let report = try #require(try receiver.verify().last)
      #expect(report.isSound && report.derived.isEmpty)
    }
    #expect(Set(states).count == 1)
    #expect(states[0].count == 1 + Set(states[0].dropFirst()).count)
  }
}
