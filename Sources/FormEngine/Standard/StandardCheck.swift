/// Looks through the sheets of a standard for what they leave out.
///
/// What cannot be compiled is found by the builder; here is what compiles and still lets people down:
/// a judgement without a basis, a sentence that one of the languages lacks.
struct StandardCheck {
  let builder: FormBuilder
  /// The source of each fact by its id, where the form has a file of facts.
  let facts: [String: String]?
  /// What files that build on the form use of it.
  let used: UsedNames

  private(set) var errors: [FormFault] = []
  private(set) var warnings: [FormFault] = []

  init(_ builder: FormBuilder, facts: [String: String]?, used: UsedNames) {
    self.builder = builder
    self.facts = facts
    self.used = used
    checkTexts()
    checkBasis()
    checkSentences()
    checkUses()
  }

  private func fault(
    _ row: FormBuilder.OwnRow, _ column: String, _ kind: StandardFault
  ) -> FormFault {
    fault(row, column, .standard(kind))
  }

  private func fault(
    _ row: FormBuilder.OwnRow, _ column: String, _ kind: FormFault.Kind
  ) -> FormFault {
    row.row.fault(kind, sheet: row.sheet.name, column: column)
  }

  // MARK: Texts

  private mutating func checkTexts() {
    for (sheet, columns) in [
      ("standard", ["label", "title"]), ("sources", ["title"]), ("parameters", ["label"]),
      ("departments", ["label"]), ("verdicts", ["label", "means"]), ("references", ["label"]),
    ] {
      for row in builder.ownRows(sheet) {
        for column in columns { checkText(row, column) }
      }
    }
    for row in builder.ownRows("parameters") { checkText(row, "unit", isNeeded: false) }
    for sheet in ["checks", "village_checks"] {
      for row in builder.ownRows(sheet) {
        checkText(row, "message")
        // What is only to be known needs no mending.
        checkText(row, "remedy", isNeeded: row["level"] != FindingLevel.info.rawValue)
      }
    }
  }

  /// A text must be there in each language; one that is not needed, in all or in none.
  private mutating func checkText(
    _ row: FormBuilder.OwnRow, _ column: String, isNeeded: Bool = true
  ) {
    let texts = row.texts(column)
    if texts.isEmpty {
      if isNeeded { errors.append(fault(row, column, .missingText)) }
      return
    }
    for language in builder.languages where texts[language] == nil {
      errors.append(
        fault(row, "\(column)::\(language)", .missingTranslation(language: language)))
    }
  }

  // MARK: Basis

  private mutating func checkBasis() {
    for sheet in ["checks", "village_checks"] {
      for row in builder.ownRows(sheet) {
        let basis = Standard.Basis.read(row["basis"])
        checkCitations(basis, row)
        if basis.isEmpty {
          errors.append(fault(row, "basis", .missingBasis))
        } else if row["level"] == FindingLevel.red.rawValue {
          let sources = basis.compactMap { builder.standard.source(named: $0.source) }
          // A source that is not there is told already.
          guard sources.count == basis.count, !sources.contains(where: \.sureness.carriesRed)
          else { continue }
          // Raised, it is the level that asks for more than the basis gives.
          let isRaised = row.row.isAdded("level") && !row.row.isAdded("basis")
          errors.append(fault(row, isRaised ? "level" : "basis", .unsureBasis))
        }
      }
    }
    for (sheet, value) in [("verdicts", "met"), ("parameters", "value"), ("references", "value")] {
      for row in builder.ownRows(sheet) {
        let basis = Standard.Basis.read(row["basis"])
        checkCitations(basis, row)
        if basis.isEmpty, !row[value].isEmpty {
          errors.append(fault(row, "basis", .missingBasis))
        }
      }
    }
    guard builder.workbook["sources"] != nil, let survey = builder.surveySheet else { return }
    for row in builder.ownRows(survey.name) {
      let basis = Standard.Basis.read(row["basis"])
      for citation in basis where builder.standard.source(named: citation.source) == nil {
        errors.append(fault(row, "basis", .unknownName(citation.source)))
      }
      checkCitations(basis, row)
    }
  }

  private mutating func checkCitations(_ basis: [Standard.Basis], _ row: FormBuilder.OwnRow) {
    guard let facts else { return }
    for citation in basis {
      for fact in citation.facts {
        switch facts[fact] {
        case nil: errors.append(fault(row, "basis", .unknownFact(fact)))
        case citation.source: continue
        case let source?:
          errors.append(fault(row, "basis", .factOfOtherSource(fact: fact, source: source)))
        }
      }
    }
  }

  // MARK: Sentences

  private mutating func checkSentences() {
    let parameters = builder.standard.plan.parameterNumbers
    for row in builder.ownRows("checks") {
      let used = Set(UsedNames.values(in: row["when"]))
      checkSentences(row) { used.contains($0) }
    }
    // What is computed over several households has no answers of one household to fill in.
    for row in builder.ownRows("village_checks") {
      checkSentences(row) { parameters[$0] != nil }
    }
  }

  private mutating func checkSentences(
    _ row: FormBuilder.OwnRow, _ isUsed: (String) -> Bool
  ) {
    for column in ["message", "remedy"] {
      for language in builder.languages {
        let header = "\(column)::\(language)"
        for name in UsedNames.values(in: row[header]) where !isUsed(name) {
          warnings.append(fault(row, header, .notInRule(name)))
        }
      }
    }
  }

  // MARK: Uses

  /// What stands in the sheets and is looked at by nothing.
  private mutating func checkUses() {
    var used = used
    used.note(builder.workbook)
    for row in builder.ownRows("parameters") where !used.values.contains(row["name"]) {
      warnings.append(fault(row, "name", .unreadParameter(row["name"])))
    }
    for row in builder.ownRows("departments") where !used.departments.contains(row["name"]) {
      warnings.append(fault(row, "name", .unusedDepartment(row["name"])))
    }
    let sources = used.sources.union(facts?.values.map(\.self) ?? [])
    for row in builder.ownRows("sources") where !sources.contains(row["name"]) {
      warnings.append(fault(row, "name", .unusedSource(row["name"])))
    }
  }
}
