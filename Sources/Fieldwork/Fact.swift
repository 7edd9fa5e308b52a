import JSONText
import Record

/// What an entry says happened, in the past tense: everything a person's act can be.
///
/// A kind that this version does not know is `unknown`: kept, passed on and shown, never dropped.
public enum Fact: Equatable, Sendable {
  // Team
  /// A person joined the team.
  case personAdded(name: String, role: String)
  /// A village came into the team's care.
  case villageAdded(code: String, name: String)
  /// From now on findings are shown during the interview (training), or again only at its end.
  case findingsShownAtOnce(Bool)
  /// The team began: from now on only what admitted devices write counts.
  case teamFounded(name: String)
  /// A device belongs to the team, by its public key, under a name that people know it by.
  case deviceAdmitted(key: [UInt8], name: String)
  /// A device was lost or is not trusted any more; each journal of it that is named counts up to its
  /// last good entry, by number and identity, and others not at all.
  ///
  /// Of the names only the writers count: how branches are called differs from device to device.
  case deviceRevoked(key: [UInt8], through: [JournalName: Heads.Head], reason: String)
  /// A county's own overlay has this content from now on: the file's name, and the hash under which
  /// its content is kept.
  case overlayGiven(name: String, hash: String)
  /// The person works in these villages; in all of the team's where none is named.
  case personPlaced(villages: [String])
  /// The person is asked for this PIN from now on.
  case pinSet(PINHash)
  /// The person is asked for no PIN any more: it was forgotten, or is not wanted.
  case pinTaken

  // Anything
  /// What these entries, and all entries about these subjects, say is taken away for good.
  case erased(entries: [EntryID], subjects: [Subject], reason: String)
  /// A person looked at what these entries did without knowing of each other: what stands now holds,
  /// with these answers set anew.
  case settled([EntryID], answers: [GivenAnswer])

  // Village
  /// The village has this name and this kind of round under way.
  case villageNamed(name: String, round: String)
  /// An import of so many households began; each of them names the batch.
  case importBegan(batch: String, file: String, households: Int)
  /// The clock was behind what is recorded; a person said which day it is. Writers whose entries were of
  /// later days then have clocks that are ahead.
  case dateConfirmed(date: String, clock: String, ahead: [WriterID] = [])
  /// From now on this regional overlay and this policy profile hold in the village, by their names.
  ///
  /// Empty: the national standard; the form's own profile.
  case standardChosen(overlay: String, profile: String)

  // Household
  /// A household stands in a register with these facts and members.
  case householdRegistered(HouseholdFacts)
  /// A household that no register knew was written down at its door.
  case householdEnrolled(HouseholdFacts)
  /// A remark about the household as a whole.
  case householdRemarked(text: String)
  /// The household is the other one, met at another door: its interviews count for that one.
  case householdJoined(into: HouseholdID, reason: String)
  /// Someone means to go there, so that nobody goes twice; it keeps nobody out.
  case householdTaken
  /// Whoever meant to go there no longer does.
  case householdGivenBack
  /// A supervisor or the office gives the household to a surveyor; nil: to nobody any more.
  case householdAssigned(to: PersonID?)

  // Interview
  /// An interview of the household began.
  case interviewStarted(InterviewStart)
  /// Values were taken over from the register or the form's defaults, and nobody has said them yet.
  case prefilled(rows: [RosterRow], answers: [GivenAnswer])
  /// A visit began: a knock at the door; answers of the visit before (its result) were set aside.
  ///
  /// Where nobody had agreed to be asked before, nothing hangs on the evaluation date yet, and the
  /// interview takes the date of this visit.
  case visitStarted(VisitID, cleared: [AnswerKey], date: String? = nil)
  /// A visit ended, with the result that the interview then held.
  case visitEnded(VisitID, events: [Paradata.Event])
  /// The interview was left in the middle of a visit; how it was done until then.
  case paused(events: [Paradata.Event])
  /// One answer was given, changed or taken away, and what followed from it of itself.
  case answered([GivenAnswer], reversal: Reversal?, Paradata?)
  /// A row was added to a roster.
  case rowAdded(RosterRow, answers: [GivenAnswer], reversal: Reversal?, Paradata?)
  /// A row was struck from a roster, with the reason; it stays in the record.
  case rowRemoved(RosterRow, reason: String, reversal: Reversal?, Paradata?)
  /// A remark on a question.
  case remarked(AnswerKey, text: String)
  /// Findings were on the screen: during the interview (`atOnce`), or when it was complete.
  case findingsSeen(atOnce: Bool, [SeenFinding])
  /// The interview was declared complete; what the standard said then, where that was written.
  case completed(events: [Paradata.Event], judged: Judged? = nil)
  /// A completed interview was opened again, with the reason.
  case reopened(reason: String)
  /// The interview was found to be another household's.
  case moved(to: HouseholdID)
  /// The interview does not count, since another of the same household and round does.
  case interviewSetAside(for: InterviewID, reason: String)

