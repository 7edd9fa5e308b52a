import Fieldwork
import FormEngine

extension ReportWords {
  static let english = ReportWords(
    language: "en",
    title: { kind in
      switch kind {
      case .completion: "Two Assurances, Three Guarantees and Water: Completion"
      case .issues: "Problem Lists and Rectification Ledger"
      case .households: "Households and Members"
      case .card: "Household Card"
      case .notice: "Public Notice"
      case .blank: "Questionnaire"
      case .interview: "Questionnaire, Answered"
      }
    },
    completion: .english,
    issueState: { state in
      switch state {
      case .new: "New"
      case .assigned: "Assigned"
      case .underway: "Under way"
      case .toCheck: "To be checked"
      case .struckOff: "Struck off"
      }
    },
    status: { status in
      switch status {
      case .complete: "Complete"
      case .begun: "Begun"
      case .absent: "Absent"
      case .away: "Away"
      case .refused: "Refused"
      case .gone: "Gone"
      case .notVisited: "Not visited"
      }
    },
    verdict: { verdict in
      switch verdict {
      case .met: "Met"
      case .notMet: "Not met"
      case .unknown: "Unknown"
      case .notApplicable: "Not applicable"
      case .notAssessed: "Not assessed"
      }
    },
    level: { level in
      switch level {
      case .red: "Red"
      case .yellow: "Yellow"
      case .info: "Info"
      }
    },
    mark: { mark in
      switch mark {
      case .proxy: "Answered by somebody from outside"
      case .telephone: "Interviewed by telephone"
      case .changedAfterSeen: "Answers changed after a finding was seen"
      case .conflict: "Differences that nobody has settled"
      case .warning: "Doubts about the interview itself"
      case .changedAfterApproval: "Changed after approval"
      case .atDoor: "In no register, written down at the door"
      }
    },
    villages: { "\($0) villages" },
    asOf: "As of",
    period: { first, last in first == last ? first : "\(first) to \(last)" },
    form: "Form", overlay: "Regional standard", nationalStandard: "National standard",
    noGroup: "(none)", notSaid: "(not said)",
    damaged: { village, what in
      "Note: the record of \(village) is damaged; what is damaged is not counted here: \(what)"
    },
    absentVillage: {
      "Note: the record of village \($0) is not on this computer; it is not counted here."
    },
    page: { number, count in "Page \(number) of \(count)" })
}

extension CompletionWords {
  static let english = CompletionWords(
    households: "Households", persons: "Persons", group: "Group", village: "Village",
    householdClass: "Household class", all: "All", results: "With a result",
    resultShare: "Share", coverage: "Coverage",
    coverageNote: "Complete, refused and gone are results; somebody has to go to the others again.",
    missing: "Households without a result",
    missingNote: { "Households without a result yet: \($0)." },
    noneMissing: "Every household has a result.",
    number: "No.", head: "Head", lastVisit: "Last visit", nextVisit: "Next visit", why: "Where",
    verdicts: "The domains",
    verdictsNote:
      "Unknown is never counted as met; not assessed are those without a completed interview; the "
      + "four columns add up to those to whom it applies. Persons are counted by their household's verdict.",
    domain: "Domain", concerned: "Applicable", notConcerned: "Not applicable",
    byPlace: { "The domains by \($0.lowercased())" }, byClass: "The domains by household class",
    findings: "What was found, by kind", noFindings: "Nothing was found.", level: "Level",
    rule: "Rule", finding: "Finding", basis: "Basis", issues: "What is being done",
    noIssues: "No issues.",
    found: "Found", open: "Open", reopened: "Re-opened", overdue: "Overdue", otherDomain: "Other",
    cleared: "Cleared to zero: no red issue is open.",
    toGo: { "Red issues still open: \($0)." },
    quality: "How far the figures can be trusted",
    qualityNote: "Read the answers of these households with this in mind; one may stand in several "
      + "lines.",
    what: "What", share: "Of all households", openConflicts: "Differences about a village itself",
    parameters: "Parameters of the verdicts", value: "Value", unit: "Unit", year: "Year",
    record: "The record",
    recordNote: "Made from these journals; whoever makes it from the same gets the same.",
    writer: "Journal", entries: "Entries", newest: "Newest entry", erased: "Erased",
    verdictChart: "Households by verdict",
    signatures: ["Filled in by", "Reviewed by", "Village (stamp)", "Date"],
    summary: { households, results, notMet, unknown in
      "Of \(households) households \(results) have a result and \(households - results) do not; "
        + "\(notMet) are not met, and of \(unknown) it is not known."
    })
}
