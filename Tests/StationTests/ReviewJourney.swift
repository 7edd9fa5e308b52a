import Fieldwork
import FormEngine
import Record
import Station
import Testing

/// A household that is far from water, followed by three people on three laptops from the door until the
/// problem is gone; at every stage each of them can try everything.
struct ReviewJourney {
  /// Who works: their numbers are those of their laptops.
  enum Who: Int, CaseIterable {
    case surveyor, supervisor, office
  }

  /// What can be tried.
  enum Deed: CaseIterable {
    case giveBack, approve, takeBack
    case describe, assign, begin, reportAnswers, reportEvidence, sendBack, strikeOff, reopen

    static let ofReview: Set<Deed> = [.giveBack, .approve, .takeBack]
  }

  /// Somebody doing something.
  struct Try: Hashable, CustomStringConvertible {
    var deed: Deed
    var who: Who
    var description: String { "\(deed) by the \(who)" }
  }

  static let household = HouseholdID("h1")
  static let issue = IssueID("WA1", of: household)
  static let today = "2026-11-21"
  static let assignment = IssueAssignment(
    measure: "a pipe", responsible: [.township: Responsible(body: "水利站", person: "王强")],
    deadline: "2026-12-31")
  static let reask = "asked again: WA1"

  let village: SharedVillage

  init(_ village: SharedVillage) { self.village = village }

  /// The team; nobody has been to the household yet.
  static func begun() throws -> ReviewJourney {
    let journey = ReviewJourney(try SharedVillage(3, SharedVillage.smallForm()))
    for who in Who.allCases {
      let person = journey.village.laptops[who.rawValue].person
      try journey.village.add(
        .personAdded(name: "\(who)", role: "\(who)"), of: .person(person.rawValue), on: 0)
    }
    try journey.village.register("h1", number: 1)
    try journey.village.begin("i1", of: "h1", on: 0)
    try journey.village.answer("c_consent", "yes", in: "i1", of: "h1", on: 0)
    try journey.village.answer("w_min", "45", in: "i1", of: "h1", on: 0)
    return journey
  }

  /// The same journey on laptops of their own, so that what is tried there is not done here.
  func apart() throws -> ReviewJourney {
    let copy = try SharedVillage(village.laptops.count, village.form)
    for (own, other) in zip(village.laptops, copy.laptops) { other.takeOver(own) }
    for desk in copy.desks { try desk.rebuild() }
    return ReviewJourney(copy)
  }

  func meet() throws { try village.meetAll() }

  // MARK: What is there

  func ledger(_ who: Who) -> Ledger {
    Ledger(village.desks[who.rawValue].village, standard: village.form.standard, today: Self.today)
  }

  func opened(_ who: Who) throws -> OpenedIssue {
    try #require(try village.desks[who.rawValue].open(Self.issue, in: ledger(who)))
  }

