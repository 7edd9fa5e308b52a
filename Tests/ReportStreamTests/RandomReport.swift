import Reports
import SeededRandom

/// Reports of everything that can stand in one, from a seed.
struct RandomReport {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// A number below a limit.
  mutating func number(_ limit: Int) -> Int { random.below(limit) }

  private mutating func text() -> String {
    let pieces = ["", "户", "=1+1", "a\nb", "\u{0}", "👨‍👩‍👧", "达标", "'", "x"]
    return (0..<number(4)).map { _ in pieces[number(pieces.count)] }.joined()
  }

  private mutating func list<Element>(_ make: (inout RandomReport) -> Element) -> [Element] {
    (0..<number(4)).map { _ in make(&self) }
  }

  private mutating func cell() -> ReportCell {
    switch number(6) {
    case 0: .blank
    case 1: .text(text())
    case 2: .count([0, -1, 7, 300, Int.max, Int.min][number(6)])
    case 3: .share(number(200), of: number(200))
    case 4: .number([0, -2.5, 1e300, .pi][number(4)], decimals: number(5))
    default: .day("2026-11-2\(number(10))")
    }
  }

  private mutating func role() -> ReportRow.Role { [.body, .total, .heading][number(3)] }

  private mutating func block() -> Report.Block {
    switch number(7) {
    case 0: .heading(text(), level: number(3))
    case 1: .paragraph(text())
    case 2: .figures(list { ReportFigure($0.text(), $0.cell()) })
    case 3:
      .table(
        ReportTable(
          text(), text(),
          list {
            ReportColumn(
              $0.text(), $0.text(), [.text, .number, .share, .day][$0.number(4)],
              group: $0.text(), weight: $0.number(9))
          }, list { made in ReportRow(made.list { $0.cell() }, made.role()) },
          notes: list { $0.text() }))
    case 4:
      .chart(
        ReportChart(
          text(), table: text(), names: text(), parts: list { $0.text() }, role: role()))
    case 5: .signatures(list { $0.text() })
    default: .newPage
    }
  }

  mutating func report() -> Report {
    let head = Report.Head(
      kind: ReportKind.allCases[number(ReportKind.allCases.count)], language: text(), day: text(),
      villages: list { $0.text() }, title: text(), subject: text(),
      lines: list { Report.Line($0.text(), $0.text()) }, warnings: list { $0.text() })
    return Report(head, (0..<number(6)).map { _ in block() })
  }
}
