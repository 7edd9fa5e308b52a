import Foundation
import JSONText
import ReportStream
import Reports
import Testing

@testable import ReportPrinting

/// A report, its files, and what other programs read out of them.
struct PrintedReport {
  static let report = Report(
    Report.Head(
      kind: .completion, language: "zh-CN", day: "2026-11-21", villages: ["990101201201"],
      title: "完成<情况>", subject: "云溪村 990101201201",
      lines: [.init("截至", "2026-11-21")], warnings: ["注意:有损坏"]),
    [
      .figures([ReportFigure("户数", .count(1260)), ReportFigure("占比", .share(299, of: 300))]),
      .heading("入户情况", level: 1),
      .table(table),
      .chart(ReportChart("图", table: "coverage", names: "place", parts: ["met", "notMet"])),
      .signatures(["填报人", "日期"]),
    ])

  static let table = ReportTable(
    "coverage", "入户/情况",
    [
      ReportColumn("place", "组", weight: 2),
      ReportColumn("met", "达标", .number, group: "户数"),
      ReportColumn("notMet", "不达标", .number, group: "户数"),
      ReportColumn("share", "占比", .share), ReportColumn("visit", "上次入户", .day),
      ReportColumn("mean", "平均", .number),
    ],
    [
      ReportRow([.text("饮水"), .blank, .blank, .blank, .blank, .blank], .heading),
      ReportRow([
        .text("=1+1"), .count(7), .count(12), .share(7, of: 19), .day("2026-11-20"),
        .number(2.345, decimals: 1),
      ]),
      ReportRow([
        .text("@SUM(A1)"), .count(0), .count(3), .share(299, of: 300), .day("2026-02-30"), .blank,
      ]),
      ReportRow(
        [.text("合计"), .count(7), .count(15), .share(0, of: 0), .blank, .blank], .total),
    ], notes: ["说明"])

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "ruhu-print-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func xlsx(_ report: Report = report, name: String = "a.xlsx") throws -> String {
    let path = folder.appending(path: name).path
    try write(report, try XLSXWriter(path: path))
    return path
  }

  func pdf(_ report: Report = report, name: String = "a.pdf") throws -> String {
    let path = folder.appending(path: name).path
    let file = open(path, O_RDWR | O_CREAT | O_TRUNC, 0o600)
    defer { close(file) }
    try write(report, PDFWriter(file: file))
    return path
  }

  private func write(_ report: Report, _ writer: some PartWriter) throws {
    var writer = writer
    try report.forEachPart { try writer.add($0) }
    try writer.finish()
  }

  /// What a program prints.
  func output(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    let file = folder.appending(path: "out-\(UUID().uuidString)")
    try Data().write(to: file)
    process.standardOutput = try FileHandle(forWritingTo: file)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }

  /// A workbook as openpyxl reads it.
  func workbook(_ path: String) throws -> JSON {
    let script = """
      import json, sys, openpyxl
      def value(v):
          return v.isoformat()[:10] if hasattr(v, 'isoformat') else v
      book = openpyxl.load_workbook(sys.argv[1])
      print(json.dumps({
        'created': book.properties.created.isoformat(), 'title': book.properties.title,
        'sheets': [{
          'name': s.title, 'frozen': s.freeze_panes, 'filter': s.auto_filter.ref,
          'titles': s.print_title_rows, 'charts': len(s._charts), 'paper': s.page_setup.paperSize,
          'merged': sorted(str(r) for r in s.merged_cells.ranges),
          'widths': [s.column_dimensions[c].width for c in 'ABCDE'],
          'rows': [[{'v': value(c.value), 't': c.data_type, 'f': c.number_format,
                     'b': bool(c.font.b)} for c in r] for r in s.iter_rows()],
        } for s in book]}))
      """
    return try JSON(parsing: try output("/usr/bin/python3", ["-c", script, path]))
  }

  /// The words of a PDF, line by line as they stand.
  func words(_ path: String) throws -> String {
    try output("/usr/bin/env", ["pdftotext", "-layout", path, "-"])
  }
}
