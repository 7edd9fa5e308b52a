import Fieldwork
import FormEngine
import JSONText
import Record
import RecordFiles
import Screens
import Station
import Terminal

/// The ledger of a village as the commands work on it: issues by the names that people type, and acts.
struct IssueDesk {
  let workplace: Workplace
  let desk: VillageDesk
  let language: Language
  let lines: LedgerLines
  let ledger: Ledger
  private let names: [IssueID: String]

  /// Opens the ledger of the village that is open.
  init(_ workplace: Workplace, _ desk: VillageDesk, _ language: Language) {
    self.workplace = workplace
    self.desk = desk
    self.language = language
    // Whatever only reads goes without a form where none is here: then rules go by their names.
    _ = workplace.formToReadWith()
    lines = LedgerLines(
      language, workplace.environment(borders: .ascii, dropsTypeAhead: false),
      team: workplace.team, person: workplace.likelyPerson, village: desk.village)
    ledger = lines.ledger
    names = Self.names(ledger.lines)
  }

  // MARK: Names

  /// What an issue is called in a command: household and rule, as `43/WA1`, with the member's name where
  /// there are several; of a typed one its identity.
  func name(_ line: LedgerLine) -> String { names[line.issue.id] ?? line.issue.id.rawValue }

  private static func names(_ lines: [LedgerLine]) -> [IssueID: String] {
    func short(_ line: LedgerLine, _ isLong: Bool) -> String? {
      guard let number = line.household?.number, !line.issue.rule.isEmpty else { return nil }
      let member = isLong && !line.issue.member.isEmpty ? "/\(line.issue.member)" : ""
      return "\(number)/\(line.issue.rule)\(member)"
    }
    var names: [IssueID: String] = [:]
    for isLong in [false, true] {
      let left = lines.filter { names[$0.issue.id] == nil }
      let byName = Dictionary(grouping: left) { short($0, isLong) }
      for (name, same) in byName {
        if let name, same.count == 1 { names[same[0].issue.id] = name }
      }
    }
    return names
  }

  /// The issue that a person means: by its name here, or by the beginning of its identity.
  func line(_ given: String) throws -> LedgerLine {
    let named = ledger.lines.filter { name($0) == given || $0.issue.id.rawValue == given }
    let found =
      named.isEmpty && given.count >= 4
      ? ledger.lines.filter { $0.issue.id.rawValue.hasPrefix(given) } : named
    let sentences = IssueSentences.of(language)
    guard let first = found.first else {
      // `43/ED5` stands for a member's where that is the only one, and is told apart where it is not.
      let alike = ledger.lines.filter { name($0).hasPrefix(given + "/") }
      throw Refusal(
        alike.isEmpty
          ? [sentences.noSuchIssue(given)] : [sentences.severalIssues(given)] + alike.map(name))
    }
    guard found.count == 1 else {
      throw Refusal([sentences.severalIssues(given)] + found.map(\.issue.id.rawValue))
    }
    return first
  }

  /// All that is known of an issue.
  func opened(_ given: String) throws -> OpenedIssue {
    let line = try line(given)
    guard let opened = try desk.open(line.issue.id, in: ledger) else {
      throw Refusal(IssueSentences.of(language).noSuchIssue(given))
    }
    return opened
  }

  // MARK: Acts

  /// Writes what an act leads to, and says so; a hindrance is said and refuses the command.
  func write(
    _ outcome: OpenedIssue.Outcome, _ act: IssueAct, _ title: String, by person: PersonID
  ) throws {
    switch outcome {
    case .hindered(let hindrance): throw Refusal("\(title): \(lines.sentence(hindrance))")
    case .record(let drafts):
      _ = try desk.append(drafts, person: person)
      try desk.settle()
      Output.line("\(title): \(lines.done(act))")
    }
  }
}
