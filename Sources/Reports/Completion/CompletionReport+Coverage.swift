import Fieldwork
import FormEngine

extension CompletionReport {
  /// Where a household can stand, what is finished first.
  public static let statuses: [HouseholdStatus] = [
    .complete, .refused, .gone, .begun, .absent, .away, .notVisited,
  ]

  /// How many households have a result, and which have none.
  var coverage: [Report.Block] {
    let columns =
      [ReportColumn("place", placeTitle, weight: 2), count("households", own.households)]
      + Self.statuses.map { count($0.rawValue, words.status($0)) }
      + [
        count("results", own.results), ReportColumn("share", own.resultShare, .share),
        count("persons", own.persons),
      ]
    let rows = figures.places.map { row($0) } + [row(figures.all, .total)]
    return [
      .heading(own.coverage, level: 1),
      .table(ReportTable("coverage", own.coverage, columns, rows, notes: [own.coverageNote])),
    ] + missing
  }

  private func count(_ name: String, _ title: String, group: String = "") -> ReportColumn {
    ReportColumn(name, title, .number, group: group)
  }

  private func row(
    _ line: CompletionFigures.Line, _ role: ReportRow.Role = .body
  ) -> ReportRow {
    ReportRow(
      [.text(label(line.place)), .count(line.households, line.trace)]
        + Self.statuses.map { status in
          .count(line.statuses[status] ?? 0, line.trace.with { $0.status = status })
        }
        + [
          .count(line.results), .share(line.results, of: line.households),
          .count(line.persons, line.trace),
        ], role)
  }

  /// Each household of the list that has no result, and why; of several villages there would be too
  /// many to read.
  private var missing: [Report.Block] {
    guard villages.count == 1, let village = villages.first else { return [] }
    let open = village.households.filter(\.status.isOpen)
    guard !open.isEmpty else { return [.paragraph(own.noneMissing)] }
    let columns = [
      ReportColumn("group", own.group, weight: 2), ReportColumn("number", own.number, .number),
      ReportColumn("head", own.head, weight: 2), ReportColumn("why", own.why, weight: 2),
      ReportColumn("last_visit", own.lastVisit, .day),
      ReportColumn("next_visit", own.nextVisit, .day),
    ]
    let rows = open.map { household in
      ReportRow([
        .text(household.group.isEmpty ? words.noGroup : household.group),
        household.number.map { .count($0) } ?? .blank, .text(household.head),
        .text(words.status(household.status)), Self.day(household.lastVisit),
        Self.day(household.nextVisit),
      ])
    }
    return [
      .heading(own.missing, level: 2), .paragraph(own.missingNote(open.count)),
      .table(ReportTable("missing", own.missing, columns, rows)),
    ]
  }

  static func day(_ text: String) -> ReportCell { text.isEmpty ? .blank : .day(text) }
}
