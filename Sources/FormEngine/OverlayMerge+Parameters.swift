extension OverlayMerge {
  /// A parameter's value, year and basis are the overlay's; nothing of the value before stays with
  /// the new one.
  mutating func mergeParameters() {
    var seen: Set<String> = []
    for reader in rows("parameters") {
      guard let name = reader["name"] else {
        fault(reader, "parameters", "name", .missingName)
        continue
      }
      guard seen.insert(name).inserted else {
        fault(reader, "parameters", "name", .nameTwice(name))
        continue
      }
      guard let sheet = merged["parameters"],
        let row = row(in: "parameters", where: "name", is: name)
      else {
        fault(reader, "parameters", "name", .unknownParameter(name))
        continue
      }
      let before = parameter(sheet.rows[row], sheet)
      checkYear(reader)
      if let problem = problem(of: reader["value"], before) {
        fault(reader, "parameters", "value", problem)
        continue
      }
      setParameter(reader, row)
      setCalculation(name, reader)
    }
  }

  private func parameter(_ row: Row, _ sheet: Sheet) -> RowReader {
    OverlayColumns(sheet.header, of: "parameters").read(row)
  }

  private mutating func checkYear(_ reader: RowReader) {
    let year = reader["year"] ?? ""
    // A trial may leave the year out, and what has no value needs none.
    if year.isEmpty, overlay.kind == .trial || reader["value"] == nil { return }
    if let problem = OverlayFault.year(year) { fault(reader, "parameters", "year", problem) }
  }

  private func problem(of value: String?, _ before: RowReader) -> OverlayFault? {
    let isTrial = overlay.kind == .trial
    guard let value else { return before["value"] == nil || isTrial ? nil : .missingValue }
    switch (before["value"], before["stricter"]) {
    case ("yes", _), ("no", _), (_, "yes"):
      guard value == "yes" || value == "no" else { return .notYesOrNo(value) }
      let mustStay = before["value"] == "yes" && before["stricter"] == "yes"
      if value == "no", !isTrial, mustStay || before["loosest"] == "yes" {
        return .looserThan(value: value, bound: "yes")
      }
      return nil
    case (let old?, let stricter) where stricter == nil && !isDecimal(old):
      return value.contains("'") && value.contains("\"") ? .badText(value) : nil
    default:
      // What has no value yet is an amount that the county sets.
      guard isDecimal(value) else { return .notANumber(value) }
      guard !isTrial, let bound = before["loosest"] else { return nil }
      let difference = NumberText.parse(value) - NumberText.parse(bound)
      switch before["stricter"] {
      case "up": return difference < 0 ? .looserThan(value: value, bound: bound) : nil
      case "down": return difference > 0 ? .looserThan(value: value, bound: bound) : nil
      default: return nil
      }
    }
  }

  /// Digits with a point perhaps: amounts are never below nothing.
  private func isDecimal(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { $0.isASCII && $0.isNumber }
      }
  }

  private mutating func setParameter(_ reader: RowReader, _ row: Int) {
    let place = place(ofSheet: "parameters")
    let columns = OverlayColumns(merged.sheets[place].header, of: "parameters")
    let from = origin(reader, "parameters", "")
    for (name, text) in [
      ("value", reader["value"]), ("year", reader["year"]), ("basis", reader["basis"]),
      ("set_by", overlay.name),
    ] {
      let column = ColumnName(header: name, name: name, language: nil)
      let header = columns.header(like: column) ?? name
      if text != nil { merged.sheets[place].addHeader(header) }
      var cell = from
      cell.column = reader.header(name) ?? "name"
      merged.sheets[place].rows[row].set(header, text, cell)
    }
  }

  /// The survey reads a parameter through a calculation of its name.
  private mutating func setCalculation(_ name: String, _ reader: RowReader) {
    guard let survey = merged["survey"] else { return }
    let columns = OverlayColumns(survey.header, of: "survey")
    let place = place(ofSheet: "survey")
    for (row, content) in survey.rows.enumerated() {
      guard columns.text(content, "name") == name else { continue }
      let node = columns.read(content)
      guard TypeName(node["type"] ?? "") == .calculate else { continue }
      merged.sheets[place].rows[row].set(
        node.header("calculation") ?? "calculation", literal(reader["value"] ?? ""),
        origin(reader, "parameters", reader.header("value") ?? "value"))
    }
  }

  private func literal(_ value: String) -> String {
    if isDecimal(value) { return value }
    return value.contains("'") ? "\"\(value)\"" : "'\(value)'"
  }
}
