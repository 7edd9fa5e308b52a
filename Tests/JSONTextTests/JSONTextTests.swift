import JSONText
import Testing

@Suite struct JSONTextTests {
  @Test func readsWhatItWrites() throws {
    let value: JSON = [
      "空": nil, "真": true, "n": -8, "文": "张三\n\"引\" \\ \u{1B}[31m", "列": [1, [], [:]],
      "d": .double(2.5),
    ]
    #expect(try JSON(parsing: value.compact) == value)
    #expect(try JSON(parsing: value.pretty) == value)
    #expect(!value.compact.contains("\u{1B}"))
  }

  @Test func keepsMembersInOrder() throws {
    let value = try JSON(parsing: #"{"b":1,"a":2}"#)
    #expect(value.members?.map(\.key) == ["b", "a"])
    #expect(value["a"]?.int == 2)
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\" 1}", "01", "1.", "1e", "tru", "\"a", "\"\\x\"", "\"\u{01}\"", "1 2",
    "\"\\uD800\"", "-", "+1", "{a:1}",
  ])
  func refuses(_ text: String) {
    #expect(throws: JSONFault.self) { try JSON(parsing: text) }
  }

  @Test func refusesBadUTF8AndDeepNesting() {
    #expect(throws: JSONFault(.badUTF8, at: 1)) { try JSON(parsing: [0x22, 0xFF, 0x22]) }
    #expect(throws: JSONFault.self) {
      try JSON(parsing: String(repeating: "[", count: 100_000))
    }
  }

  @Test func numbers() throws {
    #expect(try JSON(parsing: "-0") == .double(-0.0))
    #expect(try JSON(parsing: "9223372036854775807") == .int(.max))
    #expect(try JSON(parsing: "9223372036854775808") == .double(9_223_372_036_854_775_808))
    #expect(try JSON(parsing: "1.5e2") == .double(150))
    #expect(try JSON(parsing: "\"\\u4e2d\\ud83d\\ude00\\/\"") == "中😀/")
  }

  @Test func findsTheBytesOfAMember() throws {
    let line = Array(#"{"h":{"n":1,"t":"a}b"},"b":["x"]}"#.utf8)
    let ranges = try JSON.memberRanges(line)
    #expect(ranges.map(\.key) == ["h", "b"])
    #expect(String(decoding: line[ranges[0].range], as: UTF8.self) == #"{"n":1,"t":"a}b"}"#)
  }
}
