import Record

/// A household with all that was ever asked of it: what opens when its door is chosen.
public struct HouseholdCase: Equatable, Sendable {
  /// What the register or the door said.
  public var household: Household
  /// Its interviews, the earliest first; those of households that were found to be this one, too.
  public private(set) var interviews: [Interview]
  /// The households that were found to be this one.
  public let joined: Set<HouseholdID>
  /// What is known of those, by identity: their doors, what a register said of them, and remarks.
  public private(set) var others: [Household]
  /// Interviews that stand at another household and may be this one's: they were moved to both.
  public var claims: [Interview] = []
  /// Conflicts about which doors are this household's; the village knows them.
  public var doors: [Conflict] = []
  /// Interviews that do not count, with the one that does.
  public internal(set) var setAside: [InterviewID: InterviewID] = [:]
  /// The issues that are about the household, by identity.
  public internal(set) var issues: [Issue] = []
  /// What they are folded from.
  var issueEntries: [IssueID: [Entry]] = [:]
  /// Interviews that were begun side by side, or set aside each for another.
  var meetings: [Conflict] = []

  /// Puts a household and its interviews together.
  public init(
    household: Household, interviews: [Interview] = [], joined others: [Household] = [],
    issues: [IssueID: [Entry]] = [:], _ causality: Causality = Causality(),
    _ roles: TeamRoles = TeamRoles()
  ) {
    self.household = household
    self.interviews = interviews.sorted(by: Self.earlier)
    self.others = others.sorted { $0.id < $1.id }
    joined = Set(others.map(\.id))
    if !joined.isEmpty {
      for index in interviews.indices { self.interviews[index].oneDoor = oneDoor }
    }
    issueEntries = issues
    compareInterviews(causality)
    foldIssues(causality, roles)
  }

  private var oneDoor: Set<HouseholdID> { joined.isEmpty ? [] : joined.union([household.id]) }

  /// Whether an interview counts for this household now.
  public func owns(_ interview: Interview) -> Bool {
    guard let household = interview.household, setAside[interview.id] == nil else { return false }
    return household == self.household.id || joined.contains(household)
  }

  /// The interview of this round: the latest one that is still this household's.
  ///
  /// It says itself whether that is disputed, and what in it rests on earlier ones.
  public var current: Interview? {
    guard var interview = standing else { return nil }
    if isDisputed(interview) { interview.isDisputed = true }
    if interviews.count > 1 || !claims.isEmpty { interview.doubts = doubts(of: interview) }
    return interview
  }

  var standing: Interview? { interviews.last(where: owns) }

  /// Takes in the next entry about the household or one of its interviews; entries come in causal
  /// order.
  ///
  /// `causality` tells what each entry's writer had seen; one journal's own work needs none. `roles` tells
  /// who may review.
  public mutating func apply(
    _ entry: Entry, _ causality: Causality = Causality(), _ roles: TeamRoles = TeamRoles()
  ) {
    take(entry, causality, roles) { $0.apply(entry, causality, roles) }
  }

  /// Takes in an entry whose writer had seen all that stands here: what was just written.
  ///
  /// The issues stay as they are: what bears on them is folded anew by who knows who saw what.
  public mutating func applyNext(_ entry: Entry, _ roles: TeamRoles = TeamRoles()) {
    take(entry, nil, roles) { $0.applyNext(entry, roles) }
  }

  private mutating func take(
    _ entry: Entry, _ causality: Causality?, _ roles: TeamRoles,
    _ apply: (inout Interview) -> Void
  ) {
    switch entry.subject {
    case .issue(let name): issueEntries[IssueID(name), default: []].append(entry)
    case .household(let name):
      // What is said of a household that was found to be this one stays its own.
      if let index = others.firstIndex(where: { $0.id.rawValue == name }) {
        others[index].apply(entry, causality ?? Causality(), roles)
      } else if household.id.rawValue == name {
        if let causality {
          household.apply(entry, causality, roles)
        } else {
          household.applyNext(entry, roles)
        }
      }
    case .interview(let name):
      let id = InterviewID(name)
      if let index = interviews.firstIndex(where: { $0.id == id }) {
        apply(&interviews[index])
      } else {
        var interview = Interview(id: id)
        interview.oneDoor = oneDoor
        apply(&interview)
        interviews.append(interview)
        interviews.sort(by: Self.earlier)
      }
    default: break
    }
    guard let causality else { return }
    if interviews.count > 1 || !setAside.isEmpty { compareInterviews(causality) }
    foldIssues(causality, roles)
  }

