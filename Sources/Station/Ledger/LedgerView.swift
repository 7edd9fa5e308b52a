import Fieldwork
import FormEngine
import Record

/// The four tables in which the ledger is kept (四清单): views of the same records.
public enum LedgerView: String, CaseIterable, Sendable {
  /// 问题清单: every issue, and what was found.
  case problems
  /// 责任清单: who answers for it at each level. An issue that is nobody's yet stands in the problem list
  /// only.
  case responsibilities
  /// 任务清单: what is left to be done, by whom, by when.
  case tasks
  /// 整改台账: what was done, by what one can see it, and who confirmed it.
  case rectification

  /// Its columns, in order.
  public var columns: [LedgerColumn] {
    switch self {
    case .problems:
      [
        .number, .group, .household, .member, .problem, .domain, .level, .issueClass, .source,
        .opened, .state,
      ]
    case .responsibilities:
      [
        .number, .group, .household, .problem, .departments, .responsible(.prefecture),
        .responsible(.county), .responsible(.department), .responsible(.township), .deadline,
        .state,
      ]
    case .tasks:
      [.number, .group, .household, .problem, .measure, .inCharge, .deadline, .due, .state]
    case .rectification:
      [
        .number, .group, .household, .problem, .cause, .measure, .deadline, .reported, .ground,
        .struckOff, .reopened, .state,
      ]
    }
  }

  /// Whether an issue stands in it.
  public func holds(_ line: LedgerLine) -> Bool {
    switch self {
    case .problems: true
    case .responsibilities, .rectification: line.issue.assignment != nil
    case .tasks: line.issue.assignment != nil && line.issue.state.isOpen
    }
  }
}

/// A column of one of the four tables.
public enum LedgerColumn: Hashable, Sendable {
  /// The row's number in the table.
  case number
  case group
  /// The household by number and head, the site by name, or the village.
  case household
  case member
  /// The rule's sentence, or what was typed.
  case problem
  case domain
  case level
  case issueClass
  case source
  case cause
  case opened
  case state
  case departments
  /// The body and the person of a level.
  case responsible(IssueLevel)
  /// Whoever is nearest to the household of those who are named.
  case inCharge
  case measure
  case deadline
  case due
  /// Who said that it is gone, and when.
  case reported
  /// By what one can see it.
  case ground
  /// Who confirmed it, and when.
  case struckOff
  /// How often it was opened again.
  case reopened
}

/// What stands in a cell: facts, for which the screens have the words.
public enum LedgerCell: Equatable, Sendable {
  /// Nothing.
  case empty
  /// A name, a sentence that was typed, or a day.
  case text(String)
  case number(Int)
  /// A household's number and head.
  case household(number: Int?, head: String)
  /// The village as a whole.
  case village
  /// A rule's name.
  case rule(String)
  /// A domain's name.
  case domain(String)
  case level(FindingLevel)
  case issueClass(IssueClass)
  case source(IssueSource)
  case state(IssueState)
  /// Codes of departments.
  case departments([String])
  case responsible(Responsible)
  case due(IssueDue)
  /// Who, and on which day.
  case done(PersonID, day: String)
  /// The answers of an interview.
  case answers
  /// So many files, and a text.
  case evidence(files: Int, text: String)
}

extension Ledger {
  /// The lines of one of the four tables, of those that a filter left.
  public static func rows(_ view: LedgerView, of lines: [LedgerLine]) -> [LedgerLine] {
    lines.filter(view.holds)
  }
}

extension LedgerLine {
  /// What stands in a column; `number` is the row's in the table, from 1.
  public func cell(_ column: LedgerColumn, number: Int) -> LedgerCell {
    switch column {
    case .number: .number(number)
    case .group: .text(household?.group ?? "")
    case .household: about
    case .member: .text(issue.member)
    case .problem: issue.rule.isEmpty ? .text(issue.text) : .rule(issue.rule)
    case .domain: issue.domain.isEmpty ? .empty : .domain(issue.domain)
    case .level: level.map(LedgerCell.level) ?? .empty
    case .issueClass: .issueClass(issue.issueClass)
    case .source: .source(issue.source)
    case .cause: .text(issue.cause)
    case .opened: .text(String(issue.opened.prefix(10)))
    case .state: .state(issue.state)
    case .departments: .departments(issue.departments)
    case .responsible(let level): responsible(level)
    case .inCharge: inCharge.map(LedgerCell.responsible) ?? .empty
    case .measure: .text(issue.assignment?.measure ?? "")
    case .deadline: .text(issue.deadline)
    case .due: .due(due)
    case .reported: done(issue.reported)
    case .ground: ground
    case .struckOff: done(issue.struckOff)
    case .reopened: .number(issue.timesReopened)
    }
  }

  /// Whoever is nearest to the household of those who answer for it by name.
  public var inCharge: Responsible? {
    let responsible = issue.assignment?.responsible ?? [:]
    let nearest: [IssueLevel] = [.township, .department, .county, .prefecture]
    return nearest.lazy.compactMap { responsible[$0] }.first { !$0.person.isEmpty }
  }

  private var about: LedgerCell {
    switch issue.concern {
    case .household:
      household.map { .household(number: $0.number, head: $0.head) } ?? .empty
    case .site(let name): .text(name)
    case .village: .village
    }
  }

  private func responsible(_ level: IssueLevel) -> LedgerCell {
    issue.assignment?.responsible[level].map(LedgerCell.responsible) ?? .empty
  }

  private func done(_ done: IssueSummary.Done?) -> LedgerCell {
    done.map { .done($0.person, day: String($0.time.prefix(10))) } ?? .empty
  }

  private var ground: LedgerCell {
    switch issue.ground {
    case nil: .empty
    case .answers: .answers
    case .evidence(let files, let text): .evidence(files: files.count, text: text)
    }
  }
}
