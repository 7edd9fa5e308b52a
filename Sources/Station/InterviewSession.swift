import Fieldwork
import FormEngine
import Record

/// An interview under way: the form's live state, the place in it, and what waits for the disk.
///
/// Every act is asked for here and answered with the entries to write. Nothing changes until
/// `recorded` says that they are on the disk; so nothing can be shown as saved that is not.
/// Times handed in are milliseconds of a monotonic clock since the interview was opened.
public struct InterviewSession: Sendable {
  /// Where the interviewer is.
  public enum Place: Equatable, Sendable {
    /// At a question, a note or a roster.
    case stop(Stop)
    /// Behind the last one, at the completion page.
    case end
  }

  /// What an act leads to.
  public enum Outcome: Equatable, Sendable {
    /// These entries are to be written, in one write.
    case record([EntryDraft])
    /// It cannot be done, and nothing was changed.
    case refused(Refusal)
    /// There was nothing to do.
    case nothing
  }

  /// Why an act cannot be done.
  public enum Refusal: Equatable, Sendable {
    /// The interview is complete: it must be opened again first.
    case completed
    /// Entries still wait for the disk.
    case waiting
    /// The form's constraint is violated; the form's message in the language of the screen.
    case constraint(String)
    /// The value is not what the question takes.
    case badValue(BadValue)
    /// No such choice is offered.
    case notAChoice
    /// The question is filled by the register, not by asking.
    case readOnly
    /// The question does not apply now.
    case notRelevant
    /// Nothing of one's own in the open interview is left to undo, or to do again.
    case nothingToReverse
    /// The visit has no result yet.
    case noResult
    /// The result says that someone goes back: the visit can end, the interview cannot.
    case resultNotFinal
    /// A reason is needed.
    case noReason
    /// So many comments of whoever returned the interview are not answered.
    case commentsOpen(Int)
  }

  struct Pending: Sendable {
    var instance: FormInstance?
    /// Where to go on from once the answer is on the disk.
    var answered: Stop?
    /// Where to go, if not on from an answer.
    var place: Place?
    /// What the entries set, so that only these stops are looked at again.
    var changed: [NodeAddress] = []
  }

  /// The form the interview is pinned to.
  public let definition: FormDefinition
  /// The person at the keyboard.
  public let person: PersonID
  /// What was said, as it is on the disk.
  public private(set) var interview: Interview
  /// What the form makes of it.
  public private(set) var instance: FormInstance
  /// Where the interviewer is.
  public private(set) var place: Place { didSet { findPlace() } }
  /// The language of labels and messages: one of the form's.
  public private(set) var language: String
  let marks: Walk.Sections
  private(set) var walk: Walk { didSet { findPlace() } }
  /// Where the place stands among the stops, or stood before it was the end: a hint.
  private var nearPlace = 0
  /// Serial numbers of the village's other households, with the names of their heads: a number that
  /// two share would make one household of two in every list.
  public private(set) var takenNumbers: [Int: String] = [:]
  /// The issues about the household, as its village knew them when the session was compared with it.
  var knownIssues = KnownIssues()
  var pending: Pending?
  var shownAt: Int
  var events: [Paradata.Event] = []

  /// Opens an interview at a place, or behind the newest answer.
  public init(
    _ interview: Interview, definition: FormDefinition, person: PersonID, language: String,
    at place: Place? = nil, now: Int = 0
  ) {
    let interview = Self.joined(interview, definition)
    self.interview = interview
    self.definition = definition
    self.person = person
    self.language = language
    let instance = Self.replayed(interview, definition)
    let marks = Walk.Sections(definition)
    self.instance = instance
    self.marks = marks
    let answers = interview.answers
    walk = Walk(instance, marks) { Self.state($0, instance, answers, definition) }
    self.place = .end
    shownAt = now
    self.place = place.flatMap { isStanding($0) ? $0 : nil } ?? placeBehindNewestAnswer()
  }

  /// The form's live state with everything that stands in the interview put in; what nobody has said
  /// as things stand is marked so, but for facts that only a register knows.
  static func replayed(_ interview: Interview, _ definition: FormDefinition) -> FormInstance {
    loaded(joined(interview, definition), definition)
  }

