import Fieldwork
import FormEngine

extension CompletionReport {
  /// The domains of all, then of each place and each class.
  var verdicts: [Report.Block] {
    let chart = ReportChart(
      own.verdictChart, table: "verdicts", names: "domain",
      parts: VerdictTally.states.map { "households_\($0.rawValue)" })
    return [
      .newPage, .heading(own.verdicts, level: 1),
      .table(
        ReportTable(
          "verdicts", own.verdicts, columns(ReportColumn("domain", own.domain, weight: 2)),
          figures.domains.indices.map { number in
            row(
              form.label(ofDomain: figures.domains[number]), figures.all, number,
              number == figures.domains.count - 1 && form.standard.household != nil
                ? .total : .body)
          }, notes: [own.verdictsNote])),
      .chart(chart),
      table("verdicts_by_place", own.byPlace(placeTitle), placeTitle, figures.places),
      table("verdicts_by_class", own.byClass, own.householdClass, figures.classes),
    ]
  }

  /// A domain after another, each with the lines below it.
  private func table(
    _ name: String, _ title: String, _ first: String, _ lines: [CompletionFigures.Line]
  ) -> Report.Block {
    var rows: [ReportRow] = []
    for (number, domain) in figures.domains.enumerated() {
      rows.append(
        ReportRow(
          [.text(form.label(ofDomain: domain))]
            + [ReportCell](repeating: .blank, count: 12), .heading))
      rows += lines.map { row(label($0.place), $0, number, .body) }
      rows.append(row(own.all, figures.all, number, .total))
    }
    return .table(
      ReportTable(name, title, columns(ReportColumn("place", first, weight: 2)), rows))
  }

  private func columns(_ first: ReportColumn) -> [ReportColumn] {
    [first]
      + [("households", own.households), ("persons", own.persons)].flatMap { name, title in
        [ReportColumn("\(name)_concerned", own.concerned, .number, group: title)]
          + VerdictTally.states.map {
            ReportColumn("\(name)_\($0.rawValue)", words.verdict($0), .number, group: title)
          }
          + [
            ReportColumn(
              "\(name)_notConcerned", own.notConcerned, .number, group: title)
          ]
      }
  }

  private func row(
    _ label: String, _ line: CompletionFigures.Line, _ number: Int, _ role: ReportRow.Role
  ) -> ReportRow {
    let tally = line.verdicts[number]
    let domain = figures.domains[number]
    func trace(_ state: VerdictState) -> Trace {
      line.trace.with { $0.verdict = .init(domain, state) }
    }
    func cells(_ all: Int, _ count: (VerdictState) -> Int) -> [ReportCell] {
      let apart = count(.notApplicable)
      return [.count(all - apart)]
        + VerdictTally.states.map { .count(count($0), trace($0)) }
        + [.count(apart, trace(.notApplicable))]
    }
    return ReportRow(
      [.text(label)] + cells(tally.allHouseholds, tally.households(_:))
        + cells(tally.allPersons, tally.persons(_:)), role)
  }
}
