/// Looks through a form before anyone goes out with it.
public enum FormCheck {
  /// All problems of a workbook, in the order of sheets and rows.
  public static func problems(in workbook: Workbook) -> [FormProblem] {
    var builder = FormBuilder(workbook: workbook)
    builder.read()
    var problems = builder.faults.map {
      FormProblem(fault: $0, severity: .error, isRefused: true)
    }
    problems += translations(builder).map {
      FormProblem(fault: $0, severity: .error, isRefused: false)
    }
    problems += (builder.warnings + missingLabels(builder)).map {
      FormProblem(fault: $0, severity: .warning, isRefused: false)
    }
    var sheets: [String: Int] = [:]
    for (index, sheet) in workbook.sheets.enumerated() { sheets[sheet.name] = index }
    return problems.enumerated().sorted { one, other in
      let left = one.element.fault
      let right = other.element.fault
      let places = (sheets[left.sheet] ?? -1, left.row ?? 0, one.offset)
      return places < (sheets[right.sheet] ?? -1, right.row ?? 0, other.offset)
    }.map(\.element)
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
          faults += missing([""] + texts, column, survey, reader.row.number, builder)
          continue
        }
        faults += missing(texts, column, survey, reader.row.number, builder)
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
    _ texts: [String?], _ column: String, _ sheet: Sheet?, _ row: Int, _ builder: FormBuilder
  ) -> [FormFault] {
    guard let sheet, texts.contains(where: { $0 != nil }) else { return [] }
    var faults: [FormFault] = []
    for (index, text) in texts.suffix(builder.languages.count).enumerated() where text == nil {
      let language = builder.languages[index]
      let columns = ColumnName.read(sheet.header, choices: sheet.name.lowercased() == "choices")
      let header = columns.first { $0.name == column && $0.language == language }?.header
      faults.append(
        FormFault(
          sheet: sheet.name, row: row, column: header ?? "\(column)::\(language)",
          kind: .missingTranslation(language: language)))
    }
    return faults
  }

  private static func missingLabels(_ builder: FormBuilder) -> [FormFault] {
    var faults: [FormFault] = []
    for node in builder.nodes where node.isShown {
      if (node.label + node.hint).allSatisfy({ $0 == nil }) {
        faults.append(
          FormFault(
            sheet: builder.surveySheet?.name ?? "survey", row: node.row, column: "label",
            kind: .missingLabel))
      }
    }
    for list in builder.lists {
      for entry in list.entries where entry.label.isEmpty {
        faults.append(
          FormFault(sheet: "choices", row: entry.row, column: "label", kind: .missingLabel))
      }
    }
    return faults
  }
}
