import JSONText
import Testing

@testable import Spreadsheets

@Suite struct RegisterTests {
  private static let lists: [String: [RegisterChoice]] = [
    "rel": [
      RegisterChoice(name: "02", labels: ["户主", "Head"]),
      RegisterChoice(name: "10", labels: ["配偶", "Spouse"]),
      RegisterChoice(name: "20", labels: ["子", "Son"]),
    ],
    "sex": [
      RegisterChoice(name: "1", labels: ["男", "Male"]),
      RegisterChoice(name: "2", labels: ["女", "Female"]),
    ],
    "safety": [
      RegisterChoice(name: "dibao", labels: ["农村低保", "Rural minimum living"]),
      RegisterChoice(name: "dis", labels: ["残疾人家庭", "Household of a disabled person"]),
    ],
  ]

  private let reader: RegisterReader

  init() throws {
    reader = RegisterReader(
      village: "990101001001", choices: Self.lists,
      today: try #require(CalendarDate(year: 2026, month: 9, day: 1)))
  }

  private func read(_ text: String, _ reader: RegisterReader? = nil) throws -> Register {
    try (reader ?? self.reader).read(Array(text.utf8))
  }

  /// Each fault as `row:column kind`.
  private func faults(_ text: String, _ reader: RegisterReader? = nil) -> [String] {
    do {
      _ = try (reader ?? self.reader).read(Array(text.utf8))
      return []
    } catch {
      return error.faults.map { fault in
        "\(fault.row ?? 0):\(fault.column?.position ?? 0) \(fault.kind)"
      }
    }
  }

  @Test func chineseWithRepeatedAndBlankHouseholdCells() throws {
    let register = try read(
      """
      云溪村农户花名册,,,,,,,
      村代码,村民小组,户序号,户主姓名,社会救助身份,姓名,与户主关系,身份证号
      990101001001,3组,017,甲一,农村低保、残疾人家庭,甲一,户主,99010119491231028X
      ,,,,,甲二,配偶,
      990101001001,3组,17,甲一,,甲三,20,
      990101001001,4组,18,乙一,,乙一,,

      """)
    #expect(register.households.count == 2)
    let first = register.households[0]
    #expect(first.sourceKey == "s:17")
    #expect(first.row == 3)
    #expect(first[.group] == "3组")
    #expect(first[.assistance] == "dibao dis")
    #expect(first.members.map(\.sourceKey) == ["p:甲一", "p:甲二", "p:甲三"])
    #expect(first.members.map(\.row) == [3, 4, 5])
    #expect(first.members.map { $0[.relation] } == ["02", "10", "20"])
    #expect(first.members[0][.citizenNumber] == "99010119491231028X")
    #expect(register.households[1].members[0][.relation] == "02")
  }

  @Test func englishWithSemicolonsAndNumbers() throws {
    let register = try read(
      """
      Household serial;Household number;Person number;Name;Relation to head;Birth date;Sex
      1;H-1;P1;A One;Head;1950/3/7;Male
      1;H-1;P2;A One;Spouse;19510401;f
      """)
    #expect(register.households[0].sourceKey == "n:H-1")
    #expect(register.households[0].members.map(\.sourceKey) == ["n:P1", "n:P2"])
    #expect(register.households[0].members.map { $0[.birthDate] } == ["1950-03-07", "1951-04-01"])
    #expect(register.households[0].members.map { $0[.sex] } == ["1", "2"])
  }

  @Test func namesakesAreToldApart() throws {
    let register = try read("户序号,姓名,与户主关系,出生日期\n1,甲,户主,1950-03-07\n1,甲,子,1980-03-07\n")
    #expect(register.households[0].members.map(\.sourceKey) == ["p:甲", "p:甲#2"])
    #expect(
      faults("户序号,姓名,与户主关系\n1,甲,户主\n1,甲,子\n") == ["3:2 personTwice(row: 2)"])
  }

