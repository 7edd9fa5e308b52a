import Fieldwork
import FormEngine
import InventedVillages
import Record
import RecordFiles
import Station
import Sync
import Terminal
import Testing
import Trust

@testable import Screens
@testable import ruhu

/// Two laptops that work apart by day and meet over a stick in the evening.
@Suite struct EveningTests {
  /// Two laptops of one team with a stick between them.
  private struct Team {
    let first: Laptop
    let second: Laptop
    let stick: ScratchFolder

    /// Founds a team on one laptop; the other joins it, and is let in.
    init(admitting: Bool = true) throws {
      first = try Laptop(people: ["周敏"])
      second = try Laptop(people: ["陈立"])
      stick = try ScratchFolder()
      try working(first) { workplace, person in
        let key = try workplace.folder.publicKey()
        _ = try workplace.recordTeam(
          [
            Fact.teamFounded(name: "石湾队").draft(of: .team),
            Fact.deviceAdmitted(key: key, name: "周敏的电脑").draft(of: .team),
          ], person: person)
      }
      try sync(first)
      try join()
      try sync(second)
      guard admitting else { return }
      try sync(first)
      let key = try working(second) { workplace, _ in try workplace.folder.publicKey() }
      try working(first) { workplace, person in
        _ = try workplace.admit(key, name: "陈立的电脑", person: person)
      }
      try sync(first)
      try sync(second)
      try sync(first)
    }

    @discardableResult
    func working<Result>(
      _ laptop: Laptop, _ body: (Workplace, PersonID) throws -> Result
    ) throws -> Result {
      let workplace = try laptop.workplace()
      defer { workplace.close() }
      try workplace.open(Laptop.code)
      let name = laptop === first ? "周敏" : "陈立"
      let person = workplace.team.people.first { $0.name == name }
      return try body(workplace, try #require(person?.id))
    }

    @discardableResult
    func sync(_ laptop: Laptop) throws -> MeetingReport {
      try working(laptop) { workplace, person in
        let report = workplace.meet(at: stick.path, person: person) { _ in true }
        #expect(report.failure?(.english) == nil)
        #expect(report.troubles.map { $0(.english) } == [])
        return report
      }
    }

    private func join() throws {
      try working(second) { workplace, _ in
        let offers = try Exchange.offers(
          at: stick.path, disk: workplace.disk, crypto: workplace.crypto,
          sealing: try #require(Sealing.sodium()))
        let offer = try #require(offers.first)
        #expect(offer.name == "石湾队")
        _ = try workplace.folder.team().receive(offer.parts)
        try workplace.readTeam()
        #expect(workplace.authority.team == offer.team)
      }
    }

    /// Begins the interview of a household on a laptop and says how many minutes water takes.
    func begin(_ household: InventedHousehold, on laptop: Laptop) throws {
      let sitting = try laptop.open()
      let surveyor = try Surveyor(sitting, household)
      let people = sitting.session.workplace.team.people
      let place = try #require(people.firstIndex { $0.name == (laptop === first ? "周敏" : "陈立") })
      if sitting.app.stack.last is PeopleScreen { sitting.press("\(place + 1)") }
      surveyor.begin()
      try surveyor.answer(until: "w_cut")
      sitting.press("^X {Esc}")
      sitting.close()
    }

    /// Changes an answer of the household's interview.
    func say(_ question: String, _ value: String, _ household: InventedHousehold, on laptop: Laptop)
      throws
    {
      try working(laptop) { workplace, person in
        let desk = try #require(workplace.desk)
        let interview = try #require(try desk.file(of: laptop.id(household)).current)
        laptop.clock.pass(milliseconds: 60_000)
        _ = try desk.append(
          [
            Fact.answered([GivenAnswer(AnswerKey(question), value)], reversal: nil, nil)
              .draft(of: .interview(interview.id.rawValue))
          ], person: person)
        try desk.settle()
      }
    }
  }

  @Test func whatTwoPeopleAnsweredDifferentlyIsDecidedOnTheScreen() throws {
    let team = try Team()
    let household = team.first.village.households[0]
    try team.begin(household, on: team.first)
    try team.sync(team.first)
    let came = try team.sync(team.second)
    #expect(came.came.contains { $0.village == "石湾村" && $0.households == 1 })
    try team.say("w_cut", "2", household, on: team.first)
    try team.say("w_cut", "8", household, on: team.second)
    try team.sync(team.first)
    try team.sync(team.second)

    let sitting = try team.first.open()
    sitting.press("^R")
    let places = sitting.session.workplace.environment(borders: .ascii, dropsTypeAhead: false)
      .places()
    let line = try #require(places.firstIndex { $0.path == team.stick.path })
    sitting.press("\(line + 1)")
    sitting.expect("同步好了")
    sitting.expect("石湾村: 1 处两个人写的不一样")
    sitting.press("1")
    sitting.expect(" / ")
    sitting.press("1")
    // The tips stand in causal order, which both clocks may put either way.
    let eight = try #require(
      sitting.screen.split(separator: "\n").first { $0.contains("陈立的电脑") })
    sitting.press(eight.contains("1  8") ? "1" : "2")
    sitting.expect("没有别的了")
    sitting.press("{Esc}")
    sitting.close()
    let decided = try team.first.file(of: team.first.id(household))
    #expect(decided.current?.answers[AnswerKey("w_cut")]?.value == "8")
    #expect(decided.conflicts.isEmpty)

    try team.sync(team.first)
    let last = try team.sync(team.second)
    #expect(last.conflictCount == 0)
    #expect(last.held == 0)
    #expect(try team.sync(team.first).held == 0)
    let there = try team.second.file(of: team.second.id(household))
    #expect(there.current?.answers[AnswerKey("w_cut")]?.value == "8")
    // Whose answer was not chosen reads who chose and when, by the sync and at the household.
    let told = try #require(last.decisions.first)
    #expect(last.decisions.count == 1)
    #expect(told.person == "周敏")
    #expect(told.what(.chinese).contains("8"))
    let decision = try #require(there.current?.decisions.first)
    #expect(decision.key == AnswerKey("w_cut"))
    #expect(decision.chosen.value == "8")
    #expect(decision.others.map(\.value) == ["2"])
    try team.first.expectSound(afterKill: true)
  }