  // Review
  /// A completed interview was given back to be put right, with at least one comment; it is open again.
  case returned([ReviewComment])
  /// What the surveyor says to a comment.
  case commentAnswered(CommentID, text: String)
  /// The interview was approved as it stood behind these entries: the last one of every journal that
  /// speaks of it.
  case approved(of: [EntryID])
  /// The approval was taken back.
  case unapproved(reason: String)

  // Issue
  /// Something was found that has to be dealt with; or it was found again.
  case issueOpened(IssueOpening)
  /// Details of the issue were said anew.
  case issueDescribed(IssueDescription)
  /// The issue was given to somebody, or anew, with another deadline.
  case issueAssigned(IssueAssignment)
  /// The measure is under way.
  case issueBegun(text: String)
  /// The issue is said to be gone.
  case issueReported(IssueGround)
  /// It is not gone: whoever deals with it goes on.
  case issueSentBack(reason: String)
  /// A second person confirmed that it is gone, as it stood behind these entries.
  case issueStruckOff(of: [EntryID])
  /// It is there again, or was never gone.
  case issueReopened(reason: String)

  /// A kind this version does not know.
  case unknown(kind: String)
}

/// What is known of a household and its members before anyone asked: values by question name.
public struct HouseholdFacts: Equatable, Sendable {
  /// A value for each question of the household that the source answers.
  public var values: [FactValue]
  /// The members in the order of the source.
  public var members: [MemberFacts]
  /// Where it comes from: a file's name, or empty at the door.
  public var source: String
  /// The household's key in that source, from which its identity was derived.
  public var sourceKey: String
  /// The import it belongs to, or empty.
  public var batch: String

  /// Collects what one source says of one household.
  public init(
    values: [FactValue], members: [MemberFacts], source: String = "", sourceKey: String = "",
    batch: String = ""
  ) {
    self.values = values
    self.members = members
    self.source = source
    self.sourceKey = sourceKey
    self.batch = batch
  }
}

/// One value under a question's name.
public struct FactValue: Equatable, Sendable {
  /// The question's name in the household form, such as `c_group`.
  public var name: String
  /// The value as XLSForm text.
  public var value: String

  /// Pairs a name and a value.
  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// What a source says of one member.
public struct MemberFacts: Equatable, Sendable {
  /// The membership, which is also the roster row.
  public var id: MembershipID
  /// A value for each question of the member that the source answers, such as `m_name`.
  public var values: [FactValue]

  /// Names a member and what is known.
  public init(id: MembershipID, values: [FactValue]) {
    self.id = id
    self.values = values
  }

  /// The value under that name, or empty.
  public subscript(name: String) -> String {
    values.first { $0.name == name }?.value ?? ""
  }
}

/// The beginning of an interview: what it is bound to for ever.
public struct InterviewStart: Equatable, Sendable {
  /// The household it was begun for.
  public var household: HouseholdID
  /// The kind of round, a code of the form's list `round`.
  public var round: String
  /// The hash of the form it is pinned to.
  public var form: String
  /// The evaluation date: `today()` in this interview for ever, as `2026-11-21`.
  public var date: String
  /// How the household was recognised: `confirmed` by head and ID tail, `neighbours`, `enrolled`.
  public var identityCheck: String

  /// Binds an interview.
  public init(
    household: HouseholdID, round: String, form: String, date: String, identityCheck: String
  ) {
    self.household = household
    self.round = round
    self.form = form
    self.date = date
    self.identityCheck = identityCheck
  }
}

/// A finding that was on the screen, with the answers it hung on then.
public struct SeenFinding: Hashable, Sendable {
  /// The rule's name.
  public var rule: String
  /// The ids of the roster rows it is about, outermost first; empty for the household.
  public var rows: [String]
  /// The questions whose values fired it.
  public var answers: [AnswerKey]

  /// Names a finding.
  public init(rule: String, rows: [String] = [], answers: [AnswerKey]) {
    self.rule = rule
    self.rows = rows
    self.answers = answers
  }
}

/// A row of a roster by its identity.
public struct RosterRow: Hashable, Sendable {
  /// The repeat's key in the form.
  public var roster: String
  /// The enclosing rows and, last, the row's own id.
  public var rows: [String]

  /// Names a row.
  public init(roster: String, rows: [String]) {
    self.roster = roster
    self.rows = rows
  }

  /// The row's own id.
  public var id: String { rows.last ?? "" }
}

/// That an entry takes back, or takes up again, an earlier one.
public enum Reversal: Equatable, Sendable {
  /// Undo of that entry.
  case undo(EntryID)
  /// Redo of that entry, after it was undone.
  case redo(EntryID)
}
