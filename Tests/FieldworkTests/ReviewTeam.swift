import Fieldwork
import Record

/// A team of every role whose laptops meet now and then, one household and its interview.
struct ReviewTeam {
  static let household = HouseholdID("h1")
  static let id = InterviewID("i1")
  static let interview = Subject.interview("i1")
  static let surveyor = PersonID(bytes: [UInt8](repeating: 41, count: 10))
  static let otherSurveyor = PersonID(bytes: [UInt8](repeating: 42, count: 10))
  static let supervisor = PersonID(bytes: [UInt8](repeating: 43, count: 10))
  static let otherSupervisor = PersonID(bytes: [UInt8](repeating: 44, count: 10))
  static let office = PersonID(bytes: [UInt8](repeating: 45, count: 10))
  static let stranger = PersonID(bytes: [UInt8](repeating: 46, count: 10))
  static let roles: [(PersonID, String)] = [
    (surveyor, "surveyor"), (otherSurveyor, "surveyor"), (supervisor, "supervisor"),
    (otherSupervisor, "supervisor"), (office, "office"),
  ]

  var meeting: Meeting

  /// Everybody knows the team.
  init(_ laptops: Int = 2, roles: [(PersonID, String)] = ReviewTeam.roles) {
    meeting = Meeting(laptops)
    for (person, role) in roles { give(role, to: person, on: 0) }
    for laptop in 1..<max(laptops, 2) where laptop < laptops { meeting.meet(0, laptop) }
  }

  @discardableResult
  mutating func give(_ role: String, to person: PersonID, on laptop: Int) -> Entry {
    meeting.add(
      .personAdded(name: "", role: role), of: .person(person.rawValue), on: laptop, by: person)
  }

  @discardableResult
  mutating func add(_ fact: Fact, by person: PersonID, on laptop: Int = 0) -> Entry {
    meeting.add(fact, of: Self.interview, on: laptop, by: person)
  }

  /// Begins the interview and completes it.
  @discardableResult
  mutating func completed(by person: PersonID = surveyor, on laptop: Int = 0) -> Entry {
    add(
      .interviewStarted(
        InterviewStart(
          household: Self.household, round: "base", form: "f", date: "2026-11-21",
          identityCheck: "confirmed")), by: person, on: laptop)
    answer("well", by: person, on: laptop)
    return add(.completed(events: []), by: person, on: laptop)
  }

  @discardableResult
  mutating func answer(_ value: String, by person: PersonID, on laptop: Int = 0) -> Entry {
    add(
      .answered([GivenAnswer(AnswerKey("w_source"), value)], reversal: nil, nil), by: person,
      on: laptop)
  }

  /// Approves what the laptop has of the interview.
  @discardableResult
  mutating func approve(by person: PersonID = supervisor, on laptop: Int = 0) -> Entry {
    add(.approved(of: interview(on: laptop).lastActs), by: person, on: laptop)
  }

  @discardableResult
  mutating func giveBack(
    by person: PersonID = supervisor, on laptop: Int = 0, _ texts: String...
  ) -> Entry {
    add(
      .returned(
        (texts.isEmpty ? ["again"] : texts).map { ReviewComment(AnswerKey("w_source"), $0) }),
      by: person, on: laptop)
  }

  mutating func meet() {
    for laptop in meeting.laptops.indices.dropFirst() { meeting.meet(0, laptop) }
    for laptop in meeting.laptops.indices.dropFirst() { meeting.meet(0, laptop) }
  }

  // MARK: The issue

  static let rule = Judged.Rule("WA1")
  static let issue = IssueID("WA1", of: household)

  /// Declares the interview complete; the rule is true, open, or met.
  @discardableResult
  mutating func complete(
    by person: PersonID = surveyor, on laptop: Int = 0, found: Bool = false, open: Bool = false
  ) -> Entry {
    add(
      .completed(
        events: [],
        judged: Judged(found: found ? [Self.rule] : [], open: open ? [Self.rule] : [])),
      by: person, on: laptop)
  }