  /// The form's live state with what stands in an interview, as it is.
  static func loaded(_ interview: Interview, _ definition: FormDefinition) -> FormInstance {
    let standing = interview.rows.filter { $0.removal == nil }.map(\.row)
    let paths = Set(standing.map(\.rows))
    return FormInstance(
      definition, today: interview.start?.date ?? "1970-01-01",
      now: interview.startStamp?.time ?? "", random: chance(interview.id)
    ) { instance in
      for row in standing {
        guard let node = definition.node(named: row.roster) else { continue }
        instance.addRow(
          NodeAddress(node: node, rows: Array(row.rows.dropLast())), id: row.id, creating: false)
      }
      for (key, answer) in interview.answers where !answer.value.isEmpty {
        guard key.rows.isEmpty || paths.contains(key.rows),
          let node = definition.node(named: key.question)
        else { continue }
        instance.load(
          NodeAddress(node: node, rows: key.rows), answer.value,
          said: answer.source == .answered || definition.nodes[node].isMarked("read_only"))
      }
    }
  }

  /// The value of `random()` in an interview: drawn from its identity, so that it is the same at
  /// every replay.
  static func chance(_ interview: InterviewID) -> @Sendable () -> Double {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in interview.rawValue.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    let fraction = Double(hash >> 11) / Double(1 << 53)
    return { fraction }
  }

  /// Tells the session which numbers are taken in its village, and which issues stand there.
  public mutating func compare(with village: Village?) {
    let others = village?.households.values.filter { $0.id != interview.household } ?? []
    takenNumbers = Dictionary(
      others.compactMap { other in other.number.map { ($0, other.head) } },
      uniquingKeysWith: { first, _ in first })
    knownIssues = village.map { KnownIssues(interview, in: $0) } ?? KnownIssues()
  }

  /// Whether entries wait for the disk.
  public var isWaiting: Bool { pending != nil }

  /// Whether answers may be given.
  public var isOpen: Bool { !interview.isCompleted }

  /// The key under which an answer at that address is recorded.
  public func key(_ address: NodeAddress) -> AnswerKey {
    AnswerKey(definition.key(of: address.node), rows: address.rows)
  }

  /// The address in the form of an answer's key; nil when the form has no such question.
  public func address(_ key: AnswerKey) -> NodeAddress? {
    definition.node(named: key.question).map { NodeAddress(node: $0, rows: key.rows) }
  }

  /// Whether the value there was said or confirmed by someone, not just taken over.
  public func isConfirmed(_ address: NodeAddress) -> Bool {
    interview.answers[key(address)]?.source == .answered
  }

  /// Whether the value there was said before the question was out of the way for a time.
  public func isShownAgain(_ address: NodeAddress) -> Bool {
    interview.shownAgain.contains(key(address))
  }

  /// The answers on the way that were said before their questions were out of the way for a time, and
  /// that nobody has confirmed since.
  public var shownAgain: [NodeAddress] {
    // Mostly there are none, and a screen asks for them at each key.
    if interview.shownAgain.isEmpty { return [] }
    return walk.stops.compactMap { stop in
      guard case .question(let address) = stop, interview.shownAgain.contains(key(address)),
        !instance.value(address).isEmpty
      else { return nil }
      return address
    }
  }

  /// Whether the value there can come from the register; else the form itself proposes it.
  public func isOfRegister(_ address: NodeAddress) -> Bool {
    definition.nodes[address.node].attributes["prefill"]?.isEmpty == false
  }

  // MARK: Answers

  /// Answers the question at an address; on success the interviewer goes on to the next stop.
  public mutating func answer(
    _ value: String, at address: NodeAddress, advance: Bool = true, now: Int
  ) -> Outcome {
    if let refusal = closedOrWaiting { return .refused(refusal) }
    var candidate = instance
    var result = candidate.set(address, value)
    if case .requiredButEmpty = result {
      // An answer may be taken away again: the question is then unanswered, and says so.
      result = candidate.clear(address)
    }
    if let refusal = refusal(result) { return .refused(refusal) }
    let stored = candidate.value(address)
    if stored == instance.value(address), stored.isEmpty || isConfirmed(address) {
      // The same answer again changes nothing; it is not worth a line in the journal.
      if advance { moveOn(from: .question(address), now: now) }
      return .nothing
    }
    var changes = [
      GivenAnswer(key(address), stored, special: candidate.special(address)?.rawValue)
    ]
    changes += result.also.map { given($0, candidate) }
    let paradata = Paradata(shown: shownAt, answered: now, before: events)
    pending = Pending(
      instance: candidate, answered: advance ? .question(address) : nil,
      changed: [address] + result.also.map(\.address))
    return .record([
      Fact.answered(changes, reversal: nil, paradata).draft(of: subject)
    ])
  }

  /// How the record tells what the engine did to an answer.
  func given(_ change: AnswerChange, _ instance: FormInstance) -> GivenAnswer {
    GivenAnswer(
      key(change.address), change.after, special: instance.special(change.address)?.rawValue,
      isSaid: change.cause == .filteredOut)
  }

  /// Takes over what a register or a carried value offers: the same as answering it.
  public mutating func confirm(_ address: NodeAddress, now: Int) -> Outcome {
    answer(instance.value(address), at: address, now: now)
  }

