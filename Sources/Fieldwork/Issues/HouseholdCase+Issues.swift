import Record

extension HouseholdCase {
  /// Whether an entry that counts says anything of it, or of an interview of it, and not only of an issue.
  public var isKnown: Bool { !household.stamps.isEmpty || !interviews.isEmpty }

  /// Where the review of the household's interview of this round stands, and to whom the household was
  /// given.
  public var review: InterviewReview {
    var review = current?.review ?? InterviewReview()
    let assignments = household.assignments
    review.steps = assignments + review.steps
    for step in assignments where step.hindrance == nil {
      if case .assigned(let person) = step.kind { review.assignee = person }
    }
    if review.state == .notBegun, review.assignee != nil { review.state = .assigned }
    return review
  }

  /// The issues that are about the household in one line each, by identity.
  public var issueSummaries: [IssueSummary] {
    guard !issues.isEmpty else { return [] }
    let names = memberNames
    return issues.compactMap { IssueSummary($0, names) }
  }

  /// The members' names as they are now, by row.
  public var memberNames: [String: String] {
    Dictionary(
      members().map { ($0.id.rawValue, $0["m_name"]) }, uniquingKeysWith: { first, _ in first })
  }

  /// Why a ground would not do for an issue of this household; nil where it would.
  public func hindrance(
    of ground: IssueGround, on issue: Issue, _ causality: Causality
  ) -> Hindrance? {
    context(causality, TeamRoles()).hindrance(ground, issue.rule, issue.turn) { _ in true }
  }

  /// Folds the household's issues anew, since what they hang on came or changed.
  mutating func foldIssues(_ causality: Causality, _ roles: TeamRoles) {
    guard !issueEntries.isEmpty else { return }
    let context = context(causality, roles)
    issues = issueEntries.sorted { $0.key < $1.key }.map { id, entries in
      Issue(id: id, entries: entries, context)
    }
  }

  private func context(_ causality: Causality, _ roles: TeamRoles) -> IssueContext {
    IssueContext(causality, roles, interviews: interviews.filter { owns($0) })
  }
}
