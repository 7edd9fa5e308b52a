import FormEngine

extension StandardSentences {
  static let english = StandardSentences(
    noSuchOverlay: { name, here in
      "There is no overlay \"\(name)\" here. "
        + (here.isEmpty
          ? "Put its file into the folder overlays of the data."
          : "Possible: \(here.joined(separator: ", ")).")
    },
    noSuchProfile: { name, here in
      "There is no profile \"\(name)\" here. "
        + (here.isEmpty
          ? "Put its file into the folder profiles of the forms."
          : "Possible: \(here.joined(separator: ", ")).")
    },
    named: { overlay, profile in
      (overlay.isEmpty ? "the national standard" : overlay)
        + (profile.isEmpty ? "" : ", profile \(profile)")
    },
    stillInUse: { first, more, standard, since in
      "\(first)" + (more > 0 ? " (and \(more) more)" : "")
        + " The standard before stays in use: \(standard), since \(since)."
    },
    badSetting: {
      "\"\($0)\" is not understood. Write PARAMETER=VALUE, such as par_fetch_min=15."
    },
    chosen: {
      "\($0): from the next interview on, \($1). Interviews that have begun keep theirs."
    },
    sameAsBefore: { "\($0): it is \($1) already. Nothing was recorded." },
    findingsShown: {
      $0
        ? "Findings: shown to surveyors during the interview, for training; the record says so."
        : "Findings: shown to surveyors when the interview is complete."
    },
    title: { "The standard of \($0) \($1)" },
    standardLine: { "  \($0)" + ($1.isEmpty ? "" : ": \($1)") },
    overlayLine: { "  Overlay: \($0), \($1) (\($2))" },
    noOverlay: "  Overlay: none",
    profileLine: { "  Policy profile: \($0), \($1) (\($2))" },
    ownProfile: { "  Policy profile: the form's own" + ($0.isEmpty ? "" : " (\($0))") },
    chosenBy: { "  Chosen by \($0), \($1)" },
    titles: ["Parameter", "Label", "Value", "Unit", "Year", "Basis", "Set by"],
    notSet: { line in
      switch line {
      case .yes: "not set: the county's"
      case .option: "off"
      case .no: ""
      }
    },
    referencesTitle: "For reference (no rule reads them):",
    kind: "Kind", parameter: "parameter", reference: "reference",
    listTitles: ["Kind", "Name", "Label", "Year", "Builds on", "File"],
    overlay: "overlay", ownOverlay: "county's own", profile: "profile",
    ownFolder: "A county's own overlays go into the folder overlays of the data.")
}
