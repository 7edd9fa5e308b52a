extension Fact {
  /// What is done to an issue by it; nil for what is not.
  var issueAct: IssueAct? {
    switch self {
    case .issueOpened: .opening
    case .issueDescribed: .describing
    case .issueAssigned: .assigning
    case .issueBegun: .beginning
    case .issueReported: .reporting
    case .issueSentBack: .sendingBack
    case .issueStruckOff: .strikingOff
    case .issueReopened: .reopening
    default: nil
    }
  }

  /// What is missing in it, whoever wrote it.
  var issueGap: Hindrance? {
    switch self {
    case .issueOpened(let opening):
      opening.rule.isEmpty && opening.text.isEmpty ? .nothingSaid : nil
    case .issueAssigned(let assignment): assignment.isWhole ? nil : .incomplete
    case .issueSentBack(let reason), .issueReopened(let reason):
      reason.isEmpty ? .nothingSaid : nil
    default: nil
    }
  }

  var issueText: String {
    switch self {
    case .issueOpened(let opening): opening.text
    case .issueDescribed(let description): description.text
    case .issueAssigned(let assignment): assignment.measure
    case .issueBegun(let text): text
    case .issueReported(.evidence(_, let text)): text
    case .issueSentBack(let reason), .issueReopened(let reason): reason
    default: ""
    }
  }
}

extension IssueStep.Kind {
  init?(_ fact: Fact, isFirst: Bool) {
    switch fact {
    case .issueOpened: self = isFirst ? .opened : .foundAgain
    case .issueDescribed: self = .described
    case .issueAssigned(let assignment): self = .assigned(assignment)
    case .issueBegun: self = .begun
    case .issueReported(let ground): self = .reported(ground)
    case .issueSentBack: self = .sentBack
    case .issueStruckOff: self = .struckOff
    case .issueReopened: self = .reopened
    default: return nil
    }
  }
}
