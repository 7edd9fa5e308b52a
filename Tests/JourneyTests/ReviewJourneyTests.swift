import Fieldwork
import Foundation
import InventedVillages
import JSONText
import Record
import RecordFiles
import Station
import Terminal
import Testing

@testable import InventedRecord
@testable import Screens
@testable import ruhu

/// A review over real files, with the program ended and begun again between its steps.
@Suite struct ReviewJourneyTests {
  private static let surveyor = "^W 1"
  private static let supervisor = "^W 2"
  private static let office = "^W 3"

  /// A laptop of a surveyor, a supervisor and somebody of the office.
  private func laptop(households: Int = 3) throws -> Laptop {
    let laptop = try Laptop(households: households, people: ["周敏", "黄建华", "吴桂兰"])
    let workplace = try laptop.workplace()
    for (place, role) in [(1, "supervisor"), (2, "office")] {
      let person = workplace.team.people[place]
      let fact = Fact.personAdded(name: person.name, role: role)
      _ = try workplace.recordTeam(
        [fact.draft(of: .person(person.id.rawValue))], person: person.id)
    }
    workplace.close()
    return laptop
  }

  /// Surveys a household to its end, as whoever sits there.
  private func survey(_ sitting: Sitting, _ household: InventedHousehold) throws {
    let surveyor = try Surveyor(sitting, household)
    surveyor.begin()
    try surveyor.answer()
    sitting.press("1")
    sitting.expect("已完成")
    sitting.press("{Esc} {Esc}")
  }

  private func review(_ laptop: Laptop, _ household: InventedHousehold) throws -> InterviewReview {
    try laptop.file(of: laptop.id(household)).review
  }

  @Test func isReturnedAnsweredAndApprovedByBothOverKilledPrograms() throws {
    let laptop = try laptop()
    let household = laptop.village.households[0]
    let first = try laptop.open(as: 1)
    try survey(first, household)
    first.kill()
    #expect(try review(laptop, household).state == .completed)

    // A comment that was written and not sent is there again after a kill, for nobody but its writer.
    let kept = "\(laptop.data)/villages/\(Laptop.code)/comments.json"
    let second = try laptop.open()
    second.press("\(Self.supervisor) ^N ⏎ 2 {burst 取水} ⏎ {paste 再看看取水的地方} ⏎")
    second.expect("再看看取水的地方")
    second.kill()
    let mode = try FileManager.default.attributesOfItem(atPath: kept)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try review(laptop, household).comments.isEmpty)
    let third = try laptop.open()
    third.press("\(Self.office) ^N ⏎")
    third.expectNot("再看看取水的地方")
    third.press("^X ^X \(Self.supervisor) ^N ⏎")
    third.expect("以前写的1条批注还没有退回")
    third.press("3 {paste 电话打不通} ⏎ 4")
    third.expect("已退回,带2条批注")
    let left = try laptop.disk.contents(kept).map { String(decoding: $0, as: UTF8.self) }
    #expect(left == nil)
    third.kill()
    #expect(try review(laptop, household).state == .returned)
    #expect(try review(laptop, household).comments.map(\.comment.text) == ["再看看取水的地方", "电话打不通"])

    // The surveyor finds it first and cannot complete it before each comment is answered.
    let fourth = try laptop.open()
    fourth.press("\(Self.surveyor) {Home}")
    fourth.expect("退回的访问,有2条批注要答")
    fourth.press("⏎ 1")
    fourth.expect("再看看取水的地方")
    fourth.press("^T {paste 看过了,在院里} ⏎")
    fourth.kill()
    let fifth = try laptop.open()
    fifth.press("{Home} ⏎")
    fifth.expect("回答批注,还有1条")
    fifth.press("1")
    let again = try Surveyor(fifth, household)
    try again.answer()
    fifth.press("1")
    #expect(try review(laptop, household).state == .returned)
    fifth.press("^T {paste 换了号码} ⏎")
    try again.answer()
    fifth.press("1")
    fifth.kill()
    #expect(try review(laptop, household).state == .completedAgain)

