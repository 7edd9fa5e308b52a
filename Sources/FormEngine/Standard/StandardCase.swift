/// A household told by how it differs from one in which all is well, and what must be judged of it.
public struct StandardCase: Equatable, Sendable {
  /// What a rule says of the household, or of the member concerned.
  public enum Outcome: String, CaseIterable, Sendable {
    /// The rule is true.
    case fires
    /// The rule is certainly not true.
    case clear
    /// An answer is missing without which nothing is certain.
    case unknown
    /// A line that the county or the region sets is not set.
    case unset
  }

  /// What a case is there for.
  public enum Kind: String, CaseIterable, Sendable {
    /// The rule is true.
    case fires
    /// Close to a number on one of its sides.
    case boundary
    /// An answer is don't know or refused.
    case dk
    /// An answer stands in a question that is not asked.
    case hidden
    /// An answer is not given.
    case blank
    /// A region judges otherwise.
    case overlay
    /// Whatever else is worth saying.
    case other
  }

  /// One answer: of the household, or of a person.
  public struct Answer: Equatable, Sendable {
    /// Whose it is; nil for the household's.
    public let person: String?
    /// The question's name.
    public let question: String
    /// The answer as the form stores it, or the word of a special one; empty for none.
    public let value: String

    /// Names an answer.
    public init(person: String? = nil, question: String, value: String) {
      self.person = person
      self.question = question
      self.value = value
    }
  }

  /// The row in its table, as a spreadsheet counts.
  public let row: Int
  /// The rule, or the domain whose verdict is meant.
  public let rule: String
  /// What it is there for; nil where the table does not say.
  public let kind: Kind?
  /// What the household is like, in Chinese and in English, as far as the table tells.
  public let sentences: (chinese: String, english: String)
  /// The region; empty for none.
  public let overlay: String
  /// Parameters that are set for it, each perhaps with its year behind an `@`.
  public let parameters: [String: String]
  /// The evaluation date, where it is another than the base's.
  public let today: String?
  /// What is answered otherwise than in the base.
  public let answers: [Answer]
  /// What the rule must say; nil for a domain.
  public let outcome: Outcome?
  /// What the domain's verdict must be; nil where it does not matter.
  public let verdict: VerdictState?

  /// The person whom the rule concerns: the first that the case speaks of.
  public var person: String? { answers.first { $0.person != nil }?.person }

  /// Equal in all that the table says.
  public static func == (left: StandardCase, right: StandardCase) -> Bool {
    left.row == right.row && left.rule == right.rule && left.kind == right.kind
      && left.sentences == right.sentences && left.overlay == right.overlay
      && left.parameters == right.parameters && left.today == right.today
      && left.answers == right.answers && left.outcome == right.outcome
      && left.verdict == right.verdict
  }
}

/// What is wrong with a table of cases, and the cell it is in.
public struct StandardCaseFault: Error, Hashable, Sendable {
  /// Which of the two tables.
  public enum Table: Hashable, Sendable {
    /// The household from which all others differ.
    case base
    case cases
  }

  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    case missingColumn
    case missingRule
    /// The base says no evaluation date.
    case missingToday
    case badDate(String)
    /// Neither a rule nor a domain of the form.
    case unknownRule(String)
    /// A word that stands for none of the results, verdicts or kinds.
    case unknownWord(String)
    /// Neither a result nor a verdict is expected.
    case nothingExpected
    /// A domain has no result, only a verdict.
    case resultOfDomain(String)
    /// The rule's domain, or the domain named, has no verdict.
    case noVerdict(String)
    /// A part of a cell that is not `name=value`.
    case notAnAnswer(String)
    case answeredTwice(String)
    case unknownQuestion(String)
    /// A question of a member where the household's are told, or the other way round.
    case wrongPlace(String)
    case unknownPerson(String)
    /// No answer of the question's type, or none of its choices.
    case badAnswer(question: String, value: String)
    /// The question does not offer it beside the other answers.
    case notOffered(question: String, value: String)
    /// The form's constraint refuses it beside the other answers.
    case constraint(question: String, value: String)
    case unknownOverlay(String)
    /// The overlay or the parameters do not fit the form.
    case form(FormFault)
  }

  /// Which table.
  public let table: Table
  /// The row as a spreadsheet counts; nil when the fault is of the whole table.
  public let row: Int?
  /// The title of the column; nil when the fault is of the whole row.
  public let column: String?
  /// What is wrong.
  public let kind: Kind

  /// Names a fault and its cell.
  public init(_ table: Table, row: Int?, column: String?, _ kind: Kind) {
    self.table = table
    self.row = row
    self.column = column
    self.kind = kind
  }
}

/// All that is wrong with a table of cases, or with one of them.
public struct StandardCaseFaults: Error, Equatable, Sendable {
  /// In the order of the tables.
  public let faults: [StandardCaseFault]

  /// Gathers faults.
  public init(_ faults: [StandardCaseFault]) {
    self.faults = faults
  }
}
