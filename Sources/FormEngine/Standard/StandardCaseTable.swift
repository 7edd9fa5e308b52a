/// A table of cases, and the household from which each of them differs.
public struct StandardCaseTable: Sendable {
  /// The evaluation date.
  public let today: String
  /// The answers of the base, in the order of its table.
  public let base: [StandardCase.Answer]
  /// The cases, in the order of their table.
  public let cases: [StandardCase]

  /// Reads both tables, or says all that is wrong with them.
  ///
  /// Which names a form has is not asked here.
  public init(base: Sheet, cases: Sheet) throws(StandardCaseFaults) {
    var reader = StandardCaseReader()
    (today, self.base) = reader.base(base)
    self.cases = reader.cases(cases)
    if !reader.faults.isEmpty { throw StandardCaseFaults(reader.faults) }
  }

  /// The persons of the base, in the order in which they are first spoken of.
  public var persons: [String] {
    base.reduce(into: []) { persons, answer in
      if let person = answer.person, !persons.contains(person) { persons.append(person) }
    }
  }

  /// The columns of the table of cases; each title may be written whole, or in one language.
  public enum Column: String, CaseIterable, Sendable {
    case rule = "规则 rule"
    case kind = "种类 kind"
    case chinese = "情况 case"
    case english = "case (English)"
    case overlay = "地区 overlay"
    case parameters = "参数 parameters"
    case household = "住户 household"
    case member = "成员 member"
    case outcome = "结果 result"
    case verdict = "结论 verdict"
  }

  /// The columns of the table of the base.
  public enum BaseColumn: String, CaseIterable, Sendable {
    case person = "成员 member"
    case question = "题目 question"
    case answer = "答案 answer"
  }
}

/// Reads the two tables, gathering faults so that all are told at once.
private struct StandardCaseReader {
  var faults: [StandardCaseFault] = []
  private var table = StandardCaseFault.Table.base

  /// What stands for the evaluation date among the answers.
  private static let today = "today"

  mutating func base(_ sheet: Sheet) -> (today: String, answers: [StandardCase.Answer]) {
    table = .base
    let headers = headers(sheet, of: StandardCaseTable.BaseColumn.self)
    guard have(headers, [.question, .answer]) else { return ("", []) }
    var today: String?
    var answers: [StandardCase.Answer] = []
    for row in sheet.rows where !row.isBlank {
      func text(_ column: StandardCaseTable.BaseColumn) -> String {
        RowReader.tidy(headers[column].flatMap { row[$0] } ?? "")
      }
      let question = text(.question)
      if question == Self.today {
        today = text(.answer)
        continue
      }
      let person = text(.person)
      let answer = StandardCase.Answer(
        person: person.isEmpty ? nil : person, question: question, value: text(.answer))
      let column = headers[.question]
      if question.isEmpty {
        fault(row, column, .notAnAnswer(""))
      } else if answers.contains(where: { $0.isSamePlace(as: answer) }) {
        fault(row, column, .answeredTwice(question))
      } else {
        answers.append(answer)
      }
    }
    guard let today else {
      faults.append(StandardCaseFault(.base, row: nil, column: nil, .missingToday))
      return ("", answers)
    }
    guard let date = date(today) else {
      faults.append(StandardCaseFault(.base, row: nil, column: nil, .badDate(today)))
      return ("", answers)
    }
    return (date, answers)
  }

  mutating func cases(_ sheet: Sheet) -> [StandardCase] {
    table = .cases
    let headers = headers(sheet, of: StandardCaseTable.Column.self)
    guard have(headers, [.rule]) else { return [] }
    return sheet.rows.filter { !$0.isBlank }.map { oneCase($0, headers) }
  }

  private mutating func oneCase(
    _ row: Row, _ headers: [StandardCaseTable.Column: String]
  ) -> StandardCase {
    func text(_ column: StandardCaseTable.Column) -> String {
      RowReader.tidy(headers[column].flatMap { row[$0] } ?? "")
    }
    let rule = text(.rule)
    if rule.isEmpty { fault(row, headers[.rule], .missingRule) }
    let outcome = word(StandardCase.Outcome.self, text(.outcome), row, headers[.outcome])
    let verdict = word(VerdictState.self, text(.verdict), row, headers[.verdict])
    if text(.outcome).isEmpty, text(.verdict).isEmpty {
      fault(row, headers[.outcome] ?? headers[.verdict], .nothingExpected)
    }
    var parameters: [String: String] = [:]
    for (name, value) in pairs(text(.parameters), row, headers[.parameters]) {
      if parameters.updateValue(value, forKey: name) != nil {
        fault(row, headers[.parameters], .answeredTwice(name))
      }
    }
    var answers = pairs(text(.household), row, headers[.household]).map {
      StandardCase.Answer(question: $0.name, value: $0.value)
    }
    var today: String?
    if let place = answers.firstIndex(where: { $0.question == Self.today }) {
      let given = answers.remove(at: place).value
      today = date(given)
      if today == nil { fault(row, headers[.household], .badDate(given)) }
    }
    answers += members(text(.member), row, headers[.member])
    for (index, answer) in answers.enumerated()
    where answers[..<index].contains(where: { $0.isSamePlace(as: answer) }) {
      fault(row, headers[.member], .answeredTwice(answer.question))
    }
    return StandardCase(
      row: row.number, rule: rule,
      kind: word(StandardCase.Kind.self, text(.kind), row, headers[.kind]),
      sentences: (text(.chinese), text(.english)), overlay: text(.overlay),
      parameters: parameters, today: today, answers: answers, outcome: outcome, verdict: verdict)
  }

