import Fieldwork
import JSONText
import Record
import Testing

@Suite struct VillageTests {
  static let head = MemberFacts(
    id: MembershipID("m1"), values: [FactValue("m_name", "李国强"), FactValue("m_rel", "02")])
  static let facts = HouseholdFacts(
    values: [FactValue("c_group", "3组"), FactValue("c_hh_no", "17")],
    members: [
      MemberFacts(id: MembershipID("m0"), values: [FactValue("m_name", "王秀英")]), head,
    ], source: "register.csv")

  @Test func aHouseholdSumsUpToOneLine() {
    var maker = JournalMaker()
    maker.add(.householdRegistered(Self.facts), of: .household("h1"))
    var file = HouseholdCase(household: Household(id: HouseholdID("h1")))
    for entry in maker.entries { file.apply(entry) }
    let summary = HouseholdSummary(
      file, pinyin: { _ in ("liguoqiang", "lgq") }, progress: { _ in [:] })
    #expect(summary.head == "李国强")
    #expect(summary.size == 2)
    #expect(summary.number == 17)
    #expect(summary.status == .notVisited)
    #expect(HouseholdSummary(json: summary.json) == summary)
  }

  @Test func answersOutrankTheRegisterAndStruckMembersAreKeptApart() {
    var maker = JournalMaker()
    maker.add(.householdRegistered(Self.facts), of: .household("h1"))
    InterviewTests.begun(&maker)
    maker.add(
      .answered(
        [GivenAnswer(AnswerKey("m_home", rows: ["m0"]), "dead")], reversal: nil, nil),
      of: InterviewTests.subject)
    maker.add(
      .rowRemoved(RosterRow(roster: "m", rows: ["r1"]), reason: "mistake", reversal: nil, nil),
      of: InterviewTests.subject)
    var file = HouseholdCase(household: Household(id: HouseholdID("h1")))
    for entry in maker.entries { file.apply(entry) }
    #expect(file.members().count { $0.removal == nil && !$0.isGone } == 1)
    #expect(file.members().first { $0.id.rawValue == "r1" }?.removal?.reason == "mistake")
    // The register's phone was only taken over: it is not an answer.
    #expect(file.fact("c_phone") == nil)
  }

  @Test func anInterviewThatMovesTouchesBothHouseholds() {
    var maker = JournalMaker()
    InterviewTests.begun(&maker)
    var village = Village(code: "990101001001")
    for entry in maker.entries { _ = village.apply(entry) }
    let moved = maker.add(.moved(to: HouseholdID("h2")), of: InterviewTests.subject)
    #expect(Set(village.apply(moved)) == [HouseholdID("h1"), HouseholdID("h2")])
    #expect(village.interviews(of: HouseholdID("h2")) == [InterviewID("i1")])
  }

  @Test func theDerivedListReadsAsItWasWritten() throws {
    var maker = JournalMaker()
    maker.add(.villageNamed(name: "云溪村", round: "base"), of: .village)
    maker.add(.dateConfirmed(date: "2026-11-21", clock: "1970-01-01"), of: .village)
    maker.add(.standardChosen(overlay: "hubei", profile: "2021-transition"), of: .village)
    InterviewTests.begun(&maker)
    var village = Village(code: "990101001001")
    for entry in maker.entries { _ = village.apply(entry) }
    let read = try Village(json: JSON(parsing: village.json.compact))
    #expect(read == village)
  }

  @Test func theStandardChosenLastHolds() {
    var maker = JournalMaker()
    var village = Village(code: "990101001001")
    for entry in [
      maker.add(.standardChosen(overlay: "hubei", profile: "2021-transition"), of: .village),
      maker.add(.standardChosen(overlay: "guizhou", profile: ""), of: .village),
    ] { _ = village.apply(entry) }
    #expect(village.overlay == "guizhou")
    #expect(village.profile == "")
    #expect(village.json["overlay"] == "guizhou")
    // The national standard is not spelled out: lists from before there was a choice stay current.
    _ = village.apply(maker.add(.standardChosen(overlay: "", profile: ""), of: .village))
    #expect(village.json["overlay"] == nil)
    #expect(village.json["profile"] == nil)
  }

  @Test func aTeamShowsFindingsAtOnceFromWhenItSaysSo() {
    var maker = JournalMaker()
    #expect(!Team().showsFindingsAtOnce)
    let on = maker.add(.findingsShownAtOnce(true), of: .team)
    #expect(Team([on]).showsFindingsAtOnce)
    let off = maker.add(.findingsShownAtOnce(false), of: .team)
    #expect(!Team([on, off]).showsFindingsAtOnce)
  }

  @Test func whatIsSaidOfAHouseholdThatWasFoundToBeAnotherStaysItsOwn() {
    var maker = JournalMaker()
    var file = HouseholdCase(
      household: Household(id: HouseholdID("h1")), joined: [Household(id: HouseholdID("h2"))])
    file.applyNext(maker.add(.householdRemarked(text: "x"), of: .household("h2")))
    #expect(file.household.stamps.isEmpty && file.household.remarks.isEmpty)
    file.applyNext(maker.add(.householdRemarked(text: "y"), of: .household("h1")))
    #expect(file.household.remarks.map(\.text) == ["y"])
  }
}
