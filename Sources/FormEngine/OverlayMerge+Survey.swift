extension OverlayMerge {
  /// Puts an overlay's questions where they say they go; a group of its own goes as a whole.
  mutating func mergeSurvey() {
    let blocks = surveyBlocks()
    guard !blocks.isEmpty else { return }
    checkSurvey(blocks)
    let place = place(ofSheet: "survey")
    // By the path of a row: the row that was last put behind it, so that rows that follow the same
    // one stand in the order of the overlay.
    var followers: [[String]: [String]] = [:]
    for block in blocks {
      guard let target = target(block[0], in: merged.sheets[place], &followers) else { continue }
      let adopted = block.map { adopt($0, into: place, without: ["group", "after"]) }
      merged.sheets[place].rows.insert(contentsOf: adopted, at: target)
    }
  }

  /// The rows of the survey, those of a group of the overlay's own taken together.
  private mutating func surveyBlocks() -> [[RowReader]] {
    var blocks: [[RowReader]] = []
    var open: [RowReader] = []
    for reader in rows("survey") {
      guard let text = reader["type"] else {
        fault(reader, "survey", "type", .missingType)
        continue
      }
      let type = TypeName(text)
      let ends = type == .endGroup || type == .endRepeat
      if open.isEmpty {
        if ends {
          fault(reader, "survey", "type", .unmatchedEnd(text))
          continue
        }
        blocks.append([reader])
      } else {
        blocks[blocks.count - 1].append(reader)
        for column in ["group", "after"] where reader[column] != nil {
          fault(reader, "survey", column, .placeInsideGroup)
        }
      }
      if ends { open.removeLast() }
      if type == .beginGroup || type == .beginRepeat { open.append(reader) }
    }
    for group in open {
      fault(group, "survey", "type", .unclosed(group["name"] ?? ""))
    }
    return blocks
  }

  private mutating func checkSurvey(_ blocks: [[RowReader]]) {
    let form = merged["survey"].map { SurveyOutline($0).items.map(\.name) } ?? []
    let parameters = merged["parameters"].map { sheet in
      let columns = OverlayColumns(sheet.header, of: "parameters")
      return sheet.rows.compactMap { columns.text($0, "name") }
    }
    // A row of a parameter's name would be read in its place.
    let taken = Set(form + (parameters ?? []))
    var seen: Set<String> = []
    for reader in blocks.joined() {
      for column in [
        "label", "hint", "guidance_hint", "constraint_message", "required_message", "mark",
      ] {
        checkText(reader, "survey", column, isNeeded: column == "label" && isAsked(reader))
      }
      let type = TypeName(reader["type"] ?? "")
      if type == .endGroup || type == .endRepeat { continue }
      guard let name = reader["name"] else {
        fault(reader, "survey", "name", .missingName)
        continue
      }
      if taken.contains(name) {
        fault(reader, "survey", "name", .nameTaken(name))
      } else if !seen.insert(name).inserted {
        fault(reader, "survey", "name", .nameTwice(name))
      }
    }
  }

  private func isAsked(_ reader: RowReader) -> Bool {
    switch TypeName(reader["type"] ?? "") {
    case .plain(.hidden): false
    case .plain: reader["calculation"] == nil
    case .note, .selectOne, .selectMultiple, .selectOneFromRoster: true
    default: false
    }
  }

  private mutating func target(
    _ reader: RowReader, in survey: Sheet, _ followers: inout [[String]: [String]]
  ) -> Int? {
    let outline = SurveyOutline(survey)
    var group: Int?
    if let name = reader["group"] {
      group = only(outline.groups(named: name), reader, "group", name, .unknownGroup(name))
      if group == nil { return nil }
    }
    guard let name = reader["after"] else {
      guard let group else {
        fault(reader, "survey", "group", .missingPlace)
        return nil
      }
      return outline.items[group].last
    }
    let found = outline.rows(named: name, in: group)
    guard let anchor = only(found, reader, "after", name, .unknownRow(name)) else { return nil }
    var last = outline.items[anchor]
    while let next = followers[last.path],
      let item = outline.items.first(where: { $0.path == next })
    {
      last = item
    }
    let around = outline.items[anchor].path.dropLast()
    followers[outline.items[anchor].path] = around + [reader["name"] ?? ""]
    return last.last + 1
  }

  private mutating func only(
    _ found: [Int], _ reader: RowReader, _ column: String, _ name: String, _ unknown: OverlayFault
  ) -> Int? {
    if found.count == 1 { return found.first }
    if found.isEmpty {
      fault(reader, "survey", column, unknown)
    } else {
      fault(reader, "survey", column, .expression(.ambiguousName(name)))
    }
    return nil
  }
}
