import Reports

/// The bars of a chart, looked up in the table whose figures they are.
public struct ChartBars: Equatable, Sendable {
  /// One bar.
  public struct Bar: Equatable, Sendable {
    /// What it is of.
    public let name: String
    /// How long each of its parts is.
    public let parts: [Int]
  }

  /// The bars, in the table's order.
  public let bars: [Bar]
  /// What each part is.
  public let titles: [String]
  /// How long the longest is.
  public let largest: Int

  /// Looks a chart up; nil where the report has no such table or column, or nothing to show.
  public init?(_ chart: ReportChart, in report: Report) {
    guard let table = report.tables.first(where: { $0.name == chart.table }),
      let name = table.column(chart.names)
    else { return nil }
    let columns = chart.parts.compactMap(table.column)
    guard columns.count == chart.parts.count else { return nil }
    titles = columns.map { table.columns[$0].title }
    bars = table.rows.filter { $0.role == chart.role }.map { row in
      Bar(
        name: row.cells[name].text,
        parts: columns.map { if case .count(let count, _) = row.cells[$0] { count } else { 0 } })
    }
    largest = bars.map { $0.parts.reduce(0, +) }.max() ?? 0
    if bars.isEmpty || largest == 0 { return nil }
  }
}