    let sixth = try laptop.open()
    sixth.press("\(Self.office) ^N ⏎ 1")
    sixth.expect("要先由督导通过")
    sixth.press("^X ^X \(Self.supervisor) ^N ⏎ 1")
    sixth.expect("已通过,记下了")
    sixth.kill()
    #expect(try review(laptop, household).state == .approvedBySupervisor)
    let seventh = try laptop.open()
    seventh.press("\(Self.office) ^N ⏎ 1")
    seventh.expect("已通过,记下了")
    seventh.close()
    let review = try review(laptop, household)
    #expect(review.state == .approvedByOffice)
    #expect(review.timesReturned == 1)
    #expect(review.openComments.isEmpty && review.withoutRight.isEmpty)
    try laptop.expectSound()
  }

  @Test func commentsThatWereNotSentGoWithTheirHousehold() throws {
    let laptop = try laptop()
    let household = laptop.village.households[0]
    let first = try laptop.open(as: 1)
    try survey(first, household)
    first.press("\(Self.supervisor) ^N ⏎ 3 {paste 电话打不通} ⏎")
    let kept = "\(laptop.data)/villages/\(Laptop.code)/comments.json"
    #expect(try laptop.disk.contents(kept) != nil)
    let person = try #require(first.session.runner.person)
    _ = try first.session.workplace.erase(
      .household(laptop.id(household)), reason: "asked for", person: person)
    #expect(try laptop.disk.contents(kept) == nil)
    first.close()
    try laptop.expectSound()
  }

  @Test func nobodyApprovesTheirOwnWorkOnTheScreenNorByAnEntry() throws {
    let laptop = try laptop()
    let household = laptop.village.households[1]
    let sitting = try laptop.open(as: 2)
    try survey(sitting, household)
    sitting.press("^N ⏎")
    let before = sitting.acknowledged.count
    sitting.press("1")
    sitting.expect("这里面有您自己做的")
    for key in ["2", "3", "4", "5"] { sitting.press(key) }
    #expect(sitting.acknowledged.count == before)
    sitting.press("^X ^E")
    sitting.expect("没有可以一起通过的户")
    sitting.press("1 ⏎")
    #expect(sitting.acknowledged.count == before)

    // Whoever writes the entry all the same gains nothing, here and wherever it comes to.
    let workplace = sitting.session.workplace
    let desk = try #require(workplace.desk)
    let interview = try #require(try desk.file(of: laptop.id(household)).current)
    let person = try #require(sitting.session.runner.person)
    _ = try desk.append(
      [
        Fact.approved(of: interview.lastActs).draft(of: .interview(interview.id.rawValue)),
        Fact.returned([ReviewComment(nil, "x")]).draft(of: .interview(interview.id.rawValue)),
      ], person: person)
    sitting.close()
    let review = try review(laptop, household)
    #expect(review.state == .completed)
    #expect(review.withoutRight.map(\.hindrance) == [.ownWork, .ownWork])
    try laptop.expectSound()
  }

  @Test func damageToAJournalIsSeenInTheQueueAndAtTheHousehold() throws {
    let laptop = try laptop()
    let household = laptop.village.households[0]
    let first = try laptop.open(as: 1)
    try survey(first, household)
    first.close()
    let village = "\(laptop.data)/villages/\(Laptop.code)"
    let journals = try FileManager.default.contentsOfDirectory(atPath: "\(village)/journal")
    let path = "\(village)/journal/\(try #require(journals.first))"
    var bytes = try #require(try laptop.disk.contents(path))
    var lines = bytes.split(separator: 0x0A).map(Array.init)
    // Line 41 is the 40th entry: the first one opens the journal.
    lines[40][lines[40].count / 2] ^= 1
    bytes = lines.flatMap { $0 + [0x0A] }
    try Data(bytes).write(to: URL(filePath: path))
    let second = try laptop.open()
    second.press("\(Self.supervisor) ^N ⏎")
    second.expect("历史不全:")
    second.expect("的记录从第40条起有缺损")
    second.expect("周敏")
    second.press("^X")
    second.expect("的记录从第40条起有缺损")
    second.press("^L")
    second.expect("History incomplete from entry 40")
    second.close()
  }
}
