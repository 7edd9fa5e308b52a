import Foundation
import JSONText
import Screens
import Testing

@Suite struct TeamCommandTests {
  private static let village = "990101201201"

  private func withVillage(_ body: (Command) throws -> Void) throws {
    let command = try Command()
    defer { command.remove() }
    let made = try command.ruhu("village", "new", Self.village, "云溪村", "--person", "甲一")
    #expect(made.status == 0)
    let register = Command.root + "/Data/sample/register.csv"
    #expect(try command.ruhu("import", register, "--village", Self.village).status == 0)
    try body(command)
  }

  /// The eight words that a command printed, in the language it spoke.
  private func words(_ output: String) -> FingerprintWords? {
    output.split(separator: "\n").lazy.compactMap { FingerprintWords(String($0)) }.first
  }

  @Test func aDeviceIsKnownByEightWordsInBothLanguages() throws {
    try withVillage { command in
      let english = try command.ruhu("device", "--name", "Laptop A")
      #expect(english.status == 0)
      #expect(english.output.contains("Laptop A (this one)"))
      let chinese = try command.ruhu("device", language: "zh")
      #expect(chinese.output.contains("还没有建队"))
      let said: FingerprintWords = try #require(words(english.output))
      #expect(said == words(chinese.output))
    }
  }

  @Test func aTeamIsFoundedOnceAndKnowsItsFounder() throws {
    try withVillage { command in
      #expect(try command.ruhu("team", "admit", "nobody", "--name", "x").status == 1)
      let made = try command.ruhu("team", "new", "北岭队", "--device-name", "甲一的电脑", language: "zh")
      #expect(made.status == 0)
      #expect(made.output.contains("建队的电脑"))
      let again = try command.ruhu("team", "new", "另一个队")
      #expect(again.status == 1)
      #expect(again.errors.contains("北岭队"))
      let devices = try command.ruhu("team", "devices")
      #expect(devices.output.contains("founded the team"))
      let itself = try command.ruhu("team", "revoke", "甲一的电脑", "--reason", "lost")
      #expect(itself.status == 1)
      #expect(itself.errors.contains("Not the laptop you are using"))
      let role = try command.ruhu("team", "role", "甲一", "supervisor")
      #expect(role.status == 0)
      #expect(try command.ruhu("team", "role", "乙二", "office").status == 1)
      #expect(try command.ruhu("verify").status == 0)
    }
  }

