import Fieldwork
import FormEngine
import Record

/// One issue with all that is known of it, and what can be done to it now.
///
/// An issue that nobody has written yet, a red finding from before there was a ledger, stands here like any
/// other: its first act writes its opening with it.
public struct OpenedIssue: Sendable {
  /// What an act leads to.
  public typealias Outcome = ReviewedHousehold.Outcome

  /// Its line in the ledger.
  public let line: LedgerLine
  /// The issue with all its steps, those without effect among them; of one that is not written there are
  /// none.
  public let issue: Issue
  /// Everything known of its household; nil for a site or the village.
  public let file: HouseholdCase?
  private let roles: [PersonID: String]
  private let causality: Causality

  init(
    _ line: LedgerLine, _ issue: Issue, _ file: HouseholdCase?, roles: [PersonID: String],
    _ causality: Causality
  ) {
    self.line = line
    self.issue = issue
    self.file = file
    self.roles = roles
    self.causality = causality
  }

  /// Whether it is a finding that nobody has written an issue for.
  public var isImplied: Bool { line.issue.isImplied }

  /// The member that it is about; nil for the household, a site or the village.
  public var member: ShownMember? {
    let row = line.issue.row
    return row.isEmpty ? nil : file?.members().first { $0.id.rawValue == row }
  }

  // MARK: What can be done

  /// Why a person cannot do something now; nil where they can.
  public func hindrance(_ act: IssueAct, by person: PersonID) -> Hindrance? {
    issue.hindrance(act, by: person, roles: roles)
  }

  /// The completion by which it would be gone: that of the household's newest interview; nil where that is
  /// not complete.
  public var answers: IssueGround? {
    guard let interview = file?.current, case .completed(let stamp) = interview.phase else {
      return nil
    }
    return .answers(interview.id, completion: stamp.entry)
  }

  /// Why a ground would not do; nil where it would.
  public func hindrance(of ground: IssueGround) -> Hindrance? {
    if let file { return file.hindrance(of: ground, on: issue, causality) }
    switch ground {
    case .evidence(let files, let text):
      return files.allSatisfy(\.hash.isEmpty) && text.isEmpty ? .noEvidence : nil
    case .answers: return .groundMissing
    }
  }

  // MARK: Acts

  /// Says details anew.
  public func describe(_ description: IssueDescription, by person: PersonID) -> Outcome {
    outcome(.describing, .issueDescribed(description), person)
  }

  /// Gives it to somebody, or anew: a measure, a day and at least one person by name are needed.
  public func assign(_ assignment: IssueAssignment, by person: PersonID) -> Outcome {
    let isWhole = assignment.isWhole && IssueDue.isDay(assignment.deadline)
    return outcome(
      .assigning, .issueAssigned(assignment), person, unless: isWhole ? nil : .incomplete)
  }

  /// Says that the measure is under way.
  public func begin(text: String, by person: PersonID) -> Outcome {
    outcome(.beginning, .issueBegun(text: text), person)
  }

  /// Says that it is gone, and by what one can see that.
  public func report(_ ground: IssueGround, by person: PersonID) -> Outcome {
    outcome(.reporting, .issueReported(ground), person, unless: hindrance(of: ground))
  }

  /// Says that it is not gone, with the reason.
  public func sendBack(reason: String, by person: PersonID) -> Outcome {
    outcome(
      .sendingBack, .issueSentBack(reason: reason), person,
      unless: reason.isEmpty ? .nothingSaid : nil)
  }

  /// Confirms that it is gone.
  public func strikeOff(by person: PersonID) -> Outcome {
    outcome(.strikingOff, .issueStruckOff(of: issue.lastActs), person)
  }

  /// Opens it again, with the reason.
  public func reopen(reason: String, by person: PersonID) -> Outcome {
    outcome(
      .reopening, .issueReopened(reason: reason), person,
      unless: reason.isEmpty ? .nothingSaid : nil)
  }

  private func outcome(
    _ act: IssueAct, _ fact: Fact, _ person: PersonID, unless gap: Hindrance? = nil
  ) -> Outcome {
    if let hindrance = hindrance(act, by: person) ?? gap { return .hindered(hindrance) }
    var facts = [fact]
    if isImplied, let opening = issue.opening { facts.insert(.issueOpened(opening), at: 0) }
    return .record(facts.map { $0.draft(of: issue.id.subject) })
  }

  // MARK: Coming back about it

  /// What is written when somebody goes to the household again about it: the interview is opened again, for
  /// a reason that is said, and a visit begins.
  ///
  /// An interview that is open needs no more than a visit; where none was begun there is nothing to open.
  public func reask(visit: VisitID, today: String, reason: String) -> [EntryDraft] {
    guard let interview = file?.current else { return [] }
    guard interview.isCompleted else {
      return interview.openVisit == nil
        ? InterviewOpening.revisit(interview, visit: visit, today: today) : []
    }
    let subject = Subject.interview(interview.id.rawValue)
    return [Fact.reopened(reason: reason).draft(of: subject)]
      + InterviewOpening.revisit(interview, visit: visit, today: today)
  }
}

/// An issue that a person typed.
public enum TypedIssue {
  /// Opens an issue of a household, a site or the village: something must be said, and a site has a name.
  public static func open(
    _ concern: IssueConcern, text: String, id: IssueID, domain: String = "",
    issueClass: IssueClass = .direct, source: IssueSource = .census, departments: [String] = []
  ) -> OpenedIssue.Outcome {
    if text.isEmpty || concern == .site("") { return .hindered(.nothingSaid) }
    let opening = IssueOpening(
      concern, text: text, domain: domain, issueClass: issueClass, source: source,
      departments: departments)
    return .record([Fact.issueOpened(opening).draft(of: id.subject)])
  }
}

extension VillageDesk {
  /// One issue with all that is known of it; nil where the ledger has none of that name.
  public func open(_ id: IssueID, in ledger: Ledger) throws -> OpenedIssue? {
    guard let line = ledger[id] else { return nil }
    let file = try line.issue.household.map { try self.file(of: $0) }
    let issue =
      try issue(id)
      ?? Issue(implied: id, line.issue.opening(completion: file?.current?.completion))
    return OpenedIssue(
      line, issue, file, roles: roles.now, try causality())
  }
}

extension Interview {
  /// The entry that completed it; nil while it is open.
  var completion: EntryID? {
    if case .completed(let stamp) = phase { stamp.entry } else { nil }
  }
}
