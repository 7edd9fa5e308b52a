extension IssueSentences {
  static let english = IssueSentences(
    issues:
      "The issue ledger: its four tables, one issue from end to end, from giving it to somebody to striking it off",
    discussion:
      "An issue is called by household and rule, as 43/WA1; where several members have one, with the name, as 43/ME1/NAME; one that was typed by the beginning of its identity.",
    list: "List the issues, the most urgent first",
    viewHelp: "Which table: problems, responsibilities, tasks or rectification",
    stateHelp: "Only those in this state: new, assigned, underway, to-check, struck-off",
    openHelp: "Only those that are not struck off",
    overdueHelp: "Only those that are overdue",
    soonHelp: "Only those that are due within 7 days",
    responsibleHelp: "Only those for which this person answers, by name",
    listUsage: "--open and --state, or --overdue and --soon, cannot go together.",
    show:
      "Show one issue: what it rests on, who answers for it, each step, those without effect too",
    issueHelp: "The issue, as 43/WA1, or the beginning of its identity",
    similar: "List the households with the same pattern",
    noSimilar: "The same was found nowhere else.",
    open:
      "Write down an issue that the questionnaire did not find: of a household, a site or the village",
    textOfIssueHelp: "What the problem is, in a sentence",
    siteHelp: "The site or project by name; without it and without a household it is the village's",
    classHelp: "Which of the three kinds of problems",
    sourceHelp: "Where it was found, as census, lookback, unannounced, hotline",
    openUsage: "Only one of --household and --site can be given.",
    yellowHelp: "Make an issue of this yellow finding of the household",
    memberHelp: "Which member the finding is about",
    openRuleUsage: "Give --text, or --household and --rule (and then no --domain).",
    whichFinding: { rule, offered in
      "'\(rule)' does not name one yellow finding to make an issue of. "
        + (offered.isEmpty
          ? "The household has none." : "There are: \(offered.joined(separator: ", ")).")
    },
    describe: "Say cause, class, source and note of an issue anew; what is not named stays",
    causeHelp: "The cause, a code of the form's question for the main cause",
    noteHelp: "What is to be known of it",
    assign: "Give an issue to somebody, or anew: a measure, a day and a person by name are needed",
    measureHelp: "What is to be done",
    deadlineHelp: "By which day, as 2026-12-31",
    prefectureHelp: "Who leads in the prefecture",
    countyHelp: "Who is in charge in the county",
    departmentHelp: "Who answers in the department",
    townshipHelp: "Who answers in the township or the village",
    begin: "Say that the measure is under way",
    textHelp: "What is being done",
    report: "Say that it is gone: by answers asked again, or by evidence",
    answersHelp: "By the newest completed interview of the household",
    fileHelp:
      "A file of evidence, may be given several times; it is kept with the data and syncs with it",
    evidenceTextHelp: "What was seen, in words",
    reportUsage: "Give --answers, or --file and --text: one of the two.",
    sendBack: "Say that it is not gone",
    strikeOff: "Confirm that it is gone; neither who reported it nor whose answers they are can",
    reopen: "Open an issue again that was struck off",
    reasonHelp: "Why; it stays in the record",
    files: "Write the files of evidence out again under their names",
    toHelp: "The folder where they go",
    noSuchIssue: { "There is no issue \"\($0)\". ruhu issues lists them." },
    severalIssues: { "\"\($0)\" is more than one issue, write one of:" },
    noDay: { "\"\($0)\" is no day. Write it as 2026-12-31." },
    noSuchDomain: { "There is no domain \"\($0)\". There are: \($1.joined(separator: ", "))." },
    noSuchCause: { "There is no cause \"\($0)\". There are: \($1.joined(separator: ", "))." },
    noFiles: "This issue has no files of evidence.",
    notHere: {
      "\($0.isEmpty ? $1 : $0): the file has not come to this laptop yet, or is damaged (\($1))."
    },
    inTheWay: { "\($0): another file of that name lies there and was left alone." })
}
