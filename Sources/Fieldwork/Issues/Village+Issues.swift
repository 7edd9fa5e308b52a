import Record

extension Village {
  /// What an issue is about, by the first of its entries that opened it; nil where none is here.
  ///
  /// It stands in the entry's header, so that it stays when the body was erased.
  public static func concern(in entries: some Sequence<Entry>) -> IssueConcern? {
    for entry in entries where entry.kind == "issueOpened" {
      if let concern = IssueConcern(entry.link) { return concern }
    }
    return nil
  }

  private static let kindsOfReview: Set<String> = [
    "householdAssigned", "returned", "commentAnswered", "approved", "unapproved",
  ]

  /// Whether an entry is of review or about an issue.
  static func isOfReview(_ entry: Entry) -> Bool {
    if case .issue = entry.subject { return true }
    return kindsOfReview.contains(entry.kind)
  }

  /// The issues that are about a household now, those of households found to be it among them, by
  /// identity.
  public func issues(of household: HouseholdID) -> [IssueID] {
    guard !concerns.isEmpty else { return [] }
    let all = joined(to: household).union([household])
    return concerns.filter { _, concern in
      if case .household(let id) = concern { all.contains(id) } else { false }
    }.map(\.key).sorted()
  }

  /// Puts down what an issue is about; nil where nothing that counts says so any more.
  public mutating func place(_ issue: IssueID, about concern: IssueConcern?) {
    concerns[issue] = concern
    if concern == nil { issues[issue] = nil }
  }

  /// Puts in the lines of all issues of a household, those of households found to be it among them.
  public mutating func refresh(issuesOf file: HouseholdCase) {
    guard !file.issues.isEmpty else { return }
    let names = file.memberNames
    for issue in file.issues { issues[issue.id] = IssueSummary(issue, names) }
  }

  /// Puts in the line of an issue of a site or of the village.
  public mutating func refresh(_ issue: Issue) { issues[issue.id] = IssueSummary(issue) }
}
