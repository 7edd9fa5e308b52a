import Fieldwork
import FormEngine
import Foundation
import JSONText
import Record
import Station

/// A household at whose door a test stands: an interview, the form of this repository, and entries
/// that are on the disk as soon as they are asked for.
struct Door {
  static let person = PersonID(bytes: [UInt8](repeating: 7, count: 10))
  static let other = PersonID(bytes: [UInt8](repeating: 8, count: 10))
  static let writer = WriterID(bytes: [UInt8](repeating: 9, count: 10))

  static let definition: FormDefinition = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    do {
      let bytes = [UInt8](try Data(contentsOf: root.appending(path: "Forms/household/form.json")))
      return try FormDefinition(Workbook(json: JSON(parsing: bytes)))
    } catch {
      fatalError("the household form cannot be read: \(error)")
    }
  }()

  private(set) var entries: [Entry] = []
  var session: InterviewSession
  private(set) var file: HouseholdCase

  /// Begins an interview of a household with the facts given.
  init(_ facts: HouseholdFacts = Door.family, date: String = "2026-11-21") {
    file = HouseholdCase(household: Household(id: HouseholdID("h000000000000001")))
    let subject = Subject.household(file.household.id.rawValue)
    let registered = Self.entry(Fact.householdRegistered(facts).draft(of: subject), 1)
    file.apply(registered)
    let start = InterviewStart(
      household: file.household.id, round: "base", form: "form", date: date,
      identityCheck: "confirmed")
    let drafts = InterviewOpening.begin(
      file, start: start, interview: InterviewID("i000000000000001"),
      visit: VisitID("v000000000000001"), village: "990101201201", definition: Self.definition,
      now: "\(date)T09:00:00.000+08:00")
    entries = [registered]
    for draft in drafts { entries.append(Self.entry(draft, entries.count + 1)) }
    for entry in entries.dropFirst() { file.apply(entry) }
    session = InterviewSession(
      file.interviews[0], definition: Self.definition, person: Self.person, language: "中文 (zh)")
  }

  static let family = HouseholdFacts(
    values: [
      FactValue("c_group", "3组"), FactValue("c_hh_no", "17"), FactValue("c_hh_base", "general"),
      FactValue("c_phone", "12"), FactValue("neighbours", "王桂花"),
    ],
    members: [
      MemberFacts(
        id: MembershipID("m000000000000001"),
        values: [
          FactValue("m_name", "李国强"), FactValue("m_rel", "02"), FactValue("m_home", "home"),
          FactValue("m_eth", "06"),
        ]),
      MemberFacts(
        id: MembershipID("m000000000000002"), values: [FactValue("m_name", "王秀英")]),
    ], source: "register.csv")

  private static func entry(_ draft: EntryDraft, _ number: Int, by person: PersonID = person)
    -> Entry
  {
    var digest = [UInt8](repeating: 0, count: 32)
    digest[30] = UInt8(number >> 8)
    digest[31] = UInt8(number & 255)
    return Entry(
      id: EntryID(digest: digest), writer: writer, sequence: number, lamport: number,
      time: "2026-11-21T09:00:00.000+08:00", person: person, subject: draft.subject,
      link: draft.link, kind: draft.kind, body: draft.body)
  }

  /// Puts what an act asks for on the disk; tells what came of it.
  @discardableResult
  mutating func record(_ outcome: InterviewSession.Outcome) -> InterviewSession.Outcome {
    if case .record(let drafts) = outcome {
      let new = drafts.enumerated().map { Self.entry($1, entries.count + $0 + 1) }
      entries += new
      session.recorded(new, now: 0)
    }
    return outcome
  }

  func address(_ name: String, _ row: Int? = nil) -> NodeAddress {
    let rows = row.map { [Door.family.members[$0].id.rawValue] } ?? []
    return NodeAddress(node: Self.definition.node(named: name) ?? -1, rows: rows)
  }

  @discardableResult
  mutating func answer(_ name: String, _ value: String, row: Int? = nil)
    -> InterviewSession.Outcome
  {
    let address = address(name, row)
    let outcome = session.answer(value, at: address, now: 0)
    return record(outcome)
  }

  func value(_ name: String, row: Int? = nil) -> String {
    session.instance.value(address(name, row))
  }

  /// The same interview as another run of the program would open it.
  mutating func reopenProgram() {
    let folded = Interview(
      id: session.interview.id,
      entries: entries.filter { $0.subject == .interview(session.interview.id.rawValue) }.sorted())
    session = InterviewSession(
      folded, definition: Self.definition, person: Self.person, language: "中文 (zh)")
  }
}
