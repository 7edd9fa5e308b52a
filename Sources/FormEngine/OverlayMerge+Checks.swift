extension OverlayMerge {
  private static let levels = ["info", "yellow", "red"]

  /// New rules are appended; of a rule that is there only the level may be raised, or the rule
  /// switched on.
  mutating func mergeChecks() {
    var seen: Set<String> = []
    for reader in rows("checks") {
      guard let name = reader["name"] else {
        fault(reader, "checks", "name", .missingName)
        continue
      }
      guard seen.insert(name).inserted else {
        fault(reader, "checks", "name", .nameTwice(name))
        continue
      }
      if let level = reader["level"], !Self.levels.contains(level) {
        fault(reader, "checks", "level", .badLevel(level))
        continue
      }
      if let row = row(in: "checks", where: "name", is: name) {
        raise(name, row, reader)
      } else if row(in: "village_checks", where: "name", is: name) != nil {
        fault(reader, "checks", "name", .nameTaken(name))
      } else {
        addCheck(reader)
      }
    }
  }

  private mutating func addCheck(_ reader: RowReader) {
    let level = reader["level"]
    if level == nil { fault(reader, "checks", "level", .badLevel("")) }
    checkText(reader, "checks", "message", isNeeded: true)
    checkText(reader, "checks", "remedy", isNeeded: level == "red" || level == "yellow")
    let place = place(ofSheet: "checks")
    merged.sheets[place].rows.append(adopt(reader, into: place))
  }

  private mutating func raise(_ name: String, _ row: Int, _ reader: RowReader) {
    for cell in reader.cells where !["name", "level", "enabled"].contains(cell.column.name) {
      return fault(reader, "checks", cell.column.name, .ruleChanged(name))
    }
    if let enabled = reader["enabled"] {
      guard enabled == "yes" else { return fault(reader, "checks", "enabled", .ruleChanged(name)) }
      set("enabled", enabled, row, reader)
    }
    guard let level = reader["level"] else {
      if reader["enabled"] == nil { fault(reader, "checks", "name", .nameTaken(name)) }
      return
    }
    let place = place(ofSheet: "checks")
    let columns = OverlayColumns(merged.sheets[place].header, of: "checks")
    let before = columns.text(merged.sheets[place].rows[row], "level") ?? ""
    if rank(level) < rank(before) {
      return fault(reader, "checks", "level", .levelLowered(from: before, to: level))
    }
    set("level", level, row, reader)
  }

  private func rank(_ level: String) -> Int {
    Self.levels.firstIndex(of: level) ?? -1
  }

  private mutating func set(
    _ column: String, _ text: String, _ row: Int, _ reader: RowReader
  ) {
    let place = place(ofSheet: "checks")
    let columns = OverlayColumns(merged.sheets[place].header, of: "checks")
    let header =
      columns.header(like: ColumnName(header: column, name: column, language: nil)) ?? column
    merged.sheets[place].addHeader(header)
    merged.sheets[place].rows[row].set(
      header, text, origin(reader, "checks", reader.header(column) ?? column))
    markSetter(place, row, origin(reader, "checks", "name"))
  }

  /// A domain's formula is only ever narrowed.
  mutating func mergeVerdicts() {
    var seen: Set<String> = []
    for reader in rows("verdicts") {
      guard let domain = reader["domain"] else {
        fault(reader, "verdicts", "domain", .missingName)
        continue
      }
      guard seen.insert(domain).inserted else {
        fault(reader, "verdicts", "domain", .nameTwice(domain))
        continue
      }
      guard let row = row(in: "verdicts", where: "domain", is: domain) else {
        fault(reader, "verdicts", "domain", .unknownDomain(domain))
        continue
      }
      guard let added = reader["met"] else {
        fault(reader, "verdicts", "met", .missingValue)
        continue
      }
      do throws(ExpressionFault) {
        // By itself: `1) or (1` must not open the brackets in which it will stand.
        _ = try Parser.parse(added)
      } catch {
        fault(reader, "verdicts", "met", .expression(error))
        continue
      }
      narrow(domain, row, added, reader)
    }
  }

  private mutating func narrow(
    _ domain: String, _ row: Int, _ added: String, _ reader: RowReader
  ) {
    let place = place(ofSheet: "verdicts")
    let columns = OverlayColumns(merged.sheets[place].header, of: "verdicts")
    let before = columns.read(merged.sheets[place].rows[row])
    guard let base = before["met"] else {
      return fault(reader, "verdicts", "domain", .domainNeverMet(domain))
    }
    merged.sheets[place].rows[row].set(
      before.header("met") ?? "met", "(\(base)) and (\(added))",
      origin(reader, "verdicts", reader.header("met") ?? "met"))
    markSetter(place, row, origin(reader, "verdicts", "domain"))
  }

  /// Names the overlay behind those that changed the row before.
  private mutating func markSetter(_ place: Int, _ row: Int, _ from: Row.Cell.Origin) {
    merged.sheets[place].addHeader("set_by")
    var setters = (merged.sheets[place].rows[row]["set_by"] ?? "").split(separator: " ")
    if !setters.contains(Substring(overlay.name)) { setters.append(Substring(overlay.name)) }
    merged.sheets[place].rows[row].set("set_by", setters.joined(separator: " "), from)
  }

  /// The row of a merged sheet that has a text in a column.
  func row(in sheet: String, where column: String, is text: String) -> Int? {
    guard let found = merged[sheet] else { return nil }
    let columns = OverlayColumns(found.header, of: sheet)
    return found.rows.firstIndex { columns.text($0, column) == text }
  }
}
