import Fieldwork
import Record
import Screens
import Station
import Terminal
import Testing

@Suite("Review")
struct ReviewScreenTests {
  /// A surveyor who did all the work so far, a supervisor, and the office.
  private func sitting(_ language: Screens.Language = .chinese) throws -> Sitting {
    try Sitting(
      [FindingsScreenTests.village], people: ["王小明", "李芳", "赵主任"],
      roles: ["surveyor", "supervisor", "office"], language: language)
  }

  private static let surveyor = "^W 1"
  private static let supervisor = "^W 2"
  private static let office = "^W 3"
  /// Two comments at the household that is looked at: on a question, and on the whole.
  private static let comments =
    "2 {burst 一次往返取水分钟} ⏎ {paste 再问一次} ⏎ 3 {paste 看看水源} ⏎"

  private func review(_ sitting: Sitting) throws -> InterviewReview {
    try sitting.desk.file(of: InventedVillage.household(2)).review
  }

  private func facts(_ sitting: Sitting) -> [String] { sitting.store.entries.map(\.kind) }

  @Test("shows the queue, a household and a return with comments", arguments: ["zh", "en"])
  func isShown(language: String) throws {
    let sitting = try sitting(Language(rawValue: language) ?? .chinese)
    try sitting.play("\(Self.supervisor) ^N")
    Golden.expect(sitting.app.frame(), "review-queue-\(language)-80x24")
    try sitting.play("^F 1")
    Golden.expect(sitting.app.frame(), "review-filter-\(language)-80x24")
    try sitting.play("2 ⏎")
    Golden.expect(sitting.app.frame(), "review-household-\(language)-80x24")
    try sitting.play("3 {paste 看看水源} ⏎")
    Golden.expect(sitting.app.frame(), "review-comments-\(language)-80x24")
    try sitting.play("4")
    Golden.expect(sitting.app.frame(), "review-returned-\(language)-80x24")
  }

  @Test("leads from a return over the surveyor's answers to both approvals")
  func isPlayed() throws {
    let sitting = try sitting()
    try sitting.play("\(Self.supervisor) ^N ⏎ \(Self.comments)")
    #expect(try review(sitting).state == .completed)
    try sitting.play("4")
    #expect(try review(sitting).state == .returned)
    #expect(try review(sitting).comments.count == 2)
    // The surveyor finds it first, and at the first comment.
    try sitting.play("^X ^X \(Self.surveyor) {Home}")
    #expect(sitting.text.contains("退回的访问,有2条批注要答"))
    try sitting.play("⏎")
    #expect(sitting.text.contains("回答批注,还有2条"))
    try sitting.play("1")
    #expect(sitting.text.contains("批注(李芳): 再问一次"))
    Golden.expect(sitting.app.frame(), "review-comment-zh-80x24")
    // Not complete before each is answered.
    try sitting.play("^F {burst 入户结果} ⏎ 1 1 9")
    #expect(sitting.text.contains("还有2条批注没有答"))
    #expect(sitting.text.contains("批注(李芳): 再问一次"))
    try sitting.play("^T {paste 问过了,是45分钟} ⏎")
    #expect(try review(sitting).openComments.count == 1)
    try sitting.play("^F {burst 入户结果} ⏎ 1 1 9")
    #expect(try review(sitting).state == .returned)
    #expect(sitting.text.contains("批注: 看看水源"))
    try sitting.play("^T {paste 看过了} ⏎ 1 9")
    #expect(try review(sitting).state == .completedAgain)
    // Nobody approves their own work, and the office not before the supervisor.
    try sitting.play("^X ^X \(Self.surveyor)")
    let before = facts(sitting).count
    try sitting.play("^N")
    #expect(sitting.text.contains("只有督导或办公室的人审核"))
    try sitting.play("\(Self.office) ^N ⏎ 1")
    #expect(sitting.text.contains("要先由督导通过"))
    #expect(facts(sitting).count == before)
    try sitting.play("^X ^X \(Self.supervisor) ^N ⏎ 1")
    #expect(try review(sitting).state == .approvedBySupervisor)
    try sitting.play("1")
    #expect(sitting.text.contains("已经通过了"))
    try sitting.play("^X ^X \(Self.office) ^N ^F 6 8 ⏎ ⏎ 1")
    #expect(try review(sitting).state == .approvedByOffice)
    try sitting.play("5 {paste 看错了} ⏎")
    #expect(try review(sitting).state == .completedAgain)
    #expect(try review(sitting).withoutRight.isEmpty)
  }

  @Test("does not drop comments that were not sent without a word")
  func keepsComments() throws {
    let sitting = try sitting()
    try sitting.play("\(Self.supervisor) ^N ⏎ 3 {paste 看看水源} ⏎ ^X")
    #expect(sitting.text.contains("还没有退回"))
    try sitting.play("^X")
    #expect(sitting.text.contains("户要看"))
    #expect(try review(sitting).comments.isEmpty)
  }
}
