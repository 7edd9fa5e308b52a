import Record

extension Fact {
  /// Whether it sets, changes or takes away anything in an interview, or declares it complete: whoever did
  /// that does not review it.
  var isWork: Bool {
    switch self {
    case .interviewStarted, .prefilled, .answered, .rowAdded, .rowRemoved, .completed: true
    case .visitStarted(_, let cleared, let date): !cleared.isEmpty || date != nil
    case .settled(_, let answers): !answers.isEmpty
    default: false
    }
  }

  /// Whether an approval that had not seen it does not hold.
  var changesInterview: Bool {
    switch self {
    case .reopened, .moved, .returned, .unapproved: true
    case .settled: true
    default: isWork
    }
  }

  /// Whether an approval ends by it, for whoever knew of the approval.
  var endsApproval: Bool {
    switch self {
    case .returned, .unapproved: true
    default: false
    }
  }

  /// The act of review that it is; nil where review does not judge it.
  var reviewAct: ReviewAct? {
    switch self {
    case .returned: .returning
    case .approved: .approving
    case .unapproved: .unapproving
    case .completed: .completing
    case .householdAssigned: .assigning
    default: nil
    }
  }

  /// What an act of review must say, whoever does it.
  var isUnsaid: Bool {
    switch self {
    case .returned(let comments): comments.isEmpty || comments.contains { $0.text.isEmpty }
    case .unapproved(let reason): reason.isEmpty
    default: false
    }
  }

  var reviewText: String {
    switch self {
    case .reopened(let reason), .unapproved(let reason): reason
    default: ""
    }
  }
}

extension ReviewStep.Kind {
  init?(_ fact: Fact) {
    switch fact {
    case .interviewStarted: self = .started
    case .completed: self = .completed
    case .reopened: self = .reopened
    case .returned(let comments): self = .returned(comments: comments.count)
    case .approved: self = .approved
    case .unapproved: self = .unapproved
    case .householdAssigned(let person): self = .assigned(person)
    default: return nil
    }
  }
}
