import JSONText
import Record

// The one place that knows how facts look in a journal. Keys in bodies are short, because an answer
// is written by the million; the long names are in the README's glossary.

extension Fact {
  /// The entry kind under which the fact is written.
  public var kind: String {
    switch self {
    case .personAdded: "personAdded"
    case .villageAdded: "villageAdded"
    case .findingsShownAtOnce: "findingsShownAtOnce"
    case .villageNamed: "villageNamed"
    case .importBegan: "importBegan"
    case .dateConfirmed: "dateConfirmed"
    case .standardChosen: "standardChosen"
    case .householdRegistered: "householdRegistered"
    case .householdEnrolled: "householdEnrolled"
    case .householdRemarked: "householdRemarked"
    case .interviewStarted: "interviewStarted"
    case .prefilled: "prefilled"
    case .visitStarted: "visitStarted"
    case .visitEnded: "visitEnded"
    case .paused: "paused"
    case .answered: "answered"
    case .rowAdded: "rowAdded"
    case .rowRemoved: "rowRemoved"
    case .remarked: "remarked"
    case .findingsSeen: "findingsSeen"
    case .completed: "completed"
    case .reopened: "reopened"
    case .moved: "moved"
    case .teamFounded: "teamFounded"
    case .deviceAdmitted: "deviceAdmitted"
    case .deviceRevoked: "deviceRevoked"
    case .overlayGiven: "overlayGiven"
    case .personPlaced: "personPlaced"
    case .pinSet: "pinSet"
    case .pinTaken: "pinTaken"
    case .erased: "erased"
    case .settled: "settled"
    case .householdJoined: "householdJoined"
    case .householdTaken: "householdTaken"
    case .householdGivenBack: "householdGivenBack"
    case .interviewSetAside: "interviewSetAside"
    case .householdAssigned, .returned, .commentAnswered, .approved, .unapproved, .issueOpened,
      .issueDescribed, .issueAssigned, .issueBegun, .issueReported, .issueSentBack,
      .issueStruckOff, .issueReopened:
      reviewKind
    case .unknown(let kind): kind
    }
  }

  /// The entry to write for the fact.
  public func draft(of subject: Subject) -> EntryDraft {
    EntryDraft(subject: subject, link: link, kind: kind, body: body)
  }

  /// The other subject that the fact ties its own to; nil for most.
  public var link: Subject? {
    switch self {
    case .interviewStarted(let start): start.household.subject
    case .moved(let household), .householdJoined(let household, _): household.subject
    case .interviewSetAside(let interview, _): interview.subject
    case .issueOpened(let opening): opening.concern.subject
    default: nil
    }
  }

  /// The fact as an entry's body, without the salt and without what its link says.
  public var body: JSON {
    var body: JSON = .object([])
    switch self {
    case .personAdded(let name, let role):
      body = ["name": .string(name), "role": .string(role)]
    case .villageAdded(let code, let name):
      body = ["code": .string(code), "name": .string(name)]
    case .villageNamed(let name, let round):
      body = ["name": .string(name), "round": .string(round)]
    case .importBegan(let batch, let file, let households):
      body = ["batch": .string(batch), "file": .string(file), "households": .int(households)]
    case .dateConfirmed(let date, let clock, let ahead):
      body = ["date": .string(date), "clock": .string(clock)]
      if !ahead.isEmpty { body.set("ahead", .array(ahead.map { .string($0.rawValue) })) }
    case .standardChosen(let overlay, let profile):
      body = ["overlay": .string(overlay), "profile": .string(profile)]
    case .findingsShownAtOnce(let isOn): body = ["on": .bool(isOn)]
    case .householdRegistered(let facts), .householdEnrolled(let facts): body = facts.body
    case .householdRemarked(let text): body = ["v": .string(text)]
    case .interviewStarted(let start): body = start.body
    case .prefilled(let rows, let answers):
      body.set("rows", .array(rows.map { .array($0.path.map(JSON.string)) }))
      body.set("a", .array(answers.map(\.body)))
    case .visitStarted(let visit, let cleared, let date):
      body.set("visit", .string(visit.rawValue))
      if let date { body.set("date", .string(date)) }
      if !cleared.isEmpty { body.set("clear", .array(cleared.map(\.path))) }
    case .visitEnded(let visit, let events):
      body.set("visit", .string(visit.rawValue))
      Paradata.write(events, into: &body)
    case .paused(let events): Paradata.write(events, into: &body)
    case .completed(let events, let judged):
      Paradata.write(events, into: &body)
      if let judged { body.set("j", judged.json) }
    case .answered(let changes, let reversal, let paradata):
      if changes.count == 1 {
        body = changes[0].body
      } else {
        body.set("a", .array(changes.map(\.body)))
      }
      Self.write(reversal, paradata, into: &body)
    case .rowAdded(let row, let answers, let reversal, let paradata):
      body.set("row", .array(row.path.map(JSON.string)))
      if !answers.isEmpty { body.set("a", .array(answers.map(\.body))) }
      Self.write(reversal, paradata, into: &body)
    case .rowRemoved(let row, let reason, let reversal, let paradata):
      body.set("row", .array(row.path.map(JSON.string)))
      body.set("why", .string(reason))
      Self.write(reversal, paradata, into: &body)
    case .remarked(let key, let text):
      body = GivenAnswer(key, text).body
    case .findingsSeen(let atOnce, let findings):
      body.set("once", .bool(atOnce))
      body.set("f", .array(findings.map(\.body)))
    case .reopened(let reason): body.set("why", .string(reason))
    case .teamFounded, .deviceAdmitted, .deviceRevoked, .erased, .settled, .householdJoined,
      .interviewSetAside:
      body = meetingBody
    case .householdAssigned, .returned, .commentAnswered, .approved, .unapproved, .issueOpened,
      .issueDescribed, .issueAssigned, .issueBegun, .issueReported, .issueSentBack,
      .issueStruckOff, .issueReopened:
      body = reviewBody
    case .overlayGiven, .personPlaced, .pinSet: body = teamBody
    case .moved, .householdTaken, .householdGivenBack, .pinTaken, .unknown: break
    }
    return body
  }

