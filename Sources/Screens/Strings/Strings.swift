import Fieldwork
import FormEngine
import Station
import Terminal

/// Every sentence of the program in one language; one that is missing does not compile.
///
/// Sentences of one part of the program stand in a table of their own. Numbers and names are handed
/// in, so that each language puts them where it wants them.
public struct Strings: Sendable {
  /// What a command is called, short enough for the footer.
  let command: @Sendable (Command) -> String
  /// What Enter does in a panel.
  let confirm: String
  /// Why nothing is to be scrolled.
  let allIsSeen: String
  /// That no line has a number.
  let noSuchNumber: @Sendable (_ number: String) -> String
  /// That characters which came at once were not taken.
  let burstRefused: String
  /// That Enter was not taken, since it was meant for what was refused just before.
  let enterRefused: String
  /// What Enter does where there is only something to read.
  let close: String
  let menuTitle: String
  let helpTitle: String
  let keysTitle: String
  let quitQuestion: String
  let quitChoices: String
  let blankHint: String
  let tooSmall: @Sendable (Size) -> String
  /// Why nothing was written, and what to do.
  let fault: @Sendable (StoreFault) -> String
  /// Why something could not be read, and what to do.
  let notOpened: @Sendable (StoreFault) -> String
  /// How a line of a list of more than nine is chosen, and how many of them are seen.
  let numberThenEnter: @Sendable (_ seen: Int, _ count: Int) -> String
  /// Why an act in an interview cannot be done, and what to do.
  let refusal: @Sendable (InterviewSession.Refusal) -> String
  let status: @Sendable (HouseholdStatus) -> String
  /// What is to be said of the second copy; nil when there is nothing to say.
  let secondCopy: @Sendable (SecondCopyState) -> String?
  /// The sentences of the plain mode.
  let plain: PlainStrings
  /// The sentences of the household screens.
  let households: HouseholdStrings
  /// The sentences of the interview screens.
  let interview: InterviewStrings
  /// The sentences of findings and verdicts.
  let findings: FindingStrings
  /// The sentences of a village's standard.
  let standard: StandardStrings
  /// The sentences of meeting other laptops.
  let meeting: MeetingStrings
  /// The sentences of the team's devices.
  let devices: DeviceStrings
  /// The sentences of what two people wrote differently.
  let conflicts: ConflictStrings
  /// The sentences of people and their PINs.
  let people: PeopleStrings
  /// The sentences of erasing.
  let erasure: ErasureStrings
  /// The sentences of review.
  let review: ReviewStrings
  /// The sentences of the issue ledger.
  let ledger: LedgerStrings
}
