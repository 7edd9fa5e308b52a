import Fieldwork
import Record
import SeededRandom
import Testing

/// Who belongs to a team and what counts of each laptop's work, by what each entry's writer knew.
@Suite struct TeamAuthorityTests {
  static func key(_ laptop: Int) -> [UInt8] { [UInt8](repeating: UInt8(50 + laptop), count: 32) }

  static func keys(_ meeting: Meeting, upTo count: Int = 99) -> [JournalName: [UInt8]] {
    Dictionary(
      uniqueKeysWithValues: meeting.laptops.prefix(count).enumerated().map {
        (JournalName(writer: $0.element.writer), key($0.offset))
      })
  }

  static func authority(_ meeting: Meeting) -> TeamAuthority {
    TeamAuthority(meeting.entries, keys: keys(meeting), causality: meeting.causality)
  }

  static func limit(_ meeting: Meeting, _ laptop: Int) -> EntryLimits.Limit {
    authority(meeting).limits(for: keys(meeting)).limit(
      of: JournalName(writer: meeting.laptops[laptop].writer))
  }

  static func person(_ laptop: Int, _ role: String, _ meeting: inout Meeting, on other: Int? = nil)
  {
    let person = meeting.laptops[laptop].person
    meeting.add(
      .personAdded(name: "p\(laptop)", role: role), of: .person(person.rawValue),
      on: other ?? laptop)
  }

  static func admit(_ laptop: Int, on other: Int, _ meeting: inout Meeting) {
    meeting.add(.deviceAdmitted(key: key(laptop), name: "d\(laptop)"), of: .team, on: other)
  }

  static func revoke(_ laptop: Int, on other: Int, _ meeting: inout Meeting) {
    let writer = meeting.laptops[laptop].writer
    let last = meeting.laptops[other].known.filter { $0.writer == writer }
      .max { $0.sequence < $1.sequence }
    var through: [JournalName: Heads.Head] = [:]
    if let last {
      through[JournalName(writer: writer)] = Heads.Head(sequence: last.sequence, id: last.id)
    }
    meeting.add(
      .deviceRevoked(key: key(laptop), through: through, reason: "lost"), of: .team, on: other)
  }

  /// The first laptop founded a team and admitted the others; all know of it.
  static func founded(_ laptops: Int = 3) -> Meeting {
    var meeting = Meeting(laptops)
    person(0, "supervisor", &meeting)
    meeting.add(.teamFounded(name: "t"), of: .team, on: 0)
    for laptop in 1..<laptops { admit(laptop, on: 0, &meeting) }
    for laptop in 1..<laptops { meeting.meet(0, laptop) }
    return meeting
  }

  @Test func withoutATeamEverythingCounts() {
    var meeting = Meeting(2)
    Self.person(0, "surveyor", &meeting)
    let authority = Self.authority(meeting)
    #expect(authority.team == nil)
    #expect(authority.limits(for: Self.keys(meeting)).isOpen)
    #expect(authority.mayErase(meeting.laptops[0].person))
    #expect(authority.mayAdmit(meeting.laptops[0].person, at: Self.key(1)))
  }

  @Test func onlyAdmittedDevicesCount() {
    var meeting = Meeting(3)
    Self.person(0, "surveyor", &meeting)
    meeting.add(.teamFounded(name: "t"), of: .team, on: 0)
    Self.person(1, "surveyor", &meeting)
    #expect(Self.limit(meeting, 0) == .all)
    #expect(Self.limit(meeting, 1) == .none)
    Self.admit(1, on: 0, &meeting)
    // What it wrote before it was admitted counts too.
    #expect(Self.limit(meeting, 1) == .all)
    #expect(Self.limit(meeting, 2) == .none)
    #expect(Self.authority(meeting).team?.count == 16)
    #expect(Self.authority(meeting).devices.map(\.name) == ["", "d1"])
  }

  @Test func aSurveyorAdmitsNobodyAndMakesNobodyASupervisor() {
    var meeting = Self.founded()
    Self.person(1, "surveyor", &meeting, on: 0)
    meeting.meet(0, 1)
    Self.person(1, "supervisor", &meeting)
    let admitted = meeting.add(
      .deviceAdmitted(key: Self.key(9), name: "x"), of: .team, on: 1)
    let authority = Self.authority(meeting)
    #expect(authority.device(Self.key(9)) == nil)
    #expect(authority.withoutRight.contains(admitted.id))
    #expect(authority.role(of: meeting.laptops[1].person) == "surveyor")
    #expect(!authority.mayErase(meeting.laptops[1].person))
    // Given the role by someone who may, it is right from then on, and not before.
    Self.person(1, "supervisor", &meeting, on: 0)
    #expect(Self.authority(meeting).device(Self.key(9)) == nil)
    meeting.meet(0, 1)
    Self.admit(9, on: 1, &meeting)
    #expect(Self.authority(meeting).device(Self.key(9)) != nil)
  }

