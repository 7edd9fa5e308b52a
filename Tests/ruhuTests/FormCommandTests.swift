import JSONText
import Testing

@Suite struct FormCommandTests {
  @Test func theHouseholdFormIsGood() throws {
    let command = try Command()
    defer { command.remove() }
    let check = try command.ruhu("form", "check", Command.root + "/Forms/household")
    #expect(check.status == 0)
    #expect(check.output.contains("103 questions"))
  }

  @Test func faultsBySheetRowAndColumn() throws {
    let command = try Command()
    defer { command.remove() }
    let form = try command.file(
      "form.json",
      #"{"survey":[{"type":"text","name":"a","label":"A"},{"type":"foo","name":"b","label":"B"}]}"#)
    let english = try command.ruhu("form", "check", form)
    #expect(english.status == 1)
    #expect(english.errors.contains("sheet survey, row 3, column \"type\""))
    let chinese = try command.ruhu("form", "check", form, "--lang", "zh")
    #expect(chinese.errors.contains("工作表 survey 第 3 行"))
  }

  @Test func runsStepsFromStandardInput() throws {
    let command = try Command()
    defer { command.remove() }
    let form = try command.file(
      "form.json",
      #"""
      {"survey":[{"type":"integer","name":"a","label":"A","constraint":". < 5"},
      {"type":"date","name":"d","label":"D","default":"today()"},
      {"type":"calculate","name":"n","calculation":"now()"}]}
      """#)
    let run = try command.ruhu(
      "form", "run", form, "-", "--today", "2024-05-15", "--now", "2024-05-15T23:00:00.000Z",
      "--tz", "+08:00", input: "/data/a\t7\n/data/a\t3\n?/data\t${a} + 1\n")
    #expect(run.status == 0)
    let json = try JSON(parsing: run.output)
    let results = json["steps"]?.array?.compactMap { $0["result"]?.string }
    #expect(results == ["CONSTRAINT_VIOLATED", "OK", "OK"])
    let values = json["nodes"]?.array?.compactMap { $0["value"]?.string } ?? []
    #expect(values.contains("2024-05-15"))
    #expect(values.contains { $0.hasPrefix("2024-05-16T07:00:00") })
    #expect(try command.ruhu("form", "run", form, "-", "--today", "x").status == 1)
    #expect(try command.ruhu("form", "run", form, "-", "--lang", "fr").status == 1)
    #expect(try command.ruhu("form", "run", form, "-", "--random", "2").status == 1)
    #expect(try command.ruhu("form", "run", form, "-", "--tz", "Nowhere").status == 1)
  }
}
