import Fieldwork
import Record

/// The conflicts within one interview, by comparing all pairs of what was done in it.
struct SlowInterview {
  private let model: SlowModel
  private let id: InterviewID
  private var answers: [AnswerKey: [SlowModel.Change]] = [:]
  private var rows: [RosterRow: [SlowModel.Change]] = [:]
  private var settlements: [Set<EntryID>] = []
  /// The entries that settle something without setting an answer.
  private var leaving: [Entry] = []
  /// What changed something that a person said.
  private var changes: [Entry] = []
  private var completions: [Entry] = []
  private var reopenings: [Entry] = []

  init(_ entries: [Entry], model: SlowModel, id: InterviewID) {
    self.model = model
    self.id = id
    var date: String?
    for entry in entries {
      switch Fact(entry) {
      case .interviewStarted(let start): date = date ?? start.date
      case .prefilled(let rows, let answers):
        for row in rows { did("added", in: row, entry) }
        for answer in answers { set(answer, entry, isSaid: false) }
      case .visitStarted(_, let cleared, let day):
        for key in cleared { set(GivenAnswer(key, ""), entry, isSaid: false) }
        if let day, day != date {
          date = day
          set(GivenAnswer(AnswerKey(VisitQuestion.date), day), entry, isSaid: true)
        }
      case .answered(let given, _, _): for answer in given { say(answer, entry) }
      case .rowAdded(let row, let given, _, _):
        did("added", in: row, entry)
        changes.append(entry)
        for answer in given { set(answer, entry, isSaid: answer.isSaid) }
      case .rowRemoved(let row, _, _, _):
        // A row whose beginning was erased is none.
        guard rows[row] != nil else { continue }
        did("struck", in: row, entry, isStriking: true)
        changes.append(entry)
      case .settled(let named, let given):
        settlements.append(Set(named))
        if given.isEmpty { leaving.append(entry) }
        for answer in given {
          say(answer, entry)
          if answer.key == AnswerKey(VisitQuestion.date), !answer.value.isEmpty {
            date = answer.value
          }
        }
      case .completed where model.hasEffect(entry): completions.append(entry)
      case .reopened, .returned:
        guard model.hasEffect(entry) else { continue }
        reopenings.append(entry)
        changes.append(entry)
      default: break
      }
    }
    // Who names a completion looked at what it had missed, and decided nothing else.
    let completed = Set(completions.map(\.id))
    leaving.removeAll { entry in
      guard case .settled(let named, _) = Fact(entry) else { return true }
      return !completed.isDisjoint(with: named)
    }
  }

  private mutating func set(_ answer: GivenAnswer, _ entry: Entry, isSaid: Bool) {
    answers[answer.key, default: []].append(
      SlowModel.Change(
        entry: entry, what: "\(answer.value)|\(answer.special ?? "")", isSaid: isSaid))
  }

  private mutating func say(_ answer: GivenAnswer, _ entry: Entry) {
    set(answer, entry, isSaid: answer.isSaid)
    guard answer.isSaid else { return }
    if changes.last?.id != entry.id { changes.append(entry) }
    for row in rows.keys where answer.key.rows.starts(with: row.rows) {
      did("answered", in: row, entry)
    }
  }

  private mutating func did(
    _ what: String, in row: RosterRow, _ entry: Entry, isStriking: Bool = false
  ) {
    rows[row, default: []].append(
      SlowModel.Change(entry: entry, what: what, isStriking: isStriking))
  }

  func conflicts() -> Set<String> {
    var found = Set<String>()
    for (key, changes) in answers {
      // What came of itself is no contradiction to what somebody said.
      let all = model.withDecisions(changes, leaving) { open in
        SlowModel.lastOfDiffering(open.filter(\.isSaid))
      }
      let tips = model.tips(all).filter(\.isSaid)
      if Set(tips.map(\.what)).count > 1 {
        let name = ([key.question] + key.rows).joined(separator: " ")
        found.insert(SlowModel.line("answer \(id) \(name)", tips.map(\.entry)))
      }
    }
    for (row, changes) in rows {
      let all = model.withDecisions(changes, leaving) { open in
        open.contains(where: \.isStriking) && !open.allSatisfy(\.isStriking) ? open.last : nil
      }
      let tips = model.tips(all)
      if tips.contains(where: \.isStriking), tips.contains(where: { !$0.isStriking }) {
        found.insert(SlowModel.line("row \(id) \(row.id)", tips.map(\.entry)))
      }
    }
    if let completion = completion() { found.insert(completion) }
    return found
  }

  /// Completions that no later completion or re-opening saw, with the changes they missed; nil when one
  /// of them knew of everything.
  private func completion() -> String? {
    let record = model.record
    let standing = completions.filter { completion in
      !(completions + reopenings).contains { record.saw($0, completion) }
    }
    let open = standing.map { completion in
      (completion, changes.filter { record.areSideBySide($0, completion) })
    }.filter { completion, missed in
      missed.isEmpty || !settlements.contains { $0.contains(completion.id) }
    }
    guard !open.isEmpty, open.allSatisfy({ !$0.1.isEmpty }) else { return nil }
    return SlowModel.line("completion \(id)", open.map(\.0))
  }
}
