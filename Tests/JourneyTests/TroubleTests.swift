import Fieldwork
import FormEngine
import Foundation
import InventedVillages
import Record
import RecordFiles
import Station
import Terminal
import Testing

@testable import Screens
@testable import ruhu

/// What goes wrong at a door, each with its message and nothing lost.
@Suite struct TroubleTests {
  @Test(arguments: [TroubledDisk.Trouble.full, .failingSync, .readOnly])
  func anAnswerThatTheDiskDoesNotTakeIsNotShownAsSaved(trouble: TroubledDisk.Trouble) throws {
    let laptop = try Laptop()
    let household = laptop.village.households[0]
    let sitting = try laptop.open(as: 1)
    let surveyor = try Surveyor(sitting, household)
    surveyor.begin()
    try surveyor.answer(until: "f_enough")
    let before = try #require(sitting.interview?.session)
    let lines = sitting.acknowledged.count
    laptop.disk.trouble = trouble
    sitting.press("1")
    sitting.expect("没有存上")
    expectUnchanged(sitting, before, lines)
    // Whatever is pressed while the trouble lasts, nothing counts and nothing breaks.
    sitting.press("2")
    sitting.expect("没有存上")
    expectUnchanged(sitting, before, lines)
    laptop.disk.trouble = nil
    sitting.press("1")
    sitting.expectNot("没有存上")
    #expect(sitting.acknowledged.count == lines + 1)
    #expect(sitting.interview?.session.place != before.place)

    // Typed words stay in their field until they are saved.
    try surveyor.answer(until: "w_cut")
    let typed = try #require(sitting.interview?.session)
    laptop.disk.trouble = trouble
    sitting.press("17⏎")
    sitting.expect("没有存上")
    sitting.expect("17")
    #expect(sitting.interview?.session.place == typed.place)
    #expect(sitting.interview?.session.interview.value("w_cut") == "")
    laptop.disk.trouble = nil
    sitting.press("⏎")
    #expect(sitting.interview?.session.interview.value("w_cut") == "17")
    try surveyor.answer()
    sitting.press("1 {Esc}")
    sitting.close()
    let interview = try #require(try laptop.file(of: laptop.id(household)).current)
    #expect(interview.value("f_enough") == "enough" || !interview.value("f_enough").isEmpty)
    #expect(interview.value("w_cut") == "17")
    #expect(interview.isCompleted)
    try laptop.expectSound()
  }

