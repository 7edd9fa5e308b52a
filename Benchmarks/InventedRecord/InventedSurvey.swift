import Fieldwork
import FormEngine
import InventedVillages
import JSONText
import Record
import Station

/// Surveys an invented village as its plan says, through the same use cases as a person would.
///
/// It makes the entries' drafts and leaves writing them to a closure; so the sample, the tests and
/// the benchmarks are made of what the program itself records.
public struct InventedSurvey {
  /// Writes drafts as a person at that wall time, and returns what was recorded.
  public typealias Write = (_ drafts: [EntryDraft], _ person: PersonID, _ time: String) throws ->
    [Entry]

  private let village: InventedVillage
  private let form: (hash: String, definition: FormDefinition)
  private let people: [PersonID]
  private let digest: Digest
  private let firstDay: CivilDate

  /// Surveys a village with a form; the people take the groups in turn.
  public init(
    _ village: InventedVillage, form: (hash: String, definition: FormDefinition),
    people: [PersonID], firstDay: CivilDate, digest: @escaping Digest
  ) {
    self.village = village
    self.form = form
    self.people = people
    self.firstDay = firstDay
    self.digest = digest
  }

  /// The identity a household of the register gets, the same as by an import of its file.
  public func household(_ household: InventedHousehold) -> HouseholdID {
    HouseholdID(derivedFrom: "\(village.code)|\(Self.sourceKey(household))", digest: digest)
  }

  private static func sourceKey(_ household: InventedHousehold) -> String {
    household.systemNumber.isEmpty ? "s:\(household.serial)" : "n:\(household.systemNumber)"
  }

  private func membership(_ member: InventedMember, of home: InventedHousehold) -> MembershipID {
    let key = member.personNumber.isEmpty ? "p:\(member.name)" : "n:\(member.personNumber)"
    return MembershipID(
      derivedFrom: "\(village.code)|\(Self.sourceKey(home))|\(key)", digest: digest)
  }

  /// Surveys every household that the plan has visited, each whole before the next.
  ///
  /// `file` gives what is known of a household, as the register says it.
  public func run(
    file: (HouseholdID) throws -> HouseholdCase, write: Write
  ) throws {
    for household in village.households where household.plan.status != .notVisited {
      try survey(household, file: try file(self.household(household)), write: write)
    }
  }

  /// Surveys one household.
  public func survey(
    _ household: InventedHousehold, file: HouseholdCase, write: Write
  ) throws {
    let date = firstDay.adding(days: max(0, household.plan.day))
    let person = people[household.groupNumber % people.count]
    var seconds = household.plan.minute * 60
    func time() -> String { Self.time(date, seconds) }
    let interview = InterviewID(derivedFrom: "interview|\(file.household.id)", digest: digest)
    let visit = VisitID(derivedFrom: "visit|\(file.household.id)", digest: digest)
    let start = InterviewStart(
      household: file.household.id, round: "base", form: form.hash, date: date.text,
      identityCheck: "confirmed")
    let opening = InterviewOpening.begin(
      file, start: start, interview: interview, visit: visit, village: village.code,
      definition: form.definition, now: time())
    let begun = try write(opening, person, time())
    let language = form.definition.defaultLanguage
    var session = InterviewSession(
      Interview(id: interview, entries: begun), definition: form.definition, person: person,
      language: language)
    let respondent = InventedRespondent(household, on: date)
    let members = Dictionary(
      household.members.map { (membership($0, of: household).rawValue, $0) },
      uniquingKeysWith: { first, _ in first })
    let limit = session.stops.count * household.plan.answeredPercent / 100
    var clock = 0
    var steps = 0
    session.go(to: session.stops.first.map { .stop($0) } ?? .end, now: 0)
    while case .stop(let stop) = session.place {
      steps += 1
      if household.plan.answeredPercent < 100, household.plan.status == .begun, steps > limit {
        break
      }
      // A plan may ask for no more than a form of this size can hold.
      guard steps < 5_000 else { break }
      guard case .question(let address) = stop else {
        try addMissingMembers(stop, household, &session, person, time(), clock, write)
        session.forward(now: clock)
        continue
      }
      let value = respondent.answer(
        to: address, in: session, member: address.rows.first.flatMap { members[$0] })
      let took = household.plan.isHurried ? 1 : 5 + value.utf8.count % 7
      seconds += took
      clock += took * 1_000
      switch session.answer(value, at: address, now: clock) {
      case .record(let drafts):
        session.recorded(try write(drafts, person, time()), now: clock)
      case .refused:
        // What the form does not take stays unanswered, as at a real door.
        session.forward(now: clock)
      case .nothing: continue
      }
    }
    guard session.place == .end else { return }
    let end =
      VisitResult.isFinal(session.interview.value(VisitQuestion.result))
      ? session.complete(now: clock) : session.endVisit(now: clock)
    if case .record(let drafts) = end {
      session.recorded(try write(drafts, person, time()), now: clock)
    }
  }

  /// People the register does not know are added at the roster, as a surveyor would.
  private func addMissingMembers(
    _ stop: Stop, _ household: InventedHousehold, _ session: inout InterviewSession,
    _ person: PersonID, _ time: String, _ now: Int, _ write: Write
  ) throws {
    guard case .roster(let address) = stop else { return }
    let known = Set(session.instance.rows(address))
    for member in household.members {
      let id = membership(member, of: household)
      guard !known.contains(id.rawValue) else { continue }
      if case .record(let drafts) = session.addRow(
        to: address, id: id, first: member.name, now: now)
      {
        session.recorded(try write(drafts, person, time), now: now)
      }
    }
  }

  private static func time(_ date: CivilDate, _ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let day = date.adding(days: seconds / 86_400)
    let rest = seconds % 86_400
    return
      "\(day.text)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60)).000+08:00"
  }
}

extension InventedRespondent {
  /// The answer to a question as the form now offers it.
  public func answer(
    to address: NodeAddress, in session: InterviewSession, member: InventedMember?
  ) -> String {
    let node = session.definition.nodes[address.node]
    let type =
      switch node.kind.questionType {
      case .selectOne, .selectOneFromRoster: "select_one"
      case .selectMultiple: "select_multiple"
      case .integer: "integer"
      case .decimal: "decimal"
      case .date: "date"
      default: "text"
      }
    return answer(
      to: node.name, type: type, choices: session.instance.choices(address).map(\.name),
      member: member)
  }
}
