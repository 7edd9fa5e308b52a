import Record

/// One questionnaire for one household in one round, folded from its entries.
///
/// It knows what was said, not what the form makes of it; that is FormEngine's.
public struct Interview: Equatable, Sendable {
  /// An answer as it stands now.
  public struct Answer: Equatable, Sendable {
    /// Where a value comes from.
    public enum Source: Equatable, Sendable {
      /// The register or a default of the form; nobody has said or confirmed it yet.
      case prefilled
      /// Someone at the door, as things stand.
      case answered
      /// Someone at the door, before the question was out of the way for a time: nobody has said yet
      /// that it still holds.
      case shownAgain
    }
    /// XLSForm text; empty when it was taken away.
    public var value: String
    /// `dk`, `ref` or `na` when the value is such a state.
    public var special: String?
    /// Where it comes from.
    public var source: Source
    /// Who, when, on which laptop.
    public var stamp: Stamp
  }

  /// A row of a roster.
  public struct Row: Equatable, Sendable {
    /// The row.
    public var row: RosterRow
    /// Why and by whom it was struck; nil while it stands.
    public var removal: Removal?
  }

  /// That a row was struck from the roster.
  public struct Removal: Equatable, Sendable {
    /// The reason's code: `died`, `married`, `moved`, `mistake`, `undo`.
    public var reason: String
    /// Who and when.
    public var stamp: Stamp
  }

  /// A remark on a question.
  public struct Remark: Equatable, Sendable {
    /// The text.
    public var text: String
    /// Who and when.
    public var stamp: Stamp
  }

  /// That the interview does not count, since another does.
  public struct SetAside: Hashable, Sendable {
    /// The interview that counts.
    public var other: InterviewID
    /// Why.
    public var reason: String
    /// Who and when.
    public var stamp: Stamp
  }

  /// Where the interview stands.
  public enum Phase: Equatable, Sendable {
    /// Answers may be given.
    case open
    /// Declared complete.
    case completed(Stamp)
  }

  /// The interview's identity.
  public let id: InterviewID
  /// What it is bound to; nil until the entry that began it is here.
  public internal(set) var start: InterviewStart?
  /// Who began it and when.
  public internal(set) var startStamp: Stamp?
  /// The household it belongs to now: the one it was begun for, or the one it was moved to.
  public internal(set) var household: HouseholdID?
  /// What is answered now, with what was prefilled.
  public internal(set) var answers: [AnswerKey: Answer] = [:]
  /// The answers whose source is `shownAgain`.
  public internal(set) var shownAgain: Set<AnswerKey> = []
  /// The rosters' rows in the order they came, struck ones too.
  public internal(set) var rows: [Row] = []
  /// Remarks by question; the newest one last.
  public internal(set) var remarks: [AnswerKey: [Remark]] = [:]
  /// The knocks at the door, in order.
  public internal(set) var visits: [Visit] = []
  /// Whether answers may be given.
  public internal(set) var phase: Phase = .open
  /// Why it was opened again, as often as it was.
  public internal(set) var reopenings: [Remark] = []
  /// Findings that were on the screen, as often as they were, the newest viewing last.
  public internal(set) var seenFindings: [ViewedFinding] = []
  /// Answers that came to say something else after a finding that hung on them was seen, in the
  /// order in which they did: for the supervisor, since a finding on the screen can steer an answer.
  public internal(set) var changedAfterSeen: [ChangedAfterSeen] = []
  /// Every act in it, in causal order: for undo, for the history and for the audit file.
  public internal(set) var history: [Act] = []
  /// For which other interview it was set aside, each time it was, in order.
  public internal(set) var setAside: [SetAside] = []
  /// Whether it is open if this interview is its household's: others of the round were begun beside it, or
  /// other doors may be the same household's.
  public internal(set) var isDisputed = false
  /// What the acts of review in it come to.
  var reviewing = Reviewing()
  /// What in it rests on conflicts in earlier interviews of its household.
  public internal(set) var doubts = Doubts()
  /// Households that were found to be one, its own among them; empty where none were.
  var oneDoor: Set<HouseholdID> = []
  /// The only journal that speaks of it so far.
  var journal: JournalName?
  /// What two journals that speak of it did; nil while only one does.
  var parallel: ParallelWork?

  /// An interview of which nothing is known yet.
  public init(id: InterviewID) { self.id = id }

  /// The rows of a roster that stand, in order.
  public func standingRows(of roster: String, within rows: [String] = []) -> [RosterRow] {
    self.rows.filter {
      $0.removal == nil && $0.row.roster == roster && Array($0.row.rows.dropLast()) == rows
    }.map(\.row)
  }

  /// The value of a question outside rosters; empty when there is none.
  public func value(_ question: String) -> String { answers[AnswerKey(question)]?.value ?? "" }

  /// Whether it is declared complete.
  public var isCompleted: Bool { if case .completed = phase { true } else { false } }

  /// Whether it was opened again and nobody has gone there since: a correction, not a visit.
  public var isBeingCorrected: Bool {
    let newest = history.last { act in
      switch act.fact {
      case .reopened, .returned, .visitStarted, .completed: act.hasEffect
      default: false
      }
    }
    switch newest?.fact {
    case .reopened, .returned: return true
    default: return false
    }
  }

  /// The visit under way, if one is.
  public var openVisit: Visit? { visits.last.flatMap { $0.isOver ? nil : $0 } }
}

/// One knock at the door.
public struct Visit: Equatable, Sendable {
  /// Its identity.
  public var id: VisitID
  /// When and by whom it began.
  public var start: Stamp
  /// When it ended; nil while it lasts, and for ever where nobody wrote it down.
  public var end: Stamp?
  /// The result when it was over: a code of the form's list `visit_result`, or empty.
  public var result: String
  /// The day the surveyor means to come back, or empty.
  public var next: String
  /// Whether it is over: it was ended, or somebody who knew of it began another one.
  public var isOver = false

  /// Whether it began later than another by the clocks of their laptops.
  public func isLater(than other: Visit) -> Bool {
    if let own = start.milliseconds, let theirs = other.start.milliseconds, own != theirs {
      return own > theirs
    }
    return start > other.start
  }
}

/// Something done in an interview, kept for undo, history and audit.
public struct Act: Equatable, Sendable {
  /// Who, when, where.
  public var stamp: Stamp
  /// What.
  public var fact: Fact
  /// What stood in the places of the answers it set as its writer saw them, in the same order; nil
  /// where nothing stood.
  public var before: [Interview.Answer?]
  /// Which acts that stand before it its writer had not seen, by their places in the history.
  public var unseen: [Int] = []
  /// How it was judged, where it is an act of review.
  var ruling: Reviewing.Ruling?
}
