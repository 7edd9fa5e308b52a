import Fieldwork
import JSONText
import Reports
import Testing

@testable import ReportWriters

@Suite struct ReportWritersTests {
  private static let report = Report(
    Report.Head(
      kind: .completion, language: "zh-CN", day: "2026-11-21", villages: ["990101201201"],
      title: "完成<情况>", subject: "云溪村 990101201201",
      lines: [.init("截至", "2026-11-21")], warnings: ["注意:有损坏"]),
    [
      .figures([ReportFigure("户数", .count(1260)), ReportFigure("占比", .share(299, of: 300))]),
      .heading("入户情况", level: 1),
      .table(
        ReportTable(
          "coverage", "入户情况",
          [
            ReportColumn("place", "组", weight: 2),
            ReportColumn("met", "达标", .number, group: "户数"),
            ReportColumn("notMet", "不达标", .number, group: "户数"),
            ReportColumn("share", "占比", .share), ReportColumn("visit", "上次入户", .day),
          ],
          [
            ReportRow(
              [.text("饮水"), .blank, .blank, .blank, .blank], .heading),
            ReportRow([
              .text("=1+1"), .count(7), .count(12), .share(7, of: 19), .day("2026-11-20"),
            ]),
            ReportRow(
              [.text("合计"), .count(7), .count(12), .share(0, of: 0), .blank], .total),
          ], notes: ["说明"])),
      .chart(
        ReportChart("图", table: "coverage", names: "place", parts: ["met", "notMet"])),
      .signatures(["填报人", "日期"]),
    ],
    sources: [
      ReportSource(
        village: "990101201201", writer: "0g60r30c1g60r30c", sequence: 12, entry: "abc", erased: 1)
    ])

  @Test func textStandsInColumnsOfTwoCellsAChineseCharacter() {
    #expect(
      TextReport(Self.report).lines == [
        "完成<情况>", "云溪村 990101201201", "截至: 2026-11-21", "! 注意:有损坏", "",
        "户数   1260", "占比  99.6%", "", "入户情况", "========", "",
        "      户数",
        "组    达标  不达标   占比  上次入户",
        "----  ----  ------  -----  ----------",
        "饮水",
        "=1+1     7      12  36.8%  2026-11-20",
        "合计     7      12",
        "说明", "", "图",
        "=1+1  ##############xxxxxxxxxxxxxxxxxxxxxxxxx",
        "# 达标  x 不达标", "", "填报人: ____________  日期: ____________",
      ])
  }

  @Test func noCellOfACSVIsAFormula() {
    let text = String(decoding: CSVReport.bytes(Self.report, table: "coverage"), as: UTF8.self)
    #expect(
      text == "\u{FEFF}组,户数 达标,户数 不达标,占比,上次入户\r\n'=1+1,7,12,36.8%,2026-11-20\r\n"
        + "合计,7,12,,\r\n")
    #expect(
      !CSVReport.bytes(Self.report, table: "coverage", encoding: .plain)
        .starts(with: [0xEF, 0xBB, 0xBF]))
    let all = String(decoding: CSVReport.bytes(Self.report), as: UTF8.self)
    #expect(all.contains("注意:有损坏") && all.contains("户数,1260") && all.contains("饮水"))
  }

  @Test func oldSpreadsheetsGetTheirEncoding() {
    let bytes = CSVReport.bytes(Self.report, table: "coverage", encoding: .gb18030)
    #expect(bytes.starts(with: [0xD7, 0xE9, 0x2C]))
  }

  @Test func htmlIsOneFileAndSaysWhatItIsGiven() {
    let html = String(decoding: HTMLReport(Self.report).bytes, as: UTF8.self)
    #expect(html.hasPrefix("<!DOCTYPE html>"))
    #expect(html.contains("<h1>完成&lt;情况&gt;</h1>"))
    #expect(html.contains("<p class=\"warning\">注意:有损坏</p>"))
    #expect(html.contains("<th scope=\"colgroup\" colspan=\"2\">户数</th>"))
    #expect(html.contains("<td class=\"n\">12</td><td class=\"n\">36.8%</td>"))
    #expect(html.contains("<svg role=\"img\""))
    for word in ["<script", "src=", "href=", "url(", "@import"] { #expect(!html.contains(word)) }
  }

  @Test func jsonTellsEverythingByName() throws {
    let json = JSONReport.json(Self.report)
    #expect(json["report"]?.string == "completion")
    #expect(json["as_of"]?.string == "2026-11-21")
    let row = try #require(json["tables"]?["coverage"]?[0])
    #expect(row["under"]?.string == "饮水")
    #expect(row["notMet"]?.int == 12)
    #expect(row["share"]?["of"]?.int == 19)
    #expect(json["tables"]?["coverage"]?[1]?["total"]?.bool == true)
    #expect(JSONReport.sources(json) == Self.report.sources)
    #expect(JSONReport.sources(["households": 1]) == nil)
  }

  @Test func aDifferenceNamesItsTableRowAndColumn() {
    let before = JSONReport.json(Self.report)
    #expect(ReportDifference.between(before, before).isEmpty)
    var other = Self.report
    guard case .table(var table) = other.blocks[2] else { return }
    table.rows[1] = ReportRow([
      .text("=1+1"), .count(8), .count(12), .share(7, of: 19), .day("2026-11-20"),
    ])
    other.blocks[2] = .table(table)
    #expect(
      ReportDifference.between(before, JSONReport.json(other)) == [
        ReportDifference(table: "coverage", row: 1, column: "met", before: "7", now: "8")
      ])
    table.rows.removeLast()
    other.blocks[2] = .table(table)
    #expect(ReportDifference.between(before, JSONReport.json(other)).count == 2)
  }

  @Test func numbersAreRoundedHalfAwayFromZero() {
    #expect(ReportCell.number(2.345, decimals: 1).text == "2.3")
    #expect(ReportCell.number(-0.05, decimals: 1).text == "-0.1")
    #expect(ReportCell.number(12, decimals: 0).text == "12")
    #expect(ReportCell.number(1.005, decimals: 2).text.count == 4)
  }
}