  /// Confirms all answers that are shown again, in one act.
  public mutating func confirmShownAgain(now: Int) -> Outcome {
    if let refusal = closedOrWaiting { return .refused(refusal) }
    let found = shownAgain
    guard !found.isEmpty else { return .nothing }
    let changes = found.map { address in
      GivenAnswer(
        key(address), instance.value(address), special: instance.special(address)?.rawValue)
    }
    let paradata = Paradata(shown: shownAt, answered: now, before: events)
    pending = Pending(instance: nil, place: place)
    return .record([Fact.answered(changes, reversal: nil, paradata).draft(of: subject)])
  }

  // MARK: What the disk said

  /// The entries are on the disk: now the answer has changed, and the interviewer has moved on.
  public mutating func recorded(_ entries: [Entry], now: Int) {
    take(entries)
    let done = pending
    pending = nil
    events = []
    let answers = interview.answers
    let definition = definition
    if let instance = done?.instance, let changed = done?.changed {
      self.instance = instance
      walk.update(changed, instance, marks) {
        Self.state($0, instance, answers, definition)
      }
    } else {
      let instance = Self.replayed(interview, definition)
      self.instance = instance
      walk = Walk(instance, marks) { Self.state($0, instance, answers, definition) }
    }
    if let answered = done?.answered { place = following(answered) }
    if let place = done?.place { self.place = place }
    if !isStanding(place) { place = placeBehindNewestAnswer() }
    shownAt = now
  }

  /// Entries that change no answer are on the disk, such as that findings were seen.
  public mutating func noted(_ entries: [Entry]) { take(entries) }

  /// With a completion issues are written, too: they are not about the interview.
  private mutating func take(_ entries: [Entry]) {
    for entry in entries {
      if entry.subject == subject {
        interview.applyNext(entry)
      } else if case .issueOpened(let opening) = Fact(entry), let id = IssueID(entry.subject) {
        knownIssues.note(id, opening)
      }
    }
  }

  /// The entries are not on the disk: nothing has changed.
  public mutating func notRecorded() { pending = nil }

  // MARK: Moving

  /// Goes to a place; how it was gone to is remembered for the audit.
  public mutating func go(to place: Place, jumped: Bool = false, now: Int) {
    guard isStanding(place) else { return }
    if let key = currentKey {
      events.append(Paradata.Event(.shown, key, start: shownAt, end: now))
    }
    if jumped { events.append(Paradata.Event(.jumped, start: now)) }
    self.place = place
    shownAt = now
  }

  /// Goes to the next stop, leaving the present one as it is.
  public mutating func forward(now: Int) {
    if case .stop(let stop) = place { moveOn(from: stop, now: now) }
  }

  /// Goes to the stop before.
  public mutating func back(now: Int) {
    if let before = previous { go(to: .stop(before), now: now) }
  }

  /// Changes the language of labels and messages; it is remembered for the audit.
  public mutating func speak(_ language: String, now: Int) {
    guard definition.languages.contains(language), language != self.language else { return }
    self.language = language
    events.append(Paradata.Event(.language, start: now, detail: language))
  }

  private mutating func moveOn(from stop: Stop, now: Int) { go(to: following(stop), now: now) }

  /// The place behind a stop; an answer never makes its own question irrelevant.
  private func following(_ stop: Stop) -> Place {
    guard let index = index(of: stop) else { return placeBehindNewestAnswer() }
    return index + 1 < walk.stops.count ? .stop(walk.stops[index + 1]) : .end
  }

  /// Where a stop stands on the way; nil when it is not on it.
  public func index(of stop: Stop) -> Int? { walk.index(of: stop, near: nearPlace) }

  private mutating func findPlace() {
    if case .stop(let stop) = place, let index = index(of: stop) { nearPlace = index }
  }

  // MARK: Private

  var subject: Subject { .interview(interview.id.rawValue) }

  var closedOrWaiting: Refusal? {
    if pending != nil { return .waiting }
    return isOpen ? nil : .completed
  }

  var currentKey: AnswerKey? {
    switch place {
    case .stop(.question(let address)), .stop(.note(let address)): key(address)
    default: nil
    }
  }

  /// What the engine's answer to a value means for the person; nil when it was taken.
  func refusal(_ result: SetResult) -> Refusal? {
    switch result {
    case .ok: nil
    case .constraintViolated(let message): .constraint(message[language] ?? "")
    case .requiredButEmpty: nil
    case .notAChoice: .notAChoice
    case .readOnly: .readOnly
    case .badValue(let value): .badValue(value)
    case .notRelevant, .noSuchNode, .notAQuestion: .notRelevant
    }
  }
}
