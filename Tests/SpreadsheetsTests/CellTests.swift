import Testing

@testable import Spreadsheets

@Suite struct CellTests {
  @Test(arguments: [
    "1950-03-07", "1950-3-7", "1950/3/7", "1950/03/07", "1950.3.7", "1950年3月7日", "1950年03月07",
    "19500307", " １９５０－０３－０７ ", "'19500307",
  ])
  func dates(_ cell: String) throws {
    #expect(try CalendarDate(reading: cell).description == "1950-03-07")
  }

  @Test(arguments: [
    ("18324", CalendarDateFault.spreadsheetSerial), ("1950-02-29", .noSuchDay),
    ("1950-13-01", .noSuchDay), ("19500230", .noSuchDay), ("7/3/1950", .notADate),
    ("1950", .notADate), ("1950-3", .notADate), ("1950-3-7-1", .notADate),
    ("1950-3-7 8:00", .notADate),
    ("195-3-7", .notADate), ("不详", .notADate), ("1950-3/7", .notADate), ("1950-3-", .notADate),
    ("", .notADate), ("1950-3-7-", .notADate),
  ])
  func notDates(_ cell: String, _ fault: CalendarDateFault) {
    #expect(throws: fault) { try CalendarDate(reading: cell) }
  }

  @Test func leapDays() {
    #expect(CalendarDate(year: 2000, month: 2, day: 29) != nil)
    #expect(CalendarDate(year: 1900, month: 2, day: 29) == nil)
    #expect(CalendarDate(year: 2024, month: 2, day: 29) != nil)
    #expect(CalendarDate(year: 2023, month: 4, day: 31) == nil)
  }

  @Test func citizenNumbers() throws {
    let number = try CitizenNumber(reading: " ９９０１０１１９４９１２３１０２８ｘ ")
    #expect(number.text == "99010119491231028X")
    #expect(number.birthDate.description == "1949-12-31")
    #expect(number.sex == "2")
    #expect(try CitizenNumber(reading: "'99010119491231028X") == number)
  }

  @Test(arguments: [
    ("990101194912310281", CitizenNumberFault.checkCharacter),
    ("99010119491231028", .length(17)), ("990101491231002", .oldFifteenDigits),
    ("9.90101E+17", .roundedBySpreadsheet), ("990101194912310000", .roundedBySpreadsheet),
    ("99010119491331028X", .noSuchBirthDate), ("99010119490229028X", .noSuchBirthDate),
    ("X90101194912310020", .otherCharacters), ("99010119491231028Y", .otherCharacters),
    ("无", .otherCharacters), ("9901011949123102811", .length(19)),
  ])
  func notCitizenNumbers(_ cell: String, _ fault: CitizenNumberFault) {
    #expect(throws: fault) { try CitizenNumber(reading: cell) }
  }

  @Test func everyChangedDigitIsFound() {
    let number = Array("99010119491231028X".utf8)
    for place in 0..<17 {
      for digit in UInt8(0x30)...0x39 where digit != number[place] {
        var changed = number
        changed[place] = digit
        #expect(throws: CitizenNumberFault.self) {
          try CitizenNumber(reading: String(decoding: changed, as: UTF8.self))
        }
      }
    }
  }

  @Test func choices() {
    let list = [
      RegisterChoice(name: "none", labels: ["未纳入", "Not monitored"]),
      RegisterChoice(name: "marginal", labels: ["边缘易致贫户", "Marginal, at risk"]),
      RegisterChoice(name: "tk_c", labels: ["特困(集中)供养", "Destitute, in institution"]),
      RegisterChoice(name: "orphan", labels: ["孤儿", "Orphan or de facto"]),
    ]
    let reader = RegisterChoiceReader("x", list, extra: ["没有": "none"])
    #expect(reader.one("MARGINAL") == "marginal")
    #expect(reader.one("特困（集中）供养 ") == "tk_c")
    #expect(reader.one("没有") == "none")
    #expect(reader.one("孤") == nil)
    #expect(reader.several("孤儿、边缘易致贫户") == ["orphan", "marginal"])
    #expect(reader.several("Marginal, at risk; Orphan or de facto") == ["marginal", "orphan"])
    #expect(reader.several("Destitute, in institution") == ["tk_c"])
    #expect(reader.several("tk_c orphan tk_c") == ["tk_c", "orphan"])
    #expect(reader.several("tk_c orphan 别的") == nil)
  }

  @Test func codesThatLostTheirZero() {
    let list = [RegisterChoice(name: "02", labels: ["户主", "Head"])]
    let reader = RegisterChoiceReader("rel", list, extra: [:])
    #expect(reader.one("2") == "02")
    #expect(reader.one("本人") == "02")
    #expect(reader.one("3") == nil)
  }

  @Test func titles() {
    #expect(RegisterField(title: " 户主 姓名") == .head)
    #expect(RegisterField(title: "身份证号码") == .citizenNumber)
    #expect(RegisterField(title: "relation to HEAD") == .relation)
    #expect(RegisterField(title: "户主") == .head)
    #expect(RegisterField(title: "m_dob") == .birthDate)
    #expect(RegisterField(title: "银行卡号") == nil)
    var seen: [String: RegisterField] = [:]
    for field in RegisterField.allCases {
      for title in field.titles {
        #expect(seen[title.comparableCell] == nil, "\(title) names two fields")
        seen[title.comparableCell] = field
      }
    }
  }
}
