extension FormBuilder {
  mutating func readChoices() {
    guard let sheet = workbook["choices"] else { return }
    let names = ColumnName.read(sheet.header, choices: true)
    let columns = Dictionary(names.map { ($0.header, $0) }) { first, _ in first }
    let filterColumns = Self.filterColumns(names)
    let allowsDuplicates = settingIsYes("allow_choice_duplicates")
    for row in sheet.rows {
      let reader = RowReader(row, columns: columns)
      guard let listName = reader["list_name"] else { continue }
      for cell in reader.cells where ColumnName.unsupportedInChoices.contains(cell.column.name) {
        choiceFault(sheet, row, cell.column.header, .unsupportedColumn)
      }
      guard let name = reader["name"] else {
        choiceFault(sheet, row, "name", .missingChoiceName)
        continue
      }
      let list = number(ofList: listName, columns: filterColumns)
      if !allowsDuplicates, lists[list].entries.contains(where: { $0.name == name }) {
        warnings.append(
          row.fault(.duplicateChoice(name), sheet: sheet.name, column: reader.header("name")))
      }
      var special: Special?
      if let text = reader["special"] {
        special = Special(rawValue: text.lowercased())
        if special == nil { choiceFault(sheet, row, reader.header("special"), .badSpecial(text)) }
      }
      let texts = reader.texts("label", languages: languages, untagged: untagged)
      lists[list].entries.append(
        ChoiceList.Entry(
          name: name, label: FormText(parts: texts.map { $0.map { [.literal($0)] } }),
          given: reader.taggedTexts("label", languages: languages, untagged: untagged),
          special: special,
          cells: filterColumns.map { header in RowReader.tidy(row[header.header] ?? "") },
          row: row))
      if let special { lists[list].specials[name] = special }
    }
  }

  /// What a filter may name: XLSForm's own columns by their own names, others as written.
  private static func filterColumns(_ names: [ColumnName]) -> [(header: String, name: String)] {
    names.map { column in
      let isOwn = ["list_name", "name", "label"].contains(column.name) && column.language == nil
      return (column.header, isOwn ? column.name : column.header)
    }
  }

  private mutating func number(
    ofList name: String, columns: [(header: String, name: String)]
  ) -> Int {
    if let number = listNumbers[name] { return number }
    listNumbers[name] = lists.count
    lists.append(ChoiceList(name: name, columns: columns.map(\.name)))
    return lists.count - 1
  }

  private func settingIsYes(_ name: String) -> Bool {
    let cell = workbook["settings"]?.rows.first?.cells.first { $0.header.lowercased() == name }
    return ["yes", "true", "true()"].contains(cell?.text.lowercased() ?? "")
  }

  private mutating func choiceFault(
    _ sheet: Sheet, _ row: Row, _ column: String?, _ kind: FormFault.Kind
  ) {
    faults.append(row.fault(kind, sheet: sheet.name, column: column))
  }

  /// Choice labels may name nodes; the way to these depends on the question that shows them.
  mutating func compileChoiceTexts() {
    guard let sheet = workbook["choices"] else { return }
    let headers = ColumnName.read(sheet.header, choices: true).filter { $0.name == "label" }
    for list in lists.indices {
      for index in lists[list].entries.indices {
        let entry = lists[list].entries[index]
        let parts = entry.label.parts.enumerated().map { language, parts -> [FormText.Part]? in
          guard let parts, case .literal(let text)? = parts.first else { return parts }
          let column =
            headers.first { $0.language == languages[language] }
            ?? headers.first { $0.language == nil }
          return choiceParts(text, sheet.name, entry.row, column?.header ?? "label")
        }
        lists[list].entries[index].label = FormText(parts: parts)
      }
      if lists[list].entries.allSatisfy(\.label.isFixed) {
        let languages = languages
        lists[list].fixed = lists[list].entries.map { entry in
          Choice(
            name: entry.name, special: entry.special,
            labels: entry.label.parts.map { CompiledForm.fixedText($0) }, languages: languages)
        }
      }
    }
  }

  private mutating func choiceParts(
    _ text: String, _ sheet: String, _ row: Row, _ column: String
  ) -> [FormText.Part] {
    var parts: [FormText.Part] = []
    for piece in FormText.cut(text) {
      if !piece.literal.isEmpty { parts.append(.literal(piece.literal)) }
      guard let name = piece.name else { continue }
      do throws(ExpressionFault) {
        let node = try compiler(at: 0).node(named: name)
        parts.append(.expression(.namedFromAnywhere(node)))
      } catch {
        faults.append(row.fault(.expression(error), sheet: sheet, column: column))
      }
    }
    return parts
  }
}
