import Fieldwork
import FormEngine
import Station

extension HouseholdStrings {
  /// The sentences in English.
  static let english = HouseholdStrings(
    title: { village, person in
      "\(village)" + (person.map { "  \($0.name), \($0.role)" } ?? "")
    },
    columns: ["No.", "Group", "Head", "Pe", "Class", "Status", "Last", "Return", "Rm"],
    done: "ok",
    unnamed: "(no name)",
    legend: "+ met X not ? unknown - n/a  ok=answered, number=left, .=not yet  Return!=due",
    legendDiffering:
      "!=two people differ, ^K shows  + met X not ? unknown  number=left  Return!=due",
    notAdmitted:
      "! Not in the team: your work does not count until this laptop is admitted",
    taken: { person, time, today in
      "\(person) took it \(HouseholdStrings.when(time, today).text)"
    },
    takenBrief: { "\($0), \(HouseholdStrings.when($1, $2).text)" },
    takenNow: "Noted: you are going there. Others see it after a sync; it keeps nobody out.",
    givenBack: "Given back: anybody may go.",
    takenBy: { "@ \($0)" },
    differs: { "! \($0) \($0 == 1 ? "thing differs" : "things differ") here; ^K shows it" },
    coverage: { coverage, name in
      coverage.total == 0
        ? "No households yet" : "\(coverage.total): " + counted(coverage, name, joined: ", ")
    },
    copy: { state in
      switch state {
      case .notSet: "one disk: ^D"
      case .made(_, let hours): hours < 1 ? "copy: just made" : "copy: \(hours) h ago"
      case .missing(let last): last.map { "copy failed, last \($0.prefix(10))" } ?? "no copy yet"
      }
    },
    search: "Find:",
    searchHint: "Type to find: number, name or pinyin initials",
    narrowed: { group, status, order, number, count in
      let parts = [
        group, status.isEmpty ? nil : status, orderName(order), "\(number) of \(count)",
      ]
      return parts.compactMap { $0 }.joined(separator: "  ")
    },
    open: "open",
    filterTitle: "Filter and order",
    groupChoice: { "Group: \($0 ?? "all")" },
    statusChoice: { "Status: \($0 ?? "all")" },
    foundChoice: { "Verdict: \($0 ?? "all")" },
    orderChoice: { order in
      switch order {
      case .number: "Order: by group and number (change to the route)"
      case .route: "Order: by route (change to open first)"
      case .open: "Order: open first (change to the gravest first)"
      case .found: "Order: the gravest first (change to group and number)"
      }
    },
    ordered: { order in
      switch order {
      case .number: "Now by group and number."
      case .route: "Now by the register's route."
      case .open: "Now those to visit first, agreed returns before all."
      case .found: "Now those below the standard first, the most red findings before all."
      }
    },
    showAll: "show all",
    allShown: "all are shown",
    whichGroup: "Which group",
    allGroups: "All groups",
    noGroup: "(no group)",
    whichStatus: "Which status",
    allStatuses: "All statuses",
    whichFound: "Which verdict",
    allFound: "All verdicts",
    nothingInFocus: "there is no household to choose",
    nothingFound: "Nothing found. Change it with Backspace, or press Esc to show all.",
    emptyVillage:
      "This village has no households yet. Press ^A (Ctrl and A together) to enrol the first at its door, or ask the office to import the register.",
    noVillage: "no village is open",
    oneVillage: "there is only one village",
    listHelp: [
      "These are the village's households. Choose one with ↑↓, open it with Enter.",
      "Type to find: a number (17), a name, pinyin (liguoqiang) or its initials (lgq). Backspace changes, Esc shows all.",
      "The six domains of a finished household show its verdicts: + met, X not met, ? unknown (an answer is missing or not known), - does not apply. Of the others: ok = answered, a number = questions left, . = not reached, - = not asked here, blank = not begun.",
      "^E changes the order: by number, by route, open first, gravest first. ^F can also show only those not met, unknown, or with red findings.",
      "A ! before the number: two people wrote different things; ^K shows them. A @: someone took the household and means to go there; it keeps nobody out. The menu takes one and gives it back.",
      "\"one disk\": the answers are on this disk and nowhere else. ^D says how to have a second copy on a stick.",
      "^R syncs: by a stick or a shared folder records are exchanged with the other laptops.",
      "A ! behind Return means that the agreed day has come. Pe counts people, Rm remarks.",
      "Every answer is on the disk as soon as Enter is pressed; close the lid whenever you like.",
    ],
    thisOne: "this one",
    pickHelp: ["Type to find, ↑↓ to choose, Enter to take it. Esc goes back; nothing changes."],
    whichVillage: "Which village today?",
    noVillages:
      "There is no village on this laptop yet. Ask the office to import a register or restore a backup, then open ruhu again.",
    pressNumber: "Press the number before a line.",
    numberAndEnter: "Type the number before a line, then Enter.",
    openNow: "(open now)",
    notHereYet: "not on this laptop yet: ^R syncs",
    villagesHelp: ["Choose the village of today. Changing it loses nothing."],
    whoIsIt: "Who is at the keyboard?",
    whyWho: "Every answer keeps who asked it. Change here when someone else takes over.",
    atKeyboard: "(now)",
    notListed: "I am not listed: write my name",
    role: { role in
      switch role {
      case "supervisor": "supervisor"
      case "office": "office"
      default: "surveyor"
      }
    },
    addPerson: "Your name",
    addPersonHint: "Write the name, then Enter.",
    sameName: {
      "\"\($0)\" is listed already: choose it, or write \"\($0) 2\" for another person."
    },
    peopleHelp: ["Press your number. Two people on one laptop: press ^W when you change."],
    whichDay: "Which day is it?",
    clockBehind: {
      "The laptop's clock says \($0), but there are records of \($1): it is behind, or another laptop's is ahead."
    },
    whyDate:
      "Ages and due days are counted from it: look at your phone, then write the date. Please set the laptop's clock later.",
    todayIs: "Today is",
    dateExample: "Write 2026-11-21 or 20261121, then Enter.",
    noDate: "There is no such day. Write it as 2026-11-21.",
    early: {
      "There are records of \($0). Check the date; if it is right (another laptop's clock is ahead), Enter again."
    },
    dayTitle: { "Today \($0)  \($1)" },
    visitedToday: { coverage, name in
      coverage.total == 0
        ? "No visit today yet"
        : "Visited today \(coverage.total): " + counted(coverage, name, joined: ", ")
    },
    wholeVillage: { coverage, name in
      "Village: \(coverage.total), to visit \(coverage.open): "
        + counted(coverage, name, joined: ", ")
    },
    verdicts: { verdicts in
      guard verdicts.total > 0 else { return nil }
      let parts = [
        "\(verdicts[.met]) met", "\(verdicts[.notMet]) not met", "\(verdicts[.unknown]) unknown",
        verdicts[.notApplicable] > 0
          ? "\(verdicts[.notApplicable]) \(verdicts[.notApplicable] == 1 ? "does" : "do") not apply"
          : nil,
      ]
      return "Verdicts of \(verdicts.total): " + parts.compactMap { $0 }.joined(separator: ", ")
    },
    training: "Training: findings are shown during the interview. Switch it off for the survey.",
    copyKey: "   press 1 to make one now",
    copyHowTo: "No stick or folder is set for the copy: have it set, or use ruhu backup.",
    noCopy: "No second copy on another disk",
    copyMeaning:
      "All answers are on one disk only, the one in this laptop: if it breaks or is lost, so are they. Plug in a stick, leave, and run once: ruhu second-copy set FOLDER-ON-THE-STICK. From then on the copy follows by itself. Syncing gives the other laptops a copy too, but only as of that sync.",
    dueToday: { $0 == 0 ? "No return is due today." : "Returns due today or before: \($0)" },
    dueLine: { household, status in
      "\(household.nextVisit)  \(doorName(household))  \(status)"
    },
    byGroup: "By group",
    households: "All",
    backChoice: "Back to the list",
    backToList: "back to the list",
    more: { "lines \($0.lowerBound)-\($0.upperBound) of \($1)  PgDn down  PgUp up" },
    dayHelp: [
      "What was done today, who waits, how far each group is, when the last copy was made. 1 makes one now."
    ],
    door: { group, number, head, size in
      "\(place(group, number)) \(head), \(size == 1 ? "1 person" : "\(size) people")"
    },
    step: { step, status in
      switch step {
      case .begin: "Begin the interview"
      case .resume: "Go on where it stopped"
      case .revisit:
        status == .begun
          ? "New visit: go on with what is open" : "New visit: nobody was met last time"
      case .completed: "Look at the answers (complete; open again to change)"
      }
    },
    reopen: "Open again to change answers (needs a reason)",
    addRemark: "Write a remark on this household",
    move: "This interview belongs to another household",
    noInterview: "there is no interview yet",
    nobodyAtKeyboard: "choose who is at the keyboard first",
    formMissing: "the form of this interview is not on this laptop; ask the office for it",
    chosenLine: "do the chosen line",
    readOn: "read on",
    readBack: "read back",
    remarkHint: "For example: fierce dog, call first. Enter when done.",
    reopenHint: "Say why, for example: the head rang to correct the income.",
    remarked: "The remark is saved.",
    reopened: "Open again. Press Enter to change answers.",
    moved: "The interview now belongs to that household.",
    moveWhere: "Whose interview is it?",
    moveCheck: { "Move this interview to \(doorName($0))?" },
    moveYes: "Yes, move it",
    moveYesTwo: "Yes, move it (! that household has one already: it would have two)",
    moveNo: "No",
    householdHelp: [
      "Above is what can be done now: press the number, or choose with ↑↓ and Enter.",
      "Below is what is known: members, visits, remarks, register facts, each with its source and day. PgDn and PgUp turn the page.",
      "ID numbers show their ends only, because of onlookers.",
    ],
    noMembers: "No members yet",
    memberColumns: ["Name", "Relation", "Sex", "Age", "ID number", "Where", "Source"],
    struck: { reason in
      switch reason {
      case "died": "has died"
      case "married": "married out"
      case "moved": "moved away"
      case "mistake": "struck: mistake"
      default: "struck out"
      }
    },
    about: { "ca \($0)" },
    fromDoor: { "door \($0.suffix(5))" },
    fromRegister: { "register \($0.suffix(5))" },
    fromInterview: { "asked \($0.suffix(5))" },
    visits: "Visits",
    noVisit: "none yet",
    interview: { round, begun, date, check in
      let how =
        switch check {
        case "neighbours": "confirmed by neighbours"
        case "enrolled": "enrolled at the door"
        default: "confirmed by name and ID"
        }
      return "Interview: \(round)  begun \(begun)"
        + (date == begun ? "" : ", ages as of \(date)") + "  \(how)"
    },
    underWay: "under way",
    notEnded: "left without a result",
    notCounted: { "This one does not count, another does: decided \($0) by \($1)" },
    visit: { number, start, end, person, result, next in
      let time = end.map { "\(start)-\($0)" } ?? start
      return "\(number).  \(time)  \(person)  \(result)" + (next.isEmpty ? "" : "  return \(next)")
    },
    completed: { "Complete: \($0)  \($1)" },
    wasReopened: { "\($0) \($1) opened it again: \($2)" },
    decisions: "Decided where two people differed",
    decided: { time, person, question, value, others in
      "\(question): \(value), decided by \(person), \(time)"
        + (others.isEmpty
          ? ""
          : "; not chosen: " + others.map { "\($0.value) (\($0.person))" }.joined(separator: ", "))
    },
    remarks: "Remarks",
    remark: { day, person, question, text in
      "\(day) \(person)" + (question.isEmpty ? "" : " [\(question)]") + ": \(text)"
    },
    facts: "Register",
    joinedDoor: { group, number, head in
      "The door that was joined to this one: "
        + [group, number.isEmpty ? "" : "no. \(number)", head].filter { !$0.isEmpty }
        .joined(separator: " ")
    },
    registerLabels: [
      "head": "Head as registered", "address": "Address", "neighbours": "Neighbours",
      "dwelling": "Dwelling", "route": "Route",
    ],
    checkTitle: { "Check: \(place($0, $1)) \($2)" },
    headLabel: "Head",
    idLabel: "ID number",
    registeredHeadLabel: "Registered",
    familyLabel: "Family",
    addressLabel: "Address",
    neighboursLabel: "Neighbours",
    doorsLabel: "Next doors",
    person: { name, sex, age in
      [name, sex, age.map { "\($0) years" }].compactMap { $0 }.joined(separator: "  ")
    },
    relative: { $1.isEmpty ? $0 : "\($0) (\($1))" },
    neighbour: { "\(padded($0)) \($1)" },
    list: { $0.joined(separator: ", ") },
    isThisIt: "Ask the name, look at the ID. Is this that household? Press 1, 2, 3 or 4.",
    identityChoices: { hasNumber in
      [
        hasNumber
          ? "Yes: name and end of the ID agree" : "Yes: the name agrees (no ID on the list)",
        "Yes: no ID seen, neighbours or cadres know them", "No: back to the list",
        "It is not on the list: enrol it",
      ]
    },
    pressOneToFour: "Look first, then press 1, 2, 3 or 4.",
    identityHelp: [
      "The wrong door makes all that follows worthless. Ask the head's name, then look at the last four of the ID.",
      "Without an ID, let neighbours or cadres confirm. Next doors are those beside it by number.",
    ],
    enrolTitle: "Enrol a household",
    enrolLabels: ["Group", "Number", "Head"],
    enrolGroup: "Which group is it in?",
    otherGroup: "None of these: write its name",
    enrolGroupName: "Name of the group",
    enrolGroupHint: "For example: Group 3. Enter when done.",
    enrolNumber: "Household number",
    enrolNumberHint: "The next free number; change it if needed. Enter.",
    enrolHead: "Name of the head",
    enrolHeadHint: "The full name as in the household register. Enter when done.",
    enrolCheck: "Is this right?",
    enrolChoices: ["Yes, enrol it", "No, go through it again", "Do not enrol"],
    firstStep: "this is the first step",
    stepBack: "back a step",
    noGroupName: "Write the group, for example: Group 3.",
    badNumber: "The number is from 1 to 9999.",
    numberTaken: { "Number \($0) is \($1). Take another, or go back and open that household." },
    noHeadName: "Write the head's name.",
    sameHead: {
      "A head of that name is listed: \(doorName($0)). Do not enrol the same household twice."
    },
    enrolHelp: [
      "A household that lives here and is not on the list: its group, number and head. Then the interview can begin."
    ])

  @Sendable private static func orderName(_ order: HouseholdQuery.Order) -> String? {
    switch order {
    case .number: nil
    case .route: "by route"
    case .open: "open first"
    case .found: "gravest first"
    }
  }
}
