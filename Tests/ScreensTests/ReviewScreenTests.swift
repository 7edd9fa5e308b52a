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

  @Test("opens a household with nothing in focus that would be recorded")
  func enterTooManyApprovesNothing() throws {
    let sitting = try sitting()
    try sitting.play("\(Self.supervisor) ^N ⏎ ⏎ ⏎ ⏎")
    #expect(sitting.store.entries.allSatisfy { $0.kind != "approved" })
  }

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

  @Test("keeps comments that were not sent until they are, for whoever wrote them")
  func keepsComments() throws {
    let sitting = try sitting()
    try sitting.play("\(Self.supervisor) ^N ⏎ 3 {paste 看看水源} ⏎ ^X")
    #expect(sitting.text.contains("留在这台电脑上"))
    #expect(sitting.text.contains("户要看"))
    #expect(try review(sitting).comments.isEmpty)
    // Another person does not send them.
    try sitting.play("^X \(Self.office) ^N ⏎")
    #expect(!sitting.text.contains("看看水源"))
    try sitting.play("^X ^X \(Self.supervisor) ^N ⏎")
    #expect(sitting.text.contains("以前写的1条批注还没有退回"))
    #expect(sitting.text.contains("整份访问: 看看水源"))
    try sitting.play("4")
    #expect(try review(sitting).comments.map(\.comment.text) == ["看看水源"])
    #expect(sitting.keptComments.isEmpty)
  }

  @Test("drops comments that were not sent only where that is asked for")
  func dropsComments() throws {
    let sitting = try sitting()
    try sitting.play("\(Self.supervisor) ^N ⏎ 3 {paste 看看水源} ⏎")
    let number = try Self.menuNumber("不要写好的批注", sitting)
    let menu = try #require(number)
    try sitting.play("\(menu) ⏎")
    #expect(sitting.text.contains("不要了"))
    #expect(!sitting.text.contains("看看水源"))
    #expect(sitting.keptComments.isEmpty)
    try sitting.play("4")
    #expect(try review(sitting).state == .completed)
  }

  /// The digits of a line of the menu, one key each; the menu is open then.
  private static func menuNumber(_ name: String, _ sitting: Sitting) throws -> String? {
    try sitting.play("^P")
    for _ in 0..<3 {
      let line = sitting.text.split(separator: "\n").first { $0.contains(name) }
      if let number = line?.split(separator: " ").first(where: { Int($0) != nil }) {
        return number.map(String.init).joined(separator: " ")
      }
      try sitting.play("{PgDn}")
    }
    return nil
  }

  @Test("approves many at once, and says who they are before", arguments: ["zh", "en"])
  func approvesMany(language: String) throws {
    let sitting = try Sitting(
      [Self.clean], people: ["王小明", "李芳"], roles: ["surveyor", "supervisor"],
      language: Language(rawValue: language) ?? .chinese)
    try sitting.play("\(Self.supervisor) ^N ^E")
    Golden.expect(sitting.app.frame(), "review-many-\(language)-80x24")
    let (before, appends) = (facts(sitting).count, sitting.store.appends)
    // Enter alone goes back: the number was read first.
    try sitting.play("⏎")
    #expect(facts(sitting).count == before)
    try sitting.play("^E 1")
    #expect(sitting.store.appends == appends + 1)
    let written = facts(sitting).dropFirst(before)
    #expect(!written.isEmpty && written.allSatisfy { $0 == "approved" })
    let states = sitting.desk.village.households.values.map(\.review.state)
    #expect(states.count { $0 == .approvedBySupervisor } == written.count)
    try sitting.play("^E 1")
    #expect(facts(sitting).count == before + written.count)
  }

  /// Households of which nothing is flagged, beside one of which much is.
  private static var clean: InventedVillage {
    var village = FindingsScreenTests.village
    for index in [3, 5, 8] {
      village.homes[index].story = .gone
      village.homes[index].answers = [("c_mode", nil, "face")]
    }
    return village
  }

  @Test("asks to whom, and shows the history of the answers", arguments: ["zh", "en"])
  func isAsked(language: String) throws {
    let sitting = try sitting(Language(rawValue: language) ?? .chinese)
    try sitting.play("\(Self.supervisor) ^T 1")
    Golden.expect(sitting.app.frame(), "assign-\(language)-80x24")
    try sitting.play("{Esc} ^N ⏎ 8")
    Golden.expect(sitting.app.frame(), "review-history-\(language)-80x24")
  }

  @Test("gives households to somebody, one or all that are listed, and they find them first")
  func assigns() throws {
    let sitting = try sitting()
    func given() -> Int {
      let person = sitting.team.people[0].id
      return sitting.desk.village.households.values.count { $0.review.assignee == person }
    }
    try sitting.play("^T")
    #expect(sitting.text.contains("只有督导或办公室的人审核"))
    try sitting.play("\(Self.supervisor) ^T")
    #expect(sitting.text.contains("派哪些户"))
    try sitting.play("1")
    try sitting.play("1")
    #expect(given() == 1)
    #expect(sitting.text.contains("1户派给了王小明"))
    // All of a group, whatever was given before.
    let before = facts(sitting).count
    let appends = sitting.store.appends
    try sitting.play("^F 1 4 ^T 2 1")
    #expect(given() > 2)
    #expect(facts(sitting).dropFirst(before).allSatisfy { $0 == "householdAssigned" })
    #expect(sitting.store.appends == appends + 1)
    try sitting.play("{Esc} \(Self.surveyor) ^F 6")
    #expect(sitting.text.contains("派给我的"))
    #expect(sitting.text.contains("/\(given())户"))
    try sitting.play("{Esc} \(Self.supervisor) ^N ^T 2 4")
    #expect(sitting.text.contains("不再派给谁") || sitting.text.contains("已经是这样派的"))
  }

  @Test("shows every answer's history with one key, and one answer's by another")
  func showsHistory() throws {
    let sitting = try sitting()
    try sitting.play("\(Self.supervisor) ^N ⏎ 8")
    #expect(sitting.text.contains("答案的经过"))
    #expect(sitting.text.contains("(空) →"))
    try sitting.play("⏎")
    #expect(sitting.text.contains("这题的经过"))
    try sitting.play("^G ^F {burst 往返取水} ⏎")
    #expect(sitting.text.contains("-> 45"))
  }

  @Test(
    "says what is missing of the record in the queue and at the household", arguments: ["zh", "en"])
  func showsDamage(language: String) throws {
    let writer = WriterID(bytes: MemoryStore.digest("writer 1"))
    let person = PersonID(bytes: MemoryStore.digest("王小明"))
    let stranger = PersonID(bytes: MemoryStore.digest("nobody"))
    let elsewhere = WriterID(bytes: MemoryStore.digest("writer 77"))
    let sitting = try Sitting(
      [FindingsScreenTests.village], people: ["王小明", "李芳"],
      roles: ["surveyor", "supervisor"], language: Language(rawValue: language) ?? .chinese,
      damage: [
        ShownDamage(writer: writer, from: 812, device: "联想3", people: [person]),
        ShownDamage(writer: elsewhere, from: 5, people: [stranger]),
      ])
    try sitting.play("\(Self.supervisor) ^N")
    Golden.expect(sitting.app.frame(), "review-damage-queue-\(language)-80x24")
    #expect(sitting.text.contains("812"))
    try sitting.play("⏎")
    Golden.expect(sitting.app.frame(), "review-damage-\(language)-80x24")
    #expect(sitting.text.contains("812"))
    // What is missing of another laptop's work is not this household's.
    #expect(!sitting.text.contains("5条起"))
  }

  @Test("says of people whom the team does not know that it does not know them")
  func showsStrangers() throws {
    // The village came with the work of somebody who is in no list of this team.
    let sitting = try Sitting(
      [FindingsScreenTests.village], people: ["李芳", "赵主任"], roles: ["supervisor", "office"],
      workedBy: "外人")
    try sitting.play("^N ⏎")
    #expect(sitting.text.contains("做过的人里有本队不认识的"))
    #expect(sitting.text.contains("不认识的人"))
    try sitting.play("^X ^F 5")
    #expect(sitting.text.contains("不认识的人"))
  }

  @Test("shows each visit, the values that fired a finding, and what changed since the review")
  func showsAll() throws {
    let sitting = try sitting()
    try sitting.play("\(Self.supervisor) ^N ⏎")
    var seen = ""
    for _ in 0..<20 {
      seen += sitting.text
      try sitting.play("{PgDn}")
    }
    for text in ["第1次", "往返取水分钟: 45", "入户", "经过"] {
      #expect(seen.contains(text), "\(text)")
    }
  }
}
