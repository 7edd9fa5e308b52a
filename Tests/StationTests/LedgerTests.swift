import Fieldwork
import FormEngine
import Record
import Station
import Testing

/// The village's issues in one list: filters with counts, orders, last days, views, similar cases.
@Suite struct LedgerTests {
  private static let today = "2026-11-21"
  private static let well = IssueID("0000000000000001")
  private static let road = IssueID("0000000000000002")

  /// Four households, of which the first three are far from water, the third in another group.
  ///
  /// A site and the village have an issue each. The supervisor's laptop is the second.
  private static func village() throws -> SharedVillage {
    let village = try SharedVillage(2, SharedVillage.smallForm())
    for (number, role) in ["surveyor", "supervisor"].enumerated() {
      try village.add(
        .personAdded(name: role, role: role),
        of: .person(village.laptops[number].person.rawValue), on: 0)
    }
    for (number, group, minutes) in [
      (1, "1组", "45"), (2, "1组", "30"), (3, "10组", "25"), (4, "2组", "5"),
    ] {
      let id = "h\(number)"
      let facts = HouseholdFacts(
        values: [FactValue("c_group", group), FactValue("c_hh_no", "\(number)")],
        members: [
          MemberFacts(id: MembershipID("\(id)m"), values: [FactValue("m_name", "甲\(number)")])
        ])
      try village.add(.householdRegistered(facts), of: .household(id), on: 0)
      try village.begin("i\(number)", of: id, on: 0)
      try village.answer("c_consent", "yes", in: "i\(number)", of: id, on: 0)
      try village.answer("w_min", minutes, in: "i\(number)", of: id, on: 0)
      try village.answer("c_result", "done", in: "i\(number)", of: id, on: 0)
      try village.complete("i\(number)", of: id, on: 0)
    }
    for (concern, text, id) in [
      (IssueConcern.site("新村水井"), "井盖坏了", well), (.village, "进村路不通", road),
    ] {
      guard case .record(let drafts) = TypedIssue.open(concern, text: text, id: id) else {
        continue
      }
      try village.add(drafts, on: 0)
    }
    try village.meetAll()
    try village.desks[1].settle()
    return village
  }

  private static func ledger(_ village: SharedVillage, _ today: String = today) -> Ledger {
    Ledger(village.desks[1].village, standard: village.form.standard, today: today)
  }

  private static func issue(_ household: Int) -> IssueID {
    IssueID("WA1", of: HouseholdID("h\(household)"))
  }

