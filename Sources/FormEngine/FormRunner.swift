import JSONText

/// Carries out the steps of a script on one instance.
struct FormRunner {
  let definition: FormDefinition
  var instance: FormInstance
  private var lastRow = 0

  /// A step that cannot be done, by the code that the report has for it.
  struct Refusal: Error {
    let code: String
    var message: String?
  }

  init(_ definition: FormDefinition, _ options: FormRunOptions) {
    self.definition = definition
    var made = 0
    instance = FormInstance(
      definition, today: options.today, now: options.now, random: options.random, creating: true,
      metadata: options.metadata,
      newRowID: {
        made += 1
        return "row\(made)"
      })
    lastRow = made
  }

  private mutating func newRowID() -> RowID {
    lastRow += 1
    return "row\(lastRow)"
  }

  var language: String { instance.language }

  mutating func carryOut(_ step: RunStep) -> JSON {
    var members: [JSON.Member] = [
      .init("op", .string(step.operation.rawValue)), .init("path", .string(step.path)),
    ]
    if let value = step.value { members.append(.init("value", .string(value))) }
    do throws(Refusal) {
      let (result, extra) = try result(step)
      members.append(.init("result", .string(result)))
      members += extra
    } catch {
      members.append(.init("result", .string(error.code)))
      if let message = error.message { members.append(.init("message", .string(message))) }
    }
    return .object(members)
  }

  private mutating func result(_ step: RunStep) throws(Refusal) -> (String, [JSON.Member]) {
    switch step.operation {
    case .set, .force: return try set(step)
    case .addRow:
      var path = step.path
      if path.hasSuffix("]"), let bracket = path.lastIndex(of: "[") {
        path = String(path[..<bracket])
      }
      try addRow(path)
      return ("OK", [])
    case .deleteRow:
      let address = try address(step.path, adding: false)
      guard instance.form.tree.places[address.node].isRepeat, let id = address.rows.last else {
        throw Refusal(code: "NOT_A_REPEAT")
      }
      instance.removeRow(
        NodeAddress(node: address.node, rows: Array(address.rows.dropLast())), id: id)
      return ("OK", [])
    case .language:
      let language = step.value ?? ""
      guard definition.languages.contains(language) else { throw Refusal(code: "NO_LANGUAGES") }
      instance.setLanguage(language)
      return ("OK", [])
    case .evaluate: return try evaluate(step)
    }
  }

  private mutating func set(_ step: RunStep) throws(Refusal) -> (String, [JSON.Member]) {
    let address = try address(step.path, adding: true)
    let node = definition.nodes[address.node]
    var value = step.value ?? ""
    if value.hasPrefix("special:"),
      let special = Special(rawValue: String(value.dropFirst("special:".count)))
    {
      let codes = definition.specials(of: address.node).filter { $0.value == special }
      guard let code = codes.keys.sorted().first else { throw Refusal(code: "NOT_A_CHOICE") }
      value = code
    }
    guard node.isShown else { throw Refusal(code: "NOT_A_QUESTION") }
    if step.operation == .force {
      guard let type = node.kind.questionType else { throw Refusal(code: "READONLY") }
      var stored = ""
      if !value.isEmpty {
        guard case .success(let text) = AnswerText.canonical(value, type: type) else {
          throw Refusal(code: "BAD_VALUE")
        }
        stored = text
      }
      instance.load(address, stored)
      return ("OK", [])
    }
    return outcome(instance.set(address, value))
  }

  private func outcome(_ result: SetResult) -> (String, [JSON.Member]) {
    func message(_ texts: [String: String]) -> [JSON.Member] {
      texts[language].map { [.init("message", .string($0))] } ?? []
    }
    switch result {
    case .ok(let also):
      let dropped = also.filter { $0.cause == .filteredOut }
      if dropped.isEmpty { return ("OK", []) }
      return ("OK", [.init("dropped", .array(dropped.map(self.dropped)))])
    case .constraintViolated(let texts): return ("CONSTRAINT_VIOLATED", message(texts))
    case .requiredButEmpty(let texts): return ("REQUIRED_BUT_EMPTY", message(texts))
    case .notRelevant: return ("NOT_RELEVANT", [])
    case .readOnly: return ("READONLY", [])
    case .notAChoice: return ("NOT_A_CHOICE", [])
    case .badValue: return ("BAD_VALUE", [])
    case .noSuchNode: return ("NO_SUCH_NODE", [])
    case .notAQuestion: return ("NOT_A_QUESTION", [])
    }
  }