  func reviewed(_ who: Who) throws -> ReviewedHousehold {
    let desk = village.desks[who.rawValue]
    return try #require(
      ReviewedHousehold(try desk.file(of: Self.household), roles: desk.roles.now))
  }

  func session(_ who: Who) throws -> InterviewSession {
    var session = try #require(try village.session("i1", of: "h1", on: who.rawValue))
    session.compare(with: village.desks[who.rawValue].village)
    return session
  }

  /// Where review and issue stand, how often it was opened again, and how many steps have effect.
  func standing(_ who: Who) throws -> [String] {
    let review = try reviewed(who).review
    let issue = try opened(who).issue
    return [
      "\(review.state)", "\(review.timesReturned)", "\(issue.state.map { "\($0)" } ?? "-")",
      "\(issue.timesReopened)", "\(issue.steps.count { $0.hindrance == nil })",
    ]
  }

  // MARK: What is done

  /// Completes the interview as its session does; tells what was written.
  @discardableResult
  func complete(_ who: Who) throws -> [Entry] {
    try village.answer("c_result", "done", in: "i1", of: "h1", on: who.rawValue)
    var session = try session(who)
    guard case .record(let drafts) = session.complete(now: 0) else { return [] }
    return try record(drafts, who)
  }

  @discardableResult
  func record(_ drafts: [EntryDraft], _ who: Who) throws -> [Entry] {
    let laptop = village.laptops[who.rawValue]
    return try village.desks[who.rawValue].append(drafts, person: laptop.person)
  }

  /// What somebody is told who tries something.
  func outcome(_ attempt: Try) throws -> ReviewedHousehold.Outcome {
    let person = village.laptops[attempt.who.rawValue].person
    let review = try reviewed(attempt.who)
    let issue = try opened(attempt.who)
    return switch attempt.deed {
    case .giveBack: review.giveBack([ReviewComment(nil, "x")], by: person)
    case .approve: review.approve(by: person)
    case .takeBack: review.takeBack(reason: "x", by: person)
    case .describe: issue.describe(Self.description, by: person)
    case .assign: issue.assign(Self.assignment, by: person)
    case .begin: issue.begin(text: "", by: person)
    case .reportAnswers: issue.report(try newestAnswers(attempt.who), by: person)
    case .reportEvidence: issue.report(Self.evidence, by: person)
    case .sendBack: issue.sendBack(reason: "x", by: person)
    case .strikeOff: issue.strikeOff(by: person)
    case .reopen: issue.reopen(reason: "x", by: person)
    }
  }

  /// What a program that asks nobody would write.
  func forced(_ attempt: Try) throws -> EntryDraft {
    let review = try reviewed(attempt.who)
    let issue = try opened(attempt.who).issue
    let fact: Fact =
      switch attempt.deed {
      case .giveBack: .returned([ReviewComment(nil, "x")])
      case .approve: .approved(of: review.interview.lastActs)
      case .takeBack: .unapproved(reason: "x")
      case .describe: .issueDescribed(Self.description)
      case .assign: .issueAssigned(Self.assignment)
      case .begin: .issueBegun(text: "")
      case .reportAnswers: .issueReported(try newestAnswers(attempt.who))
      case .reportEvidence: .issueReported(Self.evidence)
      case .sendBack: .issueSentBack(reason: "x")
      case .strikeOff: .issueStruckOff(of: issue.lastActs)
      case .reopen: .issueReopened(reason: "x")
      }
    let isOfReview = Deed.ofReview.contains(attempt.deed)
    return fact.draft(of: isOfReview ? .interview("i1") : Self.issue.subject)
  }

  private static let description = IssueDescription(
    cause: "pipe", issueClass: .direct, source: .lookback, text: "")
  private static let evidence = IssueGround.evidence(["ab"], text: "")

  /// The last completion there was, whether it stands or not.
  func newestAnswers(_ who: Who) throws -> IssueGround {
    let last = try reviewed(who).interview.history.last { act in
      if case .completed = act.fact { true } else { false }
    }
    return .answers(InterviewID("i1"), completion: try #require(last).stamp.entry)
  }

  // MARK: Every wrong order, every wrong person

  /// Tries everything by everybody: only what is allowed here can be done; all else is refused by name, and
  /// where it is written all the same it has no effect on any laptop, and the same reason stands there.
  func checkThatOnly(_ allowed: Set<Try>, _ stage: String) throws {
    for who in Who.allCases {
      for deed in Deed.allCases {
        let attempt = Try(deed: deed, who: who)
        switch try outcome(attempt) {
        case .record:
          #expect(allowed.contains(attempt), "\(stage): \(attempt) is possible")
        case .hindered(let hindrance):
          #expect(!allowed.contains(attempt), "\(stage): \(attempt) is hindered: \(hindrance)")
          try checkOnReplay(attempt, hindrance, stage)
        }
      }
    }
  }

  private func checkOnReplay(_ attempt: Try, _ hindrance: Hindrance, _ stage: String) throws {
    let copy = try apart()
    let before = try copy.standing(.surveyor)
    let entry = try #require(try copy.record([try forced(attempt)], attempt.who).first)
    try copy.meet()
    for who in Who.allCases {
      let after = try copy.standing(who)
      #expect(after == before, "\(stage): \(attempt) has effect for the \(who)")
      let review = try copy.reviewed(who).review.withoutRight
      let issue = try copy.opened(who).issue.withoutRight
      let reasons =
        review.filter { $0.stamp.entry == entry.id }.map(\.hindrance)
        + issue.filter { $0.stamp.entry == entry.id }.map(\.hindrance)
      #expect(reasons == [hindrance], "\(stage): \(attempt)")
    }
  }
}

extension Set<ReviewJourney.Try> {
  /// These and those.
  func and(_ more: Self) -> Self { union(more) }

  /// These deeds by anybody of these.
  static func `as`(
    _ deeds: ReviewJourney.Deed..., by people: ReviewJourney.Who...
  ) -> Set<ReviewJourney.Try> {
    Set(deeds.flatMap { deed in people.map { ReviewJourney.Try(deed: deed, who: $0) } })
  }
}