  private static func assign(
    _ id: IssueID, by day: String, to person: String = "王强", _ village: SharedVillage
  ) throws {
    let opened = try #require(try village.desks[1].open(id, in: ledger(village)))
    let assignment = IssueAssignment(
      measure: "接水",
      responsible: [
        .county: Responsible(body: "县水利局", person: "李敏"),
        .township: Responsible(body: "水利站", person: person),
      ], deadline: day)
    guard
      case .record(let drafts) = opened.assign(assignment, by: village.laptops[1].person)
    else { return #expect(Bool(false), "it can be assigned") }
    try village.add(drafts, on: 1)
  }

  @Test func lastDaysComeFirst() throws {
    let village = try Self.village()
    try Self.assign(Self.issue(3), by: "2026-11-20", village)
    try Self.assign(Self.issue(2), by: "2026-11-28", village)
    try Self.assign(Self.well, by: "2026-11-29", village)
    let ledger = Self.ledger(village)
    #expect(
      ledger.lines.map(\.issue.id)
        == [Self.issue(3), Self.issue(2), Self.issue(1), Self.road, Self.well])
    #expect(
      ledger.lines.map(\.due)
        == [.overdue(days: 1), .soon(days: 7), .none, .none, .left(days: 8)])
    #expect(ledger.headline.overdue == 1 && ledger.headline.soon == 1)
    #expect(ledger.headline.openReds == 3 && ledger.headline.total == 5)
    let later = Self.ledger(village, "2026-11-28")
    #expect(later[Self.issue(2)]?.due == .soon(days: 0))
    #expect(later[Self.issue(3)]?.due == .overdue(days: 8))
  }

  @Test func filtersCombineEachWithItsCount() throws {
    let village = try Self.village()
    try Self.assign(Self.issue(1), by: "2026-12-31", village)
    try Self.assign(Self.issue(3), by: "2026-11-20", to: "张伟", village)
    let ledger = Self.ledger(village)
    let all = ledger.narrowed()
    #expect(all.lines.count == 5)
    #expect(all.counts[.open] == 5 && all.counts[.state(.assigned)] == 2)
    #expect(all.counts[.group("1组")] == 2 && all.counts[.group("2组")] == nil)
    #expect(all.counts[.mark(.typed)] == 2 && all.counts[.due(.overdue)] == 1)
    #expect(all.counts[.site("新村水井")] == 1 && all.counts[.wholeVillage] == 1)
    #expect(all.counts[.responsible("王强")] == 1 && all.counts[.responsible("李敏")] == 2)
    let assigned = ledger.narrowed(to: [.state(.assigned)])
    #expect(assigned.lines.map(\.issue.id) == [Self.issue(3), Self.issue(1)])
    // Of the same kind the counts tell what another choice would leave.
    #expect(assigned.counts[.state(.new)] == 3)
    #expect(assigned.counts[.group("1组")] == 1)
    let both = ledger.narrowed(to: [.state(.assigned), .group("10组")])
    #expect(both.lines.map(\.issue.id) == [Self.issue(3)])
    #expect(both.counts[.group("1组")] == 1 && both.counts[.state(.new)] == nil)
    #expect(ledger.narrowed(to: [.state(.struckOff)]).lines.isEmpty)
    for (facet, count) in all.counts {
      #expect(ledger.narrowed(to: [facet]).lines.count == count, "\(facet)")
    }
  }

  @Test func linesStandInTheOrderThatIsAskedFor() throws {
    let village = try Self.village()
    try Self.assign(Self.issue(3), by: "2026-11-20", village)
    try Self.assign(Self.issue(1), by: "2026-12-31", village)
    func ids(_ order: Ledger.Order) -> [IssueID] {
      Self.ledger(village).narrowed(order: order).lines.map(\.issue.id)
    }
    #expect(ids(.household).prefix(3) == [Self.issue(1), Self.issue(2), Self.issue(3)])
    #expect(ids(.deadline).prefix(2) == [Self.issue(3), Self.issue(1)])
    #expect(Set(ids(.opened)).count == 5)
  }

  @Test func theFourViewsAreOfTheSameRecords() throws {
    let village = try Self.village()
    try Self.assign(Self.issue(1), by: "2026-12-31", village)
    let lines = Self.ledger(village).narrowed(order: .household).lines
    func rows(_ view: LedgerView) -> [[LedgerCell]] {
      Ledger.rows(view, of: lines).enumerated().map { index, line in
        view.columns.map { line.cell($0, number: index + 1) }
      }
    }
    #expect(rows(.problems).count == 5)
    #expect(
      rows(.problems)[0].prefix(5) == [
        .number(1), .text("1组"), .household(number: 1, head: "甲1"), .text(""), .rule("WA1"),
      ])
    #expect(
      rows(.responsibilities) == [
        [
          .number(1), .text("1组"), .household(number: 1, head: "甲1"), .rule("WA1"),
          .departments(["wat"]), .empty,
          .responsible(Responsible(body: "县水利局", person: "李敏")), .empty,
          .responsible(Responsible(body: "水利站", person: "王强")), .text("2026-12-31"),
          .state(.assigned),
        ]
      ])
    #expect(rows(.tasks)[0][5] == .responsible(Responsible(body: "水利站", person: "王强")))
    #expect(rows(.rectification).count == 1)
    let opened = try #require(
      try village.desks[1].open(Self.issue(1), in: Self.ledger(village)))
    let evidence = IssueGround.evidence([EvidenceFile("ab", name: "照片.jpg")], text: "通水")
    guard case .record(let drafts) = opened.report(evidence, by: village.laptops[0].person) else {
      return #expect(Bool(false), "it can be reported")
    }
    _ = try village.desks[1].append(drafts, person: village.laptops[0].person)
    let line = try #require(Self.ledger(village)[Self.issue(1)])
    #expect(line.cell(.ground, number: 1) == .evidence(files: 1, text: "通水"))
    #expect(
      line.cell(.reported, number: 1) == .done(village.laptops[0].person, day: "2026-11-21"))
    #expect(line.isDoubtful)
    let issue = try #require(try village.desks[1].issue(Self.issue(1)))
    #expect(issue.ground == evidence)
  }

  @Test func theSameIsFoundElsewhere() throws {
    let village = try Self.village()
    let similar = Self.ledger(village).similar(to: Self.issue(2))
    #expect(similar.map(\.household?.id.rawValue) == ["h1", "h3"])
    #expect(similar.map(\.isSameGroup) == [true, false])
    // The same cause goes before the same group.
    for number in [2, 3] {
      let opened = try #require(
        try village.desks[1].open(Self.issue(number), in: Self.ledger(village)))
      let description = IssueDescription(
        cause: "spring", issueClass: .longTerm, source: .census, text: "")
      guard
        case .record(let drafts) = opened.describe(description, by: village.laptops[1].person)
      else { continue }
      try village.add(drafts, on: 1)
    }
    let ledger = Self.ledger(village)
    #expect(ledger.similar(to: Self.issue(2)).map(\.household?.id.rawValue) == ["h3", "h1"])
    #expect(ledger.similar(to: Self.well).isEmpty)
    #expect(ledger.similar(to: IssueID("nothing")).isEmpty)
  }

  @Test func aYellowFindingIsMadeAnIssueOnceAndIsTheSameOnTwoLaptops() throws {
    let village = try Self.village()
    let desk = village.desks[1]
    let household = try #require(
      desk.village.households.values.filter { one in
        one.findings?.marks.contains { $0.level == .yellow } == true
      }.min { $0.id < $1.id })
    func offered(_ desk: VillageDesk) throws -> [FoundIssue] {
      FoundIssue.offered(
        try desk.file(of: household.id), in: desk.village, village.form.standard)
    }
    let found = try #require(try offered(desk).first)
    for laptop in 0...1 {
      guard case .record(let drafts) = found.open(text: "已看过") else { return }
      try village.add(drafts, on: laptop)
    }
    try village.meetAll()
    try desk.settle()
    #expect(try !offered(desk).contains { $0.rule == found.rule })
    let ledger = Self.ledger(village)
    let lines = ledger.lines(of: household.id).filter { $0.issue.rule == found.rule.rule }
    #expect(lines.count == 1)
    #expect(lines.first?.level == .yellow)
    #expect(lines.first?.issue.text == "已看过")
    #expect(lines.first?.issue.state == .new)
  }

  @Test func aTypedIssueSaysSomething() {
    #expect(
      TypedIssue.open(.village, text: "", id: Self.road) == .hindered(.nothingSaid))
    #expect(
      TypedIssue.open(.site(""), text: "坏了", id: Self.well) == .hindered(.nothingSaid))
  }

  @Test func aFindingFromBeforeTheLedgerIsWrittenWithItsFirstAct() throws {
    let village = try Self.village()
    for laptop in village.laptops { laptop.entries.removeAll { $0.kind == "issueOpened" } }
    for desk in village.desks { try desk.rebuild() }
    let ledger = Self.ledger(village)
    #expect(ledger.lines.map(\.issue.isImplied) == [true, true, true])
    let opened = try #require(try village.desks[1].open(Self.issue(1), in: ledger))
    #expect(opened.issue.steps.isEmpty)
    #expect(
      opened.begin(text: "", by: village.laptops[0].person) == .hindered(.inState(.new)))
    try Self.assign(Self.issue(1), by: "2026-12-31", village)
    let issue = try #require(try village.desks[1].issue(Self.issue(1)))
    #expect(issue.state == .assigned)
    #expect(issue.steps.map(\.kind).first == .opened)
    #expect(issue.opening?.completion != nil)
    #expect(issue.withoutRight.isEmpty)
  }

  @Test func aSessionThatWasNotComparedOpensNoIssueTwiceInTheLedger() throws {
    let village = try Self.village()
    try village.add(.reopened(reason: "a mistake"), of: .interview("i1"), on: 0)
    try village.complete("i1", of: "h1", on: 0)
    try village.meetAll()
    let ledger = Self.ledger(village)
    #expect(ledger.lines.count == 5)
    #expect(ledger[Self.issue(1)]?.issue.timesReopened == 0)
  }
}
