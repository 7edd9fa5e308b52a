import Fieldwork
import Record
import Testing

@Suite struct WallTimeTests {
  private func milliseconds(_ time: String) -> Int? {
    var maker = JournalMaker()
    return Stamp(maker.add(.completed(events: []), of: .interview("i"), time: time)).milliseconds
  }

  @Test(arguments: [
    ("1970-01-01T00:00:00.000Z", 0), ("1970-01-01T08:00:00.001+08:00", 1),
    ("2000-02-29T12:00:00.000Z", 951_825_600_000),
    ("2026-11-21T09:30:00.000+08:00", 1_795_224_600_000),
    ("2026-11-20T20:30:00.000-05:00", 1_795_224_600_000),
    ("1969-12-31T23:59:59.999Z", -1),
  ])
  func aTimeIsReckonedFrom1970(_ time: String, _ expected: Int) {
    #expect(milliseconds(time) == expected)
  }

  @Test(arguments: [
    "", "2026-11-21", "2026-13-21T09:30:00.000+08:00", "2026-11-21 09:30:00.000+08:00",
    "2026-11-21T09:30:00.000+0800", "2026-11-21T0x:30:00.000+08:00", "二〇二六年十一月二十一日九点",
  ])
  func anotherFormIsNoTime(_ time: String) { #expect(milliseconds(time) == nil) }
}