  /// Completes the interview with the rule true, and opens its issue in the same act.
  mutating func found(by person: PersonID = surveyor, on laptop: Int = 0) {
    completed(by: person, on: laptop)
    again(by: person, on: laptop)
  }

  /// Opens it again and completes it with the rule true: found again.
  @discardableResult
  mutating func again(by person: PersonID = surveyor, on laptop: Int = 0) -> Entry {
    add(.reopened(reason: "another visit"), by: person, on: laptop)
    complete(by: person, on: laptop, found: true)
    return open(by: person, on: laptop)
  }

  @discardableResult
  mutating func open(
    by person: PersonID = surveyor, on laptop: Int = 0, completion: EntryID? = nil
  ) -> Entry {
    act(
      .issueOpened(
        IssueOpening(
          .household(Self.household), rule: Self.rule.rule, domain: "water",
          interview: Self.id, completion: completion)), by: person, on: laptop)
  }

  @discardableResult
  mutating func act(_ fact: Fact, by person: PersonID, on laptop: Int = 0) -> Entry {
    meeting.add(fact, of: Self.issue.subject, on: laptop, by: person)
  }

  static let assignment = IssueAssignment(
    measure: "a pipe", responsible: [.township: Responsible(body: "", person: "Wang")],
    deadline: "2026-12-31")

  @discardableResult
  mutating func assign(by person: PersonID = supervisor, on laptop: Int = 0) -> Entry {
    act(.issueAssigned(Self.assignment), by: person, on: laptop)
  }

  /// Asks again, with another result.
  @discardableResult
  mutating func ask(
    by person: PersonID = surveyor, on laptop: Int = 0, found: Bool = false, open: Bool = false
  ) -> Entry {
    add(.reopened(reason: "asked again"), by: person, on: laptop)
    answer("tap", by: person, on: laptop)
    return complete(by: person, on: laptop, found: found, open: open)
  }

  @discardableResult
  mutating func report(
    _ completion: Entry, by person: PersonID = surveyor, on laptop: Int = 0
  ) -> Entry {
    act(
      .issueReported(.answers(Self.id, completion: completion.id)), by: person, on: laptop)
  }

  @discardableResult
  mutating func strikeOff(by person: PersonID = supervisor, on laptop: Int = 0) -> Entry {
    act(.issueStruckOff(of: issue(on: laptop).lastActs), by: person, on: laptop)
  }

  func issue(on laptop: Int = 0) -> Issue { Self.issue(of: known(on: laptop)) }

  static func issue(of entries: [Entry]) -> Issue {
    Issue(
      id: issue, entries: entries.filter { $0.subject == issue.subject },
      IssueContext(Causality(entries), roles(entries), interviews: [interview(of: entries)]))
  }

  func reason(_ entry: Entry, on laptop: Int = 0) -> Hindrance? {
    issue(on: laptop).steps.first { $0.stamp.entry == entry.id }?.hindrance
  }

  // MARK: What a laptop makes of it

  static func roles(_ entries: [Entry]) -> TeamRoles {
    TeamRoles(
      entries.filter { if case .person = $0.subject { true } else { false } },
      TeamAuthority([], keys: [:], causality: Causality()))
  }

  func known(on laptop: Int) -> [Entry] { meeting.laptops[laptop].known }

  func interview(on laptop: Int = 0) -> Interview { Self.interview(of: known(on: laptop)) }

  static func interview(of entries: [Entry]) -> Interview {
    Interview(
      id: id, entries: entries.filter { $0.subject == interview }.sorted(), Causality(entries),
      roles(entries))
  }

  func review(on laptop: Int = 0) -> InterviewReview { interview(on: laptop).review }

  func state(on laptop: Int = 0) -> ReviewState { review(on: laptop).state }

  func hindrance(of entry: Entry, on laptop: Int = 0) -> Hindrance? {
    review(on: laptop).steps.first { $0.stamp.entry == entry.id }?.hindrance
  }
}
