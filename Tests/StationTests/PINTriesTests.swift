import Station
import Testing

/// How long one waits after wrong PINs.
@Suite struct PINTriesTests {
  private func time(_ milliseconds: Int, start: String = "a") -> RunningTime {
    RunningTime(start: start, milliseconds: milliseconds)
  }

  @Test func fromTheThirdWrongTryOnEachWaitsTwiceAsLongUpToFiveMinutes() {
    var tries = PINTries()
    var waits: [Int] = []
    for _ in 0..<14 {
      tries.fail(at: time(1_000_000))
      waits.append(tries.wait(at: time(1_000_000)))
    }
    #expect(waits == [0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300])
  }

  @Test func theWaitRunsDownWhileTheLaptopRuns() {
    let tries = PINTries(wrong: 6, last: time(50_000))
    #expect(tries.pause == 8)
    #expect(tries.wait(at: time(50_000)) == 8)
    #expect(tries.wait(at: time(50_001)) == 8)
    #expect(tries.wait(at: time(53_000)) == 5)
    #expect(tries.wait(at: time(57_999)) == 1)
    #expect(tries.wait(at: time(58_000)) == 0)
  }

  @Test func aRestartOfTheLaptopShortensNothingAndLocksNobodyOutForLong() {
    let tries = PINTries(wrong: 6, last: time(9_000_000))
    #expect(tries.wait(at: time(1_000, start: "b")) == 7)
    #expect(tries.wait(at: time(8_000, start: "b")) == 0)
    // Another start may have run longer than the one of the wrong try had.
    let early = PINTries(wrong: 6, last: time(3_000))
    #expect(early.wait(at: time(5_000, start: "b")) == 3)
  }

  @Test func whereNoStartIsKnownALaterOneIsSeenByItsTime() {
    let tries = PINTries(wrong: 6, last: time(9_000_000, start: ""))
    #expect(tries.wait(at: time(1_000, start: "")) == 7)
    #expect(tries.wait(at: time(9_002_000, start: "")) == 6)
  }

  @Test func whatWasNotedWrongIsNoReasonToStop() {
    let tries = PINTries(wrong: -4, last: time(0))
    #expect(tries.wait(at: time(0)) == 0)
    let many = PINTries(wrong: Int.max / 2, last: time(Int.max))
    #expect(many.wait(at: time(0)) == 300)
    #expect(many.wait(at: time(-1, start: "b")) == 300)
  }
}
