import Fieldwork
import FormEngine
import Station

extension Strings {
  /// The sentences in English.
  static let english = Strings(
    command: { command in
      switch command {
      case .next: "next"
      case .previous: "back"
      case .sectionBack: "section back"
      case .sectionForward: "next section"
      case .nextUnanswered: "next open"
      case .special: "don't know/refused"
      case .remark: "remark"
      case .goTo: "go to"
      case .menu: "menu"
      case .undo: "undo"
      case .redo: "redo"
      case .cancel: "back"
      case .help: "help"
      case .leave: "leave"
      case .language: "中文"
      case .blank: "blank the screen"
      case .person: "change person"
      case .day: "today"
      case .suspend: "back to the shell for a while"
      case .repaint: "paint the screen anew"
      case .carry: "as the last household"
      case .clear: "clear"
      case .readBack: "read back"
      case .addRow: "add person"
      case .removeRow: "strike out"
      case .filter: "filter"
      case .order: "order"
      case .group: "choose group"
      case .status: "choose status"
      case .enrol: "enrol household"
      case .move: "move to another household"
      case .reopen: "open again"
      case .stillHold: "earlier answers still hold"
      case .visits: "end this visit"
      case .village: "change village"
      case .found: "what was found"
      case .verdict: "choose verdict"
      case .standard: "the standard"
      case .sync: "sync"
      case .conflicts: "what differs"
      case .devices: "laptops and people"
      case .takeAway: "check this household out"
      case .erase: "erase"
      case .history: "how it came about"
      case .giveBack: "give this household back"
      case .review: "review"
      case .approve: "approve"
      case .comment: "comment on a question"
      case .commentWhole: "comment on the whole"
      case .returnInterview: "return"
      case .unapprove: "take the approval back"
      case .nextHousehold: "next household"
      case .approveMany: "approve many"
      case .dropComments: "drop unsent comments"
      case .assign: "assign"
      case .ledger: "issues"
      case .ledgerView: "other table"
      case .newIssue: "new issue"
      case .assignIssue: "assign"
      case .beginIssue: "begin the measure"
      case .reportIssue: "report it gone"
      case .sendBack: "send back"
      case .strikeOff: "strike off"
      case .reopenIssue: "open again"
      case .describeIssue: "change class, source, cause"
      case .reask: "ask the household again"
      case .similar: "similar cases"
      }
    },
    confirm: "OK",
    allIsSeen: "all of it is on the screen",
    noSuchNumber: { "There is no number \($0); nothing was chosen. See the numbers in front." },
    burstRefused: "Several characters came at once and were not taken. Press them one by one.",
    enterRefused: "The number was not taken, so Enter does nothing either. Please choose again.",
    close: "close",
    menuTitle: "What can be done here",
    helpTitle: "Help",
    keysTitle: "Keys",
    quitQuestion: "Leave ruhu? Every answer is saved.",
    quitChoices: "1 leave   2 stay",
    blankHint: "press Enter to go on / 按 Enter 继续",
    tooSmall: {
      "The window is too small: 80x24 is needed, it is \($0). Make it larger to go on; nothing is lost."
    },
    fault: { fault in
      switch fault {
      case .diskFull:
        "Not saved: the disk is full. Delete other files to make room, then answer again."
      case .readOnly:
        "Not saved: the data folder cannot be written. Check its permissions or use another."
      case .syncFailed:
        "Not saved: the disk did not confirm. Answer again; if it recurs, back up to a stick now."
      case .failed(let errno):
        "Not saved: system error \(errno). Answer again; if it recurs, back up and change laptops."
      case .notOpenForWriting:
        "Not saved: another ruhu is working in this folder. Close it first."
      }
    },
    notOpened: { fault in
      switch fault {
      case .failed(let errno):
        "Cannot be opened: system error \(errno). Leave and start again, or check with ruhu verify."
      default:
        "Cannot be opened: the data folder cannot be read. Check permissions, or run ruhu verify."
      }
    },
    numberThenEnter: { seen, count in
      seen < count
        ? "Type the number, then Enter. \(count - seen) more below: ↓"
        : "Type the number, then Enter."
    },
    refusal: { refusal in
      switch refusal {
      case .completed: "This interview is complete. To change it, open it again with a reason."
      case .waiting: "The last answer is still being written; wait a moment."
      case .constraint(let message): message
      case .badValue(let value):
        switch value {
        case .notAWholeNumber: "Give a whole number in digits, without a unit, such as 1200."
        case .notANumber: "Give a number in digits, without a unit, such as 2.5."
        case .tooLarge: "The number is too large; please check."
        case .notADate: "Write the date as 2024-05-15."
        case .noSuchDay: "There is no such day; check the date."
        case .notAcknowledged: "Press Enter to confirm."
        }
      case .notAChoice: "There is no such choice; use a number that is listed."
      case .readOnly: "The register fills this in; it cannot be changed here."
      case .notRelevant: "This question does not apply now."
      case .nothingToReverse:
        "Nothing to undo or redo: only your own answers in this open interview can be."
      case .noResult: "Answer \"Visit result\" first."
      case .resultNotFinal:
        "The result says someone comes back: end the visit; the interview stays open."
      case .noReason: "Give a reason."
      case .commentsOpen(let count):
        "\(count == 1 ? "One comment is" : "\(count) comments are") not answered yet: answer at the question with ^T."
      }
    },
    status: { status in
      switch status {
      case .notVisited: "to visit"
      case .begun: "begun"
      case .absent: "absent"
      case .away: "away"
      case .refused: "refused"
      case .complete: "complete"
      case .gone: "gone"
      }
    },
    secondCopy: { state in
      switch state {
      case .notSet:
        "No second copy is set: a dropped laptop would cost everything. Use ruhu backup or set a stick."
      case .made(_, let hours):
        hours >= 24 ? "The second copy is \(hours) hours old; plug in the stick." : nil
      case .missing(let last):
        last.map {
          "The second copy's place is not there; last made \($0.prefix(16)). Plug in the stick."
        }
          ?? "The second copy was never made; plug in the stick."
      }
    },
    plain: .english,
    households: .english,
    interview: .english,
    findings: .english,
    standard: .english,
    meeting: .english,
    devices: .english,
    conflicts: .english,
    people: .english,
    erasure: .english,
    review: .english,
    ledger: .english)
}
