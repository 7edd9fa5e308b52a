import Reports

/// A report in pieces, in the order in which they are written: a table's rows one by one, so that
/// neither who makes a report nor who prints it needs to hold a large one.
public enum ReportPart: Equatable, Sendable {
  /// What stands at its head; comes first.
  case head(Report.Head)
  /// A title of a part.
  case heading(String, level: Int)
  /// A sentence or some.
  case paragraph(String)
  /// The few figures that are read first.
  case figures([ReportFigure])
  /// A table begins: its name, title and columns; rows and notes follow.
  case table(ReportTable)
  /// A row of the table that has begun.
  case row(ReportRow)
  /// The table that has begun is whole; what stands under it.
  case tableEnd(notes: [String])
  /// Bars over one of the tables before.
  case chart(ReportChart)
  /// Where people sign and stamp.
  case signatures([String])
  /// The next thing begins a new page.
  case newPage
  /// Nothing more comes: without it the report is cut off.
  case end
}

extension Report {
  /// Takes the report apart, to its end.
  public func forEachPart<Fault: Error>(
    _ take: (ReportPart) throws(Fault) -> Void
  ) throws(Fault) {
    try take(.head(head))
    for block in blocks {
      switch block {
      case .heading(let title, let level): try take(.heading(title, level: level))
      case .paragraph(let text): try take(.paragraph(text))
      case .figures(let figures): try take(.figures(figures))
      case .table(let table):
        try take(.table(ReportTable(table.name, table.title, table.columns)))
        for row in table.rows { try take(.row(row)) }
        try take(.tableEnd(notes: table.notes))
      case .chart(let chart): try take(.chart(chart))
      case .signatures(let places): try take(.signatures(places))
      case .newPage: try take(.newPage)
      }
    }
    try take(.end)
  }
}

/// Puts the pieces of a report together again; where it was made from is not among them.
public struct ReportCollector {
  /// The report as far as it has come; nil before its head.
  public private(set) var report: Report?
  private var table: ReportTable?

  /// Nothing has come yet.
  public init() {}

  /// Takes the next piece.
  public mutating func add(_ part: ReportPart) {
    switch part {
    case .head(let head): report = Report(head)
    case .heading(let title, let level): report?.blocks.append(.heading(title, level: level))
    case .paragraph(let text): report?.blocks.append(.paragraph(text))
    case .figures(let figures): report?.blocks.append(.figures(figures))
    case .table(let begun): table = begun
    case .row(let row): table?.rows.append(row)
    case .tableEnd(let notes):
      table?.notes = notes
      if let table { report?.blocks.append(.table(table)) }
      table = nil
    case .chart(let chart): report?.blocks.append(.chart(chart))
    case .signatures(let places): report?.blocks.append(.signatures(places))
    case .newPage: report?.blocks.append(.newPage)
    case .end: break
    }
  }
}
