import Reports
import Spreadsheets

/// The tables of a report as comma-separated values: one after another, an empty line between.
public enum CSVReport {
  /// How the bytes are to be.
  public enum Encoding: String, CaseIterable, Sendable {
    /// UTF-8 with the mark by which Excel knows it.
    case marked
    /// UTF-8 and nothing else.
    case plain
    /// The encoding of old spreadsheets on Chinese Windows.
    case gb18030
  }

  /// Writes the tables; only the named one where one is named.
  ///
  /// Over each of several tables stands its title in a line of its own; a single table stands alone.
  public static func bytes(
    _ report: Report, table name: String? = nil, encoding: Encoding = .marked
  ) -> [UInt8] {
    var writer = CSVWriter(mark: encoding == .marked)
    let tables = report.tables.filter { name == nil || $0.name == name }
    if name == nil {
      writer.row([report.head.title, report.head.subject])
      for line in report.head.lines { writer.row([line.label, line.text]) }
      for warning in report.head.warnings { writer.row([warning]) }
      for figure in figures(of: report) { writer.row([figure.label, figure.cell.text]) }
    }
    for table in tables {
      if name == nil {
        writer.row([])
        writer.row([table.title])
      }
      writer.row(table.columns.map(title))
      for row in table.rows where row.role != .heading || name == nil {
        writer.row(row.cells.map(\.text))
      }
    }
    return encoding == .gb18030 ? TextEncoding.gb18030(writer.bytes) : writer.bytes
  }

  private static func figures(of report: Report) -> [ReportFigure] {
    report.blocks.flatMap { block in
      if case .figures(let figures) = block { figures } else { [ReportFigure]() }
    }
  }

  private static func title(_ column: ReportColumn) -> String {
    column.group.isEmpty ? column.title : "\(column.group) \(column.title)"
  }
}
