import Fieldwork
import FormEngine
import JSONText
import Record
import Station

/// A village of a few invented households with a small form, whose interviews are done as a test says.
struct CheckedVillage {
  static let zhou = PersonID(bytes: [UInt8](repeating: 1, count: 10))
  static let chen = PersonID(bytes: [UInt8](repeating: 2, count: 10))
  private static let writer = WriterID(bytes: [UInt8](repeating: 3, count: 10))
  static let formHash = "small"

  /// A visit by the clock of the day, from and to.
  typealias Hours = (from: String, to: String)

  private(set) var files: [HouseholdCase] = []
  private var count = 0

  /// Puts a household into the village, by its number.
  ///
  /// `register` is what the register says; `members` are names with citizen numbers.
  mutating func add(
    _ number: Int, _ answers: KeyValuePairs<String, String> = [:], result: String = "done",
    consent: String = "yes", visits: [Hours] = [("09:00:00", "09:20:00")],
    by person: PersonID = zhou, day: String = "2026-11-21",
    members: [(name: String, number: String, work: String)] = [("甲一", "", "farm")],
    register: [String: String] = [:], completed: Bool = true
  ) {
    let household = HouseholdID("h\(number)")
    let interview = Subject.interview("i\(number)")
    var file = HouseholdCase(household: Household(id: household))
    func put(_ fact: Fact, _ subject: Subject, at time: String) {
      count += 1
      var digest = [UInt8](repeating: 0, count: 32)
      digest[30] = UInt8(count >> 8)
      digest[31] = UInt8(count & 255)
      file.apply(
        Entry(
          id: EntryID(digest: digest), writer: Self.writer, sequence: count, lamport: count,
          time: "\(day)T\(time).000+08:00", person: person, subject: subject, link: fact.link,
          kind: fact.kind, body: fact.body))
    }
    let rows = members.indices.map { RosterRow(roster: "m", rows: ["h\(number)m\($0)"]) }
    put(
      .householdRegistered(
        HouseholdFacts(
          values: [FactValue("c_hh_no", "\(number)"), FactValue("c_group", "\(number % 2 + 1)组")],
          members: zip(rows, members).map { row, member in
            MemberFacts(
              id: MembershipID(row.id),
              values: [FactValue("m_name", member.name), FactValue("m_id", member.number)])
          })), .household(household.rawValue), at: "08:00:00")
    let start = InterviewStart(
      household: household, round: "base", form: Self.formHash, date: day,
      identityCheck: "confirmed")
    var given: [GivenAnswer] = [GivenAnswer(AnswerKey("c_consent"), consent)]
    for (row, member) in zip(rows, members) {
      given.append(GivenAnswer(AnswerKey("m_name", rows: [row.id]), member.name))
      given.append(GivenAnswer(AnswerKey("m_work", rows: [row.id]), member.work))
    }
    for (question, value) in answers { given.append(GivenAnswer(AnswerKey(question), value)) }
    given.append(GivenAnswer(AnswerKey("c_result"), result))
    for (index, visit) in visits.enumerated() {
      if index == 0 {
        put(.interviewStarted(start), interview, at: visit.from)
        let taken = register.map { GivenAnswer(AnswerKey($0.key), $0.value) }
        put(.prefilled(rows: rows, answers: taken), interview, at: visit.from)
      }
      let id = VisitID("v\(number)-\(index)")
      put(.visitStarted(id, cleared: []), interview, at: visit.from)
      if index == 0 { put(.answered(given, reversal: nil, nil), interview, at: visit.from) }
      put(.visitEnded(id, events: []), interview, at: visit.to)
    }
    if completed, let last = visits.last {
      put(.completed(events: []), interview, at: last.to)
    }
    files.append(file)
  }

  /// A household at whose door nobody has been.
  mutating func addUnvisited(_ number: Int, members: [(name: String, number: String)] = []) {
    add(number, visits: [], members: members.map { ($0.name, $0.number, "") })
  }

  var summaries: [HouseholdSummary] {
    files.map { HouseholdSummary($0, pinyin: { _ in ("", "") }, progress: { _ in [:] }) }
  }

  func file(_ id: HouseholdID) throws -> HouseholdCase {
    guard let file = files.first(where: { $0.household.id == id }) else {
      throw StoreFault.failed(errno: 2)
    }
    return file
  }

  func check(_ form: FormDefinition) throws -> VillageCheck {
    try VillageCheck(
      summaries, standard: form.standard, forms: { $0 == Self.formHash ? form : nil },
      file: file)
  }

  /// The numbers of the households in which a rule is true.
  func flagged(_ rule: String, _ form: FormDefinition) throws -> [Int?] {
    let check = try check(form)
    return (check.findings + check.quality).filter { $0.rule == rule }.map(\.number)
  }

  // MARK: The form

