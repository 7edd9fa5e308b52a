import Fieldwork
import FormEngine
import Record
import Terminal

/// The columns of a list of households, for the room there is.
struct HouseholdTable {
  /// Where the columns stand.
  let layout: ColumnLayout
  private let strings: HouseholdStrings
  private let statusName: @Sendable (HouseholdStatus) -> String
  private let words: FormWords
  private let domains: [(name: String, mark: String)]
  private let today: String
  private let isWide: Bool
  private let domainWidth: Int
  private let found: FindingStrings
  private let hasFullDates: Bool
  private let name: @Sendable (PersonID) -> String

  /// Lays the columns out for a list with numbers of so many digits.
  init(_ context: Context, digits: Int) {
    let columns = context.size.columns
    strings = context.strings.households
    statusName = context.strings.status
    words = FormWords(context)
    domains = words.domains
    today = context.workingDay
    isWide = columns >= 110
    domainWidth = isWide ? 5 : 2
    found = context.strings.findings
    hasFullDates = columns >= 140
    let team = context.team
    let language = context.language
    name = { team.name(of: $0, language) }
    let status = HouseholdStatus.allCases.map { width(of: context.strings.status($0)) }.max() ?? 6
    let progress = domains.count * (domainWidth + 1) - 1
    // Beyond that, wider columns would only make a line harder to follow.
    let room = min(columns - 2, 150)
    layout = ColumnLayout(
      [
        .init(.fixed(max(4, digits)), .right), .init(.fixed(isWide ? 12 : 6)),
        .init(.rest(minimum: 8)),
        .init(.fixed(2), .right), .init(.fixed(isWide ? 18 : 16 - status)),
        .init(.fixed(status)), .init(.fixed(max(0, progress))),
        .init(.fixed(hasFullDates ? 10 : 5)),
        .init(.fixed(hasFullDates ? 11 : 6)), .init(.fixed(2), .right),
      ], in: room)
  }

  /// The heading above the columns.
  var heading: String {
    var texts = strings.columns
    texts.insert(
      domains.map {
        Fitting.fit($0.mark.prefix(domainWidth), to: domainWidth, isWide ? .right : .left)
      }.joined(separator: " "), at: Self.domainColumn)
    return layout.line(texts)
  }

  /// The cells of one household.
  func cells(_ household: HouseholdSummary) -> [(text: String, role: Role)] {
    let isDue =
      household.status.isOpen && !household.nextVisit.isEmpty && household.nextVisit <= today
    let next = shortened(household.nextVisit)
    return [
      (mark(household) + (household.number.map(String.init) ?? "-"), markRole(household)),
      (household.group, .text),
      (household.head.trimmed.isEmpty ? strings.unnamed : household.head, .text),
      (String(household.size), .text),
      (householdClass(household), .text),
      (statusName(household.status), role(household.status)),
      (progress(household), .text),
      (shortened(household.lastVisit), .dim),
      (isDue ? next + "!" : next, isDue ? .warning : .text),
      (household.remarks == 0 ? "" : String(household.remarks), .text),
    ]
  }

  /// That something differs here, or that someone means to go there.
  private func mark(_ household: HouseholdSummary) -> String {
    household.conflicts > 0 ? "!" : household.taker == nil ? "" : "@"
  }

  private func markRole(_ household: HouseholdSummary) -> Role {
    household.conflicts > 0 ? .warning : household.taker == nil ? .text : .title
  }

  /// Who means to go there, where nobody has been yet: the cells of the progress are free then.
  private func taken(_ household: HouseholdSummary) -> String {
    household.taker.map { strings.takenBrief(name($0.person), $0.time, today) } ?? ""
  }

  /// Where room is scarce a day goes without its year.
  private func shortened(_ day: String) -> String {
    hasFullDates ? day : String(day.suffix(5))
  }

  private func role(_ status: HouseholdStatus) -> Role {
    switch status {
    case .complete: .done
    case .refused, .gone: .dim
    default: .text
    }
  }

  /// What says most: a monitored household's kind, else its class.
  private func householdClass(_ household: HouseholdSummary) -> String {
    switch household.monitoring {
    case "", "none", "dk", "cleared": words.choice(household.householdClass, of: "c_hh_base")
    default: words.choice(household.monitoring, of: "c_mon")
    }
  }

  private func progress(_ household: HouseholdSummary) -> String {
    guard household.interview != nil else { return taken(household) }
    let cell = domainWidth
    if let findings = assessed(household) {
      // What was found says more than that all is answered.
      return domains.map { domain in
        Fitting.fit(found.mark(findings.verdicts[domain.name] ?? .notAssessed), to: cell, .right)
      }.joined(separator: " ")
    }
    // Which domains apply is known only at the end: until then what was not reached may still come.
    let notAsked = household.status == .complete ? "-" : "."
    return domains.map { domain in
      guard let progress = household.domains[domain.name], progress.total > 0 else {
        return Fitting.fit(notAsked, to: cell, .right)
      }
      if progress.isDone { return Fitting.fit(strings.done, to: cell, .right) }
      let left = progress.total - progress.answered
      return Fitting.fit(
        isWide ? "\(progress.answered)/\(progress.total)" : String(min(99, left)), to: cell, .right)
    }
    .joined(separator: " ")
  }

  private static let domainColumn = 6

  private func assessed(_ household: HouseholdSummary) -> HouseholdFindings? {
    household.findings.flatMap { $0.isAssessed ? $0 : nil }
  }

  /// Draws the marks of the verdicts once more in their roles, in the line that begins there.
  func drawVerdicts(_ household: HouseholdSummary, into canvas: inout Canvas, at point: Point) {
    guard let findings = assessed(household), household.interview != nil else { return }
    let first = point.column + layout.offset(of: Self.domainColumn)
    for (index, domain) in domains.enumerated() {
      guard let state = findings.verdicts[domain.name] else { continue }
      let column = first + index * (domainWidth + 1) + domainWidth - 1
      guard column < first + layout.widths[Self.domainColumn] else { return }
      canvas.put(
        found.mark(state), at: Point(row: point.row, column: column), role: state.role)
    }
  }
}