  /// The order in which interviews began; never by the clock.
  private static func earlier(_ left: Interview, _ right: Interview) -> Bool {
    switch (left.startStamp, right.startStamp) {
    case (let first?, let second?): first < second
    case (nil, nil): left.id < right.id
    case (let first, _): first == nil
    }
  }
}

/// A fact shown outside the interview, with where it comes from.
public struct ShownFact: Equatable, Sendable {
  /// Where a shown fact comes from.
  public enum Source: Equatable, Sendable {
    /// A file that was imported, by name; empty for the door.
    case register(String)
    /// An answer in an interview.
    case interview(InterviewID)
  }
  /// XLSForm text.
  public var value: String
  /// Where it comes from.
  public var source: Source
  /// Who said it and when.
  public var stamp: Stamp
}

/// A member as shown outside the interview.
public struct ShownMember: Equatable, Sendable {
  /// The membership.
  public var id: MembershipID
  /// The facts by question name.
  public var facts: [String: ShownFact]
  /// Why the row was struck; nil while the member stands.
  public var removal: Interview.Removal?

  /// The value under that name, or empty.
  public subscript(name: String) -> String { facts[name]?.value ?? "" }
}

extension HouseholdCase {
  /// The roster of members in the household form.
  public static let memberRoster = "m"

  /// The household's fact under that name: the newest answer, else the register's.
  public func fact(_ name: String) -> ShownFact? {
    newest(AnswerKey(name), registered: household.values[name])
  }

  /// The household's value under that name: the newest answer, else the register's, else empty.
  public func value(_ name: String) -> String { fact(name)?.value ?? "" }

  /// The members: the register's, with what answers changed, added and struck.
  public func members() -> [ShownMember] {
    var found = household.shownMembers
    for interview in interviews where owns(interview) {
      for row in interview.rows where row.row.roster == Self.memberRoster {
        let id = MembershipID(row.row.id)
        if let index = found.firstIndex(where: { $0.id == id }) {
          found[index].removal = row.removal
        } else {
          found.append(ShownMember(id: id, facts: [:], removal: row.removal))
        }
      }
      for (key, answer) in interview.answers {
        guard answer.source == .answered, let row = key.rows.first,
          let index = found.firstIndex(where: { $0.id.rawValue == row })
        else { continue }
        found[index].facts[key.question] = ShownFact(
          value: answer.value, source: .interview(interview.id), stamp: answer.stamp)
      }
    }
    // A row taken back by undo was never there.
    return found.filter { $0.removal?.reason != "undo" }
  }

  /// The head of the household: the member whose relation says so (GB/T 4761 code 02).
  public func head() -> ShownMember? {
    let standing = members().filter { $0.removal == nil && !$0.isGone }
    return standing.first { $0["m_rel"] == "02" } ?? standing.first
  }

  private func newest(_ key: AnswerKey, registered: Household.Stated?) -> ShownFact? {
    for interview in interviews.reversed() where owns(interview) {
      if let answer = interview.answers[key], answer.source == .answered, !answer.value.isEmpty {
        return ShownFact(
          value: answer.value, source: .interview(interview.id), stamp: answer.stamp)
      }
    }
    return registered.map(Household.shown)
  }
}

extension Household {
  /// What the register or the door said of it, with where it comes from.
  public var shownFacts: [String: ShownFact] { values.mapValues(Self.shown) }

  /// The members that the register or the door named.
  public var shownMembers: [ShownMember] {
    members.map { member in
      ShownMember(id: member.id, facts: member.values.mapValues(Self.shown), removal: nil)
    }
  }

  static func shown(_ stated: Stated) -> ShownFact {
    ShownFact(value: stated.value, source: .register(stated.source), stamp: stated.stamp)
  }
}

extension ShownMember {
  /// Whether the member has died or moved out by their own row.
  public var isGone: Bool { self["m_home"] == "dead" || self["m_home"] == "out" }
}