  @Test func aThirdAnswerIsCheckedByTheFormAndDecides() throws {
    let team = try Team()
    let household = team.first.village.households[0]
    try team.begin(household, on: team.first)
    try team.sync(team.first)
    try team.sync(team.second)
    try team.say("w_cut", "2", household, on: team.first)
    try team.say("w_cut", "8", household, on: team.second)
    try team.sync(team.second)
    try team.sync(team.first)
    let sitting = try team.first.open()
    sitting.expect("!1")
    sitting.press("^K 1 3")
    sitting.type("很久")
    sitting.press("⏎")
    sitting.expect("请填")
    sitting.press("3 5 ⏎")
    sitting.expect("没有别的了")
    sitting.close()
    let file = try team.first.file(of: team.first.id(household))
    #expect(file.current?.answers[AnswerKey("w_cut")]?.value == "5")
  }

  @Test func whoeverWasNotLetInKeepsTheirWorkAndTheOthersHoldItApart() throws {
    let team = try Team(admitting: false)
    let household = team.second.village.households[0]
    try team.begin(household, on: team.second)
    #expect(try team.second.file(of: team.second.id(household)).current != nil)
    try team.working(team.second) { workplace, _ in
      workplace.settings.deviceName = "小陈的电脑"
      workplace.settings.write(in: workplace.places.device, workplace.disk)
    }
    #expect(try team.sync(team.second).standing == .heldApart)
    let report = try team.sync(team.first)
    #expect(report.held > 0)
    #expect(report.standing == .counts)
    #expect(report.waiting == ["小陈的电脑"])
    #expect(try team.first.file(of: team.first.id(household)).current == nil)
    let key = try team.working(team.second) { workplace, _ in try workplace.folder.publicKey() }
    try team.working(team.first) { workplace, person in
      let waiting = try workplace.shownTeam(.chinese).devices.first { $0.key == key }
      #expect(waiting?.standing == .waiting)
      #expect(waiting?.name == "")
      #expect(waiting?.callsItself == "小陈的电脑")
      _ = try workplace.admit(key, name: "陈立的电脑", person: person)
    }
    // From the admission on what was written before counts too.
    #expect(try team.first.file(of: team.first.id(household)).current != nil)
    let after = try team.sync(team.first)
    #expect(after.held == 0)
    #expect(after.waiting == [])
    #expect(try team.sync(team.second).standing == .countsNow)
    #expect(try team.sync(team.second).standing == .counts)
  }

