import Fieldwork
import FormEngine
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

  /// Lays the columns out.
  init(_ context: Context) {
    let columns = context.size.columns
    strings = context.strings.households
    statusName = context.strings.status
    words = FormWords(context)
    domains = words.domains
    today = context.workingDay
    isWide = columns >= 110
    let status = HouseholdStatus.allCases.map { width(of: context.strings.status($0)) }.max() ?? 6
    let progress = isWide ? domains.count * 6 - 1 : domains.count * 3 - 1
    layout = ColumnLayout(
      [
        .init(.fixed(4), .right), .init(.fixed(isWide ? 12 : 6)), .init(.rest(minimum: 8)),
        .init(.fixed(2), .right), .init(.fixed(isWide ? 18 : 16 - status)),
        .init(.fixed(status)), .init(.fixed(max(0, progress))), .init(.fixed(5)),
        .init(.fixed(6)), .init(.fixed(2), .right),
      ], in: columns - 2)
  }

  /// The heading above the columns.
  var heading: String {
    var texts = strings.columns
    let cell = isWide ? 5 : 2
    texts.insert(
      domains.map { Fitting.fit($0.mark.prefix(isWide ? 5 : 2), to: cell, isWide ? .right : .left) }
        .joined(separator: " "), at: 6)
    return layout.line(texts)
  }

  /// The cells of one household.
  func cells(_ household: HouseholdSummary) -> [(text: String, role: Role)] {
    let isDue =
      household.status.isOpen && !household.nextVisit.isEmpty && household.nextVisit <= today
    let next = String(household.nextVisit.suffix(5))
    return [
      (household.number.map(String.init) ?? "-", .text),
      (household.group, .text),
      (household.head.isEmpty ? strings.unnamed : household.head, .text),
      (String(household.size), .text),
      (householdClass(household), .text),
      (statusName(household.status), role(household.status)),
      (progress(household), .text),
      (String(household.lastVisit.suffix(5)), .dim),
      (isDue ? next + "!" : next, isDue ? .warning : .text),
      (household.remarks == 0 ? "" : String(household.remarks), .text),
    ]
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
    guard household.interview != nil else { return "" }
    let cell = isWide ? 5 : 2
    return domains.map { domain in
      guard let progress = household.domains[domain.name], progress.total > 0 else {
        return Fitting.fit("-", to: cell, .right)
      }
      if progress.isDone { return Fitting.fit(strings.done, to: cell, .right) }
      let left = progress.total - progress.answered
      return Fitting.fit(
        isWide ? "\(progress.answered)/\(progress.total)" : String(min(99, left)), to: cell, .right)
    }
    .joined(separator: " ")
  }
}
