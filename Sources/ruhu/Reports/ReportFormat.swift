import ArgumentParser
import JSONText
import ReportWriters
import Reports

/// In which form a report is written.
enum ReportFormat: String, CaseIterable, ExpressibleByArgument {
  case text, csv, json, html

  /// The format that a file's name asks for; nil where it does not say.
  init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: "."), dot != fileName.startIndex else { return nil }
    switch fileName[fileName.index(after: dot)...].lowercased() {
    case "txt": self = .text
    case "csv": self = .csv
    case "json": self = .json
    case "html", "htm": self = .html
    default: return nil
    }
  }

  /// The bytes of a report.
  func bytes(
    _ report: Report, table: String?, encoding: CSVReport.Encoding
  ) -> [UInt8] {
    switch self {
    case .text:
      Array((TextReport(report).lines.map(\.shownSafely).joined(separator: "\n") + "\n").utf8)
    case .csv: CSVReport.bytes(report, table: table, encoding: encoding)
    case .json: Array(JSONReport.json(report).pretty.utf8)
    case .html: HTMLReport(report).bytes
    }
  }
}

extension CSVReport.Encoding: ExpressibleByArgument {}
extension ReportKind: ExpressibleByArgument {}
