import Foundation
import ReportStream
import ReportWriters
import Reports
import Testing

@testable import ReportPrinting

@Suite struct PDFTests {
  private static func long(_ rows: Int, columns: Int = 3) -> Report {
    let table = ReportTable(
      "long", "长表",
      [ReportColumn("name", "姓名", weight: 2)]
        + (1..<columns).map { ReportColumn("n\($0)", "列\($0)", .number) },
      (1...rows).map { row in
        ReportRow([.text("户\(row)")] + (1..<columns).map { .count(row * 1000 + $0) })
      })
    var report = PrintedReport.report
    report.blocks = [.heading("长表", level: 1), .table(table)]
    return report
  }

  private func pages(_ report: Report) throws -> [String] {
    let printed = try PrintedReport()
    defer { printed.remove() }
    return try printed.words(try printed.pdf(report)).split(separator: "\u{C}")
      .map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
  }

  @Test func everythingStandsOnThePage() throws {
    let text = try #require(try pages(PrintedReport.report).first)
    for word in [
      "完成<情况>", "云溪村 990101201201", "注意:有损坏", "1260", "99.6%", "饮水", "=1+1", "36.8%",
      "2026-11-20", "2.3", "合计", "说明", "填报人", "第 1 页,共 1 页",
    ] { #expect(text.contains(word), "\(word)") }
  }

  @Test func eachPageHasTitlesWarningsAndItsNumber() throws {
    let pages = try pages(Self.long(150))
    #expect(pages.count > 2)
    for (number, page) in pages.enumerated() {
      #expect(page.contains("第 \(number + 1) 页,共 \(pages.count) 页"))
      #expect(page.contains("注意:有损坏"))
      #expect(page.contains("姓名") && page.contains("列2"))
    }
    for row in 1...150 {
      // On one page and whole: its name and both its numbers.
      let found = pages.filter { $0.contains("\(row)001 ") || $0.contains("\(row)001\n") }
      #expect(found.count >= 1)
      #expect(
        pages.flatMap { $0.split(separator: "\n") }.contains {
          $0.split(separator: " ").map(String.init) == ["户\(row)", "\(row)001", "\(row)002"]
        }, "\(row)")
    }
  }

  @Test func aWideTableLiesOnItsSide() throws {
    let narrow = PDFColumns(PrintedReport.table, try #require(PangoText(language: "zh-CN")))
    #expect(!narrow.isLandscape && narrow.size == 9)
    guard case .table(let table) = Self.long(3, columns: 22).blocks[1] else { return }
    let wide = PDFColumns(table, try #require(PangoText(language: "zh-CN")))
    #expect(wide.isLandscape || wide.size < 9)
    #expect(wide.width <= PDFFlow.width(isLandscape: wide.isLandscape) + 0.1)
    let pages = try pages(Self.long(3, columns: 22))
    #expect(pages.joined().contains("3021"))
  }

  @Test func aCellThatFitsNoPageGoesOnOverTheNext() throws {
    var report = PrintedReport.report
    let words = (0..<4000).map { "w\($0)" }.joined(separator: " ")
    report.blocks = [
      .table(
        ReportTable(
          "one", "一", [ReportColumn("a", "甲"), ReportColumn("b", "乙", .number)],
          [ReportRow([.text(words), .count(1)])]))
    ]
    let text = try pages(report).joined()
    for number in [0, 1999, 3999] { #expect(text.contains("w\(number)"), "\(number)") }
  }

  @Test func theSameReportGivesTheSameBytes() throws {
    let printed = try PrintedReport()
    defer { printed.remove() }
    let one = try Data(contentsOf: URL(filePath: try printed.pdf()))
    let other = try Data(contentsOf: URL(filePath: try printed.pdf(name: "b.pdf")))
    #expect(one == other)
  }

  @Test func aCharacterThatNoFontHasIsTold() throws {
    let printed = try PrintedReport()
    defer { printed.remove() }
    var report = PrintedReport.report
    report.blocks.append(.paragraph("\u{10FFFD}\u{10FFF0}"))
    #expect(throws: PrintFault.noGlyphs([0x10FFF0, 0x10FFFD], count: 2)) {
      _ = try printed.pdf(report)
    }
  }

  @Test func aReportWithoutAHeadIsNone() {
    var writer = PDFWriter(file: -1)
    #expect(throws: PrintFault.broken) {
      try writer.add(.newPage)
      try writer.finish()
    }
  }

  @Test func aFileThatTakesNothingIsAFaultOfTheDisk() throws {
    let full = open("/dev/full", O_WRONLY)
    defer { close(full) }
    var writer = PDFWriter(file: full)
    #expect(throws: PrintFault.disk(.write, code: ENOSPC)) {
      try PrintedReport.report.forEachPart { try writer.add($0) }
      try writer.finish()
    }
  }
}