  private func dropped(_ change: AnswerChange) -> JSON {
    [
      "path": .string(path(change.address)), "before": .string(change.before),
      "after": .string(change.after),
    ]
  }

  private mutating func evaluate(_ step: RunStep) throws(Refusal) -> (String, [JSON.Member]) {
    let address =
      step.path.isEmpty ? NodeAddress(node: 0) : try address(step.path, adding: false)
    do throws(ExpressionFault) {
      let result = try instance.evaluate(step.value ?? "", at: address)
      var members: [JSON.Member] = [.init("type", .string(result.kind.rawValue))]
      if result.kind == .nodes {
        members.append(.init("size", .int(result.values.count)))
        members.append(.init("values", .array(result.values.map(JSON.string))))
      }
      members.append(.init("string", .string(result.text)))
      members.append(.init("number", .string(NumberText.print(result.number))))
      members.append(.init("boolean", .string(result.truth ? "true" : "false")))
      return ("OK", members)
    } catch {
      throw Refusal(code: "ERROR", message: "\(error)")
    }
  }

  private mutating func addRow(_ path: String) throws(Refusal) {
    let address = try address(path, adding: true, wholeRepeat: true)
    guard instance.form.tree.places[address.node].isRepeat, instance.canAddRow(address) else {
      throw Refusal(code: "CANNOT_ADD")
    }
    instance.addRow(address, id: newRowID())
  }

  // MARK: Paths

  /// `/data/m[2]/x` as an address; a missing row is added where the form lets one be added.
  private mutating func address(
    _ path: String, adding: Bool, wholeRepeat: Bool = false
  ) throws(Refusal) -> NodeAddress {
    let steps = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let missing = Refusal(code: "NO_SUCH_NODE")
    guard steps.count >= 2, steps[0].isEmpty, steps[1] == definition.nodes[0].name else {
      throw missing
    }
    var address = NodeAddress(node: 0)
    for (index, step) in steps.enumerated().dropFirst(2) {
      let bracket = step.firstIndex(of: "[")
      let name = String(step[..<(bracket ?? step.endIndex)])
      guard let child = instance.form.tree.child(name, of: address.node) else { throw missing }
      address.node = child
      guard instance.form.tree.places[child].isRepeat else { continue }
      if wholeRepeat, index == steps.count - 1 { return address }
      var number = 1
      if let bracket {
        guard let given = Int(step[step.index(after: bracket)...].dropLast()) else {
          throw missing
        }
        number = given
      }
      while adding, bracket != nil, instance.rows(address).count < number {
        guard instance.canAddRow(address) else { throw Refusal(code: "CANNOT_ADD") }
        instance.addRow(address, id: newRowID())
      }
      let rows = instance.rows(address)
      guard number >= 1, number <= rows.count else { throw Refusal(code: "NO_SUCH_INSTANCE") }
      address.rows.append(rows[number - 1])
    }
    return address
  }

  /// An address as a path with the numbers of its rows.
  func path(_ address: NodeAddress) -> String {
    var names: [String] = []
    var depth = 0
    var outer = NodeAddress(node: 0)
    for node in instance.form.tree.ancestors(of: address.node).reversed() {
      var name = definition.nodes[node].name
      if instance.form.tree.places[node].isRepeat, depth < address.rows.count {
        outer.node = node
        let number = instance.rows(outer).firstIndex(of: address.rows[depth]) ?? 0
        name += "[\(number + 1)]"
        outer.rows.append(address.rows[depth])
        depth += 1
      }
      names.append(name)
    }
    return "/" + names.joined(separator: "/")
  }
}
