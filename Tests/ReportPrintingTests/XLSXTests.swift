import Foundation
import JSONText
import ReportStream
import Reports
import Testing

@testable import ReportPrinting

@Suite struct XLSXTests {
  private func sheets(_ report: Report = PrintedReport.report) throws -> [JSON] {
    let printed = try PrintedReport()
    defer { printed.remove() }
    return try printed.workbook(try printed.xlsx(report))["sheets"]?.array ?? []
  }

  @Test func theFirstSheetSaysWhatIsReadFirst() throws {
    let front = try #require(try sheets().first)
    #expect(front["name"]?.string == "完成<情况>")
    let cells = (front["rows"]?.array ?? []).flatMap { $0.array ?? [] }
    let texts = cells.compactMap { $0["v"]?.string }
    for text in ["完成<情况>", "云溪村 990101201201", "注意:有损坏", "户数", "入户/情况", "填报人"] {
      #expect(texts.contains(text), "\(text)")
    }
    #expect(cells.contains { $0["v"]?.int == 1260 && $0["t"]?.string == "n" })
    #expect(cells.contains { $0["v"]?.double == 0.996 && $0["f"]?.string == "0.0%" })
  }

  @Test func cellsAreNumbersDaysAndWords() throws {
    let sheet = try #require(try sheets().last)
    #expect(sheet["name"]?.string == "入户 情况")
    let rows = (sheet["rows"]?.array ?? []).map { $0.array ?? [] }
    #expect(rows[1][0]["v"]?.string == "注意:有损坏")
    let body = rows[5]
    #expect(body[1]["v"]?.int == 7 && body[1]["t"]?.string == "n")
    #expect(body[3]["v"]?.double == 0.368 && body[3]["f"]?.string == "0.0%")
    #expect(body[4]["v"]?.string == "2026-11-20" && body[4]["t"]?.string == "d")
    #expect(body[4]["f"]?.string == "yyyy-mm-dd")
    #expect(body[5]["v"]?.double == 2.3 && body[5]["f"]?.string == "0.0")
    // A day that the calendar does not have stays what was written.
    #expect(rows[6][4]["v"]?.string == "2026-02-30" && rows[6][4]["t"]?.string != "d")
    #expect(rows[7].prefix(3).allSatisfy { $0["b"]?.bool == true })
    #expect(rows[8][0]["v"]?.string == "说明")
  }

  @Test func noCellIsAFormula() throws {
    for sheet in try sheets() {
      for row in sheet["rows"]?.array ?? [] {
        for cell in row.array ?? [] { #expect(cell["t"]?.string != "f") }
      }
    }
    let printed = try PrintedReport()
    defer { printed.remove() }
    let path = try printed.xlsx()
    let xml = try printed.output("/usr/bin/env", ["unzip", "-p", path, "xl/worksheets/sheet2.xml"])
    #expect(xml.contains("=1+1") && !xml.contains("<f>"))
  }

  @Test func aTableIsFrozenFilteredAndHasItsChart() throws {
    let sheet = try #require(try sheets().last)
    #expect(sheet["frozen"]?.string == "A5")
    // The sum is no row to be filtered away.
    #expect(sheet["filter"]?.string == "A4:F7")
    #expect(sheet["titles"]?.string == "$1:$4")
    #expect(sheet["charts"]?.int == 1)
    #expect(sheet["paper"]?.int == 9)
    #expect(
      sheet["merged"]?.array?.compactMap(\.string) == ["A3:A4", "B3:C3", "D3:D4", "E3:E4", "F3:F4"])
    let widths = (sheet["widths"]?.array ?? []).compactMap(\.double)
    // Two cells a Chinese character, and some air.
    #expect(widths.count == 5 && widths[0] >= 10 && widths[2] >= 8 && widths[4] >= 12)
  }

  @Test func theSameReportGivesTheSameBytes() throws {
    let printed = try PrintedReport()
    defer { printed.remove() }
    let one = try Data(contentsOf: URL(filePath: try printed.xlsx()))
    let other = try Data(contentsOf: URL(filePath: try printed.xlsx(name: "b.xlsx")))
    #expect(one == other)
    let book = try printed.workbook(try printed.xlsx())
    #expect(book["created"]?.string?.hasPrefix("2026-11-21T00:00:00") == true)
  }

  @Test func sheetNamesAreLegalAndApart() {
    var names = SheetNames()
    #expect(names.name("a/b:c") == "a b c")
    #expect(names.name("A/B:C") == "A B C (2)")
    #expect(names.name("") == "Sheet")
    #expect(names.name("History") == "Sheet (2)")
    #expect(names.name("'x'") == "x")
    let long = names.name(String(repeating: "户", count: 40))
    #expect(long.count == 31)
    #expect(names.name(String(repeating: "户", count: 50)).count == 31)
    #expect(TableSheet.letters(0) == "A" && TableSheet.letters(25) == "Z")
    #expect(TableSheet.letters(26) == "AA" && TableSheet.letters(702) == "AAA")
  }

  @Test func daysAreCountedFrom1970() {
    #expect(CivilDay("1970-01-01")?.seconds == 0)
    #expect(CivilDay("2026-11-21")?.seconds == 1_795_219_200)
    #expect(CivilDay("2000-02-29")?.seconds == 951_782_400)
    #expect(CivilDay("1900-02-29") == nil && CivilDay("2026-13-01") == nil)
    #expect(CivilDay("yesterday") == nil && CivilDay("2026-1-1") == nil)
  }
}