  private func date(_ text: String) -> String? {
    if case .success(let date) = AnswerText.canonical(text, type: .date) { date } else { nil }
  }

  // MARK: Cells

  /// `child: e_status=out; e_reason=work; elder: m_ins=none`: a name with a colon holds on until
  /// the next.
  private mutating func members(
    _ text: String, _ row: Row, _ column: String?
  ) -> [StandardCase.Answer] {
    var person: String?
    return pairs(text, row, column).compactMap { name, value in
      var question = name
      if let colon = name.lastIndex(where: { $0 == ":" || $0 == "：" }) {
        person = RowReader.tidy(String(name[..<colon]))
        question = RowReader.tidy(String(name[name.index(after: colon)...]))
      }
      guard let person, !person.isEmpty else {
        fault(row, column, .unknownPerson(""))
        return nil
      }
      return StandardCase.Answer(person: person, question: question, value: value)
    }
  }

  private mutating func pairs(
    _ text: String, _ row: Row, _ column: String?
  ) -> [(name: String, value: String)] {
    text.split(whereSeparator: { $0 == ";" || $0 == "；" }).compactMap { part in
      let part = RowReader.tidy(String(part))
      if part.isEmpty { return nil }
      guard let equals = part.firstIndex(of: "="), equals > part.startIndex else {
        fault(row, column, .notAnAnswer(part))
        return nil
      }
      return (
        RowReader.tidy(String(part[..<equals])),
        RowReader.tidy(String(part[part.index(after: equals)...]))
      )
    }
  }

  /// The meaning of a cell that says it in English, in Chinese, or in both.
  private mutating func word<Word: CaseWord>(
    _ type: Word.Type, _ text: String, _ row: Row, _ column: String?
  ) -> Word? {
    if text.isEmpty { return nil }
    let found = AnswerTokens.split(text).map { token in
      Word.allCases.first { $0.rawValue == token.lowercased() || $0.chinese == token }
    }
    guard let first = found.first, let word = first, found.allSatisfy({ $0 == word }) else {
      fault(row, column, .unknownWord(text))
      return nil
    }
    return word
  }

  // MARK: Titles

  /// The headers under which the columns stand.
  private func headers<Column: CaseIterable & RawRepresentable & Hashable>(
    _ sheet: Sheet, of type: Column.Type
  ) -> [Column: String] where Column.RawValue == String {
    var headers: [Column: String] = [:]
    for column in Column.allCases {
      let title = column.rawValue
      let parts = title.split(separator: " ", maxSplits: 1).map(String.init)
      // The second of two columns whose titles share a word is known by its whole title only.
      let spellings = title.contains("(") ? [title] : [title] + parts
      headers[column] = sheet.header.first { header in
        spellings.contains { $0.lowercased() == RowReader.tidy(header).lowercased() }
      }
    }
    return headers
  }

  private mutating func have<Column: RawRepresentable & Hashable>(
    _ headers: [Column: String], _ columns: [Column]
  ) -> Bool where Column.RawValue == String {
    let missing = columns.filter { headers[$0] == nil }
    faults += missing.map {
      StandardCaseFault(table, row: 1, column: $0.rawValue, .missingColumn)
    }
    return missing.isEmpty
  }

  private mutating func fault(_ row: Row, _ column: String?, _ kind: StandardCaseFault.Kind) {
    faults.append(StandardCaseFault(table, row: row.number, column: column, kind))
  }
}

extension StandardCase.Answer {
  func isSamePlace(as other: StandardCase.Answer) -> Bool {
    person == other.person && question == other.question
  }
}

extension Row {
  fileprivate var isBlank: Bool { cells.allSatisfy { $0.text.allSatisfy(\.isWhitespace) } }
}
