import Fieldwork
import FormEngine
import Station

extension ReviewStrings {
  static let english = ReviewStrings(
    title: { village, person in "Review  \(village)" + (person.map { "  \($0)" } ?? "") },
    due: { "\($0) to look at" },
    columns: ["No.", "Group", "Head", "Review", "Why"],
    flag: englishFlag,
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
    damage: { entry, device, people in
      "History incomplete from entry \(entry): \(device)"
        + (people.isEmpty ? "" : ", used by \(people.joined(separator: ", "))")
    },
    damageMore: { "and \($0) more" },
    queueHelp: [
      "The households that need a look, the worst first: red findings, what is unknown, who was missed, what differs, warnings about the work, what changed after it was approved, issues that are overdue.",
      "Missed is where somebody went and nobody was interviewed (absent, refused) without a day agreed that is still to come, or where somebody was given the household and has not gone yet. A household that nobody was given is not missed.",
      "Ctrl+F narrows the list, by several things at once; the number of households stands behind each.",
      "Ctrl+E approves at once what is clear among the households that are listed; it says which before it does. Ctrl+T gives households to a surveyor.",
      "Nobody approves an interview in which an answer is theirs: another person looks at it.",
    ],
    manyTitle: "Approve many",
    approveThese: {
      $0 == 1 ? "Approve the household below" : "Approve the \($0) households below"
    },
    noneClean: "no household can be approved at once",
    cleanHeading: { "To be approved: \($0)" },
    leftOutHeading: { "Left out, to be opened one by one: \($0)" },
    leftOut: { reason in
      switch reason {
      case .flag(let flag): englishFlag(flag)
      case .toVerify: "something is to be verified"
      case .comments: "comments are not answered"
      case .hindrance(let hindrance): englishHindrance(hindrance)
      }
    },
    looking: "Looking at each household ...",
    recording: "Recording ...",
    approvedMany: {
      "\($0 == 1 ? "1 interview" : "\($0) interviews") approved and recorded."
    },
    manyHelp: [
      "Only households of which nothing is flagged: nothing red or yellow, nothing unknown, no warning, nothing that differs, every comment answered, and none of it your own work.",
      "1 approves them at once, with an entry for each. The others stand below with the reason, to be opened one by one.",
    ],
    assignWhich: "Give which households",
    assignAll: { "all \($0) that are listed" },
    assignWhom: { "Give \($0 == 1 ? "the household" : "\($0) households") to whom" },
    assignNobody: "nobody",
    assigned: { count, person in
      "\(count == 1 ? "1 household" : "\(count) households") given to \(person ?? "nobody")."
    },
    assignedAlready: "They are already; nothing is changed.",
    assignedTo: { "given to \($0)" },
    ownChoice: { "Whose: \($0 ? "given to me" : "all")" },
    own: "given to me",
    noneOwn: "no household was given to you",
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
    commentsStay: {
      "\($0 == 1 ? "1 comment is" : "\($0) comments are") not returned yet and kept on this laptop."
    },
    commentsFound: {
      "\($0 == 1 ? "1 comment" : "\($0) comments") from before, not returned yet, below."
    },
    commentsDropped: {
      "\($0 == 1 ? "1 comment that was" : "\($0) comments that were") not returned dropped."
    },
    noComments: "no comment is written",
    history: "History of answers",
    historyTitle: { "History of answers, \($0)" },
    historyPick: "History of which question",
    historyEnter: "history",
    noHistory: "nobody has answered anything",
    historyHelp: [
      "Every answer as it was given or changed, the newest first: when, who, which question, from what to what.",
      "Enter shows one question alone; Ctrl+F finds a question by its number or words.",
    ],
    changedMark: "[changed since the last review]",
    unknownPeople: {
      "Done by people whom this team does not know: \($0.joined(separator: ", "))"
    },
    approved: "Approved and recorded.",
    returned: { "Returned with \($0 == 1 ? "1 comment" : "\($0) comments")." },
    tookBack: "The approval is taken back, and that is recorded.",
    notBegun: "Nobody was interviewed here yet: there is nothing to review.",
    hindrance: englishHindrance,
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
      case .visits: "Visits"
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

  private static let englishFlag: @Sendable (ReviewFlag) -> String = { flag in
    switch flag {
    case .red: "red"
    case .unknown: "unknown"
    case .missed: "missed"
    case .conflict: "differs"
    case .quality: "quality"
    case .changed: "changed since"
    case .overdue: "overdue"
    }
  }

  private static let englishHindrance: @Sendable (Hindrance) -> String = { hindrance in
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
  }

  private static let englishIssue: @Sendable (IssueState) -> String = { state in
    switch state {
    case .new: "new"
    case .assigned: "assigned"
    case .underway: "under way"
    case .toCheck: "to check"
    case .struckOff: "struck off"
    }
  }
}
