import Fieldwork
import FormEngine
import InventedRecord
import InventedVillages
import Record
import Station
import Terminal

/// A respondent's answers as the keys that a person types for them, played through the screens.
///
/// A session of its own, fed with what the screens recorded, tells which question stands there.
struct TypedInterview {
  private let sitting: Sitting
  private let home: LargeHousehold
  private let definition: FormDefinition
  private var mirror: InterviewSession
  /// Every key so far, and what it took.
  private(set) var strokes: [Sitting.Stroke] = []

  /// Goes from the village's list to the first question of a household.
  init(_ home: LargeHousehold, in sitting: Sitting, _ bench: Bench, person: PersonID) throws {
    self.home = home
    self.sitting = sitting
    definition = bench.form.definition
    let way = Self.wayToTheDoor(home)
    strokes = way.map { sitting.press($0) }
    let file = try sitting.desk.file(of: home.id)
    guard let interview = file.current else { throw BenchmarkFault.unfinished("not begun") }
    mirror = InterviewSession(
      interview, definition: definition, person: person, language: definition.defaultLanguage)
  }

  /// The number in the list, the door, the interview, and that it is the right household.
  static func wayToTheDoor(_ home: LargeHousehold) -> [Key] {
    String(home.number).map { .character($0) } + [.enter, .enter, .character("1")]
  }

  /// Answers everything, or so many questions, and declares the interview complete at its end.
  mutating func run(answers limit: Int = .max) throws {
    var answers = 0
    for _ in 0..<100_000 {
      switch mirror.place {
      case .end: return try complete()
      case .stop(.roster(let address)):
        try addOthers(to: address)
        goOn()
      case .stop(.note): goOn()
      case .stop(.question(let address)):
        guard answers < limit else { return }
        try answer(address)
        answers += 1
      }
    }
    throw BenchmarkFault.unfinished("no end")
  }

  /// Goes to the roster, past every question before it.
  mutating func goToRoster() throws -> NodeAddress {
    for _ in 0..<1000 {
      switch mirror.place {
      case .stop(.roster(let address)): return address
      case .stop(.question(let address)): try answer(address)
      case .stop(.note): goOn()
      case .end: throw BenchmarkFault.unfinished("no roster")
      }
    }
    throw BenchmarkFault.unfinished("no roster")
  }

  private mutating func goOn() {
    press([.enter])
    mirror.forward(now: 0)
  }

  @discardableResult
  private mutating func press(_ keys: [Key]) -> [Entry] {
    var entries: [Entry] = []
    for key in keys {
      let stroke = sitting.press(key)
      strokes.append(stroke)
      entries += stroke.entries
    }
    return entries
  }

  private mutating func addOthers(to roster: NodeAddress) throws {
    for member in home.others { try add(member.name, to: roster) }
  }

  /// Writes a name down at the roster.
  mutating func add(_ name: String, to roster: NodeAddress) throws {
    let entries = press(name.map { .character($0) } + [.enter])
    guard let entry = entries.first, case .rowAdded(let row, _, _, _)? = Fact(entry) else {
      throw BenchmarkFault.lost(question: "roster", wanted: name)
    }
    _ = mirror.addRow(to: roster, id: MembershipID(row.id), first: name, now: 0)
    mirror.recorded(entries, now: 0)
  }

  private mutating func answer(_ address: NodeAddress) throws {
    let node = definition.nodes[address.node]
    let stored = mirror.instance.value(address)
    guard let type = node.kind.questionType, !mirror.instance.isReadOnly(address) else {
      return goOn()
    }
    var wanted = home.respondent.answer(to: address, in: mirror, member: member(address))
    var probe = mirror
    if wanted.isEmpty { wanted = stored }
    if case .refused = probe.answer(wanted, at: address, now: 0) { wanted = stored }
    let entries = press(keys(for: wanted, stored: stored, type: type, at: address))
    guard let entry = entries.first else {
      // The same again, or nothing: then the screens went on, as a session does.
      probe = mirror
      if case .record = probe.answer(wanted, at: address, now: 0) {
        throw BenchmarkFault.lost(question: node.name, wanted: wanted)
      }
      mirror.forward(now: 0)
      return
    }
    guard case .answered(let changes, _, _)? = Fact(entry), let first = changes.first,
      first.key == mirror.key(address)
    else { throw BenchmarkFault.lost(question: node.name, wanted: wanted) }
    _ = mirror.answer(first.value, at: address, now: 0)
    mirror.recorded(entries, now: 0)
  }

  private func member(_ address: NodeAddress) -> InventedMember? {
    guard let row = address.rows.first else { return nil }
    return home.member(
      row: row, name: mirror.interview.answers[AnswerKey("m_name", rows: [row])]?.value ?? "")
  }

  // MARK: What a person types

  private func keys(
    for value: String, stored: String, type: QuestionType, at address: NodeAddress
  ) -> [Key] {
    if value.isEmpty {
      // An empty required question warns once.
      return mirror.instance.isRequired(address) ? [.enter, .enter] : [.enter]
    }
    switch type {
    case .selectOne, .selectOneFromRoster:
      if value == stored { return [.enter] }
      let choices = ChoiceKeys(mirror.instance.choices(address))
      let typed = (choices.key(of: value) ?? "").map { Key.character($0) }
      return choices.isSingleDigit ? typed : typed + [.enter]
    case .selectMultiple: return multiple(value, stored, address) + [.enter]
    case .text, .integer, .decimal, .date:
      if value == stored { return [.enter] }
      return (stored.isEmpty ? [] : [.control("u")]) + value.map { .character($0) } + [.enter]
    case .acknowledge, .hidden: return [.enter]
    }
  }

  /// Ticks what is to be chosen, and unticks what was.
  private func multiple(_ value: String, _ stored: String, _ address: NodeAddress) -> [Key] {
    let choices = ChoiceKeys(mirror.instance.choices(address))
    let wanted = value.split(separator: " ").map(String.init)
    let chosen = stored.split(separator: " ").map(String.init)
    let changed =
      chosen.filter { !wanted.contains($0) } + wanted.filter { !chosen.contains($0) }
    return changed.flatMap { name -> [Key] in
      let typed = (choices.key(of: name) ?? "").map { Key.character($0) }
      return choices.isSingleDigit ? typed : typed + [.enter]
    }
  }

  private mutating func complete() throws {
    var entries = press([.character("1")])
    if entries.isEmpty { entries = press([.character("9")]) }
    guard entries.contains(where: { Fact($0)?.kind == "completed" }) else {
      throw BenchmarkFault.unfinished("\(mirror.review().items)")
    }
  }
}
