import Fieldwork
import FormEngine
import JSONText
import Record
import Station

/// One village on several laptops that work apart and meet now and then, each with a desk of its own.
struct SharedVillage {
  /// What one laptop has.
  final class Laptop {
    let writer: WriterID
    let person: PersonID
    var entries: [Entry] = []
    var derived: [String: [UInt8]] = [:]
    var limits = EntryLimits()
    /// What its clock says.
    var time = "2026-11-21T09:30:00.000+08:00"
    private var told: [WriterID: Int] = [:]
    private var count = 0

    init(_ number: Int) {
      writer = WriterID(bytes: [UInt8](repeating: UInt8(10 + number), count: 10))
      person = PersonID(bytes: [UInt8](repeating: UInt8(30 + number), count: 10))
    }

    /// Becomes what another laptop is, its journal included.
    func takeOver(_ other: Laptop) {
      entries = other.entries
      limits = other.limits
      time = other.time
      told = other.told
      count = other.count
    }

    /// Those that count, in causal order.
    var counting: [Entry] { entries.filter { limits.counts($0.place) }.sorted() }

    func append(_ drafts: [EntryDraft], _ person: PersonID) -> [Entry] {
      drafts.map { draft in
        count += 1
        var digest = [UInt8](repeating: 0, count: 32)
        digest[0] = writer.rawValue.utf8.first ?? 0
        digest[1] = writer.rawValue.utf8.dropFirst().first ?? 0
        digest[30] = UInt8(count >> 8)
        digest[31] = UInt8(count & 255)
        var seen: [WriterID: Int] = [:]
        for entry in entries where entry.writer != writer {
          seen[entry.writer] = max(seen[entry.writer] ?? 0, entry.sequence)
        }
        let news = seen.filter { told[$0.key, default: 0] < $0.value }
        told.merge(news) { max($0, $1) }
        let entry = Entry(
          id: EntryID(digest: digest), writer: writer, sequence: count,
          lamport: (entries.map(\.lamport).max() ?? 0) + 1, seen: news,
          time: time, person: person, subject: draft.subject, link: draft.link, kind: draft.kind,
          body: draft.body)
        entries.append(entry)
        return entry
      }
    }

    var store: VillageStore {
      VillageStore(
        append: { self.append($0, $1) },
        entriesOf: { subjects in
          let wanted = Set(subjects)
          return self.counting.filter { wanted.contains($0.subject) }
        },
        entries: { self.counting },
        entriesSince: { heads in
          self.counting.filter { $0.sequence > heads[$0.writer]?.sequence ?? 0 }
        },
        heads: { Heads(of: self.counting) },
        readDerived: { self.derived[$0] }, writeDerived: { self.derived[$0] = $1 },
        causality: { Causality(self.entries) }, limits: { self.limits },
        roles: { self.roles },
        erasedCount: { self.entries.count { $0.body == nil } }, ownWriters: { [self.writer] })
    }

    /// The roles of a team that nobody founded.
    var roles: TeamRoles {
      TeamRoles(
        counting.filter { if case .person = $0.subject { true } else { false } },
        TeamAuthority([], keys: [:], causality: Causality()))
    }

    /// A desk that knows nothing but the entries.
    func freshDesk(_ form: FormDefinition) throws -> VillageDesk {
      var store = store
      store.readDerived = { _ in nil }
      store.writeDerived = { _, _ in }
      return try VillageDesk(
        code: SharedVillage.code, store: store, pinyin: { ($0, $0) }, forms: { _ in form })
    }
  }

  static let code = "990101001001"
  let form: FormDefinition
  let laptops: [Laptop]
  private(set) var desks: [VillageDesk] = []

  init(_ count: Int, _ form: FormDefinition) throws {
    self.form = form
    laptops = (0..<count).map(Laptop.init)
    for laptop in laptops { desks.append(try Self.desk(laptop, form)) }
  }

  static func desk(_ laptop: Laptop, _ form: FormDefinition) throws -> VillageDesk {
    try VillageDesk(
      code: code, store: laptop.store, pinyin: { ($0, $0) }, forms: { _ in form })
  }

  func add(_ fact: Fact, of subject: Subject, on laptop: Int) throws {
    _ = try desks[laptop].append([fact.draft(of: subject)], person: laptops[laptop].person)
  }

  func add(_ drafts: [EntryDraft], on laptop: Int) throws {
    _ = try desks[laptop].append(drafts, person: laptops[laptop].person)
  }

  /// Brings to one laptop what another has.
  func bring(to one: Int, from other: Int) throws {
    let known = Set(laptops[one].entries.map(\.id))
    let arrived = laptops[other].entries.filter { !known.contains($0.id) }.sorted()
    laptops[one].entries += arrived
    try desks[one].take(arrived: arrived.filter { laptops[one].limits.counts($0.place) })
  }

  func meet(_ one: Int, _ other: Int) throws {
    try bring(to: one, from: other)
    try bring(to: other, from: one)
  }

