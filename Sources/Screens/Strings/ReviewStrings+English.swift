import Fieldwork
import FormEngine
import Station

extension ReviewStrings {
  static let english = ReviewStrings(
    title: { village, person in "Review  \(village)" + (person.map { "  \($0)" } ?? "") },
    due: { "\($0) to look at" },
    columns: ["No.", "Group", "Head", "Review", "Why"],
    flag: { flag in
      switch flag {
      case .red: "red"
      case .unknown: "unknown"
      case .missed: "missed"
      case .conflict: "differs"
      case .quality: "quality"
      case .changed: "changed since"
      case .overdue: "overdue"
      }
    },
    state: { state in
      switch state {
      case .notBegun: "not begun"
      case .assigned: "assigned"
      case .started: "under way"
      case .completed: "completed"
      case .returned: "returned"
      case .completedAgain: "completed again"
      case .approvedBySupervisor: "ok by supervisor"
      case .approvedByOffice: "ok by office"
      case .approvedThenChanged: "ok, then changed"
      }
    },
    mark: { mark in
      switch mark {
      case .commented: "has comments"
      case .returnedBefore: "returned before"
      case .changedAfterSeen: "changed after a finding was seen"
      case .proxy: "answered by someone else"
      }
    },
    position: { "\($0) of \($1)" },
    nothingDue: "Nothing to review.",
    nothingLeft: "No household is left by this filter. Esc shows all.",
    filterTitle: "Only which",
    kind: { kind in
      switch kind {
      case .flag: "Why"
      case .level: "Level"
      case .domain: "Domain"
      case .group: "Group"
      case .surveyor: "Surveyor"
      case .state: "Review"
      case .commented, .returnedBefore, .changedAfterSeen, .proxy: "How it was done"
      }
    },
    chosen: { "\($0): \($1 ?? "all")" },
    marks: "How it was done",
    all: "all",
    noGroup: "(no group)",
    nobodyReviews: "only a supervisor or the office reviews",
    queueHelp: [
      "The households that need a look, the worst first: red findings, what is unknown, who was missed, what differs, warnings about the work, what changed after it was approved, issues that are overdue.",
      "Ctrl+F narrows the list, by several things at once; the number of households stands behind each.",
      "Nobody approves an interview in which an answer is theirs: another person looks at it.",
    ],
    approve: "Approve",
    commentOn: "Comment on a question",
    commentWhole: "Comment on the interview as a whole",
    giveBack: {
      $0 == 0 ? "Return" : "Return with \($0 == 1 ? "1 comment" : "\($0) comments")"
    },
    takeBack: "Take the approval back",
    found: "See what was found",
    next: "Next household",
    back: "Back to the queue",
    commentHint: "Say what is to be looked at or put right, then Enter.",
    reasonHint: "Say why, then Enter.",
    pickTitle: "Comment on which question",
    pickEnter: "comment",
    commentKept: { "\($0 == 1 ? "1 comment" : "\($0) comments") kept; sent with the return." },
    commentsLost: {
      "\($0 == 1 ? "1 comment is" : "\($0) comments are") not returned yet; once more drops them."
    },
    approved: "Approved and recorded.",
    returned: { "Returned with \($0 == 1 ? "1 comment" : "\($0) comments")." },
    tookBack: "The approval is taken back, and that is recorded.",
    notBegun: "Nobody was interviewed here yet: there is nothing to review.",
    hindrance: { hindrance in
      switch hindrance {
      case .noRole: "only a supervisor or the office may"
      case .ownWork: "some of it is your own work: another person reviews it"
      case .notCompleted: "the interview is not complete"
      case .conflicts(let count):
        count == 1 ? "one thing differs: decide it first" : "\(count) things differ: decide first"
      case .commentsOpen(let count):
        count == 1 ? "one comment is not answered" : "\(count) comments are not answered"
      case .notApproved: "it is not approved"
      case .alreadyApproved: "it is approved already"
      case .supervisorFirst: "a supervisor approves it first"
      case .samePerson: "you approved it as supervisor: another person does for the office"
      case .nothingSaid: "say something first: a comment, or the reason"
      case .notAllNamed: "something changed meanwhile: look again"
      case .notOpened: "there is no such issue yet"
      case .inState(let state): "not while it is \(englishIssue(state))"
      case .incomplete: "a measure, a deadline and a person by name are needed"
      case .ownGround: "you reported it or gave the answers: another person checks"
      case .noEvidence: "there is no evidence: a file or a word is needed"
      case .groundMissing: "the interview that it names is not here"
      case .groundTooOld: "that interview was completed without knowing of the issue"
      case .groundGone: "that interview was opened again or changed since"
      case .groundNotMet: "by those answers it is still so, or cannot be told"
      case .contradicted: "somebody sent it back or opened it again meanwhile: that counts"
      }
    },
    issueState: englishIssue,
    heading: { heading in
      switch heading {
      case .toSend: "Comments to send"
      case .comments: "Comments"
      case .changed: "Changed since the last review"
      case .verdicts: "Verdicts"
      case .findings: "Findings"
      case .remarks: "Remarks"
      case .answers: "Answers"
      case .history: "Answers that were changed: from, to, who, when"
      case .steps: "What was done"
      }
    },
    whole: "the whole interview",
    standing: { state, times, workers in
      var text = state
      if times > 0 { text += "  returned \(times == 1 ? "once" : "\(times) times")" }
      if !workers.isEmpty { text += "  by \(workers.joined(separator: ", "))" }
      return text
    },
    step: { kind, name in
      switch kind {
      case .assigned: name.map { "given to \($0)" } ?? "given to nobody"
      case .started: "begun"
      case .completed: "completed"
      case .reopened: "opened again"
      case .returned(let comments):
        "returned with \(comments == 1 ? "1 comment" : "\(comments) comments")"
      case .approved: "approved"
      case .unapproved: "approval taken back"
      }
    },
    line: { "\($0)   \($1), \($2)" },
    withoutEffect: { "\($0)  [without effect: \($1)]" },
    change: { "\($0): \($1) -> \($2)" },
    empty: "(none)",
    toSend: { "\($0): \($1)" },
    householdHelp: [
      "Look at the verdicts and findings, then at what changed since the last review and at the comments.",
      "Where all is well, approve. Else comment on questions, then return; the surveyor answers each comment before it can be completed again.",
      "What cannot be done says why.",
    ],
    comment: { text, person, answer in
      "Comment (\(person)): \(text)" + (answer.map { "  Answer: \($0)" } ?? "  [^T answers]")
    },
    commentAtEnd: { "Comment: \($0)  [^T answers]" },
    answer: "answer comment",
    answerTitle: { "Answer: \($0)" },
    answerHint: "What you found, or why it is so. Where the answer is wrong, change it first.",
    answered: { $0 == 0 ? "Answered; no comment is left." : "Answered; \($0) left." },
    waiting: {
      "Returned: \($0 == 1 ? "1 comment waits" : "\($0) comments wait") for an answer"
    },
    goOnWith: { "Answer the comments, \($0) left" })

  private static let englishIssue: @Sendable (IssueState) -> String = { state in
    switch state {
    case .new: "new"
    case .assigned: "assigned"
    case .underway: "under way"
    case .toCheck: "to be checked"
    case .struckOff: "struck off"
    }
  }
}
