import Foundation
import JSONText
import Testing

/// `ruhu review`: the queue in lines, approving what is clear, and giving households to somebody.
@Suite struct ReviewCommandTests {
  private func queue(_ command: Command, _ more: String...) throws -> [JSON] {
    let outcome = try command.run(["review", "--format", "json"] + more, language: "en")
    return try JSON(parsing: outcome.output).array ?? []
  }

  @Test func householdsAreGivenToSomebodyByTheirGroupOrNumbers() throws {
    let command = try Command.withSample()
    defer { command.remove() }
    let all = try queue(command)
    let group = try #require(all.first?["group"]?.string)
    let few = try queue(command, "--group", group)
    #expect(!few.isEmpty && few.count < all.count)
    #expect(few.allSatisfy { $0["group"]?.string == group })

    let refused = try command.ruhu(
      "review", "--assign-to", "陈立", "--group", group, "--person", "周敏")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("only a supervisor or the office may"))
    let none = try command.ruhu("review", "--assign-to", "陈立", "--person", "黄建华")
    #expect(none.status == 1)
    #expect(none.errors.contains("--households"))
    #expect(
      try command.ruhu(
        "review", "--assign-to", "陈立", "--households", "5-3", "--person", "黄建华"
      ).status == 64)
    let given = try command.ruhu(
      "review", "--assign-to", "陈立", "--households", "1,3-4", "--person", "黄建华")
    #expect(given.status == 0, "\(given.errors)")
    #expect(given.output.contains("3 households given to 陈立."))
    let again = try command.ruhu(
      "review", "--assign-to", "陈立", "--households", "1,3-5", "--person", "黄建华")
    #expect(again.output.contains("1 household given to 陈立."))
    let nobody = try command.ruhu(
      "review", "--assign-to", "-", "--households", "1,3-5", "--person", "黄建华", language: "zh")
    #expect(nobody.output.contains("4户不再派给谁"))
    #expect(try command.ruhu("verify").status == 0)
  }

  @Test func whatIsMissingOfTheRecordIsSaid() throws {
    let command = try Command.withSample()
    defer { command.remove() }
    #expect(try command.ruhu("review").errors == "")
    let journals = command.home.appending(path: "Data/villages/990101201201/journal")
    let largest = try FileManager.default.contentsOfDirectory(
      at: journals, includingPropertiesForKeys: nil
    ).max { try $0.size < $1.size }
    let journal = try #require(largest)
    let bytes = try Data(contentsOf: journal)
    let lines = bytes.split(separator: 0x0A)
    // The end is cut off within the act that brought the register: nothing of that act counts then.
    try Data(lines.prefix(101).joined(separator: [0x0A]) + [0x0A]).write(to: journal)
    let english = try command.ruhu("review")
    #expect(english.status == 0)
    #expect(english.errors.contains("History incomplete from entry 3: "), "\(english.errors)")
    #expect(english.errors.contains("used by 黄建华"))
    #expect(try command.ruhu("review", language: "zh").errors.contains("从第3条起有缺损"))
  }

  @Test func whatIsClearIsApprovedOnlyAfterItWasSaid() throws {
    let command = try Command.withSample()
    defer { command.remove() }
    let before = try queue(command)
    let asked = try command.ruhu("review", "--approve-clean", "--person", "黄建华", input: "n\n")
    #expect(asked.output.contains("To be approved: "))
    #expect(asked.output.contains("Left out, to be opened one by one: "))
    #expect(asked.status == 1)
    #expect(try queue(command) == before)
    #expect(
      try command.ruhu("review", "--approve-clean", "--person", "周敏", "--yes").errors
        .contains("only a supervisor or the office may"))
    #expect(
      try command.ruhu("review", "--approve-clean", "--assign-to", "陈立").status == 64)

    let done = try command.ruhu("review", "--approve-clean", "--yes", "--person", "黄建华")
    let said = done.output.split(separator: "\n").first?.split(separator: " ").last
    let count = try #require(said.flatMap { Int($0) })
    #expect(count > 10)
    #expect(done.output.contains("\(count) interviews approved and recorded."))
    func isApproved(_ line: JSON) -> Bool { line["state"]?.string == "approvedBySupervisor" }
    let known = before.filter(isApproved)
    let approved = try queue(command).filter { isApproved($0) && !known.contains($0) }
    #expect(approved.count == count)
    #expect(approved.allSatisfy { $0["flags"]?.array?.isEmpty == true })
    // Another person approves them for the office; the supervisor has nothing left to approve so.
    let again = try command.ruhu("review", "--approve-clean", "--yes", "--person", "黄建华")
    #expect(again.status == 1)
    let office = try command.ruhu("review", "--approve-clean", "--yes", "--person", "吴桂兰")
    #expect(office.status == 0)
    let left = try queue(command)
    #expect(approved.allSatisfy { line in !left.contains { $0["household"] == line["household"] } })
    #expect(try command.ruhu("verify").status == 0)
  }
}

extension URL {
  /// How many bytes the file has.
  fileprivate var size: Int {
    get throws { try Data(contentsOf: self).count }
  }
}