  @Test func aListFromBeforeAChangeOfTheTeamIsBehindAndNotAltered() throws {
    try withVillage { command in
      let villages = command.home.appending(path: "Data/villages")
      let code = try #require(
        try FileManager.default.contentsOfDirectory(atPath: villages.path).first)
      let list = villages.appending(path: "\(code)/village.json")
      let before = try Data(contentsOf: list)
      #expect(try command.ruhu("team", "new", "北岭队").status == 0)
      let after = try Data(contentsOf: list)
      #expect(before != after)
      // As if the laptop had gone out between the two.
      try before.write(to: list)
      let behind = try command.ruhu("verify")
      #expect(behind.status == 0, "\(behind.output)")
      #expect(!behind.output.contains("altered"))
      for whole in [before, after] {
        let text = String(decoding: whole, as: UTF8.self)
        try Data(text.replacing("\"round\":\"base\"", with: "\"round\":\"base2\"").utf8).write(
          to: list)
        let altered = try command.ruhu("verify")
        #expect(altered.status == 1)
        #expect(altered.output.contains("village.json"))
      }
    }
  }

  @Test func whoCannotReadOutTheFoundersWordsDoesNotJoin() throws {
    try withVillage { command in
      let empty = command.home.appending(path: "stick")
      try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
      let nothing = try command.ruhu("team", "join", empty.path)
      #expect(nothing.status == 1)
      #expect(nothing.errors.contains("no team is there"))
      let missing = try command.ruhu("team", "join", empty.path + "/none", language: "zh")
      #expect(missing.errors.contains("优盘插好了吗"))
    }
  }

  @Test func anErasureAsksFirstAndTakesTheContentsAway() throws {
    try withVillage { command in
      let log = try command.ruhu("log", "1").output
      let register = try String(
        contentsOfFile: Command.root + "/Data/sample/register.csv", encoding: .utf8)
      let row = try #require(register.split(whereSeparator: \.isNewline).dropFirst().first)
      let number = try #require(row.split(separator: ",").first { $0.count == 18 })
      let asked = try command.ruhu(
        "erase", Self.village, "1", "--reason", "consent withdrawn", input: "n\n")
      #expect(asked.status == 1)
      #expect(asked.output.contains("earlier backups"))
      #expect(try command.ruhu("log", "1").output == log)
      let done = try command.ruhu(
        "erase", Self.village, "1", "--reason", "consent withdrawn", "--yes", language: "zh")
      #expect(done.status == 0)
      #expect(done.output.contains("已删除 1 条记录的内容"))
      #expect(try command.ruhu("log", "1").status == 1)
      let json = try command.ruhu("check", Self.village, "--format", "json").output
      #expect(try JSON(parsing: json)["households"]?.int == 125)
      #expect(try command.ruhu("verify").status == 0)
      // Nothing of it is left in any file of the data.
      let files = FileManager.default.enumerator(atPath: command.home.path)?.allObjects ?? []
      for case let file as String in files where file.contains("villages/") {
        let path = command.home.appending(path: file)
        guard let data = try? Data(contentsOf: path) else { continue }
        #expect(!String(decoding: data, as: UTF8.self).contains(number), "\(file)")
      }
    }
  }

  @Test func nobodyIsGuessedWhereSeveralPeopleMayBeAtTheLaptop() throws {
    let command = try Command()
    defer { command.remove() }
    let made = try command.ruhu(
      "village", "new", Self.village, "云溪村", "--person", "周敏", "--person", "周大山", "--person", "李芳")
    #expect(made.status == 0)
    let asked = try command.ruhu("team", "findings", "at-once")
    #expect(asked.status == 64)
    #expect(asked.errors.contains("--person NAME"))
    #expect(asked.errors.contains("周敏, 周大山, 李芳"))
    let chinese = try command.ruhu(
      "import", Command.root + "/Data/sample/register.csv", "--village", Self.village,
      language: "zh")
    #expect(chinese.status == 64)
    #expect(chinese.errors.contains("您是哪一位"))
    #expect(try command.ruhu("team", "findings").output.contains("complete"))
    // A whole name, or the only one that begins so.
    let unknown = try command.ruhu("team", "findings", "at-once", "--person", "王")
    #expect(unknown.status == 1)
    #expect(unknown.errors.contains("周敏, 周大山, 李芳"))
    let several = try command.ruhu("team", "findings", "at-once", "--person", "周")
    #expect(several.status == 1)
    #expect(several.errors.contains("周敏, 周大山"))
    #expect(!several.errors.contains("李芳"))
    #expect(try command.ruhu("team", "findings", "at-once", "--person", "李").status == 0)
    #expect(try writer(command) == "李芳")
    // It is not kept: the next one is asked again.
    #expect(try command.ruhu("team", "findings", "at-end").status == 64)
    #expect(try command.ruhu("team", "findings", "at-end", "--person", "周敏").status == 0)
    #expect(try writer(command) == "周敏")
  }

  /// Who wrote the newest entry of the team's only journal, by name.
  private func writer(_ command: Command) throws -> String? {
    let folder = command.home.path + "/Data/team/journal"
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
    let text = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    let lines = text.split(separator: "\n").compactMap { try? JSON(parsing: String($0)) }
    let person = try #require(lines.last?["h"]?["u"]?.string)
    return lines.first { $0["h"]?["s"]?.string == "p:\(person)" }?["b"]?["name"]?.string
  }

  @Test func aPersonHasARoleVillagesAndAPIN() throws {
    try withVillage { command in
      #expect(try command.ruhu("team", "new", "北岭队").status == 0)
      let added = try command.ruhu("team", "person", "乙二", "--add", "--village", Self.village)
      #expect(added.status == 0)
      #expect(added.output.contains("1 village"))
      #expect(added.output.contains(Self.village))
      let people = try command.ruhu("team", "people", language: "zh")
      #expect(people.output.contains("乙二") && people.output.contains("1个村"))
      let wrong = try command.ruhu("team", "person", "乙二", "--village", "99")
      #expect(wrong.status == 1)
      let both = try command.ruhu(
        "team", "person", "乙二", "--all-villages", "--village", Self.village)
      #expect(both.status == 64)
      // Nobody sets another's PIN, and a surveyor gives no roles.
      let other = try command.ruhu(
        "team", "person", "乙二", "--set-pin", "--person", "甲一", input: "1234\n1234\n")
      #expect(other.status == 1)
      #expect(other.errors.contains("set by its owner"))
      let role = try command.ruhu(
        "team", "person", "甲一", "--role", "surveyor", "--person", "乙二")
      #expect(role.status == 1)
      let set = try command.ruhu("team", "person", "乙二", "--set-pin", input: "2580\n2580\n")
      #expect(set.status == 0)
      // From now on it is asked for, and wrong ones wait.
      let asked = try command.ruhu(
        "team", "findings", "at-once", "--person", "乙二", input: "2580\n")
      #expect(asked.status == 0)
      for _ in 0..<3 {
        let wrong = try command.ruhu(
          "team", "findings", "at-end", "--person", "乙二", input: "1111\n")
        #expect(wrong.status == 1)
        #expect(wrong.errors.contains("not the PIN"))
      }
      let waits = try command.ruhu(
        "team", "findings", "at-end", "--person", "乙二", input: "2580\n")
      #expect(waits.status == 1)
      #expect(waits.errors.contains("1 s to wait"))
      // Whoever decides takes it away.
      let taken = try command.ruhu("team", "person", "乙二", "--take-pin", "--person", "甲一")
      #expect(taken.status == 0)
      #expect(
        try command.ruhu("team", "findings", "at-end", "--person", "乙二").status == 0)
    }
  }

  @Test func whereNothingDiffersThatIsSaid() throws {
    try withVillage { command in
      let text = try command.ruhu("conflicts", Self.village, language: "zh")
      #expect(text.output.contains("没有写得不一样的"))
      #expect(try command.ruhu("conflicts", Self.village, "--format", "json").output == "[]\n")
    }
  }
}
