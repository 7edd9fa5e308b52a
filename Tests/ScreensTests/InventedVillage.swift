import Fieldwork
import FormEngine
import Record
import Station

/// A village that does not exist, with households in every state.
struct InventedVillage {
  /// One household of it.
  struct Home {
    var group: String
    var number: Int
    var members: [Member]
    var facts: [FactValue] = []
    var story = Story.notVisited
    /// What was answered besides, where the interview is complete or begun; of the household, and of
    /// members by their place.
    var answers: [(question: String, member: Int?, value: String)] = []
  }

  /// One person of it.
  struct Member {
    var name: String
    var relation: String
    var born: String
    var sex = 1
    var hasNumber = true
  }

  /// What has happened at a door so far.
  enum Story: Equatable {
    case notVisited
    case begun
    case absent(next: String)
    case refused
    case complete
    case gone
  }

  var code = "990101001001"
  var name = "云溪村"
  var homes: [Home]

  /// Twelve households in three groups.
  static var sample: InventedVillage {
    let stories: [Story] = [
      .complete, .complete, .begun, .notVisited, .absent(next: "2026-11-21"), .notVisited,
      .refused, .notVisited, .gone, .absent(next: "2026-11-25"), .notVisited, .notVisited,
    ]
    let heads = [
      "张福贵", "李国强", "王秀英", "陈大山", "李国英", "张大强", "王福山", "陈秀英", "李大贵", "张国山",
      "买买提·吐尔逊", "欧阳福贵",
    ]
    let classes = ["general", "out", "out", "general"]
    return InventedVillage(
      homes: heads.indices.map { index in
        var facts = [
          FactValue("c_hh_base", classes[index % 4]), FactValue("address", "云溪村\(index + 1)号"),
          FactValue("neighbours", "赵某、钱某"), FactValue("c_phone", "13900000000"),
        ]
        if index == 3 { facts.append(FactValue("c_mon", "marginal")) }
        return Home(
          group: "\(index / 4 + 1)组", number: index + 1,
          members: family(of: heads[index], index), facts: facts, story: stories[index])
      })
  }

  private static func family(of head: String, _ index: Int) -> [Member] {
    let surname = String(head.prefix(1))
    var members = [Member(name: head, relation: "02", born: "1959-03-0\(index % 9 + 1)")]
    if index % 3 != 0 {
      members.append(Member(name: "赵秀兰", relation: "10", born: "1962-07-15", sex: 2))
    }
    if index % 2 == 0 {
      members.append(Member(name: surname + "小龙", relation: "41", born: "2014-09-01"))
      members.append(
        Member(name: surname + "奶奶", relation: "52", born: "", sex: 2, hasNumber: false))
    }
    return members
  }

  /// A village of that many households, each with a head only.
  static func large(_ count: Int) -> InventedVillage {
    let surnames = Array("李张王陈")
    let given = Array("国强福贵秀英大山")
    return InventedVillage(
      homes: (0..<count).map { index in
        let name =
          String(surnames[index % 4]) + String(given[index / 4 % 8]) + String(given[index / 32 % 8])
        return Home(
          group: "\(index / 100 + 1)组", number: index + 1,
          members: [Member(name: name, relation: "02", born: "1970-01-01", hasNumber: false)])
      })
  }