  private static func write(_ reversal: Reversal?, _ paradata: Paradata?, into body: inout JSON) {
    switch reversal {
    case .undo(let entry): body.set("undo", .string(entry.rawValue))
    case .redo(let entry): body.set("redo", .string(entry.rawValue))
    case nil: break
    }
    paradata?.write(into: &body)
  }

  /// Reads what an entry says; nil when its body does not have the kind's shape, or was erased and
  /// nothing holds without it.
  public init?(_ entry: Entry) {
    guard let body = entry.body else {
      guard let fact = Self.afterErasure(entry) else { return nil }
      self = fact
      return
    }
    switch entry.kind {
    case "personAdded":
      guard let name = body["name"]?.string else { return nil }
      self = .personAdded(name: name, role: body["role"]?.string ?? "")
    case "villageAdded":
      guard let code = body["code"]?.string, let name = body["name"]?.string else { return nil }
      self = .villageAdded(code: code, name: name)
    case "villageNamed":
      guard let name = body["name"]?.string else { return nil }
      self = .villageNamed(name: name, round: body["round"]?.string ?? "")
    case "importBegan":
      guard let batch = body["batch"]?.string, let households = body["households"]?.int else {
        return nil
      }
      self = .importBegan(batch: batch, file: body["file"]?.string ?? "", households: households)
    case "dateConfirmed":
      guard let date = body["date"]?.string else { return nil }
      let ahead = body["ahead"]?.array ?? []
      self = .dateConfirmed(
        date: date, clock: body["clock"]?.string ?? "",
        ahead: ahead.compactMap { $0.string.flatMap { WriterID(rawValue: $0) } })
    case "standardChosen":
      guard let overlay = body["overlay"]?.string else { return nil }
      self = .standardChosen(overlay: overlay, profile: body["profile"]?.string ?? "")
    case "findingsShownAtOnce":
      guard let isOn = body["on"]?.bool else { return nil }
      self = .findingsShownAtOnce(isOn)
    case "householdRegistered": self = .householdRegistered(HouseholdFacts(body: body))
    case "householdEnrolled": self = .householdEnrolled(HouseholdFacts(body: body))
    case "householdRemarked":
      guard let text = body["v"]?.string else { return nil }
      self = .householdRemarked(text: text)
    case "interviewStarted":
      guard let household = HouseholdID(entry.link),
        let start = InterviewStart(household, body: body)
      else { return nil }
      self = .interviewStarted(start)
    default:
      guard let fact = Self.interviewFact(entry.kind, entry.link, body) else { return nil }
      self = fact
    }
  }

  private static func interviewFact(_ kind: String, _ link: Subject?, _ body: JSON) -> Fact? {
    let events = Paradata.events(in: body)
    switch kind {
    case "prefilled":
      return .prefilled(
        rows: (body["rows"]?.array ?? []).compactMap(RosterRow.init(path:)),
        answers: (body["a"]?.array ?? []).compactMap(GivenAnswer.init(body:)))
    case "visitStarted":
      guard let visit = body["visit"]?.string else { return nil }
      return .visitStarted(
        VisitID(visit), cleared: (body["clear"]?.array ?? []).compactMap(AnswerKey.init(path:)),
        date: body["date"]?.string)
    case "visitEnded":
      guard let visit = body["visit"]?.string else { return nil }
      return .visitEnded(VisitID(visit), events: events)
    case "paused": return .paused(events: events)
    case "completed":
      return .completed(events: events, judged: body["j"].flatMap(Judged.init(json:)))
    case "answered":
      let changes = body["a"]?.array.map { $0.compactMap(GivenAnswer.init(body:)) }
      guard let changes = changes ?? GivenAnswer(body: body).map({ [$0] }) else { return nil }
      return .answered(changes, reversal: Reversal(body: body), Paradata(body: body))
    case "rowAdded":
      guard let row = body["row"].flatMap(RosterRow.init(path:)) else { return nil }
      return .rowAdded(
        row, answers: (body["a"]?.array ?? []).compactMap(GivenAnswer.init(body:)),
        reversal: Reversal(body: body), Paradata(body: body))
    case "rowRemoved":
      guard let row = body["row"].flatMap(RosterRow.init(path:)) else { return nil }
      return .rowRemoved(
        row, reason: body["why"]?.string ?? "", reversal: Reversal(body: body),
        Paradata(body: body))
    case "remarked":
      guard let change = GivenAnswer(body: body) else { return nil }
      return .remarked(change.key, text: change.value)
    case "findingsSeen":
      guard let findings = body["f"]?.array else { return nil }
      return .findingsSeen(
        atOnce: body["once"]?.bool ?? false, findings.compactMap(SeenFinding.init(body:)))
    case "reopened": return .reopened(reason: body["why"]?.string ?? "")
    case "moved":
      guard let household = HouseholdID(link) else { return nil }
      return .moved(to: household)
    default: return reviewFact(kind, link, body)
    }
  }
}
