extension FormBuilder {
  mutating func readSurvey(_ sheet: Sheet, _ names: [ColumnName]) {
    let columns = Dictionary(names.map { ($0.header, $0) }) { first, _ in first }
    addRoot()
    var open: [(node: Int, isRepeat: Bool)] = [(0, false)]
    for row in sheet.rows {
      let reader = RowReader(row, columns: columns)
      if reader["type"] == nil, reader["name"] == nil,
        !reader.cells.contains(where: { $0.column.name == "label" })
      {
        continue
      }
      if isYes(reader["disabled"]) { continue }
      guard let text = reader["type"] else {
        fault(reader, "type", .missingType)
        continue
      }
      refuseColumns(reader)
      let type = TypeName(text)
      switch type {
      case .unknown: fault(reader, "type", .unknownType(text))
      case .unsupported: fault(reader, "type", .unsupportedType(text))
      case .endGroup, .endRepeat:
        guard open.count > 1, open[open.count - 1].isRepeat == (type == .endRepeat) else {
          fault(reader, "type", .unmatchedEnd(text))
          continue
        }
        let closed = open.removeLast()
        if nodes[closed.node].children.isEmpty {
          guard let opened = readers[closed.node]?.row else { continue }
          warnings.append(opened.fault(.emptyGroup, sheet: sheet.name, column: nil))
        }
      default:
        guard let name = name(reader, type, parent: open[open.count - 1].node) else { continue }
        let isRepeat = type == .beginRepeat
        let node = addNode(name, type, reader, parent: open[open.count - 1].node)
        guard isRepeat || type == .beginGroup else { continue }
        open.append((node, isRepeat))
        // No form nests so deep; a hostile one must not exhaust the stack.
        if open.count > 60 { return fault(reader, "type", .nestedTooDeep) }
      }
    }
    for (node, _) in open.dropFirst() {
      fault(readers[node], "type", .unclosed(nodes[node].name))
    }
  }

  private func isYes(_ text: String?) -> Bool {
    ["yes", "true", "true()"].contains(text?.lowercased() ?? "")
  }

  /// Columns that would change what the form does are refused; those of other tools are not ours.
  private mutating func refuseColumns(_ reader: RowReader) {
    for cell in reader.cells {
      let name = cell.column.name
      if ColumnName.unsupportedInSurvey.contains(name) || name.hasPrefix("body::") {
        fault(reader, name, .unsupportedColumn)
      }
      if name == "parameters" {
        for parameter in cell.text.split(whereSeparator: { " ,;".contains($0) }) {
          let key = parameter.prefix { $0 != "=" }.lowercased()
          // The height of a text box is the screen's affair; the rest changes what is asked.
          if key != "rows" { fault(reader, name, .unsupportedParameter(key)) }
        }
      }
    }
  }

  private mutating func addRoot() {
    _ = tree.add(rootName, parent: nil, isRepeat: false)
    nodes.append(
      FormNode(
        index: 0, name: rootName, kind: .root, parent: nil, children: [], repeats: [], label: [],
        hint: [], guidance: [], attributes: [:], row: 0, specials: [:], isShown: false))
    plans.append(NodePlan())
    readers.append(nil)
    types.append(nil)
  }

  private mutating func name(_ reader: RowReader, _ type: TypeName, parent: Int) -> String? {
    guard let name = reader["name"] else {
      if type == .note { return "generated_note_name_\(reader.row.number)" }
      if case .metadata(let kind) = type { return kind }
      fault(reader, "name", .missingName)
      return nil
    }
    guard let first = name.first, Lexer.startsName(first),
      name.allSatisfy({ Lexer.continuesName($0) })
    else {
      fault(reader, "name", .badName(name))
      return nil
    }
    if parent == 0, name.lowercased() == "meta" {
      fault(reader, "name", .reservedName(name))
      return nil
    }
    for sibling in nodes[parent].children {
      if nodes[sibling].name == name {
        fault(reader, "name", .duplicateName(name))
      } else if nodes[sibling].name.lowercased() == name.lowercased() {
        warnings.append(
          reader.row.fault(
            .namesDifferByCase(name), sheet: surveySheet?.name ?? "survey",
            column: reader.header("name")))
      }
    }
    return name
  }

  private mutating func addNode(
    _ name: String, _ type: TypeName, _ reader: RowReader, parent: Int
  ) -> Int {
    let node = tree.add(name, parent: parent, isRepeat: type == .beginRepeat)
    let kind = kind(type, reader)
    if case .question(let type) = kind, type.isNumeric { tree.setNumeric(node) }
    func texts(_ column: String) -> [String?] {
      reader.texts(column, languages: languages, untagged: untagged)
    }
    let label = texts("label")
    let hint = texts("hint")
    let hasText = label.contains { $0 != nil } || hint.contains { $0 != nil }
    let isShown: Bool
    switch kind {
    case .question(.hidden): isShown = false
    case .question: isShown = hasText || reader["calculation"] == nil
    case .note: isShown = true
    default: isShown = false
    }
    nodes[parent].children.append(node)
    nodes.append(
      FormNode(
        index: node, name: name, kind: kind, parent: parent, children: [],
        repeats: tree.ancestors(of: parent).reversed().filter { tree.places[$0].isRepeat },
        label: label, hint: hint, guidance: texts("guidance_hint"),
        attributes: Dictionary(reader.row.cells.map { ($0.header, $0.text) }) { first, _ in first },
        row: reader.row.number, specials: specials(reader, kind), isShown: isShown))
    plans.append(NodePlan())
    readers.append(reader)
    types.append(type)
    return node
  }

  private mutating func kind(_ type: TypeName, _ reader: RowReader) -> NodeKind {
    switch type {
    case .beginGroup: return .group
    case .beginRepeat: return .repeat
    case .note: return .note
    case .calculate: return .calculate
    case .metadata(let kind): return .metadata(kind)
    case .plain(let type): return .question(type)
    case .selectOne(let list):
      checkList(list, reader, multiple: false)
      return .question(.selectOne(list: list))
    case .selectMultiple(let list):
      checkList(list, reader, multiple: true)
      return .question(.selectMultiple(list: list))
    // The node is looked up when all are known.
    case .selectOneFromRoster: return .question(.selectOneFromRoster(node: -1))
    case .endGroup, .endRepeat, .unsupported, .unknown: return .group
    }
  }

  private mutating func checkList(_ name: String, _ reader: RowReader, multiple: Bool) {
    guard let list = listNumbers[name] else { return fault(reader, "type", .unknownList(name)) }
    guard multiple else { return }
    for entry in lists[list].entries where entry.name.contains(where: \.isWhitespace) {
      faults.append(
        entry.row.fault(
          .choiceNameHasSpace(entry.name), sheet: workbook["choices"]?.name ?? "choices",
          column: "name"))
    }
  }

  /// `dk=-8 ref=-9`: each code must be an answer that the question's type can hold.
  private mutating func specials(_ reader: RowReader, _ kind: NodeKind) -> [String: Special] {
    guard let text = reader["special"] else { return [:] }
    guard case .question(let type) = kind, !type.isSelect else {
      fault(reader, "special", .badSpecial(text))
      return [:]
    }
    var specials: [String: Special] = [:]
    for word in text.split(whereSeparator: \.isWhitespace) {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2, let special = Special(rawValue: parts[0].lowercased()),
        case .success(let code) = AnswerText.canonical(parts[1], type: type)
      else {
        fault(reader, "special", .badSpecial(String(word)))
        continue
      }
      specials[code] = special
    }
    return specials
  }
}
