import JSONText
import Record

/// A household in one line of a list: derived, and kept beside the journals so that a list opens
/// without replaying them.
public struct HouseholdSummary: Equatable, Sendable {
  /// How far one domain of the interview is.
  public struct Progress: Equatable, Sendable {
    /// Questions that have an answer someone gave.
    public var answered: Int
    /// Questions that apply.
    public var total: Int

    /// Counts.
    public init(answered: Int, total: Int) {
      self.answered = answered
      self.total = total
    }

    /// Whether nothing is left in it.
    public var isDone: Bool { answered >= total }
  }

  /// That someone means to go there: a courtesy, no lock.
  public struct Taker: Equatable, Sendable {
    /// Who.
    public var person: PersonID
    /// Since when, by their laptop's clock.
    public var time: String
  }

  /// The household's identity.
  public var id: HouseholdID
  /// The group or hamlet.
  public var group: String
  /// The serial number in the village; nil where there is none yet.
  public var number: Int?
  /// Its place on the way through the village, as the register has it.
  public var route: Int?
  /// The head's name.
  public var head: String
  /// The head's name in pinyin without tones, for finding it without an input method.
  public var pinyin: String
  /// The initials of the pinyin, such as `lgq`.
  public var initials: String
  /// How many members stand and are neither dead nor moved out.
  public var size: Int
  /// The household class, a code of the form's list `hh_base`.
  public var householdClass: String
  /// The monitoring class, a code of the form's list `mon_type`.
  public var monitoring: String
  /// Where it stands in this round.
  public var status: HouseholdStatus
  /// Progress by domain, in the form's order; empty before an interview.
  public var domains: [String: Progress]
  /// What the standard said of it; nil until its interview is complete.
  public var findings: HouseholdFindings?
  /// The day of the last visit, or empty.
  public var lastVisit: String
  /// The day the surveyor means to come back, or empty.
  public var nextVisit: String
  /// How many remarks stand in it.
  public var remarks: Int
  /// The interview of this round, if one has begun.
  public var interview: InterviewID?
  /// How much was done here side by side of which a person has to choose.
  public var conflicts = 0
  /// Who means to go there; nil where nobody said so.
  public var taker: Taker?
  /// How it was written down at its door; nil where it was not.
  public var door: Door?
  /// What the queue of review has to know of it.
  public var review = ReviewSummary()

  /// Sums up a case; progress, findings and pinyin come from who knows forms and names.
  public init(
    _ file: HouseholdCase, pinyin: (String) -> (full: String, initials: String),
    progress: (Interview) -> [String: Progress],
    findings: (Interview) -> HouseholdFindings? = { _ in nil },
    quality: (Interview) -> (warnings: Int, missed: Int) = { _ in (0, 0) }
  ) {
    let current = file.current
    let head = file.head()?["m_name"] ?? ""
    let latin = pinyin(head)
    id = file.household.id
    group = file.value("c_group")
    number = Int(file.value("c_hh_no"))
    route = Int(file.household["route"])
    self.head = head
    self.pinyin = latin.full
    initials = latin.initials
    size = file.members().count { $0.removal == nil && !$0.isGone }
    householdClass = file.value("c_hh_base")
    monitoring = file.value("c_mon")
    status = HouseholdStatus(current)
    domains = current.map(progress) ?? [:]
    // While an interview is open what it finds is nobody's yet.
    self.findings = current.flatMap { $0.isCompleted ? findings($0) : nil }
    lastVisit = current?.visits.last?.start.day ?? ""
    nextVisit = status.isOpen ? current?.visits.last?.next ?? "" : ""
    remarks =
      file.household.remarks.count + file.others.reduce(0) { $0 + $1.remarks.count }
      + (current?.remarks.values.reduce(0) { $0 + $1.count } ?? 0)
    interview = current?.id
    conflicts = file.conflicts.count
    taker = file.household.takers.last.map { Taker(person: $0.person, time: $0.time) }
    door = file.household.door
    let work = current.map(quality) ?? (warnings: 0, missed: 0)
    review = ReviewSummary(file, warnings: work.warnings, missed: work.missed)
  }
}

extension HouseholdSummary {
  /// The summary as one JSON object of a derived file.
  public var json: JSON {
    var json: JSON = [
      "id": .string(id.rawValue), "group": .string(group), "number": number.map(JSON.int) ?? .null,
      "head": .string(head), "pinyin": .string(pinyin), "initials": .string(initials),
      "size": .int(size), "class": .string(householdClass), "monitoring": .string(monitoring),
      "status": .string(status.rawValue), "last": .string(lastVisit), "next": .string(nextVisit),
      "remarks": .int(remarks),
    ]
    if let route { json.set("route", .int(route)) }
    if conflicts > 0 { json.set("conflicts", .int(conflicts)) }
    if let taker {
      json.set("taken", [.string(taker.person.rawValue), .string(taker.time)])
    }
    if let door { json.set("door", door.json) }
    if review != ReviewSummary() { json.set("review", review.json) }
    if let interview { json.set("interview", .string(interview.rawValue)) }
    if !domains.isEmpty {
      json.set(
        "domains",
        .object(
          domains.sorted { $0.key < $1.key }.map {
            .init($0.key, .array([.int($0.value.answered), .int($0.value.total)]))
          }))
    }
    if let findings {
      for member in findings.json.members ?? [] { json.set(member.key, member.value) }
    }
    return json
  }

  /// Reads a summary of a derived file; nil when it is not one.
  public init?(json: JSON) {
    guard let id = json["id"]?.string, let group = json["group"]?.string,
      let head = json["head"]?.string, let size = json["size"]?.int,
      let status = json["status"]?.string.flatMap(HouseholdStatus.init(rawValue:))
    else { return nil }
    self.id = HouseholdID(id)
    self.group = group
    number = json["number"]?.int
    route = json["route"]?.int
    self.head = head
    pinyin = json["pinyin"]?.string ?? ""
    initials = json["initials"]?.string ?? ""
    self.size = size
    householdClass = json["class"]?.string ?? ""
    monitoring = json["monitoring"]?.string ?? ""
    self.status = status
    lastVisit = json["last"]?.string ?? ""
    nextVisit = json["next"]?.string ?? ""
    remarks = json["remarks"]?.int ?? 0
    interview = json["interview"]?.string.map { InterviewID($0) }
    findings = HouseholdFindings(json: json)
    conflicts = json["conflicts"]?.int ?? 0
    if let person = json["taken"]?[0]?.string.flatMap(PersonID.init(rawValue:)),
      let time = json["taken"]?[1]?.string
    {
      taker = Taker(person: person, time: time)
    }
    door = json["door"].flatMap(Door.init(json:))
    review = json["review"].flatMap(ReviewSummary.init(json:)) ?? ReviewSummary()
    domains = Dictionary(
      uniqueKeysWithValues: (json["domains"]?.members ?? []).compactMap { member in
        guard let answered = member.value[0]?.int, let total = member.value[1]?.int else {
          return nil
        }
        return (member.key, Progress(answered: answered, total: total))
      })
  }
}