  @Test func aRevokedLaptopCountsUpToWhatWasHereThen() throws {
    let team = try Team()
    let early = team.second.village.households[0]
    let late = team.second.village.households[1]
    try team.begin(early, on: team.second)
    try team.sync(team.second)
    try team.sync(team.first)
    let key = try team.working(team.second) { workplace, _ in try workplace.folder.publicKey() }
    try team.working(team.first) { workplace, person in
      _ = try workplace.revoke(key, reason: "路上丢了", person: person)
    }
    try team.begin(late, on: team.second)
    try team.sync(team.second)
    let report = try team.sync(team.first)
    #expect(report.held > 0)
    #expect(try team.first.file(of: team.first.id(early)).current != nil)
    #expect(try team.first.file(of: team.first.id(late)).current == nil)
  }

  @Test func anErasedHouseholdIsGoneOnBothLaptops() throws {
    let team = try Team()
    let household = team.first.village.households[0]
    try team.begin(household, on: team.first)
    try team.sync(team.first)
    try team.sync(team.second)
    let id = team.first.id(household)
    try team.working(team.first) { workplace, person in
      let desk = try #require(workplace.desk)
      _ = try desk.append(
        [
          Fact.erased(entries: [], subjects: [.household(id.rawValue)], reason: "撤回同意")
            .draft(of: .village)
        ], person: person)
      #expect(try workplace.carryOutErasures() > 0)
      #expect(desk.village.households[id] == nil)
    }
    try team.sync(team.first)
    try team.sync(team.second)
    for laptop in [team.first, team.second] {
      try team.working(laptop) { workplace, _ in
        #expect(workplace.desk?.village.households[id] == nil)
        let entries = try workplace.files?.entries(of: [.household(id.rawValue)]) ?? []
        #expect(!entries.isEmpty)
        #expect(entries.allSatisfy { $0.body == nil })
      }
      try laptop.expectSound(afterKill: true)
    }
  }

  @Test func whatALaptopErasedThatIsShutOutFromBeforeComesBackToIt() throws {
    let team = try Team()
    let household = team.first.village.households[0]
    try team.begin(household, on: team.first)
    try team.working(team.first) { workplace, person in
      let other = try #require(workplace.team.people.first { $0.name == "陈立" }?.id)
      _ = try workplace.recordTeam(
        [Fact.personAdded(name: "陈立", role: "supervisor").draft(of: .person(other.rawValue))],
        person: person)
    }
    try team.sync(team.first)
    try team.sync(team.second)
    let id = team.first.id(household)
    let key = try team.working(team.second) { workplace, person in
      let desk = try #require(workplace.desk)
      _ = try desk.append(
        Erasure.household(desk.file(of: id), reason: "误删"), person: person)
      #expect(try workplace.carryOutErasures() > 0)
      return try workplace.folder.publicKey()
    }
    try team.working(team.first) { workplace, person in
      _ = try workplace.revoke(key, reason: "路上丢了", person: person)
    }
    try team.sync(team.second)
    try team.sync(team.first)
    try team.sync(team.second)
    for laptop in [team.first, team.second] {
      try team.working(laptop) { workplace, _ in
        #expect(workplace.desk?.village.households[id] != nil)
        let entries = try workplace.files?.entries(of: [.household(id.rawValue)]) ?? []
        #expect(!entries.isEmpty && entries.allSatisfy { $0.body != nil })
      }
      #expect(try laptop.file(of: id).current != nil)
      try laptop.expectSound(afterKill: true)
    }
  }
}
