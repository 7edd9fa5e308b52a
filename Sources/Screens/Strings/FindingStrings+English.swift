import FormEngine

extension FindingStrings {
  /// The sentences in English.
  static let english = FindingStrings(
    title: "What was found",
    household: "Household",
    mark: mark,
    state: { state in
      switch state {
      case .met: "met"
      case .notMet: "not met"
      case .unknown: "unknown"
      case .notApplicable: "does not apply"
      case .notAssessed: "not assessed"
      }
    },
    level: { level in
      switch level {
      case .red: "red"
      case .yellow: "yellow"
      case .info: "note"
      }
    },
    counts: { counts in
      counts.map { level, count in
        switch level {
        case .red: "\(count) red"
        case .yellow: "\(count) yellow"
        case .info: count == 1 ? "1 note" : "\(count) notes"
        }
      }.joined(separator: ", ")
    },
    nothingFound: "Nothing was found.",
    about: { "\($0): \($1)" },
    openBecause: { "missing: " + $0.joined(separator: ", ") },
    because: { "(" + $0.joined(separator: ", ") + ")" },
    inCharge: { "(\($0))" },
    changedMark: "[changed since seen]",
    changedTitle: "Gone since an answer was changed after this was seen",
    unset: { "\($0): not set, so not judged: \($1.joined(separator: ", "))" },
    judgedBy: { "Judged by: \($0.joined(separator: ", "))." },
    dated: { $0 + ($1.isEmpty ? "" : " (\($1))") },
    hint: "↓ ↑ choose a line; Enter shows its basis and what would make it met.",
    goOn: "done reading",
    readOn: "read on",
    openDetail: "why",
    listHelp: [
      "What was found at this household: above the verdicts, below the findings, the gravest first.",
      "+ met; X not met; ? unknown, since an answer is missing or not known; - does not apply. Unknown never counts as met.",
      "Red: below the standard now, to be put right. Yellow: a risk, a policy not delivered, or something to verify. Note: good to know.",
      "Choose a line with ↓ ↑ and press Enter or ? for the answers and documents it rests on and what would make it met.",
      "An answer changed after its finding was seen is marked [changed since seen] for the supervisor. Correct what is wrong all the same.",
    ],
    domain: { "\($0)  \($1)" },
    whatIsFound: "Finding",
    remedyTitle: "What to do, and what would make it met",
    valuesTitle: "Answers and standard it rests on",
    sourcesTitle: "Documents",
    inChargeAre: { "In charge: \($0)" },
    setBy: { "Set by: \($0)" },
    rule: { "Rule: \($0)" },
    changesTitle: "Answers changed after this was seen",
    parameter: { label, value, year in
      "Standard, \(label): \(value)" + (year.isEmpty ? "" : " (\(year))")
    },
    unanswered: "not answered",
    uncalculated: "cannot be worked out, since other answers are missing",
    unconfirmed: "from the register or before, not confirmed at the door",
    change: { label, before, after, person, minute in
      "\(label): from \(before) to \(after)  \(person) \(minute)"
    },
    document: { title, year, sure in
      [title, year, sure].filter { !$0.isEmpty }.joined(separator: ", ")
    },
    sureness: { sureness in
      switch sureness {
      case .verified: "public text seen"
      case .document: "a region's document"
      case .memory: "from memory, to be checked"
      case .proposal: "proposed by this form"
      }
    },
    meansTitle: "What met means",
    why: { state in
      switch state {
      case .met: "Met, by these answers"
      case .notMet: "Not met, because"
      case .unknown: "Unknown, because"
      case .notApplicable: "Does not apply, because"
      case .notAssessed: "Not assessed: this household was not interviewed."
      }
    },
    noReason: "The rule names nothing.",
    byDomain: "By domain",
    foundHere: "Found in this domain",
    back: "back",
    detailHelp: [
      "Where this comes from: the answers, the numbers of the standard with their year, the documents, and what would make it met. Enter goes back."
    ],
    choice: "What was found: verdicts and findings",
    noneYet: "only when the interview is complete",
    verdictLine: { "Found: \($0)" + ($1.isEmpty ? "" : "   \($1)") },
    withLevel: { "with \($0)" },
    training: "TRAINING",
    atOnce: { level, sentence, more in
      "Training, \(level): \(sentence)" + (more > 0 ? " (and \(more) more)" : "")
    })
}