  /// The small form, with parameters and rules as a test wants them.
  static func form(
    seconds: String = "180", alike: String = "3", minutes: String = "20", isOn: Bool = true,
    line: String = "", extraRule: String = ""
  ) throws -> FormDefinition {
    let text = """
      {"survey": [
        {"type": "select_one yn", "name": "c_consent", "label::zh": "同意", "required": "yes"},
        {"type": "begin group", "name": "g_main", "relevant": "${c_consent}='yes'"},
        {"type": "integer", "name": "c_hh_no", "label::zh": "户号", "prefill": "stated"},
        {"type": "begin repeat", "name": "m", "label::zh": "人"},
        {"type": "text", "name": "m_name", "label::zh": "姓名", "prefill": "yes"},
        {"type": "text", "name": "m_id", "label::zh": "号码", "prefill": "yes"},
        {"type": "select_one work", "name": "m_work", "label::zh": "工作"},
        {"type": "end repeat"},
        {"type": "select_one yn", "name": "h_class", "label::zh": "户类", "prefill": "yes"},
        {"type": "integer", "name": "w_min", "label::zh": "分钟"},
        {"type": "select_one yn", "name": "w_tap", "label::zh": "龙头"},
        {"type": "text", "name": "k_who", "label::zh": "谁"},
        {"type": "end group"},
        {"type": "select_one result", "name": "c_result", "label::zh": "结果"}],
       "choices": [
        {"list_name": "yn", "name": "yes", "label::zh": "是"},
        {"list_name": "yn", "name": "no", "label::zh": "否"},
        {"list_name": "work", "name": "farm", "label::zh": "务农"},
        {"list_name": "work", "name": "none", "label::zh": "没有"},
        {"list_name": "result", "name": "done", "label::zh": "完成"},
        {"list_name": "result", "name": "refused", "label::zh": "拒访"}],
       "settings": [{"form_id": "small", "default_language": "zh"}],
       "standard": [{"name": "national", "label::zh": "全国", "title::zh": "全国", "year": "2026"}],
       "sources": [{"name": "own", "title::zh": "本表", "year": "2026", "sure": "verified"}],
       "parameters": [
        {"name": "par_fetch_min", "label::zh": "分钟", "value": "\(minutes)", "year": "2018", "basis": "own"},
        {"name": "par_line", "label::zh": "收入线", "value": "\(line)", "basis": "own", "line": "yes"},
        {"name": "par_min_seconds", "label::zh": "秒", "value": "\(seconds)", "basis": "own"},
        {"name": "par_same_answers", "label::zh": "户", "value": "\(alike)", "basis": "own"}],
       "departments": [{"name": "wat", "label::zh": "水利"}, {"name": "supervisor", "label::zh": "督导员"}],
       "verdicts": [
        {"domain": "water", "label::zh": "饮水", "means::zh": "有水", "met": "${w_min} <= ${par_fetch_min}",
          "any": "yes", "basis": "own"},
        {"domain": "income", "label::zh": "收入", "basis": "own"},
        {"domain": "quality", "label::zh": "质量", "basis": "own"},
        {"domain": "household", "label::zh": "全户",
          "assessed": "${c_consent}='yes' and (${c_result}='' or selected('done part', ${c_result}))"}],
       "checks": [
        {"name": "WA1", "domain": "water", "level": "red", "when": "${w_min} > ${par_fetch_min}",
          "message::zh": "往返${w_min}分钟", "remedy::zh": "接水", "basis": "own", "department": "wat",
          "enabled": "\(isOn ? "yes" : "no")"},
        {"name": "IN1", "domain": "income", "level": "yellow",
          "when": "${par_line}!='' and ${w_min} < ${par_line}", "message::zh": "低于线", "remedy::zh": "帮",
          "basis": "own"},
        {"name": "WK1", "domain": "income", "level": "info", "repeat": "m",
          "when": "${m_work}='none'", "message::zh": "没有工作", "basis": "own"}],
       "village_checks": [
        {"name": "QA1", "domain": "quality", "level": "yellow", "message::zh": "不到${par_min_seconds}秒",
          "remedy::zh": "回访", "basis": "own", "department": "supervisor", "needs": "interview"},
        {"name": "QA2", "domain": "quality", "level": "yellow", "message::zh": "雷同", "remedy::zh": "回访",
          "basis": "own", "department": "supervisor", "needs": "households"},
        {"name": "QA3", "domain": "quality", "level": "yellow", "message::zh": "号码重复", "remedy::zh": "核对",
          "basis": "own", "department": "supervisor", "needs": "households"},
        {"name": "MO1", "domain": "water", "level": "yellow", "message::zh": "反复", "remedy::zh": "查",
          "basis": "own", "department": "wat", "needs": "rounds"}\(extraRule)]}
      """
    return try FormDefinition(Workbook(json: JSON(parsing: text)))
  }
}
