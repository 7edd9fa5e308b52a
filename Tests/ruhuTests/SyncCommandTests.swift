import Foundation
import JSONText
import Testing

/// `ruhu sync`, `pack` and `unpack` as they are typed.
@Suite struct SyncCommandTests {
  private static let village = "990101201201"

  /// Two laptops of one team, and a folder where both have been.
  private func withTeam(_ body: (Command, Command, _ stick: String) throws -> Void) throws {
    let (first, second) = (try Command(), try Command())
    defer {
      first.remove()
      second.remove()
    }
    let stick = first.home.appending(path: "stick").path
    try FileManager.default.createDirectory(atPath: stick, withIntermediateDirectories: true)
    try first.ruhu("village", "new", Self.village, "云溪村", "--person", "甲一")
    #expect(try first.ruhu("team", "new", "一队").status == 0)
    #expect(try first.ruhu("sync", stick).status == 0)
    #expect(try second.ruhu("team", "join", stick, input: "y\n").status == 0)
    #expect(try second.ruhu("sync", stick).status == 0)
    try body(first, second, stick)
  }

  /// The eight words of a laptop, as its owner reads them out.
  private func words(_ command: Command) throws -> String {
    let lines = try command.ruhu("device").output.split(separator: "\n")
    let title = try #require(lines.firstIndex { $0.contains("eight words") })
    return lines[title + 1].trimmingCharacters(in: .whitespaces)
  }

  @Test func aVillageReachesTheOtherLaptop() throws {
    try withTeam { first, second, stick in
      #expect(try second.ruhu("village", "list").output == "990101201201  云溪村\n")
      let again = try first.ruhu("sync", stick, language: "zh")
      #expect(again.status == 0)
      #expect(again.output.contains("同步好了"))
      #expect(again.errors.isEmpty)
      let log = first.home.appending(path: "Data/sync/log.jsonl").path
      let lines = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
      #expect(lines.count == 2)
      #expect(try JSON(parsing: String(lines[0]))["out"]?[Self.village] != nil)
    }
  }

  @Test func aLaptopThatHasWrittenNothingCanBeAdmittedByItsWords() throws {
    try withTeam { first, second, stick in
      try first.ruhu("sync", stick)
      let spoken = try words(second).split(separator: " ").map(String.init)
      let admit = ["team", "admit"] + spoken
      // It gave itself no name, so that it needs one.
      #expect(try first.run(admit).status == 1)
      let admitted = try first.run(admit + ["--name", "二号"])
      #expect(admitted.status == 0, "\(admitted.errors)")
      #expect(try first.ruhu("team", "devices").output.contains("二号"))
    }
  }

  @Test func foldersThatCannotBeUsedAreNamed() throws {
    try withTeam { first, _, stick in
      for (path, said) in [
        (stick + "/nothing", "no such folder"),
        (first.home.path + "/Data", "inside the data folder"),
        (try first.file("a file", ""), "is a file"),
      ] {
        let refused = try first.ruhu("sync", path)
        #expect(refused.status == 1)
        #expect(refused.errors.contains(said), "\(refused.errors)")
        #expect(refused.output.isEmpty)
      }
      let code = try first.ruhu("sync", stick, "--village", "99", language: "zh")
      #expect(code.status == 1)
      #expect(code.errors.contains("12 位数字"))
    }
  }

  @Test func aDamagedSegmentIsSaidAndEndsWithStatusOne() throws {
    try withTeam { first, second, stick in
      try first.ruhu("village", "new", "990101201202", "另一村")
      try first.ruhu("sync", stick)
      let files = try #require(
        FileManager.default.enumerator(atPath: stick)?.allObjects as? [String])
      for file in files where file.contains("/990101201202/") && file.hasSuffix(".seg") {
        let path = "\(stick)/\(file)"
        var bytes = try Data(contentsOf: URL(filePath: path))
        bytes[bytes.count - 3] ^= 1
        try bytes.write(to: URL(filePath: path))
      }
      let met = try second.ruhu("sync", stick)
      #expect(met.status == 1)
      #expect(met.output.contains("damaged"))
      #expect(try first.ruhu("sync", stick).status == 0)
      #expect(try second.ruhu("sync", stick).status == 0)
    }
  }

  @Test func aParcelForALaptopIsOpenedThereOnly() throws {
    try withTeam { first, second, stick in
      try first.ruhu("sync", stick)
      let words = try words(second)
      let parcel = stick + "/p.ruhu"
      let packed = try first.ruhu("pack", Self.village, "--for", words, "--out", parcel)
      #expect(packed.status == 0, "\(packed.errors)")
      #expect(try second.ruhu("unpack", parcel).status == 0)
      let again = try first.ruhu("pack", Self.village, "--for", words, "--out", parcel)
      #expect(again.status == 1)
      #expect(again.errors.contains("exists"))
      let third = try Command()
      defer { third.remove() }
      let refused = try third.ruhu("unpack", parcel, input: "y\n")
      #expect(refused.status == 1)
      #expect(refused.errors.contains("not for this laptop"))
      let bad = try third.ruhu("unpack", try third.file("x", "hello"), language: "zh")
      #expect(bad.errors.contains("不是 ruhu 的包"))
    }
  }

  @Test func aPassphraseLetsANewLaptopJoinByParcel() throws {
    try withTeam { first, second, stick in
      let parcel = stick + "/q.ruhu"
      let short = try first.ruhu(
        "pack", Self.village, "--passphrase", "--out", parcel, input: "abc\nabc\n")
      #expect(short.errors.contains("guessed"))
      let packed = try first.ruhu(
        "pack", Self.village, "--passphrase", "--out", parcel, input: "田埂水牛稻花\n田埂水牛稻花\n")
      #expect(packed.status == 1)
      let long = "田埂 水牛 稻花 灶台\n"
      #expect(
        try first.ruhu(
          "pack", Self.village, "--passphrase", "--out", parcel, input: long + long
        ).status == 0)
      let third = try Command()
      defer { third.remove() }
      let sender = try words(first)
      let other = try third.ruhu(
        "unpack", parcel, "--sender", try words(second), input: long)
      #expect(other.status == 1)
      #expect(other.errors.contains("not the one of these words"))
      let wrong = try third.ruhu("unpack", parcel, "--sender", sender, input: "something else\n")
      #expect(wrong.errors.contains("not the passphrase"))
      let opened = try third.ruhu("unpack", parcel, "--sender", sender, input: long)
      #expect(opened.status == 0, "\(opened.errors)")
      #expect(opened.output.contains("云溪村"))
      #expect(try third.ruhu("village", "list").output == "990101201201  云溪村\n")
    }
  }

  @Test func theUsageIsExplained() throws {
    let command = try Command()
    defer { command.remove() }
    #expect(try command.ruhu("pack", Self.village, "--out", "x").status == 64)
    #expect(
      try command.ruhu("pack", Self.village, "--for", "a", "--passphrase", "--out", "x").status
        == 64)
    #expect(try command.ruhu("sync", "--help", language: "zh").output.contains("同步"))
    #expect(try command.ruhu("unpack", "--help").output.contains("sealed parcel"))
  }
}
