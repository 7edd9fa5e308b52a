import Reports

// How each piece stands on the wire: a byte for its kind, then its values in order.

extension ReportPart {
  func write(to wire: inout WireWriter) {
    switch self {
    case .head(let head):
      wire.byte(1)
      head.write(to: &wire)
    case .heading(let title, let level):
      wire.byte(2)
      wire.text(title)
      wire.int(level)
    case .paragraph(let text):
      wire.byte(3)
      wire.text(text)
    case .figures(let figures):
      wire.byte(4)
      wire.list(figures) { wire, figure in
        wire.text(figure.label)
        figure.cell.write(to: &wire)
      }
    case .table(let table):
      wire.byte(5)
      wire.text(table.name)
      wire.text(table.title)
      wire.list(table.columns) { wire, column in column.write(to: &wire) }
    case .row(let row):
      wire.byte(6)
      wire.byte(row.role.code)
      wire.list(row.cells) { wire, cell in cell.write(to: &wire) }
    case .tableEnd(let notes):
      wire.byte(7)
      wire.list(notes) { wire, note in wire.text(note) }
    case .chart(let chart):
      wire.byte(8)
      chart.write(to: &wire)
    case .signatures(let places):
      wire.byte(9)
      wire.list(places) { wire, place in wire.text(place) }
    case .newPage: wire.byte(10)
    case .end: wire.byte(11)
    }
  }

  init(from wire: inout WireReader) throws(PrintFault) {
    switch try wire.byte() {
    case 1: self = .head(try Report.Head(from: &wire))
    case 2: self = .heading(try wire.text(), level: try wire.int())
    case 3: self = .paragraph(try wire.text())
    case 4:
      self = .figures(
        try wire.list { wire throws(PrintFault) in
          ReportFigure(try wire.text(), try ReportCell(from: &wire))
        })
    case 5:
      self = .table(
        ReportTable(
          try wire.text(), try wire.text(),
          try wire.list { wire throws(PrintFault) in try ReportColumn(from: &wire) }))
    case 6:
      let role = try ReportRow.Role(code: try wire.byte())
      self = .row(
        ReportRow(
          try wire.list { wire throws(PrintFault) in try ReportCell(from: &wire) }, role))
    case 7: self = .tableEnd(notes: try wire.list { wire throws(PrintFault) in try wire.text() })
    case 8: self = .chart(try ReportChart(from: &wire))
    case 9: self = .signatures(try wire.list { wire throws(PrintFault) in try wire.text() })
    case 10: self = .newPage
    case 11: self = .end
    default: throw .broken
    }
  }
}

extension Report.Head {
  fileprivate func write(to wire: inout WireWriter) {
    wire.text(kind.rawValue)
    wire.text(language)
    wire.text(day)
    wire.list(villages) { wire, village in wire.text(village) }
    wire.text(title)
    wire.text(subject)
    wire.list(lines) { wire, line in
      wire.text(line.label)
      wire.text(line.text)
    }
    wire.list(warnings) { wire, warning in wire.text(warning) }
  }

  fileprivate init(from wire: inout WireReader) throws(PrintFault) {
    guard let kind = ReportKind(rawValue: try wire.text()) else { throw .broken }
    self.init(
      kind: kind, language: try wire.text(), day: try wire.text(),
      villages: try wire.list { wire throws(PrintFault) in try wire.text() },
      title: try wire.text(), subject: try wire.text(),
      lines: try wire.list { wire throws(PrintFault) in
        Report.Line(try wire.text(), try wire.text())
      },
      warnings: try wire.list { wire throws(PrintFault) in try wire.text() })
  }
}

extension ReportColumn {
  fileprivate func write(to wire: inout WireWriter) {
    wire.text(name)
    wire.text(title)
    wire.text(group)
    let code: UInt8 =
      switch kind {
      case .text: 0
      case .number: 1
      case .share: 2
      case .day: 3
      }
    wire.byte(code)
    wire.int(weight)
  }

  fileprivate init(from wire: inout WireReader) throws(PrintFault) {
    let name = try wire.text()
    let title = try wire.text()
    let group = try wire.text()
    let kind: Kind
    switch try wire.byte() {
    case 0: kind = .text
    case 1: kind = .number
    case 2: kind = .share
    case 3: kind = .day
    default: throw .broken
    }
    self.init(name, title, kind, group: group, weight: try wire.int())
  }
}

extension ReportRow.Role {
  fileprivate var code: UInt8 {
    switch self {
    case .body: 0
    case .total: 1
    case .heading: 2
    }
  }

  fileprivate init(code: UInt8) throws(PrintFault) {
    switch code {
    case 0: self = .body
    case 1: self = .total
    case 2: self = .heading
    default: throw .broken
    }
  }
}

extension ReportCell {
  /// What a count can be traced to stays behind: paper cannot be asked.
  fileprivate func write(to wire: inout WireWriter) {
    switch self {
    case .blank: wire.byte(0)
    case .text(let text):
      wire.byte(1)
      wire.text(text)
    case .count(let count, _):
      wire.byte(2)
      wire.int(count)
    case .share(let part, let whole):
      wire.byte(3)
      wire.int(part)
      wire.int(whole)
    case .number(let number, let decimals):
      wire.byte(4)
      wire.double(number)
      wire.int(decimals)
    case .day(let day):
      wire.byte(5)
      wire.text(day)
    }
  }

  fileprivate init(from wire: inout WireReader) throws(PrintFault) {
    switch try wire.byte() {
    case 0: self = .blank
    case 1: self = .text(try wire.text())
    case 2: self = .count(try wire.int())
    case 3: self = .share(try wire.int(), of: try wire.int())
    case 4: self = .number(try wire.double(), decimals: try wire.int())
    case 5: self = .day(try wire.text())
    default: throw .broken
    }
  }
}

extension ReportChart {
  fileprivate func write(to wire: inout WireWriter) {
    wire.text(title)
    wire.text(table)
    wire.text(names)
    wire.list(parts) { wire, part in wire.text(part) }
    wire.byte(role.code)
  }

  fileprivate init(from wire: inout WireReader) throws(PrintFault) {
    self.init(
      try wire.text(), table: try wire.text(), names: try wire.text(),
      parts: try wire.list { wire throws(PrintFault) in try wire.text() },
      role: try ReportRow.Role(code: try wire.byte()))
  }
}