  private func expectUnchanged(
    _ sitting: Sitting, _ before: InterviewSession, _ lines: Int,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let session = sitting.interview?.session
    #expect(session?.place == before.place, sourceLocation: sourceLocation)
    #expect(session?.interview == before.interview, sourceLocation: sourceLocation)
    #expect(sitting.acknowledged.count == lines, sourceLocation: sourceLocation)
    #expect(
      !sitting.screen.contains("[x]"), "\(sitting.screen)", sourceLocation: sourceLocation)
  }

  @Test func enrollingOnAFullDiskIsTriedAgain() throws {
    let laptop = try Laptop()
    let sitting = try laptop.open(as: 1)
    sitting.press("^A 1 ⏎")
    sitting.type("欧阳新来")
    sitting.press("⏎")
    laptop.disk.trouble = .full
    sitting.press("1")
    sitting.expect("没有存上")
    laptop.disk.trouble = nil
    sitting.press("1")
    sitting.press("{Esc} {Esc}")
    sitting.expect("共7户")
    sitting.close()
    #expect(
      try laptop.entries().count {
        if case .householdEnrolled? = Fact($0) { true } else { false }
      } == 1)
    try laptop.expectSound()
  }

  @Test func dataOfLastWeekGoesOnUnderANewWriter() throws {
    let laptop = try Laptop()
    let households = laptop.village.households
    var sitting = try laptop.open(as: 1)
    var surveyor = try Surveyor(sitting, households[0])
    surveyor.begin()
    try surveyor.answer(10)
    sitting.press("^X {Esc}")
    sitting.close()
    let files = FileManager.default
    let (lastWeek, thisWeek) = ("\(laptop.scratch.path)/old", "\(laptop.scratch.path)/new")
    try files.copyItem(atPath: laptop.data, toPath: lastWeek)

    sitting = try laptop.open()
    surveyor = try Surveyor(sitting, households[0])
    sitting.open(households[0].serial)
    sitting.press("⏎")
    try surveyor.answer(10)
    sitting.press("^X {Esc}")
    sitting.close()
    let written = try laptop.entries()
    try files.moveItem(atPath: laptop.data, toPath: thisWeek)
    try files.copyItem(atPath: lastWeek, toPath: laptop.data)

    let older = try laptop.entries()
    #expect(older.count < written.count)
    sitting = try laptop.open()
    sitting.expect("数据比这台电脑写过的旧")
    #expect(
      sitting.session.workplace.folder.notices.contains {
        if case .rolledBack = $0 { true } else { false }
      })
    surveyor = try Surveyor(sitting, households[1])
    surveyor.begin()
    try surveyor.answer(10)
    sitting.press("^X {Esc}")
    sitting.close()
    let after = try laptop.entries()
    #expect(Set(after.map(\.id)).isSuperset(of: older.map(\.id)))
    #expect(Set(after.map(\.writer)).count == Set(older.map(\.writer)).count + 1)
    try laptop.expectSound()

    // The lost week comes back beside it: no chain has forked, every answer of both stands.
    let journal = "villages/\(Laptop.code)/journal"
    for name in try laptop.disk.list("\(thisWeek)/\(journal)") {
      let target = "\(laptop.data)/\(journal)/\(name)"
      try? files.removeItem(atPath: target)
      try files.copyItem(atPath: "\(thisWeek)/\(journal)/\(name)", toPath: target)
    }
    let all = try laptop.entries()
    #expect(Set(all.map(\.id)) == Set(after.map(\.id)).union(written.map(\.id)))
    sitting = try laptop.open()
    sitting.press("^D {Esc}")
    sitting.close()
    try laptop.expectSound(afterKill: true)
  }

  @Test func aClockThatIsBehindIsAskedFor() throws {
    let laptop = try Laptop()
    laptop.clock.day = "1970-01-01"
    let sitting = try laptop.open()
    sitting.press("1")
    sitting.expect("今天是几号")
    sitting.expect("1970-01-01")
    sitting.press("20261120⏎")
    sitting.expect("已经有 2026-11-21 的记录。请再看一下日期")
    sitting.press("^U 20261122⏎")
    sitting.expect("共6户")
    sitting.expect("2026-11-22")
    let household = laptop.village.households[0]
    let surveyor = try Surveyor(sitting, household)
    surveyor.says["c_date"] = "2026-11-22"
    surveyor.begin()
    try surveyor.answer(8)
    sitting.press("^X {Esc}")
    sitting.close()
    let interview = try #require(try laptop.file(of: laptop.id(household)).current)
    #expect(interview.start?.date == "2026-11-22")
    #expect(interview.value("c_date") == "2026-11-22")
    let confirmed = try laptop.entries().compactMap { entry -> String? in
      guard case .dateConfirmed(let date, let clock, _)? = Fact(entry) else { return nil }
      return "\(date) \(clock)"
    }
    #expect(confirmed == ["2026-11-22 1970-01-01"])
    // It is not asked again while the clock tells the same day, and is once the day is another.
    let next = try laptop.open()
    next.expect("共6户")
    next.close()
    laptop.clock.day = "1970-01-02"
    try laptop.open().expect("今天是几号")
    laptop.kill()
    try laptop.expectSound(afterKill: true)
  }

  @Test func theSyncComesBeforeTheFrameThatShowsTheAnswer() throws {
    let trace = TracingDisk(PosixDisk())
    let laptop = try Laptop(on: trace)
    let sitting = try laptop.open(as: 1)
    let surveyor = try Surveyor(sitting, laptop.village.households[0])
    surveyor.begin()
    sitting.onFrame = { _ in trace.note("frame") }
    trace.clear()
    let before = sitting.acknowledged.count
    try surveyor.answer()
    var answers = 0
    for span in trace.events.split(separator: .note("frame")) {
      let journal = span.filter { event in
        switch event {
        case .wrote(let path, _), .synced(let path): path.hasSuffix(".jsonl")
        default: false
        }
      }
      guard !journal.isEmpty else { continue }
      // One write and one sync, in this order, and both before the frame.
      #expect(journal.count == 2, "\(journal)")
      guard case .wrote(let path, _) = journal[0] else {
        Issue.record("\(journal)")
        continue
      }
      #expect(journal[1] == .synced(path))
      answers += 1
    }
    #expect(trace.events.last == .note("frame"))
    #expect(answers == sitting.acknowledged.count - before)
    #expect(answers > 50)
    sitting.close()
  }
}
