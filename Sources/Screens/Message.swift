import Fieldwork
import JSONText
import Record
import Station
import Terminal

/// What comes to the screens from outside.
public enum Message: Sendable {
  /// A key, or the window's new size.
  case key(Key)
  /// Entries asked for are on the disk; the village's list as it is with them.
  case recorded([Entry], Village?)
  /// Entries asked for are not on the disk: nothing has changed.
  case notRecorded(StoreFault)
  /// A household that was asked for, with the place remembered in its interview.
  case opened(HouseholdCase, place: JSON?)
  /// A household could not be read.
  case notOpened(StoreFault)
  /// The village's list changed, for example when a door was left.
  case village(Village)
  /// The team as it is now.
  case team(Team)
  /// The state of the second copy.
  case secondCopy(SecondCopyState)
  /// How far the meeting with other laptops is.
  case syncProgress(MeetingProgress)
  /// The meeting with other laptops is over.
  case syncEnded(MeetingReport)
  /// The devices of the team as they are now.
  case devices(ShownTeam)
  /// What two people wrote differently in the open village.
  case conflicts([ShownConflict])
  /// What was typed to settle a difference cannot be an answer, for this reason.
  case notSettled(InterviewSession.Refusal)
  /// What came of a PIN.
  case pin(PINOutcome)
  /// What an erasure would take away.
  case erasure(ShownErasure)
  /// The contents of so many entries are gone.
  case erased(Int)
  /// Which households can be approved at once.
  case clean(CleanApprovals)
  /// What the person at the keyboard wrote on an interview and has not sent.
  case comments(InterviewID, [ReviewComment])
  /// An issue that was asked for.
  case issue(OpenedIssue)
  /// Files of evidence, by their checksums.
  case evidence([EvidenceFile])
  /// A file of evidence cannot be kept.
  case noEvidence(path: String, EvidenceFault)
  /// Something that happened to the files, to be said in one line.
  case notice(Notice)
}

/// Why a file of evidence is not kept.
public enum EvidenceFault: Sendable {
  /// There is none of that name.
  case missing
  /// It is a folder.
  case isFolder
  /// Nothing is in it.
  case empty
  /// It may not be read, or is no file of its own.
  case unreadable
  /// It is too large to go along with the data.
  case tooLarge
}

/// How the second copy of the data stands.
public enum SecondCopyState: Equatable, Sendable {
  /// None is set.
  case notSet
  /// Made at that wall time, that many hours ago.
  case made(at: String, hoursAgo: Int)
  /// Set, but never made or not to be reached now; the newest one, if any, at that time.
  case missing(last: String?)
}

/// What the screens ask of the loop; it carries one out and answers with a message.
public enum Effect: Sendable {
  /// Write entries about the village, in one write; answered by `recorded` or `notRecorded`.
  case record([EntryDraft])
  /// Write entries about the team; answered likewise, and by `team`.
  case recordTeam([EntryDraft])
  /// Read a household; answered by `opened`.
  case open(HouseholdID)
  /// The door was left: bring the derived files up to date; answered by `village`.
  case settle
  /// Remember the place in an interview, unsynced.
  case rememberPlace(InterviewID, JSON)
  /// Remember who is at the keyboard, and the language.
  case remember(person: PersonID?, language: Language)
  /// Open another village; answered by `village`.
  case openVillage(code: String)
  /// Make the second copy now.
  case copyNow
  /// Meet the other laptops in a folder; answered by `syncProgress` now and then, at last by
  /// `syncEnded`.
  case sync(path: String)
  /// Stop the meeting under way as soon as that does no harm.
  case stopSync
  /// Read the devices of the team; answered by `devices`.
  case showDevices
  /// Let a device into the team under a name; answered by `recorded`, `team` and `devices`, or
  /// `notRecorded`.
  case admitDevice(key: [UInt8], name: String)
  /// Revoke a device from the newest entries on that are here of it; answered by `recorded`, `team` and
  /// `devices`, or `notRecorded`.
  case revokeDevice(key: [UInt8], reason: String)
  /// Find what two people wrote differently in the open village, in a language; answered by `conflicts`.
  case findConflicts(Language)
  /// Settle what two people wrote differently with an answer of one's own; answered by `recorded`,
  /// `notRecorded` or `notSettled`.
  case settleConflict(id: String, text: String)
  /// Ask how long a person has to wait before a PIN may be tried; answered by `pin`.
  case askPINWait(PersonID)
  /// Look whether these digits are a person's PIN; answered by `pin`.
  case checkPIN(PersonID, String)
  /// Make these digits the PIN of the person at the keyboard; answered by `recorded` or `notRecorded`, and
  /// by `team`; by `pin` where that cannot be done here.
  case setPIN(String)
  /// Find out what an erasure would take away; answered by `erasure`.
  case planErasure(ErasureTarget)
  /// Erase for a reason; answered by `village` and `erased`, or by `notRecorded`.
  case erase(ErasureTarget, reason: String)
  /// Look which of some households can be approved at once, on a day; answered by `clean`.
  case findClean([HouseholdID], today: String)
  /// Find what the person at the keyboard wrote on an interview and has not sent; answered by `comments`.
  case readComments(InterviewID)
  /// Keep what the person at the keyboard wrote on an interview and has not sent: all of it, none where
  /// nothing is left; answered only where it cannot be kept.
  case keepComments(InterviewID, [ReviewComment])
  /// Read all that is known of an issue of the ledger; answered by `issue`.
  case openIssue(IssueID, in: Ledger)
  /// Keep files that are evidence with the data; answered by `evidence` or `noEvidence`.
  case keepEvidence([String])
  /// Keys typed ahead are not for the next question.
  case dropTypeAhead
  /// Give the terminal back until the program is called again.
  case suspend
  /// Paint the whole screen anew.
  case repaint
  /// Leave the program.
  case quit
}

extension Effect {
  /// More entries than these in one write are felt: each household that they touch is summed up anew.
  private static let many = 20

  /// Whether it takes so long that what is under way is to be seen before it is begun.
  public var takesAMoment: Bool {
    switch self {
    case .admitDevice, .revokeDevice, .findClean: true
    case .record(let drafts): drafts.count > Self.many
    default: false
    }
  }
}

/// One line said to the person, above the footer, until the next key.
public struct Notice: Equatable, Sendable {
  /// The sentence.
  public var text: String
  /// How it is meant.
  public var role: Role

  /// A sentence and how it is meant.
  public init(_ text: String, role: Role = .dim) {
    self.text = text
    self.role = role
  }
}
