import JSONText

/// The report of a script's run: what is shown, what every node holds, what is wrong with it.
struct RunReport {
  let runner: FormRunner
  var instance: FormInstance { runner.instance }
  var definition: FormDefinition { runner.definition }
  var language: String { runner.language }

  private struct Collected {
    var walk: [JSON] = []
    var nodes: [JSON] = []
    var problems: [JSON] = []
    var special: [JSON.Member] = []
    var firstFailure: String?
    var xml = ""
  }

  init(runner: FormRunner) {
    self.runner = runner
  }

  func json(steps: [JSON]) -> JSON {
    var collected = Collected()
    let root = definition.nodes[0].name
    let id = Self.escaped(definition.id)
    collected.xml = "<?xml version='1.0' encoding='UTF-8' ?><\(root) id=\"\(id)\""
    if !definition.version.isEmpty {
      collected.xml += " version=\"\(Self.escaped(definition.version))\""
    }
    collected.xml += ">"
    collect(0, [], "/" + root, &collected)
    addMeta("/" + root, &collected)
    collected.xml += "</\(root)>"
    var report: JSON = [
      "steps": .array(steps), "title": .string(definition.title),
      "languages": .array(definition.languages.map(JSON.string)), "language": .string(language),
      "walk": .array(collected.walk), "nodes": .array(collected.nodes),
      "problems": .array(collected.problems),
      "first_failure": collected.firstFailure.map(JSON.string) ?? .null,
      "submission_xml": .string(collected.xml), "special": .object(collected.special),
    ]
    for member in judged() { report.set(member.key, member.value) }
    return report
  }

  private func collect(
    _ node: Int, _ rows: [RowID], _ path: String, _ collected: inout Collected
  ) {
    for child in definition.nodes[node].children {
      let childPath = path + "/" + definition.nodes[child].name
      let address = NodeAddress(node: child, rows: rows)
      switch definition.nodes[child].kind {
      case .repeat: collectRows(address, childPath, &collected)
      case .group:
        let relevant = instance.isRelevant(address)
        collected.nodes.append(
          ["path": .string(childPath), "kind": "group", "relevant": .bool(relevant)])
        if relevant {
          event("group", childPath, address, &collected)
          collected.xml += "<\(definition.nodes[child].name)>"
        }
        collect(child, rows, childPath, &collected)
        if relevant { collected.xml += "</\(definition.nodes[child].name)>" }
      default: leaf(address, childPath, &collected)
      }
    }
  }

  private func collectRows(
    _ address: NodeAddress, _ path: String, _ collected: inout Collected
  ) {
    let ids = instance.rows(address)
    let name = definition.nodes[address.node].name
    for (index, id) in ids.enumerated() {
      let row = NodeAddress(node: address.node, rows: address.rows + [id])
      let rowPath = path + "[\(index + 1)]"
      let relevant = instance.isRelevant(row)
      collected.nodes.append(
        ["path": .string(rowPath), "kind": "repeat", "relevant": .bool(relevant)])
      if relevant {
        event("repeat", rowPath, row, &collected)
        collected.xml += "<\(name)>"
      }
      collect(address.node, row.rows, rowPath, &collected)
      if relevant { collected.xml += "</\(name)>" }
    }
    if instance.isRelevant(address) {
      event("add_repeat?", path + "[\(ids.count + 1)]", address, &collected)
    }
  }

  private func event(
    _ event: String, _ path: String, _ address: NodeAddress, _ collected: inout Collected
  ) {
    collected.walk.append([
      "event": .string(event), "path": .string(path),
      "label": .string(instance.label(address, language: language)),
    ])
  }