  @Test func aRoleTakenOnAStrangeDeviceGivesNoRight() {
    var meeting = Self.founded(2)
    var strange = meeting
    Self.person(1, "office", &strange)
    #expect(Self.authority(strange).role(of: strange.laptops[1].person) == nil)
    Self.person(1, "surveyor", &meeting)
    #expect(Self.authority(meeting).role(of: meeting.laptops[1].person) == "surveyor")
  }

  @Test func aRevokedDeviceCountsUpToItsLastGoodEntry() {
    var meeting = Self.founded()
    Self.person(2, "surveyor", &meeting)
    Self.person(2, "surveyor", &meeting)
    meeting.meet(0, 2)
    Self.revoke(2, on: 0, &meeting)
    Self.person(2, "surveyor", &meeting)
    #expect(Self.limit(meeting, 2) == .upTo(2))
    #expect(Self.authority(meeting).device(Self.key(2))?.revocation?.reason == "lost")
    #expect(!Self.authority(meeting).isMember(Self.key(2)))
    // Who did not know of the revocation does not bring the device back by admitting it.
    Self.person(1, "supervisor", &meeting, on: 0)
    var unknowing = meeting
    Self.admit(2, on: 1, &unknowing)
    #expect(Self.limit(unknowing, 2) == .upTo(2))
    // Who knew of it does.
    meeting.meet(0, 1)
    Self.admit(2, on: 1, &meeting)
    #expect(Self.limit(meeting, 2) == .all)
    #expect(Self.authority(meeting).device(Self.key(2))?.revocation == nil)
  }

  @Test func whatARevokedSupervisorDidLaterHasNoEffect() {
    var meeting = Self.founded()
    Self.person(1, "supervisor", &meeting, on: 0)
    meeting.meet(0, 1)
    Self.admit(8, on: 1, &meeting)
    meeting.meet(0, 1)
    Self.revoke(1, on: 0, &meeting)
    Self.admit(9, on: 1, &meeting)
    let authority = Self.authority(meeting)
    #expect(authority.device(Self.key(8)) != nil)
    #expect(authority.device(Self.key(9)) == nil)
  }

  @Test func ofTwoThatShutEachOtherOutTheFirstHolds() {
    var meeting = Self.founded()
    Self.person(1, "supervisor", &meeting, on: 0)
    meeting.meet(0, 1)
    Self.revoke(1, on: 0, &meeting)
    Self.revoke(0, on: 1, &meeting)
    let authority = Self.authority(meeting)
    #expect(authority.devices.filter { $0.revocation != nil }.count == 1)
  }

  @Test func ofAForkedWriterOnlyTheNamedBranchCounts() {
    let writer = WriterID(bytes: [UInt8](repeating: 10, count: 10))
    let here = JournalName(writer: writer)
    let branch = JournalName(writer: writer, branch: "0123456789abcdef")
    func id(_ journal: JournalName, _ number: Int) -> EntryID? {
      guard number <= 6 else { return nil }
      var digest = [UInt8](repeating: 0, count: 32)
      digest[0] = UInt8(number)
      digest[1] = number > 3 && journal == branch ? 1 : 0
      return EntryID(digest: digest)
    }
    var meeting = Self.founded(2)
    guard let last = id(branch, 5) else { return }
    meeting.add(
      .deviceRevoked(
        key: Self.key(1), through: [here: Heads.Head(sequence: 5, id: last)], reason: ""),
      of: .team, on: 0)
    let keys = [here: Self.key(1), branch: Self.key(1)]
    let limits = Self.authority(meeting).limits(for: keys, idAt: id)
    #expect(limits.limit(of: branch) == .upTo(5))
    #expect(limits.limit(of: here) == .upTo(3))
  }

  @Test(arguments: 0..<60 as Range<UInt64>) func theOrderOfArrivalLeavesNoTrace(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var meeting = Self.founded(4)
    for _ in 0..<30 {
      let one = Int.random(in: 0..<4, using: &random)
      let other = Int.random(in: 0..<4, using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0: Self.admit(other, on: one, &meeting)
      case 1: Self.revoke(other, on: one, &meeting)
      case 2: Self.person(other, "supervisor", &meeting, on: one)
      case 3: Self.person(other, "surveyor", &meeting, on: one)
      default: meeting.meet(one, other)
      }
    }
    let expected = Self.authority(meeting)
    let keys = Self.keys(meeting)
    for _ in 0..<4 {
      let found = TeamAuthority(
        meeting.entries.shuffled(using: &random), keys: keys,
        causality: Causality(meeting.entries.shuffled(using: &random)))
      #expect(found == expected)
    }
    // Nobody is shut out of the team who founded it, but by another that it admitted.
    #expect(expected.devices.first?.key == Self.key(0))
  }
}
