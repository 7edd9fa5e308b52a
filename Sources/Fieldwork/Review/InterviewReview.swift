import Record

/// Where the review of an interview stands.
public enum ReviewState: String, CaseIterable, Sendable {
  /// Nobody began it.
  case notBegun
  /// The household was given to a surveyor.
  case assigned
  /// It has begun and is not complete.
  case started
  /// It is complete.
  case completed
  /// It was given back with comments and is open.
  case returned
  /// It is complete again, after it was given back or opened again.
  case completedAgain
  /// A supervisor approved it.
  case approvedBySupervisor
  /// The office approved it.
  case approvedByOffice
  /// It was approved, and something changed in it that the approval had not seen.
  case approvedThenChanged

  /// Whether an approval holds.
  public var isApproved: Bool { self == .approvedBySupervisor || self == .approvedByOffice }
}

/// What is done in a review.
public enum ReviewAct: Hashable, Sendable {
  /// To give the household to a surveyor.
  case assigning
  /// To give the interview back with comments.
  case returning
  /// To approve it.
  case approving
  /// To take the approval back.
  case unapproving
  /// To declare it complete.
  case completing
}

/// One step in the life of an interview.
public struct ReviewStep: Equatable, Sendable {
  /// What was done.
  public enum Kind: Hashable, Sendable {
    /// It was given to a surveyor; nil: to nobody.
    case assigned(PersonID?)
    case started
    case completed
    case reopened
    /// It was given back with so many comments.
    case returned(comments: Int)
    case approved
    case unapproved
  }

  /// What.
  public var kind: Kind
  /// Who, when, on which laptop.
  public var stamp: Stamp
  /// The role that the person had for all they knew; nil for none, and where none is asked.
  public var role: String?
  /// The reason that was given, or empty.
  public var text: String
  /// Why it has no effect; nil where it has.
  public var hindrance: Hindrance?
}

/// A comment of a return, with what was said to it.
public struct StandingComment: Equatable, Sendable {
  /// Its identity.
  public var id: CommentID
  /// The question and what is to be looked at.
  public var comment: ReviewComment
  /// Who returned it and when.
  public var stamp: Stamp
  /// What was said to it, the newest last.
  public var answers: [Interview.Remark] = []

  /// Whether nobody has said anything to it.
  public var isOpen: Bool { answers.isEmpty }
}

/// What review came to in one interview: where it stands, each step, the comments, and what cannot be
/// done now and why.
public struct InterviewReview: Equatable, Sendable {
  /// Where it stands.
  public internal(set) var state: ReviewState = .notBegun
  /// Every step in causal order, those without effect among them.
  public internal(set) var steps: [ReviewStep] = []
  /// The comments of every return that has effect, in order.
  public internal(set) var comments: [StandingComment] = []
  /// How often it was given back.
  public internal(set) var timesReturned = 0
  /// Who set, changed or took away anything in it, or declared it complete.
  public internal(set) var workers: Set<PersonID> = []
  /// The approval that holds, or that would hold had nothing changed; nil where there is none.
  public internal(set) var approval: Stamp?
  /// The first change that the approval had not seen; nil where there is none.
  public internal(set) var changedAfterApproval: Stamp?
  /// Whether it is complete.
  public internal(set) var isCompleted = false
  /// How many conflicts are open in it, without that of an approval.
  public internal(set) var conflicts = 0
  /// To whom the household was given; nil where it is nobody's.
  public internal(set) var assignee: PersonID?
  /// Who approved it as a supervisor, while that stands.
  var approvedBy: Set<PersonID> = []

  /// A review of nothing.
  public init() {}

  /// The comments that nobody has answered.
  public var openComments: [StandingComment] { comments.filter(\.isOpen) }

  /// The steps that have no effect, with the reason.
  public var withoutRight: [ReviewStep] { steps.filter { $0.hindrance != nil } }

  /// Why a person cannot do something now; nil where they can.
  ///
  /// `roles` is who has which role: replay asks by what the entry's writer knew, screens by what is
  /// known now. It is the one place for the rule.
  public func hindrance(
    _ act: ReviewAct, by person: PersonID, roles: [PersonID: String]
  ) -> Hindrance? {
    switch act {
    case .completing: openComments.isEmpty ? nil : .commentsOpen(openComments.count)
    case .assigning: decides(person, roles) ? nil : .noRole
    case .returning: reviewing(person, roles) ?? closed
    case .approving: reviewing(person, roles) ?? closed ?? approving(person, roles)
    case .unapproving: reviewing(person, roles) ?? (approval == nil ? .notApproved : nil)
    }
  }

  private func decides(_ person: PersonID, _ roles: [PersonID: String]) -> Bool {
    roles[person].map(TeamAuthority.deciding.contains) ?? false
  }

  private func reviewing(_ person: PersonID, _ roles: [PersonID: String]) -> Hindrance? {
    guard decides(person, roles) else { return .noRole }
    return workers.contains(person) ? .ownWork : nil
  }

  private var closed: Hindrance? {
    guard isCompleted else { return conflicts > 0 ? .conflicts(conflicts) : .notCompleted }
    return conflicts > 0 ? .conflicts(conflicts) : nil
  }

  private func approving(_ person: PersonID, _ roles: [PersonID: String]) -> Hindrance? {
    if state == .approvedByOffice { return .alreadyApproved }
    guard roles[person] == TeamRoles.office else {
      return state == .approvedBySupervisor ? .alreadyApproved : nil
    }
    guard state == .approvedBySupervisor else {
      // The office is the second person where no supervisor could be the first.
      let free = roles.contains { $0.value == TeamRoles.supervisor && !workers.contains($0.key) }
      return free ? .supervisorFirst : nil
    }
    return approvedBy.contains(person) ? .samePerson : nil
  }
}
