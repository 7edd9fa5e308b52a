import Fieldwork
import Station

extension LedgerStrings {
  static let english = LedgerStrings(
    title: { view, village in "\(englishView(view))  \(village)" },
    nextView: englishView,
    overdue: { "overdue \($0)" },
    soon: { "soon \($0)" },
    count: { "\($0) \($1)" },
    cleared: "no red one is open",
    columns: ["Due", "State", "No.", "Head, place", "Problem"],
    issueName: "Issue",
    due: { due in
      switch due {
      case .none: ""
      case .left(let days): "\(days)d left"
      case .soon(let days): days == 0 ? "due today" : "due in \(days)d"
      case .overdue(let days): "late \(days)d"
      }
    },
    column: { column in
      switch column {
      case .number: "#"
      case .group: "Group"
      case .household: "Household/place"
      case .member: "Member"
      case .problem: "Problem"
      case .domain: "Domain"
      case .level: "Level"
      case .issueClass: "Class"
      case .source: "Source"
      case .cause: "Cause"
      case .opened: "Found on"
      case .state: "State"
      case .departments: "Departments"
      case .responsible(let level): englishLevel(level)
      case .inCharge: "In charge"
      case .measure: "Measure"
      case .deadline: "Deadline"
      case .due: "Due"
      case .reported: "Reported by"
      case .ground: "Evidence"
      case .struckOff: "Struck off by"
      case .reopened: "Opened again"
      }
    },
    position: { "\($0) of \($1)" },
    sideways: { "←→ columns \($0.lowerBound)-\($0.upperBound) of \($1)  " },
    none: "No issue yet. Red findings come here by themselves; ^A writes one down.",
    nothingLeft: "No issue is left by this filter. Esc shows all.",
    nothingInView: "Nothing stands in this table yet: issues do once they are assigned.",
    filterTitle: "Only which",
    kind: { kind in
      switch kind {
      case .due: "Due"
      case .state: "State"
      case .level: "Level"
      case .domain: "Domain"
      case .group: "Group"
      case .responsible: "Person in charge"
      case .source: "Source"
      case .concern: "Household or place"
      case .issueClass: "Class"
      case .cause: "Cause"
      case .reopened, .doubtful, .typed: "Other"
      }
    },
    other: "Class, cause, place, other",
    chosen: { "\($0): \($1 ?? "all")" },
    all: "all",
    ordered: { order in
      switch order {
      case .urgency: "Order: the most urgent first"
      case .household: "Order: by group and number"
      case .deadline: "Order: by deadline"
      case .opened: "Order: the newest first"
      }
    },
    dueFacet: { $0 == .overdue ? "overdue" : "due within 7 days" },
    open: "not struck off",
    wholeVillage: "the village",
    mark: { mark in
      switch mark {
      case .reopened: "opened again before"
      case .doubtful: "said to be gone, answers still show it"
      case .typed: "written down by hand"
      }
    },
    issueClass: { issueClass in
      switch issueClass {
      case .direct: "1: bears on the goal at once"
      case .improvement: "2: the work has to get better"
      case .longTerm: "3: takes years to solve"
      }
    },
    shortClass: { String($0.rawValue) },
    source: { source in
      switch source {
      case .census: "census"
      case .lookback: "second look"
      case .unannounced: "unannounced visit"
      case .inspection: "inspection"
      case .audit: "audit"
      case .congress: "people's congress"
      case .discipline: "discipline and supervision"
      case .assessment: "assessment"
      case .petition: "petition"
      case .hotline: "hotline 12317"
      case .matching: "matching of lists"
      case .self: "the household itself"
      }
    },
    level: englishLevel,
    done: { "\($0) \($1)" },
    answers: "answers of a visit",
    evidence: { files, text in
      [files > 0 ? (files == 1 ? "1 file" : "\(files) files") : "", text]
        .filter { !$0.isEmpty }.joined(separator: ", ")
    },
    erased: "(erased household)",
    help: [
      "The issues of the village, the most urgent first: overdue, due soon, waiting for a second person, new, being dealt with, at last what is struck off. Red findings come here by themselves; ^A writes down any other.",
      "^E shows another table of the same records: problem list, responsibility list, work list, rectification ledger. Where one screen is too narrow, ← and → show the rest.",
      "Ctrl+F narrows the list, by several things at once; the number of issues stands behind each.",
      "To be struck off takes a ground, answers of a later visit that meet the standard, or evidence, and a second person who looks.",
    ],
    assign: { $0 ? "Assign anew" : "Assign" },
    begin: "Begin the measure",
    report: "Report it gone",
    sendBack: "Send back",
    strikeOff: { $0.map { "Strike off, confirming: \($0)" } ?? "Strike off" },
    reopen: "Open again",
    describe: "Change class, source and cause",
    reask: "Ask the household again",
    similar: {
      $0 == 0
        ? "Similar cases" : $0 == 1 ? "Similar cases (1 place)" : "Similar cases (\($0) places)"
    },
    back: "Back to the ledger",
    noHousehold: "it is not about one household",
    noInterview: "nobody was interviewed there yet",
    noSimilar: "it is like this nowhere else",
    heading: { heading in
      switch heading {
      case .problem: "Problem"
      case .about: "Record"
      case .assigned: "Assigned"
      case .ground: "Ground"
      case .steps: "What was done"
      }
    },
    standing: { state, deadline, due, times in
      var text = state
      if !deadline.isEmpty { text += "  due \(deadline)" }
      if !due.isEmpty { text += ", \(due)" }
      if times > 0 { text += "  opened again \(times == 1 ? "once" : "\(times) times")" }
      return text
    },
    line: { "\($0): \($1)" },
    label: { detail in
      switch detail {
      case .remedy: "Gone when"
      case .household: "Household"
      case .member: "Member"
      case .site: "Place"
      case .finding: "Yellow finding"
      case .issueClass: "Class"
      case .source: "Source"
      case .cause: "Cause"
      case .domain: "Domain"
      case .departments: "Departments"
      case .opened: "Found"
      case .note: "In words"
      case .measure: "Measure"
      case .deadline: "Deadline"
      }
    },
    gone: "By the newest answers it is gone.",
    still: "By the newest answers it is still so.",
    implied: "Nobody has done anything about it: it is on record from the first step on.",
    ground: { "\($0)   reported by \($1), \($2)" },
    groundFails: { "This ground does not do: \($0)" },
    step: { kind in
      switch kind {
      case .opened: "found"
      case .foundAgain: "found again"
      case .described: "described anew"
      case .assigned: "assigned"
      case .begun: "measure begun"
      case .reported: "reported gone"
      case .sentBack: "sent back"
      case .struckOff: "struck off"
      case .reopened: "opened again"
      }
    },
    assignedTo: { "\($0), due \($2): \($1)" },
    by: { what, person, role, minute in
      "\(what)   \(person)\(role.isEmpty ? "" : " (\(role))"), \(minute)"
    },
    issueHelp: [
      "Above stands what can be done, and why the rest cannot; below all there is to know: what was found, who answers for it, the ground, and every step.",
      "To assign takes a measure, a deadline and at least one person by name. A surveyor asks again at the door and reports here once the answers meet the standard; or evidence is handed in.",
      "Whoever reported it or gave the answers does not strike it off: another supervisor or the office looks.",
    ],
    beginHint: "Say what has begun, then Enter.",
    sendBackHint: "Say what is not put right yet, then Enter.",
    reopenHint: "Say why it is opened again, then Enter.",
    reaskHint: "The interview is opened again and a new visit begins. Say why, then Enter.",
    reaskReason: { "Asking again: \($0)" },
    reportTitle: "By what can one see that it is gone",
    byAnswers: { $0.map { "The answers of a visit, completed \($0)" } ?? "The answers of a visit" },
    byEvidence: "Evidence: files such as photos, or words",
    measureHint: "What solves it, such as: the water office lays a pipe by the end of November.",
    deadlineHint: "The last day, such as 2026-12-31.",
    body: { "\(englishLevel($0)), body" },
    person: { "\(englishLevel($0)), person" },
    bodyHint: "The body in charge, such as the county's insurance office. May stay empty.",
    personHint: "The person by name. At least one of the four levels needs one.",
    missing: "Not complete: a measure, a deadline and at least one person by name are needed.",
    noDay: "Write the deadline as a date, such as 2026-12-31.",
    file: { "File \($0)" },
    fileHint:
      "The path of a photo or a paper, such as /media/usb/water.jpg. It is kept with the data under its checksum and goes along with each sync.",
    noFile: { path, fault in
      switch fault {
      case .missing: "There is no such file: \(path)"
      case .isFolder: "This is a folder, a file is needed: \(path)"
      case .empty: "This file is empty: \(path)"
      case .unreadable: "This file cannot be read: \(path)"
      case .tooLarge: "This file is larger than 64 MB: \(path)"
      }
    },
    words: "In words",
    wordsHint: "What was seen, when, who was there. A file or words are needed.",
    classHint:
      "Enter chooses. Three kinds: 1 bears on the goal at once, 2 is about the work, 3 takes years.",
    sourceHint: "Enter chooses: where it was found.",
    causeHint: "Enter chooses: the main cause.",
    noCause: "(not known)",
    domainHint: "Enter chooses: what it belongs to.",
    noDomain: "(none)",
    textHint: "Say in a sentence what the problem is.",
    remarkHint: "Whatever is to be said besides; may stay empty.",
    findingHint: { "Enter chooses: a yellow finding to make an issue of. There are \($0)." },
    noFinding: "(none, in my own words)",
    siteHint: {
      $0.isEmpty
        ? "The name of a project, a resettlement site or works."
        : "The name of a project, a resettlement site or works. Known: \($0.joined(separator: ", "))"
    },
    newTitle: "What the issue is about",
    newOf: { "New issue: \($0)" },
    newHousehold: "A household",
    newSite: "A place: a project, a resettlement site, works",
    newVillage: "The whole village",
    whichHousehold: "Which household it is about",
    save: "Record it",
    unsaved: "What was filled in is not recorded; once more drops it.",
    formHelp: [
      "Enter goes to the next field, ↑ back; only Enter on the last line records.",
      "Fields with * are needed. Where it cannot be recorded, all that was typed stays.",
    ],
    recorded: { act in
      switch act {
      case .opening: "Written down."
      case .describing: "Changed and recorded."
      case .assigning: "Assigned and recorded."
      case .beginning: "The beginning is recorded."
      case .reporting: "Reported; a second person looks now."
      case .sendingBack: "Sent back and recorded."
      case .strikingOff: "Struck off."
      case .reopening: "Opened again and recorded."
      }
    },
    struckOff: { "Struck off. You confirmed: \($0)" },
    opened: "The interview is open again. Ask, mend, complete, then come back to report.",
    similarTitle: { "Similar cases: \($0)" },
    similarColumns: ["No.", "Group", "Head or place", "State", "What is alike"],
    sameCause: "same cause",
    sameGroup: "same group",
    shared: { $0 == 1 ? "1 more finding" : "\($0) more findings" },
    similarHelp: [
      "The places where the same was found, those most alike first: of the same cause, of the same group, with most other findings in common. Enter opens the issue there."
    ],
    toReask: { problem, state, due in
      "Ask again: \(problem)  (\(state)\(due.isEmpty ? "" : ", \(due)"))"
    },
    toReport: { problem, state, due in
      "The answers have it no more, ^O reports it gone: \(problem)  (\(state)\(due.isEmpty ? "" : ", \(due)"))"
    },
    here: { count, key in
      (count == 1 ? "1 issue to ask about again" : "\(count) issues to ask about again")
        + "  \(key) ledger"
    })

  private static let englishView: @Sendable (LedgerView?) -> String = { view in
    switch view {
    case nil: "Issue ledger"
    case .problems: "Problem list"
    case .responsibilities: "Responsibility list"
    case .tasks: "Work list"
    case .rectification: "Rectification ledger"
    }
  }

  private static let englishLevel: @Sendable (IssueLevel) -> String = { level in
    switch level {
    case .prefecture: "Prefecture"
    case .county: "County"
    case .department: "Department"
    case .township: "Township"
    }
  }
}
