import Fieldwork
import Record
import Testing

/// Who may give roles, villages, overlays and PINs, and what the team makes of it.
@Suite struct TeamRightsTests {
  typealias Authority = TeamAuthorityTests

  static let hash = String(repeating: "0a", count: 32)
  static let other = String(repeating: "0b", count: 32)

  static func pin(_ digit: UInt8) throws -> PINHash {
    try #require(
      PINHash(
        salt: [UInt8](repeating: digit, count: 16), passes: 2, memory: 64 << 20,
        digest: [UInt8](repeating: digit, count: 32)))
  }

  static func team(_ meeting: Meeting) -> Team {
    Team(meeting.entries.sorted(), Authority.authority(meeting))
  }

  static func subject(_ laptop: Int, _ meeting: Meeting) -> Subject {
    .person(meeting.laptops[laptop].person.rawValue)
  }

  @Test func onlyWhoDecidesGivesAnOverlay() {
    var meeting = Authority.founded(2)
    Authority.person(1, "surveyor", &meeting)
    let right = meeting.add(.overlayGiven(name: "a.json", hash: Self.hash), of: .team, on: 0)
    let wrong = meeting.add(.overlayGiven(name: "a.json", hash: Self.other), of: .team, on: 1)
    #expect(Self.team(meeting).overlays.map(\.stamp.entry) == [right.id])
    #expect(Authority.authority(meeting).withoutRight == [wrong.id])
    // A role that comes later makes no right of it, but what is given from then on holds.
    Authority.person(1, "office", &meeting, on: 0)
    meeting.meet(0, 1)
    #expect(Self.team(meeting).overlays.count == 1)
    meeting.add(.overlayGiven(name: "a.json", hash: Self.other), of: .team, on: 1)
    #expect(Self.team(meeting).overlays.map(\.hash) == [Self.hash, Self.other])
  }

  @Test func whatStoodBeforeTheTeamWasFoundedHolds() {
    var meeting = Meeting(1)
    Authority.person(0, "surveyor", &meeting)
    meeting.add(.overlayGiven(name: "a.json", hash: Self.hash), of: .team, on: 0)
    #expect(Self.team(meeting).overlays.count == 1)
    meeting.add(.teamFounded(name: "t"), of: .team, on: 0)
    #expect(Self.team(meeting).overlays.count == 1)
    #expect(Self.team(meeting).people.map(\.role) == ["office"])
  }

  @Test func aRoleWithoutRightIsNotShownAsOne() {
    var meeting = Authority.founded(2)
    Authority.person(1, "supervisor", &meeting)
    #expect(Self.team(meeting).people.map(\.role) == ["supervisor", "surveyor"])
    Authority.person(1, "supervisor", &meeting, on: 0)
    #expect(Self.team(meeting).people.map(\.role) == ["supervisor", "supervisor"])
  }

  @Test func aSurveyorTakesNobodysRole() {
    var meeting = Authority.founded(3)
    Authority.person(1, "surveyor", &meeting)
    meeting.meet(0, 1)
    Authority.person(0, "surveyor", &meeting, on: 1)
    #expect(Self.team(meeting).people.map(\.role) == ["supervisor", "surveyor"])
    // Whoever has it may lay it down.
    Authority.person(0, "surveyor", &meeting)
    #expect(Self.team(meeting).people.map(\.role) == ["surveyor", "surveyor"])
  }

  @Test func onlyWhoDecidesSaysWhereSomebodyWorks() {
    var meeting = Authority.founded(2)
    Authority.person(1, "surveyor", &meeting)
    meeting.meet(0, 1)
    meeting.add(.personPlaced(villages: ["1"]), of: Self.subject(1, meeting), on: 1)
    #expect(Self.team(meeting).people.map(\.villages) == [[], []])
    meeting.add(.personPlaced(villages: ["1", "2"]), of: Self.subject(1, meeting), on: 0)
    let person = Self.team(meeting).people[1]
    #expect(person.villages == ["1", "2"])
    #expect(person.works(in: "2") && !person.works(in: "3"))
    meeting.add(.personPlaced(villages: []), of: Self.subject(1, meeting), on: 0)
    #expect(Self.team(meeting).people[1].works(in: "3"))
  }

  @Test func aPINIsOnesOwnAndTakenAwayByWhoDecides() throws {
    var meeting = Authority.founded(3)
    for laptop in [1, 2] { Authority.person(laptop, "surveyor", &meeting) }
    for laptop in [1, 2, 1] { meeting.meet(0, laptop) }
    func set(_ digit: UInt8, of person: Int, on laptop: Int) throws {
      meeting.add(.pinSet(try Self.pin(digit)), of: Self.subject(person, meeting), on: laptop)
    }
    try set(1, of: 1, on: 1)
    #expect(Self.team(meeting).person(meeting.laptops[1].person)?.pin == (try Self.pin(1)))
    // Neither another surveyor nor the supervisor sets it.
    try set(2, of: 1, on: 2)
    try set(3, of: 1, on: 0)
    #expect(Self.team(meeting).person(meeting.laptops[1].person)?.pin == (try Self.pin(1)))
    meeting.add(.pinTaken, of: Self.subject(1, meeting), on: 2)
    #expect(Self.team(meeting).person(meeting.laptops[1].person)?.pin != nil)
    meeting.meet(0, 1)
    meeting.add(.pinTaken, of: Self.subject(1, meeting), on: 0)
    #expect(Self.team(meeting).person(meeting.laptops[1].person)?.pin == nil)
    #expect(Authority.authority(meeting).withoutRight.count == 3)
    meeting.meet(0, 1)
    try set(4, of: 1, on: 1)
    meeting.add(.pinTaken, of: Self.subject(1, meeting), on: 1)
    #expect(Self.team(meeting).person(meeting.laptops[1].person)?.pin == nil)
  }

  @Test func aPINReadsAsItWasWrittenAndTooMuchWorkIsRefused() throws {
    var maker = JournalMaker()
    let pin = try Self.pin(7)
    #expect(Fact(maker.add(.pinSet(pin), of: .person("p"))) == .pinSet(pin))
    for (passes, memory) in [(0, 64 << 20), (11, 64 << 20), (2, 1 << 40), (2, 0)] {
      #expect(PINHash(salt: pin.salt, passes: passes, memory: memory, digest: pin.digest) == nil)
    }
    #expect(PINHash.isPIN("0123"))
    for text in ["", "123", "12a4", "１２３４", String(repeating: "1", count: 13)] {
      #expect(!PINHash.isPIN(text))
    }
  }
}
