extension OverlayMerge {
  /// By sheet: the column that names a row, and the columns that may have other words.
  private static let worded: [String: (key: String, columns: [String])] = [
    "survey": ("name", ["label", "hint", "guidance_hint"]), "choices": ("name", ["label"]),
    "departments": ("name", ["label"]), "verdicts": ("domain", ["label", "means"]),
    "sources": ("name", ["title"]), "standard": ("name", ["label", "title"]),
  ]

  /// Other words for what the form has.
  mutating func mergeLabels() {
    var seen: Set<[String]> = []
    for reader in rows("labels") {
      guard let sheet = reader["sheet"]?.lowercased(), let worded = Self.worded[sheet] else {
        fault(reader, "labels", "sheet", .unknownSheet)
        continue
      }
      guard let name = reader["name"] else {
        fault(reader, "labels", "name", .missingName)
        continue
      }
      guard seen.insert([sheet, reader["list"] ?? "", name]).inserted else {
        fault(reader, "labels", "name", .nameTwice(name))
        continue
      }
      let allowed = worded.columns + ["sheet", "name"] + (sheet == "choices" ? ["list"] : [])
      for cell in reader.cells where !allowed.contains(cell.column.name) {
        faults.append(
          FormFault(
            file: overlay.file, sheet: overlay.workbook["labels"]?.name ?? "labels",
            row: reader.row.number, column: cell.column.header, kind: .overlay(.unknownColumn)))
      }
      guard let row = rowToWord(sheet, worded.key, name, reader) else { continue }
      if !reader.cells.contains(where: { worded.columns.contains($0.column.name) }) {
        fault(reader, "labels", worded.columns[0], .missingText)
      }
      let place = place(ofSheet: sheet)
      for column in worded.columns {
        checkText(reader, "labels", column)
        replaceText(reader, "labels", column, in: place, row: row)
      }
    }
  }

  /// The one row of the form that gets other words.
  private mutating func rowToWord(
    _ sheet: String, _ key: String, _ name: String, _ reader: RowReader
  ) -> Int? {
    let columns = OverlayColumns(merged[sheet]?.header ?? [], of: sheet)
    let rows = merged[sheet]?.rows ?? []
    let found = rows.indices.filter { index in
      columns.text(rows[index], key) == name
        && (sheet != "choices" || columns.text(rows[index], "list_name") == reader["list"])
    }
    if sheet == "choices", reader["list"] == nil {
      fault(reader, "labels", "list", .missingName)
      return nil
    }
    if found.count == 1 { return found.first }
    if found.isEmpty {
      fault(reader, "labels", "name", .unknownRow(name))
    } else {
      fault(reader, "labels", "name", .expression(.ambiguousName(name)))
    }
    return nil
  }

  /// Figures that are shown and read by no rule; a later overlay's takes the place of an earlier's.
  mutating func mergeReferences() {
    var seen: Set<String> = []
    for reader in rows("references") {
      guard let name = reader["name"] else {
        fault(reader, "references", "name", .missingName)
        continue
      }
      guard seen.insert(name).inserted else {
        fault(reader, "references", "name", .nameTwice(name))
        continue
      }
      checkText(reader, "references", "label", isNeeded: true)
      checkText(reader, "references", "unit")
      let year = reader["year"] ?? ""
      if !year.isEmpty || reader["value"] != nil, let problem = OverlayFault.year(year) {
        fault(reader, "references", "year", problem)
      }
      let place = place(ofSheet: "references")
      let adopted = adopt(reader, into: place)
      if let row = row(in: "references", where: "name", is: name) {
        merged.sheets[place].rows[row] = adopted
      } else {
        merged.sheets[place].rows.append(adopted)
      }
    }
  }

  /// A county's own documents, which its rows may cite; what the form cites keeps its meaning.
  mutating func mergeSources() {
    var seen: Set<String> = []
    for reader in rows("sources") {
      guard let name = reader["name"] else {
        fault(reader, "sources", "name", .missingName)
        continue
      }
      guard seen.insert(name).inserted else {
        fault(reader, "sources", "name", .nameTwice(name))
        continue
      }
      guard row(in: "sources", where: "name", is: name) == nil else {
        fault(reader, "sources", "name", .nameTaken(name))
        continue
      }
      checkText(reader, "sources", "title", isNeeded: true)
      if let problem = OverlayFault.year(reader["year"] ?? "") {
        fault(reader, "sources", "year", problem)
      }
      let place = place(ofSheet: "sources")
      merged.sheets[place].rows.append(adopt(reader, into: place))
    }
  }
}
