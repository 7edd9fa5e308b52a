import Foundation
import JSONText
import Testing

/// `ruhu issues`: the ledger as tables, one issue, and every act from a new one to its striking off.
@Suite struct IssuesCommandTests {
  private static let sample = try? Command.withSample()

  /// Only read in the tests that share it.
  private var shared: Command { get throws { try #require(Self.sample) } }

  private func list(_ command: Command, _ more: String...) throws -> [JSON] {
    let said = try command.run(["issues", "list", "--format", "json"] + more)
    #expect(said.status == 0, "\(said.errors)")
    return try JSON(parsing: said.output).array ?? []
  }

  private func names(_ issues: [JSON]) -> [String] { issues.compactMap { $0["name"]?.string } }

  @Test func filtersLeaveWhatTheySay() throws {
    let command = try shared
    let all = try list(command)
    #expect(all.count == 19)
    #expect(all.first?["name"] == "43/WA1" && all.first?["days_left"] == -1)
    #expect(try list(command, "--open").count == 18)
    #expect(names(try list(command, "--overdue")) == ["43/WA1"])
    #expect(Set(names(try list(command, "--soon"))) == ["13/ED1", "22/CL1"])
    #expect(names(try list(command, "--state", "struck-off")) == ["22/FD1"])
    #expect(names(try list(command, "--state", "to-check")) == ["22/CL1"])
    #expect(try list(command, "--household", "43").count == 4)
    #expect(try list(command, "--domain", "water", "--group", "3组").count == 4)
    #expect(names(try list(command, "--responsible", "方晓东")) == ["22/CL1", "22/FD1"])
    #expect(try list(command, "--level", "yellow").isEmpty)
    #expect(try command.ruhu("issues", "--open", "--state", "new").status == 64)
    #expect(try command.ruhu("issues", "--state", "nowhere").status == 64)
  }

  @Test func theFourTablesHaveTheirColumns() throws {
    let command = try shared
    func titles(_ view: String, _ language: String) throws -> String {
      let said = try command.ruhu("issues", "--view", view, "--format", "csv", language: language)
      return said.output.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    }
    #expect(try titles("problems", "zh").hasSuffix("发现日期,状态"))
    #expect(try titles("responsibilities", "zh").contains("市级牵头,县级主体,行业部门,乡镇驻村,整改时限"))
    #expect(try titles("tasks", "en").contains("Measure,In charge,Deadline,Due,State"))
    #expect(
      try titles("rectification", "en").contains(
        "Cause,Measure,Deadline,Reported by,Evidence,Struck off by,Opened again"))
    let text = try command.ruhu("issues", language: "zh").output
    #expect(text.hasPrefix("新发现 14  已交办 2  整改中 1  待复核 1  已销号 1"))
    #expect(text.contains("整改超期 1"))
  }

  @Test func oneIssueTellsAllItsSteps() throws {
    let command = try shared
    let shown = try command.ruhu("issues", "show", "22/FD1", language: "zh").output
    for text in ["已销号", "驻村工作队 方晓东", "领取回执.txt", "陈立(调查员)", "黄建华(督导)"] {
      #expect(shown.contains(text), "\(text)")
    }
    let none = try command.ruhu("issues", "show", "22/XX9")
    #expect(none.status == 1 && none.errors.contains("There is no issue \"22/XX9\""))
    let identity = try #require(
      try list(command).first { $0["rule"] == nil }?["id"]?.string?.prefix(6))
    #expect(try command.ruhu("issues", "show", String(identity)).status == 0)
    #expect(
      try command.ruhu("issues", "similar", "43/WA1").output.contains("found nowhere else"))
  }

  @Test func anIssueIsLedToItsEndByTwoPeople() throws {
    let command = try Command.withSample()
    defer { command.remove() }
    func act(_ arguments: String..., by person: String) throws -> Command.Outcome {
      try command.run(["issues"] + arguments + ["--person", person])
    }
    let issue = "35/WA5"
    #expect(
      try act(
        "assign", issue, "--measure", "清洗水池", "--deadline", "soon", "--township", "水利站/王强",
        by: "黄建华"
      ).status == 64)
    let nobody = try act(
      "assign", issue, "--measure", "清洗水池", "--deadline", "2026-12-10", by: "黄建华")
    #expect(nobody.status == 1)
    let assign = [
      "assign", issue, "--measure", "清洗水池", "--deadline", "2026-12-10", "--township", "水利站/王强",
    ]
    func assigned(by person: String) throws -> Int32 {
      try command.run(["issues"] + assign + ["--person", person]).status
    }
    #expect(try assigned(by: "周敏") == 1)
    #expect(try assigned(by: "黄建华") == 0)
    #expect(names(try list(command, "--responsible", "王强")) == [issue])
    #expect(try act("begin", issue, "--text", "买好了药", by: "周敏").status == 0)
    // The answers did not know of the issue, and still find it.
    let answers = try act("report", issue, "--answers", by: "周敏")
    #expect(answers.status == 1)
    #expect(try act("report", issue, by: "周敏").status == 64)
    try reportWithFiles(issue, command)
    #expect(try act("strike-off", issue, by: "周敏").status == 1)
    #expect(try act("send-back", issue, "--reason", "没有化验单", by: "吴桂兰").status == 0)
    #expect(try act("report", issue, "--text", "化验单在村委会", by: "黄建华").status == 0)
    let own = try act("strike-off", issue, by: "黄建华")
    #expect(own.status == 1)
    #expect(try act("strike-off", issue, by: "吴桂兰").status == 0)
    #expect(Set(names(try list(command, "--state", "struck-off"))) == [issue, "22/FD1"])
    #expect(try act("reopen", issue, "--reason", "又浑了", by: "黄建华").status == 0)
    #expect(try list(command, "--household", "35").first?["reopened"] == 1)
    #expect(try command.ruhu("verify").status == 0)
  }

  private func reportWithFiles(_ issue: String, _ command: Command) throws {
    func report(_ file: String) throws -> Command.Outcome {
      try command.ruhu("issues", "report", issue, "--file", file, "--person", "周敏")
    }
    #expect(try report("/nowhere/照片.jpg").errors.contains("There is no such file"))
    #expect(try report(command.home.path).errors.contains("This is a folder"))
    #expect(try report(command.file("empty.txt", "")).errors.contains("This file is empty"))
    let large = command.home.appending(path: "large.bin")
    #expect(FileManager.default.createFile(atPath: large.path, contents: nil))
    let handle = try FileHandle(forWritingTo: large)
    try handle.truncate(atOffset: (64 << 20) + 1)
    try handle.close()
    #expect(try report(large.path).errors.contains("larger than 64 MB"))
    let said = try report(command.file("水池.txt", "清洗后的水池"))
    #expect(said.status == 0, "\(said.errors)")
    let out = command.home.appending(path: "out").path
    let written = try command.ruhu("issues", "files", issue, "--to", out)
    #expect(written.output == "\(out)/水池.txt\n")
    #expect(try String(contentsOfFile: "\(out)/水池.txt", encoding: .utf8) == "清洗后的水池")
    // A file of that name that says something else is left alone; the same once more is no trouble.
    #expect(try command.ruhu("issues", "files", issue, "--to", out).status == 0)
    try Data("别的".utf8).write(to: URL(filePath: "\(out)/水池.txt"))
    #expect(try command.ruhu("issues", "files", issue, "--to", out).status == 1)
    #expect(try String(contentsOfFile: "\(out)/水池.txt", encoding: .utf8) == "别的")
  }

  @Test func evidenceGoesWithTheHouseholdThatIsErased() throws {
    let command = try Command.withSample()
    defer { command.remove() }
    func kept(_ folder: String = "Data") throws -> Int {
      let path = command.home.appending(path: "\(folder)/attachments").path
      return try FileManager.default.contentsOfDirectory(atPath: path).count {
        !$0.hasPrefix(".")
      }
    }
    let photo = try command.file("水池.txt", "清洗后的水池")
    for issue in ["43/WA1", "13/ED1"] {
      #expect(
        try command.ruhu("issues", "report", issue, "--file", photo, "--person", "周敏").status == 0)
    }
    let copies = command.home.appending(path: "copies")
    try FileManager.default.createDirectory(at: copies, withIntermediateDirectories: true)
    #expect(try command.ruhu("second-copy", "set", copies.path).status == 0)
    let copy = try #require(
      try FileManager.default.contentsOfDirectory(atPath: copies.path).first)
    #expect(try kept() == 2 && kept("copies/\(copy)") == 2)
    func erase(_ household: String) throws -> Command.Outcome {
      try command.ruhu(
        "erase", "990101201201", household, "--reason", "asked for", "--yes", "--person", "黄建华")
    }
    // Another issue still names it.
    #expect(try erase("43").status == 0)
    #expect(try kept() == 2)
    #expect(try erase("13").status == 0)
    #expect(try kept() == 1 && kept("copies/\(copy)") == 1)
    #expect(try command.ruhu("verify").status == 0)
  }

  @Test func issuesAreTypedOfHouseholdSiteAndVillage() throws {
    let command = try Command.withSample()
    defer { command.remove() }
    for concern in [["--household", "1"], ["--site", "二组垃圾点"], []] {
      let said = try command.run(
        ["issues", "open", "--text", "垃圾没人收", "--source", "hotline", "--person", "陈立"] + concern)
      #expect(said.status == 0, "\(said.errors)")
    }
    #expect(try list(command).count == 22)
    #expect(try command.ruhu("issues", "open", "--text", "", "--person", "陈立").status == 1)
    let domain = try command.ruhu(
      "issues", "open", "--text", "x", "--domain", "air", "--person", "陈立")
    #expect(domain.status == 1 && domain.errors.contains("water"))
    let described = try command.ruhu(
      "issues", "describe", "43/WA1", "--cause", "water", "--class", "3", "--person", "黄建华")
    #expect(described.status == 0, "\(described.errors)")
    let issue = try #require(try list(command, "--overdue").first)
    #expect(issue["cause"] == "water" && issue["class"] == 3)
    #expect(
      try command.ruhu(
        "issues", "describe", "43/WA1", "--cause", "bad luck", "--person", "黄建华"
      ).status == 1)
  }
}