  func meetAll() throws {
    for _ in 0..<2 { for other in laptops.indices.dropFirst() { try meet(0, other) } }
  }

  /// A household of the register, on every laptop.
  func register(_ household: String, number: Int) throws {
    let facts = HouseholdFacts(
      values: [FactValue("c_group", "1组"), FactValue("c_hh_no", "\(number)")],
      members: [
        MemberFacts(
          id: MembershipID("\(household)m"),
          values: [FactValue("m_name", "甲"), FactValue("m_rel", "02")])
      ])
    try add(.householdRegistered(facts), of: .household(household), on: 0)
  }

  func begin(_ interview: String, of household: String, on laptop: Int, round: String = "base")
    throws
  {
    let file = try desks[laptop].file(of: HouseholdID(household))
    try add(
      InterviewOpening.begin(
        file,
        start: InterviewStart(
          household: HouseholdID(household), round: round, form: "f", date: "2026-11-21",
          identityCheck: "confirmed"),
        interview: InterviewID(interview), visit: VisitID("v\(interview)"), village: Self.code,
        definition: form, now: "2026-11-21T09:30:00.000+08:00"), on: laptop)
  }

  /// The session of an interview as a laptop has it.
  func session(_ interview: String, of household: String, on laptop: Int) throws
    -> InterviewSession?
  {
    let file = try desks[laptop].file(of: HouseholdID(household))
    return file.interviews.first { $0.id.rawValue == interview }.map {
      InterviewSession(
        $0, definition: form, person: laptops[laptop].person, language: form.defaultLanguage)
    }
  }

  /// Answers as a person does; false where the form or the interview does not take it.
  @discardableResult
  func answer(
    _ question: String, _ value: String, in interview: String, of household: String, on laptop: Int,
    row: String? = nil
  ) throws -> Bool {
    guard var session = try session(interview, of: household, on: laptop),
      let node = form.node(named: question)
    else { return false }
    let address = NodeAddress(node: node, rows: row.map { [$0] } ?? [])
    guard case .record(let drafts) = session.answer(value, at: address, now: 0) else {
      return false
    }
    try add(drafts, on: laptop)
    return true
  }

  func complete(_ interview: String, of household: String, on laptop: Int) throws {
    guard var session = try session(interview, of: household, on: laptop),
      case .record(let drafts) = session.complete(now: 0)
    else { return }
    try add(drafts, on: laptop)
  }

  /// A small form in which two answers must agree before a third question is asked.
  static func smallForm() throws -> FormDefinition {
    let text = """
      {"survey": [
        {"type": "select_one yn", "name": "c_consent", "label::zh": "同意", "required": "yes"},
        {"type": "select_one yn", "name": "s1", "label::zh": "甲"},
        {"type": "select_one yn", "name": "s2", "label::zh": "乙"},
        {"type": "integer", "name": "q", "label::zh": "数", "relevant": "${s1}='yes' and ${s2}='yes'"},
        {"type": "begin repeat", "name": "m", "label::zh": "人"},
        {"type": "text", "name": "m_name", "label::zh": "姓名", "prefill": "yes"},
        {"type": "integer", "name": "m_age", "label::zh": "岁"},
        {"type": "end repeat"},
        {"type": "integer", "name": "w_min", "label::zh": "分钟"},
        {"type": "select_one result", "name": "c_result", "label::zh": "结果"}],
       "choices": [
        {"list_name": "yn", "name": "yes", "label::zh": "是"},
        {"list_name": "yn", "name": "no", "label::zh": "否"},
        {"list_name": "result", "name": "done", "label::zh": "完成"}],
       "settings": [{"form_id": "small", "default_language": "zh"}],
       "standard": [{"name": "national", "label::zh": "全国", "title::zh": "全国", "year": "2026"}],
       "sources": [{"name": "own", "title::zh": "本表", "year": "2026", "sure": "verified"}],
       "parameters": [],
       "departments": [{"name": "wat", "label::zh": "水利"}],
       "verdicts": [
        {"domain": "water", "label::zh": "饮水", "means::zh": "有水", "met": "${w_min} <= 20", "any": "yes",
          "basis": "own"},
        {"domain": "other", "label::zh": "别的", "means::zh": "有", "met": "${q} > 0", "any": "yes",
          "basis": "own"},
        {"domain": "household", "label::zh": "全户", "assessed": "${c_consent}='yes'"}],
       "checks": [
        {"name": "WA1", "domain": "water", "level": "red", "when": "${w_min} > 20",
          "message::zh": "往返${w_min}分钟", "remedy::zh": "接水", "basis": "own", "department": "wat"},
        {"name": "OT1", "domain": "other", "level": "red", "when": "${q} = 0",
          "message::zh": "没有", "remedy::zh": "帮", "basis": "own", "department": "wat"},
        {"name": "WA2", "domain": "water", "level": "yellow", "when": "${w_min} > 44",
          "message::zh": "很远", "remedy::zh": "接水", "basis": "own", "department": "wat"}]}
      """
    return try FormDefinition(Workbook(json: JSON(parsing: text)))
  }
}
