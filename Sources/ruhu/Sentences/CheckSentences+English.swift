import FormEngine

extension CheckSentences {
  static let english = CheckSentences(
    title: { name, code, all, interviewed, not in
      "What was found in \(name) \(code): \(interviewed) of \(all) households interviewed"
        + (not > 0 ? ", \(not) not assessed (not complete, or not agreed)" : "") + "."
    },
    withoutForm: {
      "\($0) interviews are bound to a form that is not on this laptop; they were not judged."
    },
    titles: [
      "No.", "Group", "Head", "Person", "Level", "Domain", "Rule", "Finding", "In charge", "Basis",
    ],
    level: { level in
      switch level {
      case .red: "red"
      case .yellow: "yellow"
      case .info: "note"
      }
    },
    nothingFound: "Nothing was found.",
    counts: { counts, households in
      "\(households) household\(households == 1 ? "" : "s"): "
        + counts.map { level, count in
          switch level {
          case .red: "\(count) red"
          case .yellow: "\(count) yellow"
          case .info: "\(count) note\(count == 1 ? "" : "s")"
          }
        }.joined(separator: ", ") + "."
    },
    qualityTitle: "For the supervisor (how the work was done):",
    qualityTitles: [
      "No.", "Group", "Head", "Person", "Surveyor", "Day", "Rule", "Finding", "Others", "Basis",
    ],
    qualityApart: {
      "\($0) findings for the supervisor stand apart: print them with --domain quality."
    },
    notComputed: { rule, sentence, needs in
      let what =
        switch needs {
        case "rounds": "needs more than one round"
        case "school_roll": "needs the school roll"
        default: "this version cannot compute it (\(needs))"
        }
      return "Not yet computable: \(rule) (\(sentence)): \(what)."
    },
    parameterMissing: { "Not yet computable: \($0) (\($1)): \"\($2)\" has no number." },
    unset: { "Line not set: \($0). Not judged: \($1.joined(separator: ", "))." },
    unsetBefore: { line, rules, households in
      "Line not set when \(households) households were interviewed: \(line). Not judged there: "
        + "\(rules.joined(separator: ", ")); --rule tries them by the standard of now."
    },
    source: { title, year, sureness, facts in
      let sure =
        switch sureness {
        case .verified: "public text seen"
        case .document: "regional document"
        case .memory: "from memory, to be verified"
        case .proposal: "this form's proposal"
        }
      return [title, year, sure].filter { !$0.isEmpty }.joined(separator: ", ")
        + (facts.isEmpty ? "" : " (\(facts.joined(separator: " ")))")
    },
    sourcesTitle: "Documents:", listSeparator: ", ", basisSeparator: "; ",
    trialTitle: { "\($0) \($1): a trial, nothing is recorded." },
    wouldFlag: { rule, flagged, of, new, gone, unknown in
      "\(rule) would flag \(flagged) of \(of) interviewed households, \(new) of them new"
        + (gone > 0 ? "; \(gone) flagged now would be no longer" : "")
        + (unknown > 0 ? "; of \(unknown) more nothing can be said, since answers are missing" : "")
        + "."
    },
    differing: { "Of \($0) interviewed households these rules would flag others than now:" },
    noneDiffers: { "Of \($0) interviewed households each rule would flag the same as now." },
    trialTitles: ["No.", "Group", "Head", "Person", "New", "Level", "Finding", "In charge"],
    trialCountTitles: ["Rule", "Now", "Would flag", "New", "No longer", "Unknown"],
    isNew: "new",
    noSuchRule: { "There is no rule \"\($0)\". Possible: \($1.joined(separator: ", "))." },
    noSuchDomain: { "There is no domain \"\($0)\". Possible: \($1.joined(separator: ", "))." },
    noSuchDepartment: {
      "There is no department \"\($0)\". Possible: \($1.joined(separator: ", "))."
    },
    noSuchGroup: {
      "There is no group \"\($0)\" in the village. Possible: \($1.joined(separator: ", "))."
    })
}