  @Test func allFaultsAreListedInOrder() {
    let found = faults(
      """
      户序号,户主姓名,姓名,与户主关系,公民身份号码,性别,出生日期
      1,甲,甲,户主,99010119491231028X,男,1950-01-01
      1,乙,乙,朋友,990101194912310281,,18324
      x,丙,丙,户主,,,
      ,,丁,,,,
      0,戊,,户主,99010119491231028X,,2027-01-01
      2,,己,子,,,
      """)
    #expect(
      found == [
        "2:6 sexDiffers", "2:7 birthDateDiffers", "3:2 serialOfOtherHead(row: 2)",
        "3:4 notAChoice(list: \"rel\")",
        "3:5 citizenNumber(Spreadsheets.CitizenNumberFault.checkCharacter)",
        "3:7 date(Spreadsheets.CalendarDateFault.spreadsheetSerial)", "4:1 notAWholeNumber",
        "6:1 outOfRange(ClosedRange(1...9999))", "6:3 missing",
        "6:7 dateOutOfRange", "7:4 noHead",
      ])
  }

  @Test func duplicates() {
    #expect(
      faults(
        """
        户序号,户编号,姓名,与户主关系,公民身份号码,人编号,村民小组
        1,A,甲,户主,99010119491231028X,7,1组
        1,,乙,子,99010119491231028x,7,2组
        2,A,丙,户主,99010119491231028X,7,
        2,,丁,户主,,8,
        """) == [
          "3:5 citizenNumberTwice(row: 2, sameHousehold: true)", "3:6 personNumberTwice(row: 2)",
          "3:7 householdDiffers(row: 2)",
          "4:2 numberOfOtherHousehold(row: 2)",
          "4:5 citizenNumberTwice(row: 2, sameHousehold: false)",
          "5:4 secondHead(row: 4)",
        ])
  }

  @Test func columns() throws {
    #expect(faults("") == ["0:0 noTitles"])
    #expect(faults("a,b\n1,2\n") == ["0:0 noTitles"])
    #expect(
      faults("户序号,姓名,银行卡号,身份证,身份证号\n1,甲,1,,\n") == [
        "1:0 missingColumn(Spreadsheets.RegisterField.relation)", "1:3 unknownColumn",
        "1:5 columnTwice(other: 4)",
      ])
    #expect(faults("户序号,姓名,与户主关系\n") == ["0:0 noRows"])
    #expect(faults("户序号,姓名,与户主关系\n,甲,户主\n") == ["2:1 noHousehold"])
    #expect(faults("户序号,姓名,与户主关系,民族\n1,甲,户主,汉\n") == ["1:4 noSuchList(\"eth\")"])
    #expect(
      faults("户序号,姓名,与户主关系,\n1,甲,户主,x,y\n") == [
        "2:4 cellWithoutTitle", "2:5 cellWithoutTitle",
      ])
    #expect(
      faults("村代码,户序号,姓名,与户主关系\n990101001002,1,甲,户主\n99,2,乙,户主\n") == [
        "2:1 otherVillage", "3:1 notAVillageCode",
      ])
    #expect(faults("户序号,姓名\n1,\"甲\n").first?.hasPrefix("2:2 csv(") == true)
  }

  @Test func otherRegistersByMapping() throws {
    let mapping = try RegisterMapping(
      JSON(
        parsing: """
          {"columns": {"编号": "户序号", "住户": "m_name", "身份": "m_rel", "卡号": null},
           "values": {"与户主关系": {"老伴": "10"}}}
          """))
    let reader = RegisterReader(
      village: nil, choices: Self.lists,
      today: try #require(CalendarDate(year: 2026, month: 9, day: 1)), mapping: mapping)
    let register = try read("编号,住户,身份,卡号\n1,甲,户主,62\n1,乙,老伴,63\n", reader)
    #expect(register.households[0].members[1].facts.map(\.value) == ["乙", "10"])
  }

  @Test(arguments: [
    ("[]", RegisterMappingFault.notAnObject(member: nil)),
    (#"{"columns": 1}"#, .notAnObject(member: "columns")),
    (#"{"fields": {}}"#, .unknownMember("fields")),
    (#"{"columns": {"a": "b"}}"#, .unknownField("b")),
    (#"{"columns": {"a": 1}}"#, .unknownField("1")),
    (#"{"values": {"rel": {}}}"#, .unknownField("rel")),
    (#"{"values": {"m_rel": {"a": 1}}}"#, .notAText(member: "a")),
  ])
  func badMappings(_ text: String, _ fault: RegisterMappingFault) throws {
    let json = try JSON(parsing: text)
    #expect(throws: fault) { try RegisterMapping(json) }
  }

  @Test func sameHouseholdsInWhateverEncoding() throws {
    let text = "户序号,姓名,与户主关系\r\n1,甲一,户主\r\n2,乙一,户主\r\n"
    let encoded = try #require(GB18030.encode(text))
    let utf8 = try reader.read(Array(text.utf8))
    #expect(try reader.read(encoded) == utf8)
    #expect(try reader.read([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == utf8)
  }
}
