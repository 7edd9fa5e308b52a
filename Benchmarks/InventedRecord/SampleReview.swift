import Fieldwork
import FormEngine
import InventedVillages
import JSONText
import Record
import RecordFiles
import Station

/// The first evening of a review in the sample village: one interview approved, one given back with
/// comments, and issues in every state, one of them overdue on the next day.
struct SampleReview {
  /// What could not be done, since the village is another one than the review was written for.
  struct Impossible: Error {
    /// Which act.
    let what: String
  }

  private static let surveyors = [0, 1]
  private static let supervisor = 2
  private static let office = 3

  private let desk: VillageDesk
  private let record: SampleRecord
  private let standard: Standard
  private let setTime: (String) -> Void
  private let keep: ([UInt8]) throws -> String

  /// Looks at what was surveyed; `keep` keeps a file of evidence and tells its hash.
  init(
    of code: String, in files: VillageFiles, roles: TeamRoles, _ record: SampleRecord,
    form: FormDefinition, setTime: @escaping (String) -> Void,
    keep: @escaping ([UInt8]) throws -> String
  ) throws {
    desk = try VillageDesk(
      code: code,
      store: VillageStore(
        append: { try files.append($0, person: $1) }, entriesOf: { try files.entries(of: $0) },
        entries: { try files.entries() }, entriesSince: { try files.entries(after: $0) },
        heads: { (try? files.heads()) ?? Heads() }, readDerived: { _ in nil },
        writeDerived: { _, _ in }, causality: { try files.causality() }, roles: { roles }),
      pinyin: { _ in ("", "") }, forms: { _ in form })
    self.record = record
    standard = form.standard
    self.setTime = setTime
    self.keep = keep
  }

  /// Writes the evening.
  func write() throws {
    try review()
    try assign()
    try followUp()
    try type()
  }

  // MARK: Interviews

  private func review() throws {
    let clean = HouseholdQuery().ordered(desk.village).filter {
      $0.status == .complete && $0.findings?.marks.isEmpty == true
    }
    guard clean.count > 2 else { throw Impossible(what: "no clean household") }
    let file = try desk.file(of: clean[1].id)
    let members = file.members().filter { $0.removal == nil }
    guard let member = members.last else { throw Impossible(what: "no member") }
    let comments = [
      ReviewComment(AnswerKey("w_src"), "去年登记的是自家水井,今年是不是换成了集中供水?请再问一句。"),
      ReviewComment(
        AnswerKey("m_name", rows: [member.id.rawValue]), "姓名请照身份证再核对一遍。"),
    ]
    try at("18:05")
    try act("give back", Self.supervisor) { try reviewed(clean[1]).giveBack(comments, by: $0) }
    try at("18:09")
    try act("approve", Self.supervisor) { try reviewed(clean[0]).approve(by: $0) }
    try at("18:12")
    try act("approve", Self.supervisor) { try reviewed(clean[2]).approve(by: $0) }
    try at("18:40")
    try act("approve", Self.office) { try reviewed(clean[2]).approve(by: $0) }
  }

  private func reviewed(_ household: HouseholdSummary) throws -> ReviewedHousehold {
    guard let found = ReviewedHousehold(try desk.file(of: household.id), roles: desk.roles.now)
    else { throw Impossible(what: "no interview") }
    return found
  }

  // MARK: Issues

  /// The first issue of a rule.
  private func issue(_ rule: String) throws -> OpenedIssue {
    let ledger = Ledger(desk.village, standard: standard, today: Self.day)
    let lines = ledger.narrowed(order: .household).lines
    guard let line = lines.first(where: { $0.issue.rule == rule }),
      let issue = try desk.open(line.issue.id, in: ledger)
    else { throw Impossible(what: "no issue of \(rule)") }
    return issue
  }

  private func assign() throws {
    let township = Responsible(body: "云岭乡人民政府", person: "何志远")
    try at("19:02")
    // On the next morning this one is overdue.
    try assign(
      "WA1", "先送水到户,再查明停水原因。", by: Self.day,
      [.township: township, .county: Responsible(body: "县水利局", person: "李文敏")])
    try at("19:08")
    try assign(
      "ME1", "核对参保信息,补办参保手续,费用按政策资助。", by: "2026-12-20",
      [
        .prefecture: Responsible(body: "市医保局", person: "罗建国"),
        .county: Responsible(body: "县人民政府", person: "谭晓峰"),
        .department: Responsible(body: "县医保局", person: "张宏伟"), .township: township,
      ])
    try at("19:12")
    try assign(
      "ED1", "与学校一起上门劝返,说明资助政策。", by: "2026-11-27",
      [.department: Responsible(body: "县教育局", person: "唐雪梅"), .township: township])
    try at("19:15")
    for (rule, measure) in [("FD1", "送去米、面、油,并申请临时救助。"), ("CL1", "送去棉被和冬衣。")] {
      try assign(
        rule, measure, by: "2026-11-27",
        [.township: Responsible(body: "驻村工作队", person: "方晓东")])
    }
  }

  private func assign(
    _ rule: String, _ measure: String, by day: String, _ responsible: [IssueLevel: Responsible]
  ) throws {
    let assignment = IssueAssignment(measure: measure, responsible: responsible, deadline: day)
    try act("assign", Self.supervisor) { try issue(rule).assign(assignment, by: $0) }
  }

  private func followUp() throws {
    try at("19:20")
    let described = IssueDescription(
      cause: "other", issueClass: .improvement, source: .matching, text: "与医保局的名单对不上。")
    try act("describe", Self.supervisor) { try issue("ME1").describe(described, by: $0) }
    try act("begin", Self.surveyors[0]) { try issue("ED1").begin(text: "已和班主任联系。", by: $0) }
    try at("19:26")
    let receipt = EvidenceFile(
      try keep(Array("领取回执(样例):米 25 公斤、面 10 公斤、油 5 升,棉被 2 床。\n".utf8)), name: "领取回执.txt")
    for rule in ["FD1", "CL1"] {
      try act("report", Self.surveyors[1]) {
        try issue(rule).report(.evidence([receipt], text: "当天送到,见回执。"), by: $0)
      }
    }
    try at("19:41")
    try act("strike off", Self.supervisor) { try issue("FD1").strikeOff(by: $0) }
  }

  private func type() throws {
    try at("19:50")
    try act("open", Self.supervisor) { _ in
      TypedIssue.open(
        .site("三组蓄水池"), text: "池盖破损,未上锁。", id: id("reservoir"), domain: "water",
        issueClass: .improvement, source: .unannounced)
    }
    try act("open", Self.office) { _ in
      TypedIssue.open(
        .village, text: "公示栏半年没有更新。", id: id("notice"), issueClass: .improvement,
        source: .inspection)
    }
  }

  private func id(_ name: String) -> IssueID {
    IssueID(random: { count in Array(record.digest("issue|\(name)").prefix(count)) })
  }

  // MARK: Writing

  private static let day = "2026-11-20"

  private func at(_ minute: String) throws { setTime("\(Self.day)T\(minute):00.000+08:00") }

  private func act(
    _ what: String, _ person: Int, _ outcome: (PersonID) throws -> ReviewedHousehold.Outcome
  ) throws {
    let person = record.person(person)
    guard case .record(let drafts) = try outcome(person) else { throw Impossible(what: what) }
    _ = try desk.append(drafts, person: person)
    try desk.settle()
  }
}
