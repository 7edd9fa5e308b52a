import Station
import Testing

/// How long one waits after wrong PINs.
@Suite struct PINTriesTests {
  @Test func fromTheThirdWrongTryOnEachWaitsTwiceAsLongUpToFiveMinutes() {
    var tries = PINTries()
    var waits: [Int] = []
    for _ in 0..<14 {
      tries.fail(at: 1_000_000)
      waits.append(tries.wait(at: 1_000_000))
    }
    #expect(waits == [0, 0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300])
  }

  @Test func theWaitRunsDownWithTheClock() {
    var tries = PINTries(wrong: 6, last: 50_000)
    #expect(tries.pause == 8)
    #expect(tries.wait(at: 50_000) == 8)
    #expect(tries.wait(at: 50_001) == 8)
    #expect(tries.wait(at: 53_000) == 5)
    #expect(tries.wait(at: 57_999) == 1)
    #expect(tries.wait(at: 58_000) == 0)
  }

  @Test func aClockThatWasPutBackLocksNobodyOutForLong() {
    var tries = PINTries(wrong: 6, last: 1_800_000_000_000)
    #expect(tries.wait(at: 1_000) == 8)
    #expect(tries.wait(at: 9_000) == 0)
  }

  @Test func whatWasNotedWrongIsNoReasonToStop() {
    var tries = PINTries(wrong: -4, last: 0)
    #expect(tries.wait(at: 0) == 0)
    var many = PINTries(wrong: Int.max / 2, last: 0)
    #expect(many.wait(at: 0) == 300)
  }
}
