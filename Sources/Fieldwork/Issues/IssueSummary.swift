import JSONText
import Record

/// An issue in one line of a list: derived, and kept beside the journals with the list of households.
public struct IssueSummary: Equatable, Sendable {
  /// The issue's identity.
  public var id: IssueID
  /// What it is about.
  public var concern: IssueConcern
  /// The member's row; empty for the household, the site or the village.
  public var row: String
  /// The member's name as it is now, or empty.
  public var member = ""
  /// The rule that was true; empty where a person typed it.
  public var rule: String
  /// The standard's domain, or empty.
  public var domain: String
  /// Where it stands.
  public var state: IssueState
  /// Which of the three kinds it is.
  public var issueClass: IssueClass
  /// Where it was found.
  public var source: IssueSource
  /// The code of its cause, or empty.
  public var cause: String
  /// What is to be known of it, or empty.
  public var text: String
  /// The departments whose field it is.
  public var departments: [String]
  /// The interview that it came from; nil where it did not.
  public var interview: InterviewID?
  /// When it was opened, by the laptop's clock; empty for one that is not written yet.
  public var opened: String
  /// What is to be done, by whom, by when; nil until it was given to somebody.
  public var assignment: IssueAssignment?
  /// Who said that it is gone, and when, by their laptop's clock; nil where nobody says so.
  public var reported: Done?
  /// Why they say so; nil where nobody does.
  public var ground: IssueGround?
  /// Who confirmed it, and when, by their laptop's clock; nil while it is open.
  public var struckOff: Done?
  /// How often it was opened again.
  public var timesReopened: Int
  /// Whether it is a finding that nobody has done anything about: no entry says of it yet.
  public var isImplied: Bool

  /// Who did something, and when.
  public struct Done: Hashable, Sendable {
    /// Who.
    public var person: PersonID
    /// When, with the offset, as their laptop told it.
    public var time: String

    init(_ stamp: Stamp) {
      person = stamp.person
      time = stamp.time
    }

    init?(json: JSON?) {
      guard let person = json?[0]?.string.flatMap(PersonID.init(rawValue:)),
        let time = json?[1]?.string
      else { return nil }
      self.person = person
      self.time = time
    }

    var json: JSON { [.string(person.rawValue), .string(time)] }
  }

  /// Sums an issue up; nil until the entry that opened it is here.
  ///
  /// `members` are the names of the household's members, by row.
  public init?(_ issue: Issue, _ members: [String: String] = [:]) {
    guard let opening = issue.opening, let state = issue.state else { return nil }
    id = issue.id
    concern = opening.concern
    row = opening.row
    member = members[opening.row] ?? ""
    rule = opening.rule
    domain = opening.domain
    self.state = state
    issueClass = issue.issueClass
    source = issue.source
    cause = issue.cause
    text = issue.text
    departments = opening.departments
    interview = opening.interview
    opened = issue.opened?.time ?? ""
    assignment = issue.assignment
    reported = issue.reported.map(Done.init)
    ground = issue.ground
    struckOff = issue.struckOff.map(Done.init)
    timesReopened = issue.timesReopened
    isImplied = false
  }

  /// A finding that has no issue yet: new, and not written.
  public init(
    implied rule: Judged.Rule, of household: HouseholdID, interview: InterviewID?,
    domain: String = "", departments: [String] = []
  ) {
    id = IssueID(rule.rule, row: rule.row, of: household)
    concern = .household(household)
    row = rule.row
    self.rule = rule.rule
    self.domain = domain
    state = .new
    issueClass = .direct
    source = .census
    cause = ""
    text = ""
    self.departments = departments
    self.interview = interview
    opened = ""
    timesReopened = 0
    isImplied = true
  }

  /// The household that it is about; nil for a site or the village.
  public var household: HouseholdID? { if case .household(let id) = concern { id } else { nil } }

  /// The last day, as `2026-12-31`, or empty.
  public var deadline: String { assignment?.deadline ?? "" }

  /// The fact that opens it, where no entry does yet: to be written with the first act about it.
  public func opening(completion: EntryID? = nil) -> IssueOpening {
    IssueOpening(
      concern, row: row, rule: rule, text: text, domain: domain, issueClass: issueClass,
      source: source, interview: interview, completion: completion, departments: departments)
  }

  /// Whether its last day is over on a day, as `2026-12-31`.
  public func isOverdue(on day: String) -> Bool {
    state.isOpen && !deadline.isEmpty && deadline < day
  }
}

extension IssueSummary {
  /// The summary as one JSON object of a derived file.
  public var json: JSON {
    var json: JSON = [
      "id": .string(id.rawValue), "on": .string(concern.subject.text),
      "state": .string(state.rawValue), "class": .int(issueClass.rawValue),
      "source": .string(source.rawValue), "opened": .string(opened),
    ]
    let texts = [
      ("rule", rule), ("row", row), ("member", member), ("domain", domain), ("cause", cause),
      ("text", text),
      ("interview", interview?.rawValue ?? ""),
    ]
    for (name, text) in texts where !text.isEmpty { json.set(name, .string(text)) }
    if !departments.isEmpty { json.set("departments", .array(departments.map(JSON.string))) }
    if let assignment {
      json.set("measure", .string(assignment.measure))
      json.set("responsible", IssueAssignment.json(assignment.responsible))
      json.set("deadline", .string(assignment.deadline))
    }
    if let reported { json.set("reported", reported.json) }
    if let ground { json.set("ground", ground.body) }
    if let struckOff { json.set("struck_off", struckOff.json) }
    if timesReopened > 0 { json.set("reopened", .int(timesReopened)) }
    return json
  }

  /// Reads a summary of a derived file; nil when it is not one.
  public init?(json: JSON) {
    guard let id = json["id"]?.string,
      let concern = json["on"]?.string.flatMap({ IssueConcern(Subject(text: $0)) }),
      let state = json["state"]?.string.flatMap(IssueState.init(rawValue:)),
      let issueClass = json["class"]?.int.flatMap(IssueClass.init(rawValue:)),
      let source = json["source"]?.string.flatMap(IssueSource.init(rawValue:))
    else { return nil }
    self.id = IssueID(id)
    self.concern = concern
    self.state = state
    self.issueClass = issueClass
    self.source = source
    opened = json["opened"]?.string ?? ""
    rule = json["rule"]?.string ?? ""
    row = json["row"]?.string ?? ""
    member = json["member"]?.string ?? ""
    domain = json["domain"]?.string ?? ""
    cause = json["cause"]?.string ?? ""
    text = json["text"]?.string ?? ""
    interview = json["interview"]?.string.map { InterviewID($0) }
    departments = (json["departments"]?.array ?? []).compactMap(\.string)
    if let measure = json["measure"]?.string {
      assignment = IssueAssignment(
        measure: measure, responsible: IssueAssignment.responsible(json["responsible"]),
        deadline: json["deadline"]?.string ?? "")
    }
    reported = Done(json: json["reported"])
    ground = json["ground"].flatMap(IssueGround.init(body:))
    struckOff = Done(json: json["struck_off"])
    timesReopened = json["reopened"]?.int ?? 0
    isImplied = false
  }
}
