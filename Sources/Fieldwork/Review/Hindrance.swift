/// Why a person cannot do something in the review of an interview or to an issue: the reason a screen
/// gives, and the reason for which an entry has no effect.
public enum Hindrance: Hashable, Sendable {
  /// The person is neither a supervisor nor of the office.
  case noRole
  /// Something in the interview is the person's own work.
  case ownWork
  /// The interview is not complete.
  case notCompleted
  /// So many conflicts in it are open.
  case conflicts(Int)
  /// So many comments are not answered.
  case commentsOpen(Int)
  /// It is not approved.
  case notApproved
  /// It is approved at this level already.
  case alreadyApproved
  /// A supervisor has to approve it before the office does.
  case supervisorFirst
  /// The supervisor who approved it cannot approve it for the office, too.
  case samePerson
  /// No word was said: a comment to return it, or the reason.
  case nothingSaid
  /// An approval does not name all that its writer had seen.
  case notAllNamed

  /// The issue was not opened.
  case notOpened
  /// The issue stands where this is not done.
  case inState(IssueState)
  /// A measure, a deadline or a person by name is missing.
  case incomplete
  /// The person said that it is gone, or gave the answers by which it is.
  case ownGround
  /// The ground is no evidence: neither a file nor a word.
  case noEvidence
  /// The named interview or its completion is not here, or is not this household's.
  case groundMissing
  /// The interview was completed without knowing of the issue, as it stands.
  case groundTooOld
  /// The completion no longer stands: the interview was opened again, or changed elsewhere.
  case groundGone
  /// By the answers the rule is still true, or cannot be told.
  case groundNotMet
  /// Somebody sent it back, or opened it again, without knowing of this: the careful one wins.
  case contradicted
}
