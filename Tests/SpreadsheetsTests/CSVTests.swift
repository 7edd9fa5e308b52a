import SeededRandom
import Testing

@testable import Spreadsheets

@Suite struct CSVTests {
  private func cells(_ text: String) throws -> [[String]] {
    try CSVTable(reading: Array(text.utf8)).rows.map(\.cells)
  }

  @Test func quotesLineBreaksAndLineEnds() throws {
    #expect(try cells("a,b\r\nc,d\r\n") == [["a", "b"], ["c", "d"]])
    #expect(try cells("a,b\nc,d") == [["a", "b"], ["c", "d"]])
    #expect(try cells("a,b\rc,d\r") == [["a", "b"], ["c", "d"]])
    #expect(
      try cells("\"a,\"\"x\"\"\",\"\"\n\"1\r\n2\",\n") == [["a,\"x\"", ""], ["1\r\n2", ""]])
    #expect(try cells("") == [])
    #expect(try cells("\n\na,\n") == [[""], [""], ["a", ""]])
  }

  @Test func rowsAndLinesAreCountedApart() throws {
    let table = try CSVTable(reading: Array("a,b\n\"1\n2\",x\n\nlast,y\n".utf8))
    #expect(table.rows.map(\.number) == [1, 2, 3, 4])
    #expect(table.rows.map(\.line) == [1, 2, 4, 5])
    #expect(table.rows[2].isBlank)
  }

  @Test(arguments: [("a;b,c;d\n1;2;3", ";"), ("a\tb\n1\t2", "\t"), ("a,b\n", ","), ("a\n", ",")])
  func findsTheDelimiter(_ text: String, _ delimiter: Character) throws {
    #expect(try CSVTable(reading: Array(text.utf8)).delimiter == delimiter)
  }

  @Test func findsTheEncoding() throws {
    let text = "姓名,住址\n张三,㒣村𠀀组\n"
    let marked = try CSVTable(reading: [0xEF, 0xBB, 0xBF] + Array(text.utf8))
    #expect(marked.encoding == .utf8WithMark)
    let plain = try CSVTable(reading: Array(text.utf8))
    #expect(plain.encoding == .utf8)
    let encoded = try #require(GB18030.encode(text))
    let national = try CSVTable(reading: encoded)
    #expect(national.encoding == .gb18030)
    #expect(national.rows == plain.rows)
    #expect(marked.rows == plain.rows)
  }

  @Test func namesTheByteThatIsNoText() throws {
    let start = try #require(GB18030.encode("姓名\n张三,"))
    #expect(throws: CSVFault(.badText, offset: start.count, line: 2)) {
      try CSVTable(reading: start + [0xFF, 0x41])
    }
    #expect(throws: CSVFault(.badText, offset: start.count, line: 2)) {
      try CSVTable(reading: start + [0x81])
    }
    #expect(throws: CSVFault(.badUTF8, offset: 4, line: 1)) {
      try CSVTable(reading: [0xEF, 0xBB, 0xBF, 0x41, 0xD5])
    }
    #expect(throws: CSVFault(.zeroByte, offset: 2, line: 2)) {
      try CSVTable(reading: [0x41, 0x0A, 0x00])
    }
    #expect(throws: CSVFault(.workbook)) { try CSVTable(reading: [0x50, 0x4B, 3, 4, 0, 0]) }
    #expect(throws: CSVFault(.utf16)) { try CSVTable(reading: [0xFF, 0xFE, 0x41, 0]) }
  }

  @Test func namesTheCellThatIsNotQuotedWell() {
    #expect(throws: CSVFault(.openQuote, line: 2, row: 2, column: 2)) {
      try cells("a,b\nc,\"d\ne\n")
    }
    #expect(throws: CSVFault(.textAfterQuote, line: 1, row: 1, column: 1)) { try cells("\"a\"b,c") }
    #expect(throws: CSVFault(.quoteInBareCell, line: 3, row: 2, column: 2)) {
      try cells("\"a\n\",b\nc,5\" pipe")
    }
  }

  @Test func writesWhatItReads() throws {
    let rows = [
      ["plain", "with, comma", "with \"quotes\"", "two\nlines", " space ", ""],
      ["张三", "a;b", "-8", "12.5", "", "x"],
    ]
    var writer = CSVWriter(mark: true)
    for row in rows { writer.row(row) }
    let table = try CSVTable(reading: writer.bytes)
    #expect(table.rows.map(\.cells) == rows)
    #expect(table.encoding == .utf8WithMark)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+86 1", "'+86 1"), ("-x", "'-x"), ("@a", "'@a"), ("\tx", "'\tx"),
    ("＝1", "'＝1"), ("-8", "-8"), ("-8.5", "-8.5"), ("-", "'-"), ("-1-2", "'-1-2"), ("a=1", "a=1"),
    ("", ""),
  ])
  func guardsFormulas(_ cell: String, _ written: String) {
    #expect(CSVWriter.guarded(cell) == written)
  }

  @Test func survivesRandomBytes() {
    var random = SplitMix64(seed: 7)
    let alphabet: [UInt8] = [
      0x2C, 0x22, 0x0A, 0x0D, 0x3B, 0x09, 0x41, 0xB9, 0xAB, 0x30, 0x81, 0x20,
    ]
    for _ in 0..<3000 {
      let bytes = (0..<Int(random.next() % 40)).map { _ in
        alphabet[Int(random.next() % UInt64(alphabet.count))]
      }
      _ = try? CSVTable(reading: bytes)
    }
  }

  @Test func randomTablesComeBack() throws {
    var random = SplitMix64(seed: 11)
    let alphabet = ["a", "\"", ",", "\n", "\r", "\r\n", "户", " ", ";", "\t", "é"]
    for _ in 0..<500 {
      let rows = (0...random.next() % 3).map { _ in
        (0...random.next() % 3).map { _ in
          "x" + (0..<random.next() % 5).map { _ in alphabet[Int(random.next() % 11)] }.joined()
        }
      }
      var writer = CSVWriter()
      for row in [["a,b", "c,d"]] + rows { writer.row(row) }
      let text = String(decoding: writer.bytes, as: UTF8.self)
      var parser = CSVParser(Array(text.utf8), delimiter: 0x2C)
      #expect(try parser.rows().dropFirst().map(\.cells) == rows)
    }
  }
}
