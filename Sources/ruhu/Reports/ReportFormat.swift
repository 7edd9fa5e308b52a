import ArgumentParser
import JSONText
import ReportStream
import ReportWriters
import Reports

/// In which form a report is written.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case text, csv, json, html, xlsx, pdf

  /// The format that a file's name asks for; nil where it does not say.
  init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: "."), dot != fileName.startIndex else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "txt": self = .text
    case "csv": self = .csv
    case "json": self = .json
    case "html", "htm": self = .html
    case "xlsx": self = .xlsx
    case "pdf": self = .pdf
    default: return nil
    }
  }

  /// What `ruhu-print` writes it as; nil for what is written here.
  var printed: ReportPrint.Format? {
    switch self {
    case .text, .csv, .json, .html: nil
    case .xlsx: .xlsx
    case .pdf: .pdf
    }
  }

  /// The bytes of a report; nil for what `ruhu-print` writes.
  func bytes(
    _ report: Report, table: String?, encoding: CSVReport.Encoding
  ) -> [UInt8]? {
    switch self {
    case .text:
      Array((TextReport(report).lines.map(\.shownSafely).joined(separator: "\n") + "\n").utf8)
    case .csv: CSVReport.bytes(report, table: table, encoding: encoding)
    case .json: Array(JSONReport.json(report).pretty.utf8)
    case .html: HTMLReport(report).bytes
    case .xlsx, .pdf: nil
    }
  }
}

extension CSVReport.Encoding: ExpressibleByArgument {}
extension ReportKind: ExpressibleByArgument {}
