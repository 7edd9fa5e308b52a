import Record

/// What an issue is about.
public enum IssueConcern: Hashable, Sendable {
  /// A household; which member is told by the row.
  case household(HouseholdID)
  /// A project or a site, by its name.
  case site(String)
  /// The village as a whole.
  case village

  /// What it is about, as the subject of entries.
  public var subject: Subject {
    switch self {
    case .household(let id): .household(id.rawValue)
    case .site(let name): .site(name)
    case .village: .village
    }
  }

  /// What entries of that subject are about; nil where an issue cannot be about it.
  public init?(_ subject: Subject?) {
    switch subject {
    case .household(let id)?: self = .household(HouseholdID(id))
    case .site(let name)?: self = .site(name)
    case .village?: self = .village
    default: return nil
    }
  }
}

/// Which of the three kinds of problems an issue is (三类问题).
public enum IssueClass: Int, CaseIterable, Sendable {
  /// It bears on reaching the goal at once.
  case direct = 1
  /// Something in the work has to get better.
  case improvement = 2
  /// It takes years to solve.
  case longTerm = 3
}

/// Where an issue was found (问题来源).
public enum IssueSource: String, CaseIterable, Sendable {
  /// The census of households (普查).
  case census
  /// A later look at those that are out (回头看).
  case lookback
  /// An unannounced visit (暗访).
  case unannounced
  /// An inspection (巡视).
  case inspection
  /// An audit (审计).
  case audit
  /// The people's congress (人大).
  case congress
  /// Discipline and supervision (纪委监委).
  case discipline
  /// An assessment of the work (考核评估).
  case assessment
  /// A petition (信访).
  case petition
  /// The hotline 12317.
  case hotline
  /// Lists laid side by side (数据比对).
  case matching
  /// The household itself (自主申报).
  case `self`
}

/// The four levels at which somebody answers for an issue.
public enum IssueLevel: String, CaseIterable, Sendable {
  /// The prefecture leads (市领导牵头).
  case prefecture
  /// The county is in charge (县主体).
  case county
  /// The department for its field (行业部门).
  case department
  /// The township and those in the village (乡镇、驻村).
  case township
}

/// Who answers for an issue at one level.
public struct Responsible: Hashable, Sendable {
  /// The body, such as `县医保局`.
  public var body: String
  /// The person by name; empty where only the body is known.
  public var person: String

  /// Names a body and a person.
  public init(body: String, person: String) {
    self.body = body
    self.person = person
  }
}

/// How an issue began: what it is about, and what was found.
public struct IssueOpening: Hashable, Sendable {
  /// What it is about.
  public var concern: IssueConcern
  /// The member's row; empty for the household, the site or the village.
  public var row: String
  /// The rule that was true; empty where a person typed it.
  public var rule: String
  /// The sentence that a person typed; empty for a finding.
  public var text: String
  /// The standard's domain, or empty.
  public var domain: String
  /// Which of the three kinds it is.
  public var issueClass: IssueClass
  /// Where it was found.
  public var source: IssueSource
  /// The interview that it came from; nil where it did not.
  public var interview: InterviewID?
  /// The entry that completed that interview; nil where it was written in the same act: then it is the
  /// last one of that interview before the opening in its journal.
  public var completion: EntryID?
  /// The departments whose field it is.
  public var departments: [String]

  /// Puts an opening together.
  public init(
    _ concern: IssueConcern, row: String = "", rule: String = "", text: String = "",
    domain: String = "", issueClass: IssueClass = .direct, source: IssueSource = .census,
    interview: InterviewID? = nil, completion: EntryID? = nil, departments: [String] = []
  ) {
    self.concern = concern
    self.row = row
    self.rule = rule
    self.text = text
    self.domain = domain
    self.issueClass = issueClass
    self.source = source
    self.interview = interview
    self.completion = completion
    self.departments = departments
  }
}

/// Details of an issue, said anew.
public struct IssueDescription: Hashable, Sendable {
  /// The code of the cause, or empty.
  public var cause: String
  /// Which of the three kinds it is.
  public var issueClass: IssueClass
  /// Where it was found.
  public var source: IssueSource
  /// What is to be known of it, or empty.
  public var text: String

  /// Describes an issue.
  public init(cause: String, issueClass: IssueClass, source: IssueSource, text: String) {
    self.cause = cause
    self.issueClass = issueClass
    self.source = source
    self.text = text
  }
}

/// That an issue is given to somebody: what is to be done, by whom, by when.
public struct IssueAssignment: Hashable, Sendable {
  /// The measure (整改措施).
  public var measure: String
  /// Who answers for it, by level.
  public var responsible: [IssueLevel: Responsible]
  /// The last day, as `2026-12-31` (整改时限).
  public var deadline: String

  /// Gives an issue to somebody.
  public init(measure: String, responsible: [IssueLevel: Responsible], deadline: String) {
    self.measure = measure
    self.responsible = responsible
    self.deadline = deadline
  }

  /// Whether a measure, a deadline and at least one person by name are there.
  public var isWhole: Bool {
    !measure.isEmpty && !deadline.isEmpty && responsible.values.contains { !$0.person.isEmpty }
  }
}

/// A file of evidence, such as a photo: it is kept under the hash of its content.
public struct EvidenceFile: Hashable, Sendable, ExpressibleByStringLiteral {
  /// The SHA-256 of its content in hexadecimal.
  public var hash: String
  /// What it was called where it came from, or empty.
  public var name: String

  /// Names a file.
  public init(_ hash: String, name: String = "") {
    self.hash = hash
    self.name = name
  }

  /// Names a file by its hash alone.
  public init(stringLiteral hash: String) { self.init(hash) }
}

/// Why an issue is said to be gone.
public enum IssueGround: Hashable, Sendable {
  /// What was answered: an interview, and the entry that completed it.
  case answers(InterviewID, completion: EntryID)
  /// Evidence (佐证): files, and a text.
  case evidence([EvidenceFile], text: String)
}