  private func leaf(
    _ address: NodeAddress, _ path: String, _ collected: inout Collected
  ) {
    let node = definition.nodes[address.node]
    let relevant = instance.isRelevant(address)
    let value = instance.value(address)
    let required = instance.isRequired(address)
    var members: [JSON.Member] = [
      .init("path", .string(path)), .init("kind", node.isShown ? "question" : "hidden"),
      .init("relevant", .bool(relevant)), .init("value", .string(value)),
      .init("type", .string(Self.typeName(node.kind))), .init("required", .bool(required)),
      .init("readonly", .bool(instance.isReadOnly(address))),
    ]
    let state = instance.constraint(address)
    let constraint =
      switch state {
      case .none: "none"
      case _ where !relevant: "irrelevant"
      case .empty: "empty"
      case .pass: "pass"
      case .fail: "fail"
      }
    members.append(.init("constraint", .string(constraint)))
    var status = "ok"
    if !relevant {
      status = "irrelevant"
    } else if node.isShown, required, value.isEmpty {
      status = "missing_required"
      problem(path + " required", node, &collected)
    } else if case .fail(let message) = state {
      status = "constraint_failed"
      if let text = message[language] { members.append(.init("message", .string(text))) }
      problem(path + " constraint", node, &collected)
    }
    members.append(.init("status", .string(status)))
    if let special = instance.special(address) {
      members.append(.init("special", .string(special.rawValue)))
      if relevant { collected.special.append(.init(path, .string(special.rawValue))) }
    }
    if node.isShown {
      members += shown(address, node, relevant)
      if relevant { event("question", path, address, &collected) }
    }
    collected.nodes.append(.object(members))
    if relevant {
      let isEnd = node.kind == .metadata("end")
      collected.xml += Self.element(node.name, isEnd ? instance.now : value)
    }
  }

  private func problem(_ text: String, _ node: FormNode, _ collected: inout Collected) {
    collected.problems.append(.string(text))
    if node.isShown, collected.firstFailure == nil { collected.firstFailure = text }
  }

  private func shown(
    _ address: NodeAddress, _ node: FormNode, _ relevant: Bool
  ) -> [JSON.Member] {
    var members: [JSON.Member] = [.init("control", .string(Self.control(node.kind)))]
    if let appearance = node.attributes["appearance"] {
      members.append(.init("appearance", .string(appearance)))
    }
    members.append(.init("label", .string(instance.label(address, language: language))))
    let hint = instance.hint(address, language: language)
    if !hint.isEmpty { members.append(.init("hint", .string(hint))) }
    let guidance = instance.guidance(address, language: language)
    if !guidance.isEmpty { members.append(.init("guidance_hint", .string(guidance))) }
    if relevant, node.kind.questionType?.isSelect == true {
      let choices = instance.choices(address).map { choice -> JSON in
        [.string(choice.name), .string(choice.label(language))]
      }
      members.append(.init("choices", .array(choices)))
    }
    return members
  }

  /// The submission's own identity, which XLSForm adds to every form.
  private func addMeta(_ path: String, _ collected: inout Collected) {
    func hidden(_ name: String, _ value: String, readOnly: Bool) {
      collected.nodes.append([
        "path": .string("\(path)/meta/\(name)"), "kind": "hidden", "relevant": true,
        "value": .string(value), "type": "text", "required": false,
        "readonly": .bool(readOnly), "constraint": "none", "status": "ok",
      ])
      collected.xml += Self.element(name, value)
    }
    collected.nodes.append(
      ["path": .string("\(path)/meta"), "kind": "group", "relevant": true])
    collected.xml += "<meta>"
    hidden("instanceID", "uuid:" + instance.uuid(), readOnly: true)
    if let name = instance.instanceName { hidden("instanceName", name, readOnly: false) }
    collected.xml += "</meta>"
  }

  private static func typeName(_ kind: NodeKind) -> String {
    switch kind {
    case .question(.integer): "integer"
    case .question(.decimal): "decimal"
    case .question(.date), .metadata("today"): "date"
    case .metadata("start"), .metadata("end"): "date_time"
    case .question(.selectOne), .question(.selectOneFromRoster): "choice"
    case .question(.selectMultiple): "multiple_items"
    default: "text"
    }
  }

  private static func control(_ kind: NodeKind) -> String {
    switch kind.questionType {
    case .selectOne, .selectOneFromRoster: "select1"
    case .selectMultiple: "select"
    case .acknowledge: "trigger"
    default: "input"
    }
  }

  private static func element(_ name: String, _ value: String) -> String {
    value.isEmpty ? "<\(name) />" : "<\(name)>\(escaped(value))</\(name)>"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }
}
