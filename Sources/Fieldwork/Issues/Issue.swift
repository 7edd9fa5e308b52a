import Record

/// Where an issue stands.
public enum IssueState: String, CaseIterable, Sendable {
  /// Found, or found again, and nobody's yet (新发现).
  case new
  /// Given to somebody (已交办).
  case assigned
  /// The measure is under way (整改中).
  case underway
  /// Said to be gone, to be looked at by a second person (待复核).
  case toCheck
  /// Gone, as a second person confirmed (已销号).
  case struckOff

  /// Whether there is still something to do.
  public var isOpen: Bool { self != .struckOff }
}

/// What is done to an issue.
public enum IssueAct: Hashable, CaseIterable, Sendable {
  /// To open it, or to find it again.
  case opening
  /// To say details anew.
  case describing
  /// To give it to somebody, or anew.
  case assigning
  /// To say that the measure is under way.
  case beginning
  /// To say that it is gone.
  case reporting
  /// To say that it is not gone.
  case sendingBack
  /// To confirm that it is gone.
  case strikingOff
  /// To open it again.
  case reopening
}

/// One step in the life of an issue.
public struct IssueStep: Equatable, Sendable {
  /// What was done.
  public enum Kind: Hashable, Sendable {
    case opened
    /// It was found again, or typed again; where it had been struck off it is open again.
    case foundAgain
    case described
    case assigned(IssueAssignment)
    case begun
    case reported(IssueGround)
    case sentBack
    case struckOff
    case reopened
  }

  /// What.
  public var kind: Kind
  /// Who, when, on which laptop.
  public var stamp: Stamp
  /// The role that the person had for all they knew; nil for none.
  public var role: String?
  /// What was said: a reason, a text; or empty.
  public var text: String
  /// Where the issue stood behind it.
  public var state: IssueState
  /// Why it has no effect; nil where it has.
  public var hindrance: Hindrance?
}

/// A finding, or something typed, that is being dealt with: folded from its entries.
public struct Issue: Equatable, Sendable {
  /// The issue's identity.
  public let id: IssueID
  /// Where it stands; nil until the entry that opened it is here.
  public internal(set) var state: IssueState?
  /// How it began: what it is about; nil until that entry is here.
  public internal(set) var opening: IssueOpening?
  /// Who opened it and when.
  public internal(set) var opened: Stamp?
  /// Which of the three kinds it is, as it was said last.
  public internal(set) var issueClass: IssueClass = .direct
  /// Where it was found, as it was said last.
  public internal(set) var source: IssueSource = .census
  /// The code of its cause, or empty.
  public internal(set) var cause = ""
  /// What is to be known of it, as it was said last, or empty.
  public internal(set) var text = ""
  /// What is to be done, by whom, by when, as it was said last; nil until it was given to somebody.
  public internal(set) var assignment: IssueAssignment?
  /// Who gave it to them and when.
  public internal(set) var assigned: Stamp?
  /// Why it is said to be gone; nil where nobody says so now.
  public internal(set) var ground: IssueGround?
  /// Who says so and since when.
  public internal(set) var reported: Stamp?
  /// Who gave the answers that are the ground; empty where it is evidence.
  public internal(set) var groundWorkers: Set<PersonID> = []
  /// Why the ground does not do, as things stand; nil where it does, or where there is none.
  public internal(set) var groundHindrance: Hindrance?
  /// Who confirmed that it is gone, and when; nil where it is open.
  public internal(set) var struckOff: Stamp?
  /// How often it was opened again after it was struck off.
  public internal(set) var timesReopened = 0
  /// Every step in causal order, those without effect among them.
  public internal(set) var steps: [IssueStep] = []
  /// The acts that opened it in this turn: openings, and what opened it again.
  var turn: [Turn] = []

  /// An act that opened the issue, or opened it again.
  struct Turn: Equatable, Sendable {
    var place: EntryPlace
    /// Since when it is known that it is there: the completion that found it, else the act.
    var since: EntryPlace
    var isReopening: Bool
  }

  /// An issue of which nothing is known yet.
  public init(id: IssueID) { self.id = id }

  /// A finding that nobody has written an issue for: it stands as if it had just been opened.
  public init(implied id: IssueID, _ opening: IssueOpening) {
    self.init(id: id)
    self.opening = opening
    state = .new
    issueClass = opening.issueClass
    source = opening.source
    text = opening.text
  }

  /// The rule and the row that it is about; nil for a typed one.
  public var rule: Judged.Rule? {
    opening.flatMap { $0.rule.isEmpty ? nil : Judged.Rule($0.rule, row: $0.row) }
  }

  /// The household that it is about; nil for a site or the village.
  public var household: HouseholdID? {
    if case .household(let id) = opening?.concern { id } else { nil }
  }

  /// The last day, as `2026-12-31`, or empty.
  public var deadline: String { assignment?.deadline ?? "" }

  /// The steps that have no effect, with the reason.
  public var withoutRight: [IssueStep] { steps.filter { $0.hindrance != nil } }

  /// The last act of every journal that speaks of it: what a closing names.
  public var lastActs: [EntryID] {
    var last: [JournalName: Stamp] = [:]
    for step in steps { last[step.stamp.place.journal] = step.stamp }
    return last.sorted { $0.key < $1.key }.map(\.value.entry)
  }

  /// Why a person cannot do something to it now; nil where they can.
  ///
  /// `roles` is who has which role: replay asks by what the entry's writer knew, screens by what is
  /// known now. Whether a ground that is about to be reported would do is told by
  /// `HouseholdCase.hindrance(of:on:)`.
  public func hindrance(
    _ act: IssueAct, by person: PersonID, roles: [PersonID: String]
  ) -> Hindrance? {
    guard act != .opening else { return nil }
    guard let state else { return .notOpened }
    let decides = roles[person].map(TeamAuthority.deciding.contains) ?? false
    let isOfTeam = roles[person] != nil
    switch act {
    case .opening: return nil
    case .describing: return decides ? nil : .noRole
    case .assigning: return must(decides, among: [.new, .assigned, .underway])
    case .beginning: return must(isOfTeam, among: [.assigned, .underway])
    case .reporting: return must(isOfTeam, among: [.assigned, .underway, .toCheck])
    case .sendingBack: return must(decides, among: [.toCheck])
    case .reopening: return must(decides, among: [.struckOff])
    case .strikingOff:
      if let hindrance = must(decides, among: [.toCheck]) { return hindrance }
      let isOwn = reported?.person == person || groundWorkers.contains(person)
      return isOwn ? .ownGround : groundHindrance
    }

    func must(_ may: Bool, among states: Set<IssueState>) -> Hindrance? {
      guard may else { return .noRole }
      return states.contains(state) ? nil : .inState(state)
    }
  }
}
