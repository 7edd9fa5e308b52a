/// One thing that happens in a world.
///
/// What happens, on which laptop, and the number all chance in it follows
/// from. What it comes to depends on what is there when it happens; where it cannot happen, nothing
/// does. So any step can be dropped, and the others still mean something.
struct Step: Sendable, Equatable {
  /// What can happen.
  enum Act: String, Sendable, CaseIterable {
    // A person's work.
    case importRegister, enrol, openDoor, answer, answerAgain, dontKnow, addRow, strikeRow
    case undo, redo, remark, householdRemark, endVisit, complete, reopen, seeFindings, move
    case chooseStandard, nameVillage, confirmDate, take, giveBack
    case assign, giveInterviewBack, answerComments, approve, unapprove, typeIssue, workOnIssue
    case leadIssueOn
    case settle, setAside, join, eraseAnswer, eraseHousehold
    case addPerson, admit, revoke
    // What the program and the machine do.
    case leaveDoor, closeAndOpen, kill, powerCut, syncFails, clockJump
    case backUp, restore, rollBack, clone
    // Meeting.
    case meet, meetAndStop, stickPulled, stickFull, stickReadOnly
    // What happens to a folder that others carry.
    case fileLost, fileTorn, fileRepeated, fileHeldBack, filesReturned, stickRolledBack, strayFile
  }

  /// Its number in the world it was drawn for.
  var number: Int
  /// What.
  var act: Act
  /// The laptop, by its number; where there are fewer, counted round.
  var laptop: Int
  /// The exchange folder, where one is in it.
  var stick: Int
  /// What all chance in it follows from.
  var pick: UInt64
}
