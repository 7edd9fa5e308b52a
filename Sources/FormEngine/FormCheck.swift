/// Looks through a form before anyone goes out with it.
public enum FormCheck {
  /// All problems of a workbook, in the order of sheets and rows.
  ///
  /// The facts are those that a basis may cite, each with the source it is of; nil where the form has
  /// no file of them. What others that build on the form use is not said to be unused.
  public static func problems(
    in workbook: Workbook, facts: [String: String]? = nil, usedBy others: [Workbook] = []
  ) -> [FormProblem] {
    var builder = FormBuilder(workbook: workbook)
    builder.read()
    let used = UsedNames(others)
    builder.warnings.removeAll { warning in
      if case .unusedList(let list) = warning.kind { used.lists.contains(list) } else { false }
    }
    var problems = builder.faults.map {
      FormProblem(fault: $0, severity: .error, isRefused: true)
    }
    let standard = StandardCheck(builder, facts: facts, used: used)
    let consistency = StandardConsistency(builder)
    problems += (translations(builder) + standard.errors + consistency.errors).map {
      FormProblem(fault: $0, severity: .error, isRefused: false)
    }
    problems += (builder.warnings + missingLabels(builder) + standard.warnings).map {
      FormProblem(fault: $0, severity: .warning, isRefused: false)
    }
    var sheets: [String: Int] = [:]
    for (index, sheet) in workbook.sheets.enumerated() { sheets[sheet.name] = index }
    // The form's own problems first, then each overlay's as the files turn up.
    var files: [String: Int] = [:]
    for case let file? in problems.map(\.fault.file) where files[file] == nil {
      files[file] = files.count
    }
    return problems.enumerated().sorted { one, other in
      let left = one.element.fault
      let right = other.element.fault
      let leftFile = left.file.flatMap { files[$0] } ?? -1
      let rightFile = right.file.flatMap { files[$0] } ?? -1
      let places = (leftFile, sheets[left.sheet] ?? -1, left.row ?? 0, one.offset)
      return places < (rightFile, sheets[right.sheet] ?? -1, right.row ?? 0, other.offset)
    }.map(\.element)
  }

  /// The problems that a form has once something is merged into it, and not without that.
  public static func added(_ merged: [FormProblem], to form: [FormProblem]) -> [FormProblem] {
    /// The answers that were found are some of many.
    func known(_ problem: FormProblem) -> FormProblem {
      let fault = problem.fault
      guard case .standard(.metWithRed(let rule, _)) = fault.kind else { return problem }
      return FormProblem(
        fault: FormFault(
          file: fault.file, sheet: fault.sheet, row: fault.row, column: fault.column,
          kind: .standard(.metWithRed(rule: rule, answers: ""))),
        severity: problem.severity, isRefused: problem.isRefused)
    }
    let before = Set(form.map(known))
    return merged.filter { !before.contains(known($0)) }
  }

  /// Texts that some languages have and others lack.
  private static func translations(_ builder: FormBuilder) -> [FormFault] {
    guard builder.languages.count > 1 else { return [] }
    var faults: [FormFault] = []
    let survey = builder.surveySheet
    for node in builder.nodes.indices.dropFirst() {
      guard let reader = builder.readers[node] else { continue }
      for column in [
        "label", "hint", "guidance_hint", "constraint_message", "required_message",
      ] {
        let texts = reader.taggedTexts(
          column, languages: builder.languages, untagged: builder.untagged)
        if texts.allSatisfy({ $0 == nil }), reader[column] != nil {
          // A text without a language, in a form that has some.
          faults += missing([""] + texts, column, survey, reader.row, builder)
          continue
        }
        faults += missing(texts, column, survey, reader.row, builder)
      }
    }
    for list in builder.lists {
      for entry in list.entries {
        faults += missing(
          entry.given, "label", builder.workbook["choices"], entry.row, builder)
      }
    }
    return faults
  }

  private static func missing(
    _ texts: [String?], _ column: String, _ sheet: Sheet?, _ row: Row, _ builder: FormBuilder
  ) -> [FormFault] {
    guard let sheet, texts.contains(where: { $0 != nil }) else { return [] }
    var faults: [FormFault] = []
    for (index, text) in texts.suffix(builder.languages.count).enumerated() where text == nil {
      let language = builder.languages[index]
      let columns = ColumnName.read(sheet.header, choices: sheet.name.lowercased() == "choices")
      let header = columns.first { $0.name == column && $0.language == language }?.header
      faults.append(
        row.fault(
          .missingTranslation(language: language), sheet: sheet.name,
          column: header ?? "\(column)::\(language)"))
    }
    return faults
  }

  private static func missingLabels(_ builder: FormBuilder) -> [FormFault] {
    var faults: [FormFault] = []
    for node in builder.nodes where node.isShown {
      guard let row = builder.readers[node.index]?.row else { continue }
      if (node.label + node.hint).allSatisfy({ $0 == nil }) {
        faults.append(
          row.fault(
            .missingLabel, sheet: builder.surveySheet?.name ?? "survey", column: "label"))
      }
    }
    for list in builder.lists {
      for entry in list.entries where entry.label.isEmpty {
        faults.append(
          entry.row.fault(.missingLabel, sheet: "choices", column: "label"))
      }
    }
    return faults
  }
}
