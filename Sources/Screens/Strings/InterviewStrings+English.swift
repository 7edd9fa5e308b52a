import FormEngine

extension InterviewStrings {
  /// The sentences in English.
  static let english = InterviewStrings(
    position: { "\($0)  question \($1) of \($2) so far" },
    inSection: { "\($0)/\($1) here" },
    end: "the end",
    people: { $0 == 1 ? "1 person" : "\($0) people" },
    group: { "\($0) no. \($1)" },
    open: { $0 == 0 ? "all answered" : "\($0) open" },
    age: { "\($0) y" },
    unnamed: "(no name)",
    sentenceGap: " ",
    listSeparator: ", ",
    registered: { "The register says: \($0)" },
    proposed: { "Filled in beforehand: \($0)" },
    saidBefore: { "Answered before: \($0). It is asked again." },
    allStillHold: { "all \($0) answers asked again still hold" },
    stillHoldSaved: "Noted: what was answered before still holds.",
    registeredGoOn: "If that is right press Enter; else change it.",
    answeredNow: { "Answered: \($0)" },
    carried: { "Last household: \($0)  (^V takes it)" },
    remarked: { "Remark: \($0)" },
    decided: { person, time, others in
      "Two people differed; decided by \(person), \(time)"
        + (others.isEmpty
          ? "."
          : "; not chosen: " + others.map { "\($0.value) (\($0.person))" }.joined(separator: ", ")
            + ".")
    },
    guidance: { "How to ask: \($0)" },
    guidanceMore: "(? shows all)",
    following: { "Next: \($0)" },
    followingEnd: "Next: look it through and finish",
    readOnly: "This comes from the register and cannot be changed. Enter goes on.",
    note: "Enter goes on when you have read it.",
    special: { special in
      switch special {
      case .dk: "don't know"
      case .ref: "refused"
      case .na: "not applicable"
      }
    },
    completed: { "Complete since \($0). To change it: menu (^P), open again." },
    chooseOne: "Press the number; it goes on by itself.",
    chooseOneNumber: "Number or a few letters, then Enter; or the arrows.",
    chooseSeveral: "Several: a number ticks or unticks; Enter when done.",
    chooseSeveralNumber: "Several: number and Enter tick; Enter alone when done.",
    found: { "Looking for \"\($0)\": \($1). Backspace changes it." },
    typedNumber: { "Number: \($0)" },
    more: { "\($0)-\($1) of \($2)  ↓ more" },
    restores: { $0.isEmpty ? "Esc restores the old answer." : "Esc restores: \($0)" },
    noChoices: "Its choices depend on an earlier answer. Enter goes to what is still open.",
    noChoicesAtAll: "There is nothing to choose here now. Enter goes on.",
    dateFormat: "Write 2024-05-15 or 20240515.",
    emptyRequired:
      "This must be asked. ^O for don't know or refused; Enter again skips it for now.",
    emptyRequiredNoSpecial: "This must be asked. Enter again skips it for now.",
    noSuchKey: "No such number; look at the numbers on the left.",
    onlyInRoster: "only in the list of members",
    onlyChoices: "only where there are choices",
    notCarried: "not for this question",
    nothingShownAgain: "no answer came back that was hidden",
    pressAgainToConfirm: "Ticked. Choose more, or Enter again when done.",
    unsavedText: { "What you typed is not saved. Enter saves it; \($0) again drops it." },
    replaced: { "Unticked the register's \"\($0)\": not both. Esc undoes that." },
    allAnswered: "Everything asked for is answered. Look it through, then finish.",
    remarkSaved: "The remark is saved.",
    rowAdded: { "\($0) was added. Type another name, or Enter to go on." },
    rowStruck: "Struck out; the record keeps it.",
    undone: "Undone. ^Y does it again.",
    redone: "Done again.",
    reopened: "Open again; it can be changed now.",
    completedNow: "This household is complete and saved.",
    visitEnded: "The visit is ended and saved.",
    nothingCarried: "There is no answer of the last household for this question.",
    noSpecials: "No don't know or refused here. ^T puts a remark.",
    onlyAtQuestion: "Only at a question.",
    onlyAtRoster: "Only at the list of people (^F goes there).",
    chooseRowFirst: "Choose a person first, with the arrows or the number.",
    onlyWhenCompleted: "It is not complete; it need not be opened again.",
    noOpenVisit: "The visit is ended already.",
    firstSection: "This is the first section.",
    firstQuestion: "This is the first question.",
    specialTitle: "How to write it down",
    remarkTitle: { "Remark: \($0)" },
    remarkHint: "Enter saves. For example: card not seen, what was said, what to ask next time.",
    strikeTitle: { "Strike out \($0): why?" },
    strikeReason: { code in
      switch code {
      case "died": "died"
      case "married": "married out"
      case "moved": "moved away"
      default: "entered by mistake"
      }
    },
    reopenTitle: "Open a complete interview again",
    reopenHint: "Give the reason, then Enter; such as: income was checked and changed.",
    goToTitle: "Go to which question",
    goToHint: "The number, or words of the question, or a name:",
    goToNone: "None found. Backspace changes it, Esc goes back.",
    rosterTitle: { "\($0): \($1)" },
    rosterHint: "All there? Enter asks about each. Type a name to add; ↓ chooses a person.",
    rosterAdd: { "Add a person, name: \($0)" },
    rosterAddHint: "Enter adds the name; Esc does not.",
    rosterColumns: (
      name: "Name", relation: "Relation", age: "Age", place: "Where", done: "Done"
    ),
    rosterDone: "all",
    rosterNext: "ask on",
    rosterOpen: "ask this one",
    rosterSave: "add",
    readBack: "read the answers back",
    readBackFirst: { "Read the answers back first: \($0)." },
    readBackTitle: "Read the answers back",
    readBackHint: "Read each aloud; change what is wrong afterwards with ^F. ! is still open.",
    readBackMore: { "lines \($0)-\($1) of \($2)  ↑ ↓ PgUp PgDn" },
    readBackDone: "done, back",
    endClean: "Everything asked for is answered.",
    endFinish: "Press 1 to complete this interview.",
    endReturn: "Press 2 to end this visit.",
    endClosed: "This interview is complete. Press 2 to leave.",
    endMind: {
      "All is answered; \($0) to bear in mind."
    },
    endOpen: {
      $0 == 1
        ? "1 thing to look at. Enter goes there:" : "\($0) things to look at. Enter goes there:"
    },
    result: { "Visit result: \($0)" },
    noResult: "Visit result: not given yet",
    unanswered: "open",
    unconfirmed: "to confirm",
    numberTaken: { "same number as \($0)" },
    invalid: "not allowed",
    warning: "mind",
    actComplete: "Complete this interview",
    actEndVisit: "End this visit and come back later",
    actLeave: "Leave for now (all is saved; the visit is not ended)",
    actReopen: "Open again (with a reason)",
    confirmAnyway: {
      "\($0) not answered or confirmed. 9 completes all the same, Enter goes there."
    },
    goThere: "go there",
    save: "save",
    choose: "choose",
    tick: "tick",
    untick: "untick",
    goToOpen: "go to the open one",
    notFinal: "The result says someone comes back: not to be completed; 2 ends this visit",
    helpWhat:
      "One question at a time. An answer is on the disk as soon as Enter or its number is pressed; a power cut loses nothing.",
    helpChoices:
      "One choice: press the number on its left. With ten or more, type the number and press Enter. ^O for don't know or refused.",
    helpSeveral: "Several choices: a number ticks, again unticks; Enter when all are ticked.",
    helpField: "Text or number: type and press Enter. ^U clears, Esc brings the old answer back.",
    helpRoster:
      "People: compare with the household booklet. Type a missing name and press Enter. Choose one too many with ↓ and press Del or F4. The dead and those who left can also be marked under \"Where now\".",
    helpEnd:
      "The end: go to what is open first. 1 completes; 2 if you come back. To change it later, open it again with a reason.",
    helpReadBack:
      "Reading back: all answers of this household. Read each aloud; it is checked when the person says yes. ! stands before what is open. Enter or Esc goes back to the question.",
    helpBar: "The line above has the sections: [Wat] is this one, Hh+ is done, Fd. is begun.")
}
