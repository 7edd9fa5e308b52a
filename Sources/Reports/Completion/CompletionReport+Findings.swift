import Fieldwork
import FormEngine

extension CompletionReport {
  /// What was found, by kind, with what it rests on.
  var findings: [Report.Block] {
    let title = Report.Block.heading(own.findings, level: 1)
    guard !figures.found.isEmpty else { return [.newPage, title, .paragraph(own.noFindings)] }
    let columns = [
      ReportColumn("rule", own.rule), ReportColumn("level", own.level),
      ReportColumn("domain", own.domain, weight: 2),
      ReportColumn("finding", own.finding, weight: 4),
      ReportColumn("households", own.households, .number),
      ReportColumn("persons", own.persons, .number),
      ReportColumn("basis", own.basis, weight: 4),
    ]
    let rows = figures.found.map { found in
      ReportRow([
        .text(found.rule), .text(words.level(found.level)),
        .text(form.label(ofDomain: form.domain(ofRule: found.rule))),
        .text(form.label(ofRule: found.rule)),
        .count(found.households, Trace().with { $0.rule = found.rule }),
        found.persons == 0 ? .blank : .count(found.persons),
        .text(form.basis(ofRule: found.rule)),
      ])
    }
    return [.newPage, title, .table(ReportTable("findings", own.findings, columns, rows))]
  }

  /// What became of the issues, by domain.
  var issues: [Report.Block] {
    let title = Report.Block.heading(own.issues, level: 1)
    guard figures.allIssues.found > 0 else { return [title, .paragraph(own.noIssues)] }
    let columns =
      [
        ReportColumn("domain", own.domain, weight: 2),
        ReportColumn("found", own.found, .number),
      ]
      + IssueState.allCases.map {
        ReportColumn($0.rawValue, words.issueState($0), .number)
      } + [
        ReportColumn("open", own.open, .number), ReportColumn("reopened", own.reopened, .number),
        ReportColumn("overdue", own.overdue, .number),
      ]
    func row(
      _ label: String, _ issues: CompletionFigures.Issues, _ role: ReportRow.Role
    ) -> ReportRow {
      ReportRow(
        [.text(label), .count(issues.found)]
          + IssueState.allCases.map { .count(issues.states[$0] ?? 0) }
          + [.count(issues.open), .count(issues.reopened), .count(issues.overdue)], role)
    }
    let known = form.standard.domains.map(\.name)
    let rest = figures.issues.keys.filter { !known.contains($0) }.sorted()
    let rows = (known + rest).compactMap { name in
      figures.issues[name].map {
        row(name.isEmpty ? own.otherDomain : form.label(ofDomain: name), $0, .body)
      }
    }
    return [
      title,
      .table(
        ReportTable(
          "issues", own.issues, columns, rows + [row(own.all, figures.allIssues, .total)])),
    ]
  }

  /// How far the figures can be relied on.
  var quality: [Report.Block] {
    let columns = [
      ReportColumn("what", own.what, weight: 4),
      ReportColumn("households", own.households, .number),
      ReportColumn("share", own.share, .share),
    ]
    let rows = Trace.Mark.allCases.map { mark in
      let count = figures.marks[mark] ?? 0
      return ReportRow([
        .text(words.mark(mark)), .count(count, Trace().with { $0.mark = mark }),
        .share(count, of: figures.all.households),
      ])
    }
    var notes = [own.qualityNote]
    if figures.villageConflicts > 0 {
      notes.append("\(own.openConflicts): \(figures.villageConflicts)")
    }
    return [
      .heading(own.quality, level: 1),
      .table(ReportTable("quality", own.quality, columns, rows, notes: notes)),
    ]
  }

  /// The numbers by which was judged, with their years.
  var basis: [Report.Block] {
    let columns = [
      ReportColumn("parameter", own.what, weight: 4), ReportColumn("value", own.value, weight: 2),
      ReportColumn("unit", own.unit, weight: 2), ReportColumn("year", own.year),
      ReportColumn("basis", own.basis, weight: 4),
    ]
    let rows = form.standard.parameters.filter { !$0.value.isEmpty }.map { parameter in
      ReportRow([
        .text(parameter.label(form.language)), .text(parameter.value),
        .text(parameter.units[form.language] ?? ""), .text(parameter.year),
        .text(form.basis(parameter.basis)),
      ])
    }
    guard !rows.isEmpty else { return [] }
    return [
      .heading(own.parameters, level: 1),
      .table(ReportTable("parameters", own.parameters, columns, rows)),
    ]
  }

  /// From how far into which journals all this was made.
  var record: [Report.Block] {
    let sources = villages.flatMap(\.sources).sorted()
    guard !sources.isEmpty else { return [] }
    let columns = [
      ReportColumn("village", own.village, weight: 2),
      ReportColumn("journal", own.writer, weight: 3),
      ReportColumn("entries", own.entries, .number),
      ReportColumn("erased", own.erased, .number),
      ReportColumn("newest", own.newest, weight: 6),
    ]
    let rows = sources.map { source in
      ReportRow([
        .text(source.village),
        .text(source.writer),
        .count(source.sequence), .count(source.erased), .text(source.entry),
      ])
    }
    return [
      .heading(own.record, level: 1),
      .table(ReportTable("record", own.record, columns, rows, notes: [own.recordNote])),
    ]
  }
}
