import Record

/// Folds an issue: judges each act by what its writer had seen, and puts together what has effect.
struct IssueFold {
  /// An act, as it was judged by what its writer had seen.
  struct Weighed {
    var stamp: Stamp
    var fact: Fact
    var role: String?
    var hindrance: Hindrance?
    /// Where a closing: the ground, the rule and the turn as its writer saw them.
    var ground: IssueGround?
    var turn: [Issue.Turn] = []
    /// Where an opening: since when it knows.
    var since: EntryPlace?
  }

  let id: IssueID
  let context: IssueContext
  private var acts: [Weighed] = []

  init(_ id: IssueID, _ entries: some Sequence<Entry>, _ context: IssueContext) {
    self.id = id
    self.context = context
    for entry in entries.sorted() { take(entry) }
  }

  /// The issue by all that is known.
  var issue: Issue { issue(by: acts) { _ in true } }

  private mutating func take(_ entry: Entry) {
    guard let fact = Fact(entry), let act = fact.issueAct else { return }
    let stamp = Stamp(entry)
    let causality = context.causality
    let saw = { (place: EntryPlace) in causality.saw(stamp.place, place) }
    let seen = issue(by: acts.filter { saw($0.stamp.place) }, saw)
    let roles = context.roles.known(saw)
    var judged = Weighed(stamp: stamp, fact: fact, role: roles[stamp.person])
    judged.hindrance =
      fact.issueGap ?? seen.hindrance(act, by: stamp.person, roles: roles)
    switch fact {
    case .issueOpened(let opening): judged.since = context.since(opening, stamp)
    case .issueReported(let ground):
      judged.hindrance =
        judged.hindrance ?? context.hindrance(ground, seen.rule, seen.turn, saw)
    case .issueStruckOff(let entries):
      judged.ground = seen.ground
      judged.turn = seen.turn
      if judged.hindrance == nil, !areNamed(seen, by: entries) { judged.hindrance = .notAllNamed }
    default: break
    }
    acts.append(judged)
  }

  /// Whether entries name the last act of every journal that the closing's writer had seen.
  private func areNamed(_ seen: Issue, by entries: [EntryID]) -> Bool {
    let ids = Set(entries)
    let named = acts.filter { ids.contains($0.stamp.entry) }
    guard named.count == ids.count else { return true }
    return seen.steps.allSatisfy { step in
      named.contains {
        $0.stamp.writer == step.stamp.writer
          && $0.stamp.place.sequence >= step.stamp.place.sequence
      }
    }
  }

  // MARK: Putting together

  /// The issue by some acts, for somebody who had seen what `counts`.
  private func issue(by acts: [Weighed], _ counts: (EntryPlace) -> Bool) -> Issue {
    var issue = Issue(id: id)
    for act in acts {
      var hindrance = act.hindrance
      if hindrance == nil, case .issueStruckOff = act.fact {
        hindrance = overruled(act, by: acts, issue.rule, counts)
      }
      issue.take(act, hindrance, context.causality)
    }
    if let ground = issue.ground {
      issue.groundWorkers = context.workers(ground)
      if issue.state == .toCheck {
        issue.groundHindrance = context.hindrance(ground, issue.rule, issue.turn, counts)
      }
    }
    return issue
  }

  /// Why a closing that was right for its writer has no effect all the same: for what they did not know.
  private func overruled(
    _ closing: Weighed, by acts: [Weighed], _ rule: Judged.Rule?,
    _ counts: (EntryPlace) -> Bool
  ) -> Hindrance? {
    let causality = context.causality
    let place = closing.stamp.place
    for other in acts where other.hindrance == nil && !causality.saw(other.stamp.place, place) {
      switch other.fact {
      case .issueSentBack, .issueReopened:
        if !causality.saw(place, other.stamp.place) { return .contradicted }
      case .issueOpened:
        if let since = other.since, !causality.saw(place, since) { return .contradicted }
      default: break
      }
    }
    guard let ground = closing.ground else { return nil }
    let workers = context.workers(ground)
    if workers.contains(closing.stamp.person) { return .ownGround }
    return context.hindrance(ground, rule, closing.turn) {
      counts($0) && !causality.saw($0, place)
    }
  }
}

extension Issue {
  /// Takes in an act; one without effect is only noted.
  fileprivate mutating func take(
    _ act: IssueFold.Weighed, _ hindrance: Hindrance?, _ causality: Causality
  ) {
    let isFirst = opening == nil
    if hindrance == nil { apply(act, causality) }
    guard let kind = IssueStep.Kind(act.fact, isFirst: isFirst) else { return }
    steps.append(
      IssueStep(
        kind: kind, stamp: act.stamp, role: act.role, text: act.fact.issueText,
        state: state ?? .new, hindrance: hindrance))
  }

  private mutating func apply(_ act: IssueFold.Weighed, _ causality: Causality) {
    switch act.fact {
    case .issueOpened(let opening): open(opening, act, causality)
    case .issueDescribed(let description):
      cause = description.cause
      issueClass = description.issueClass
      source = description.source
      if !description.text.isEmpty { text = description.text }
    case .issueAssigned(let assignment):
      self.assignment = assignment
      assigned = act.stamp
      if state == .new { state = .assigned }
    case .issueBegun: if state == .assigned { state = .underway }
    case .issueReported(let ground):
      // What was struck off meanwhile stays so: it was gone for whoever closed it, too.
      guard state != .struckOff, state != .new else { return }
      self.ground = ground
      reported = act.stamp
      state = .toCheck
    case .issueSentBack:
      guard state == .toCheck else { return }
      ground = nil
      reported = nil
      state = .underway
    case .issueStruckOff:
      guard state != .struckOff else { return }
      state = .struckOff
      struckOff = act.stamp
    case .issueReopened:
      guard state == .struckOff else {
        // Somebody else did so, too: what makes it gone must know of both.
        turn.append(Turn(place: act.stamp.place, since: act.stamp.place, isReopening: true))
        return
      }
      reopen(act, since: act.stamp.place, isReopening: true)
    default: break
    }
  }

  private mutating func open(
    _ opening: IssueOpening, _ act: IssueFold.Weighed, _ causality: Causality
  ) {
    let since = act.since ?? act.stamp.place
    let again = Turn(place: act.stamp.place, since: since, isReopening: false)
    guard self.opening != nil else {
      self.opening = opening
      opened = act.stamp
      issueClass = opening.issueClass
      source = opening.source
      text = opening.text
      state = .new
      turn = [again]
      return
    }
    guard let closed = struckOff else {
      turn.append(again)
      return
    }
    // Of what whoever closed it knew nothing new is said.
    if !causality.saw(closed.place, since) { reopen(act, since: since, isReopening: false) }
  }

  private mutating func reopen(
    _ act: IssueFold.Weighed, since: EntryPlace, isReopening: Bool
  ) {
    timesReopened += 1
    state = .new
    struckOff = nil
    ground = nil
    reported = nil
    turn = [Turn(place: act.stamp.place, since: since, isReopening: isReopening)]
  }
}

extension Issue {
  /// Folds an issue from its entries, in any order.
  public init(id: IssueID, entries: some Sequence<Entry>, _ context: IssueContext = IssueContext())
  {
    self = IssueFold(id, entries, context).issue
  }
}
