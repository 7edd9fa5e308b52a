import JSONText
import Reports

/// A report for other programs, and for whoever makes it again to compare.
public enum JSONReport {
  /// The format's version.
  public static let version = 1

  /// The whole report: its head, its figures and its tables, columns by their names.
  public static func json(_ report: Report) -> JSON {
    let head = report.head
    var json: JSON = [
      "report": .string(head.kind.rawValue), "version": .int(version),
      "language": .string(head.language), "as_of": .string(head.day),
      "villages": .array(head.villages.map(JSON.string)), "title": .string(head.title),
      "subject": .string(head.subject),
      "head": .array(
        head.lines.map { ["label": .string($0.label), "text": .string($0.text)] }),
    ]
    if !head.warnings.isEmpty {
      json.set("warnings", .array(head.warnings.map(JSON.string)))
    }
    let figures = report.blocks.flatMap { block in
      if case .figures(let figures) = block { figures } else { [ReportFigure]() }
    }
    if !figures.isEmpty {
      json.set(
        "figures",
        .array(figures.map { ["label": .string($0.label), "value": value($0.cell)] }))
    }
    json.set(
      "tables", .object(report.tables.map { JSON.Member($0.name, .array(rows($0))) }))
    json.set("journals", .array(report.sources.map(source)))
    return json
  }

  private static func rows(_ table: ReportTable) -> [JSON] {
    var heading = ""
    return table.rows.compactMap { row in
      if row.role == .heading {
        heading = row.cells.first?.text ?? ""
        return nil
      }
      var members: [JSON.Member] = []
      if !heading.isEmpty { members.append(JSON.Member("under", .string(heading))) }
      if row.role == .total { members.append(JSON.Member("total", true)) }
      for (column, cell) in zip(table.columns, row.cells) {
        members.append(JSON.Member(column.name, value(cell)))
      }
      return .object(members)
    }
  }

  private static func value(_ cell: ReportCell) -> JSON {
    switch cell {
    case .blank: .null
    case .text(let text), .day(let text): .string(text)
    case .count(let count, _): .int(count)
    case .share(let part, let whole):
      // A share is told by what it is made of: a rounded one could not be checked.
      ["of": .int(whole), "part": .int(part)]
    case .number(let number, let decimals): .string(ReportCell.text(number, decimals))
    }
  }

  /// How far into a journal the report was made.
  public static func source(_ source: ReportSource) -> JSON {
    var json: JSON = [
      "village": .string(source.village), "writer": .string(source.writer),
      "sequence": .int(source.sequence), "entry": .string(source.entry),
    ]
    if source.erased > 0 { json.set("erased", .int(source.erased)) }
    return json
  }

  /// Reads how far into its journals a report was made; nil for what is no report.
  public static func sources(_ json: JSON) -> [ReportSource]? {
    guard json["report"]?.string != nil, let list = json["journals"]?.array else { return nil }
    var sources: [ReportSource] = []
    for item in list {
      guard let village = item["village"]?.string, let writer = item["writer"]?.string,
        let sequence = item["sequence"]?.int, let entry = item["entry"]?.string
      else { return nil }
      sources.append(
        ReportSource(
          village: village, writer: writer, sequence: sequence, entry: entry,
          erased: item["erased"]?.int ?? 0))
    }
    return sources
  }
}