  /// An ID number that passes the check digit, of an area that is not assigned.
  static func idNumber(born: String, sex: Int, serial: Int) -> String {
    let order = String(serial % 40 + 10) + String(sex % 2 == 1 ? 1 : 2)
    let body = "990101" + born.filter(\.isNumber) + order
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(body, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
    return body + String(Array("10X98765432")[sum % 11])
  }

  // MARK: Its journals

  /// The village's journals: the register, then what happened at the doors.
  func store(
    clock: TestClock, person: PersonID, team: MemoryStore? = nil
  ) throws -> MemoryStore {
    let now = clock.time
    let store = MemoryStore(team: team) { clock.time }
    clock.set("2026-11-01T08:00:00.000+08:00")
    _ = try store.append([Fact.villageNamed(name: name, round: "base").draft(of: .village)], person)
    for (index, home) in homes.enumerated() {
      let id = Self.household(home.number)
      _ = try store.append(
        [
          Fact.householdRegistered(facts(of: home, index)).draft(of: .household(id.rawValue))
        ], person)
    }
    clock.set("2026-11-20T14:05:00.000+08:00")
    for home in homes where home.story != .notVisited {
      try visit(home, store, person, clock)
    }
    clock.set(now)
    return store
  }

  static func household(_ number: Int) -> HouseholdID {
    HouseholdID(derivedFrom: "household \(number)", digest: MemoryStore.hash)
  }

  static func member(_ number: Int, _ place: Int) -> MembershipID {
    MembershipID(derivedFrom: "member \(number) \(place)", digest: MemoryStore.hash)
  }

  private func facts(of home: Home, _ index: Int) -> HouseholdFacts {
    HouseholdFacts(
      values: [FactValue("c_group", home.group), FactValue("c_hh_no", String(home.number))]
        + home.facts,
      members: home.members.enumerated().map { place, member in
        var values = [FactValue("m_name", member.name), FactValue("m_rel", member.relation)]
        if member.hasNumber {
          let number = Self.idNumber(born: member.born, sex: member.sex, serial: index + place)
          values.append(FactValue("m_id", number))
        } else {
          values.append(FactValue("m_age_est", "81"))
          values.append(FactValue("m_sex", String(member.sex)))
        }
        return MemberFacts(
          id: Self.member(home.number, place), values: values)
      }, source: "登记册.csv", sourceKey: String(home.number))
  }

  private func visit(
    _ home: Home, _ store: MemoryStore, _ person: PersonID, _ clock: TestClock
  ) throws {
    let id = Self.household(home.number)
    let interview = InterviewID(derivedFrom: "interview \(home.number)", digest: MemoryStore.hash)
    let visit = VisitID(derivedFrom: "visit \(home.number)", digest: MemoryStore.hash)
    var file = HouseholdCase(household: Household(id: id))
    for entry in store.entries where entry.subject == .household(id.rawValue) { file.apply(entry) }
    let start = InterviewStart(
      household: id, round: "base", form: HouseholdForm.hash, date: "2026-11-20",
      identityCheck: "confirmed")
    _ = try store.append(
      InterviewOpening.begin(
        file, start: start, interview: interview, visit: visit, village: code,
        definition: HouseholdForm.definition, now: clock.time), person)
    let subject = Subject.interview(interview.rawValue)
    func answer(_ question: String, _ value: String) -> EntryDraft {
      Fact.answered([GivenAnswer(AnswerKey(question), value)], reversal: nil, nil)
        .draft(of: subject)
    }
    let given = home.answers.map { question, member, value in
      let row = member.map { Self.member(home.number, $0).rawValue }
      return Fact.answered(
        [GivenAnswer(AnswerKey(question, rows: row.map { [$0] } ?? []), value)], reversal: nil, nil
      ).draft(of: subject)
    }
    let left = Fact.visitEnded(visit, events: []).draft(of: subject)
    let done = Fact.completed(events: []).draft(of: subject)
    let drafts: [EntryDraft] =
      switch home.story {
      case .notVisited: []
      case .begun: [answer("c_consent", "yes")] + given
      case .absent(let next):
        [answer("c_consent", "nobody"), answer("c_result", "absent"), answer("c_next", next), left]
      case .refused: [answer("c_consent", "no"), answer("c_result", "refused"), left, done]
      case .complete:
        [answer("c_consent", "yes")] + given + [answer("c_result", "done"), left, done]
      case .gone:
        [answer("c_consent", "nobody")] + given + [answer("c_result", "gone"), left, done]
      }
    if !drafts.isEmpty { _ = try store.append(drafts, person) }
  }
}
