import Record

/// What the acts of review in an interview come to, kept up act by act; beside the answers' own fold.
struct Reviewing: Equatable, Sendable {
  /// By what an act of review was judged when it was taken in.
  struct Ruling: Equatable, Sendable {
    /// The role that its writer had for all they knew.
    var role: String?
    /// Why it has no effect; nil where it has.
    var hindrance: Hindrance?
  }

  /// An approval, until someone who knows of it approves anew, returns or takes it back.
  struct Approval: Equatable, Sendable {
    var stamp: Stamp
    var role: String
    /// How far it names each writer's work; nil where a named entry is not here.
    var named: [WriterID: Int]?
    /// The last change of each writer that neither it had seen nor saw it.
    var missed: [WriterID: Stamp] = [:]
    /// The first change that it had not seen, in causal order.
    var changed: Stamp?
    /// Whether work of the approver's own came to light.
    var isVoid = false
  }

  private(set) var steps: [ReviewStep] = []
  private(set) var comments: [StandingComment] = []
  private(set) var approvals: [Approval] = []
  private(set) var workers: Set<PersonID> = []
  private(set) var timesReturned = 0
  /// Whether it was ever opened again or given back.
  private(set) var wasOpenedAgain = false
  /// The returns that no completion since then has seen.
  private(set) var openReturns: [EntryPlace] = []

  /// The comments that nobody has answered.
  var openComments: Int { comments.count(where: \.isOpen) }

  /// Takes in an act, as it was judged; `history` is what stands before it, `saw` tells whether its writer
  /// had seen an earlier act, nil where they had seen all.
  mutating func take(
    _ fact: Fact, _ stamp: Stamp, _ ruling: Ruling?, _ history: [Act],
    _ saw: ((EntryPlace) -> Bool)?
  ) {
    if let kind = ReviewStep.Kind(fact) {
      steps.append(
        ReviewStep(
          kind: kind, stamp: stamp, role: ruling?.role, text: fact.reviewText,
          hindrance: ruling?.hindrance))
    }
    guard ruling?.hindrance == nil else { return }
    let saw = saw ?? { _ in true }
    if fact.isWork { workers.insert(stamp.person) }
    if fact.changesInterview { changed(fact, stamp, saw) }
    switch fact {
    case .completed: openReturns.removeAll(where: saw)
    case .reopened: wasOpenedAgain = true
    case .returned(let list):
      wasOpenedAgain = true
      openReturns.append(stamp.place)
      timesReturned += 1
      for (index, comment) in list.enumerated() {
        comments.append(
          StandingComment(
            id: CommentID(entry: stamp.entry, index: index), comment: comment, stamp: stamp))
      }
      withdraw(seenBy: saw)
    case .commentAnswered(let id, let text):
      guard let index = comments.firstIndex(where: { $0.id == id }) else { return }
      comments[index].answers.append(Interview.Remark(text: text, stamp: stamp))
    case .unapproved: withdraw(seenBy: saw)
    case .approved(let entries): approve(entries, stamp, ruling?.role ?? "", history, saw)
    default: break
    }
  }

  private mutating func withdraw(seenBy saw: (EntryPlace) -> Bool) {
    approvals.removeAll { saw($0.stamp.place) }
  }

  private mutating func changed(_ fact: Fact, _ stamp: Stamp, _ saw: (EntryPlace) -> Bool) {
    for index in approvals.indices {
      let knew = saw(approvals[index].stamp.place)
      // To take an approval back, or to return, is its end where it was known: no change behind it.
      if knew, fact.endsApproval { continue }
      if approvals[index].changed == nil { approvals[index].changed = stamp }
      if !knew { approvals[index].missed[stamp.writer] = stamp }
      if fact.isWork, !knew, stamp.person == approvals[index].stamp.person {
        void(index)
      }
    }
  }

  private mutating func void(_ index: Int) {
    approvals[index].isVoid = true
    if let step = steps.lastIndex(where: { $0.stamp == approvals[index].stamp }) {
      steps[step].hindrance = .ownWork
    }
  }

  private mutating func approve(
    _ entries: [EntryID], _ stamp: Stamp, _ role: String, _ history: [Act],
    _ saw: (EntryPlace) -> Bool
  ) {
    withdraw(seenBy: saw)
    var approval = Approval(
      stamp: stamp, role: role, named: Self.named(entries, history))
    for act in history where act.hasEffect && act.fact.changesInterview {
      guard !approval.covers(act.stamp, saw) else { continue }
      if approval.changed == nil { approval.changed = act.stamp }
      if !saw(act.stamp.place) { approval.missed[act.stamp.writer] = act.stamp }
    }
    approvals.append(approval)
    let isOwn = history.contains {
      $0.hasEffect && $0.fact.isWork && $0.stamp.person == stamp.person
    }
    if isOwn { void(approvals.count - 1) }
  }

  /// How far entries name each writer's work; nil where one of them is not here.
  static func named(_ entries: [EntryID], _ history: [Act]) -> [WriterID: Int]? {
    let ids = Set(entries)
    var named: [WriterID: Int] = [:]
    var found = 0
    for act in history where ids.contains(act.stamp.entry) {
      found += 1
      named[act.stamp.writer] = max(named[act.stamp.writer] ?? 0, act.stamp.place.sequence)
    }
    return found == ids.count ? named : nil
  }
}

extension Reviewing.Approval {
  /// Whether the approval speaks of an act: its writer had seen it, and did not leave it out.
  func covers(_ act: Stamp, _ saw: (EntryPlace) -> Bool) -> Bool {
    guard saw(act.place) else { return false }
    guard let named else { return true }
    return named[act.writer].map { $0 >= act.place.sequence } ?? false
  }

  var holds: Bool { !isVoid && changed == nil }
}

extension Reviewing {
  /// The review as it stands, but for what the interview itself knows.
  var standing: InterviewReview {
    var review = InterviewReview()
    review.steps = steps
    review.comments = comments
    review.timesReturned = timesReturned
    review.workers = workers
    let open = approvals.filter { !$0.isVoid }
    let best =
      open.last { $0.holds && $0.role == TeamRoles.office } ?? open.last(where: \.holds)
      ?? open.last
    review.approval = best?.stamp
    review.changedAfterApproval = best?.changed
    review.approvedBy = Set(
      open.filter { $0.holds && $0.role != TeamRoles.office }.map(\.stamp.person))
    if let best {
      review.state =
        !best.holds
        ? .approvedThenChanged
        : best.role == TeamRoles.office ? .approvedByOffice : .approvedBySupervisor
    }
    return review
  }

  /// Where the approval and a change did not know of each other.
  func conflicts(_ subject: Subject, _ household: HouseholdID?) -> [Conflict] {
    let open = approvals.filter { !$0.isVoid }
    guard !open.contains(where: \.holds) else { return [] }
    let torn = open.filter { !$0.missed.isEmpty }
    guard !torn.isEmpty else { return [] }
    let tips =
      torn.map { Tip(stamp: $0.stamp, act: .approved) }
      + Set(torn.flatMap(\.missed.values)).map { Tip(stamp: $0, act: .changed) }
    return [
      Conflict(
        kind: .approval, subject: subject, household: household,
        tips: tips.sorted { $0.stamp < $1.stamp })
    ]
  }
}

extension Act {
  /// Whether the act has effect: false where its writer had no right to it.
  public var hasEffect: Bool { ruling?.hindrance == nil }
}
