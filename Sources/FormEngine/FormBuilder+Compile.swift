extension FormBuilder {
  mutating func compileNodes(_ sheet: String) {
    for node in nodes.indices.dropFirst() {
      guard let reader = readers[node] else { continue }
      resolveChoices(node, reader)
      plans[node].relevance = expression(reader, "relevant", node)
      plans[node].constraint = expression(reader, "constraint", node, isConstraint: true)
      plans[node].calculation = expression(reader, "calculation", node)
      if case .calculate = nodes[node].kind, reader["calculation"] == nil, reader["default"] == nil
      {
        fault(reader, "calculation", .missingCalculation)
      }
      plans[node].required = condition(reader, "required", node)
      plans[node].readOnly = condition(reader, "read_only", node)
      if case .note = nodes[node].kind { plans[node].readOnly = .fixed(true) }
      compileDefault(reader, node)
      compileFilter(reader, node)
      plans[node].label = text(nodes[node].label, reader, "label", node)
      plans[node].hint = text(nodes[node].hint, reader, "hint", node)
      plans[node].guidance = text(nodes[node].guidance, reader, "guidance_hint", node)
      plans[node].constraintMessage = message(reader, "constraint_message", node)
      plans[node].requiredMessage = message(reader, "required_message", node)
    }
  }

  private mutating func resolveChoices(_ node: Int, _ reader: RowReader) {
    switch types[node] {
    case .selectOne(let name), .selectMultiple(let name):
      guard let list = listNumbers[name] else { return }
      usedLists.insert(list)
      plans[node].list = list
      tree.setList(node, list)
    case .selectOneFromRoster(let name):
      do throws(ExpressionFault) {
        let target = try compiler(at: node).node(named: name)
        guard tree.scopes[tree.places[target].scope].depth > 0, !tree.places[target].isRepeat else {
          throw .badArgument(function: "select_one ${\(name)}")
        }
        nodes[node] = nodes[node].choosing(from: target)
        tree.setList(node, -1)
      } catch {
        fault(reader, "type", .expression(error))
      }
    default: return
    }
  }

  private mutating func expression(
    _ reader: RowReader, _ column: String, _ node: Int, isConstraint: Bool = false
  ) -> Expression? {
    guard let text = reader[column] else { return nil }
    var compiler = compiler(at: node, isConstraint: isConstraint)
    do throws(ExpressionFault) {
      let expression = try compiler.compile(text)
      if !isNodes(column) { compiler.noteMany(expression) }
      warnOfMany(compiler.manyValued, reader, reader.header(column))
      if column == "calculation" || column == "relevant" {
        addComputation(
          node, column == "relevant" ? .relevance : .value, compiler.dependencies)
      }
      return expression
    } catch {
      fault(reader, column, .expression(error))
      return nil
    }
  }

  /// A condition may be several nodes: it holds when there are any.
  private func isNodes(_ column: String) -> Bool {
    ["relevant", "required", "read_only", "constraint"].contains(column)
  }

  private mutating func warnOfMany(_ nodes: [Int], _ reader: RowReader, _ column: String?) {
    for node in nodes {
      warnings.append(
        reader.row.fault(
          .manyValues(self.nodes[node].name), sheet: surveySheet?.name ?? "survey",
          column: column))
    }
  }

  private mutating func addComputation(
    _ node: Int, _ aspect: Computation.Aspect, _ dependencies: Dependencies
  ) {
    let scope = tree.places[node].scope
    computations.append(
      Computation(node: node, aspect: aspect, scope: scope, dependencies: dependencies))
    guard aspect == .relevance, tree.places[node].isRepeat else { return }
    // A repeat is relevant or not even without rows, unless its rows themselves decide.
    let looksInside = dependencies.uses.contains {
      tree.scopes[tree.places[$0.node].scope].chain.contains(scope)
        && $0.depth >= tree.scopes[scope].depth
    }
    if !looksInside, dependencies.positions.isEmpty, let outer = tree.scopes[scope].parent {
      computations.append(
        Computation(node: node, aspect: .roster, scope: outer, dependencies: dependencies))
    }
  }

  private mutating func condition(
    _ reader: RowReader, _ column: String, _ node: Int
  ) -> NodePlan.Condition {
    switch reader[column]?.lowercased() {
    case nil, "no", "false", "false()": return .fixed(false)
    case "yes", "true", "true()": return .fixed(true)
    default:
      guard let expression = expression(reader, column, node) else { return .fixed(false) }
      return .expression(expression)
    }
  }

  private mutating func compileDefault(_ reader: RowReader, _ node: Int) {
    guard let text = reader["default"] else { return }
    let type = nodes[node].kind.questionType
    guard DefaultText.isDynamic(text, type: type) else {
      var stored = text
      if let type {
        guard case .success(let canonical) = AnswerText.canonical(text, type: type) else {
          return fault(reader, "default", .badDefault(text))
        }
        stored = canonical
      }
      plans[node].initial = .fixed(stored)
      return
    }
    if let expression = expression(reader, "default", node) {
      plans[node].initial = .expression(expression)
    }
  }

  private mutating func compileFilter(_ reader: RowReader, _ node: Int) {
    var compiler = compiler(at: node)
    if case .question(.selectOneFromRoster(let target)) = nodes[node].kind, target >= 0 {
      let scope = tree.places[target].scope
      plans[node].roster = roster(from: node, to: target, &compiler.dependencies)
      compiler.contextNode = tree.scopes[scope].node
      compiler.inPredicate = true
      compiler.candidateScope = scope
    } else if let list = plans[node].list {
      compiler.names = .columns(lists[list].columns)
    }
    if let text = reader["choice_filter"] {
      guard nodes[node].kind.questionType?.isSelect == true else {
        return fault(reader, "choice_filter", .unsupportedColumn)
      }
      do throws(ExpressionFault) {
        plans[node].choiceFilter = try compiler.compile(text)
      } catch {
        return fault(reader, "choice_filter", .expression(error))
      }
    }
    plans[node].filterDependencies = compiler.dependencies
  }

  /// The choices are the repeat's rows as seen from outside it, the asker's own row among them.
  private func roster(
    from node: Int, to target: Int, _ dependencies: inout Dependencies
  ) -> Reference {
    let asker = tree.scopes[tree.places[node].scope]
    let place = tree.places[target]
    let scope = tree.scopes[place.scope]
    var shared = 0
    while shared < min(asker.chain.count, scope.chain.count - 1),
      asker.chain[shared] == scope.chain[shared]
    {
      shared += 1
    }
    let down = scope.chain[shared...].map { tree.scopes[$0].slot }
    dependencies.use(target, depth: shared - 1)
    for passed in scope.chain[shared...] { dependencies.useRows(passed, depth: shared - 1) }
    return Reference(
      node: target, local: place.local, up: asker.depth - (shared - 1), down: down,
      isNumeric: place.isNumeric, fromCurrent: false)
  }

  private mutating func message(
    _ reader: RowReader, _ column: String, _ node: Int
  ) -> FormText? {
    text(
      reader.texts(column, languages: languages, untagged: untagged), reader, column, node)
  }

  private mutating func text(
    _ texts: [String?], _ reader: RowReader, _ column: String, _ node: Int
  ) -> FormText? {
    guard texts.contains(where: { $0 != nil }) else { return nil }
    var parts: [[FormText.Part]?] = []
    for (language, text) in texts.enumerated() {
      guard let text else {
        parts.append(nil)
        continue
      }
      var pieces: [FormText.Part] = []
      for piece in FormText.cut(text) {
        if !piece.literal.isEmpty { pieces.append(.literal(piece.literal)) }
        guard let name = piece.name else { continue }
        var compiler = compiler(at: node)
        do throws(ExpressionFault) {
          let expression = try compiler.compile(
            .path(Syntax.Path(start: .reference(name))))
          compiler.noteMany(expression)
          warnOfMany(
            compiler.manyValued, reader, header(column, languages[language], reader))
          pieces.append(.expression(expression))
        } catch {
          faults.append(
            reader.row.fault(
              .expression(error), sheet: surveySheet?.name ?? "survey",
              column: header(column, languages[language], reader)))
        }
      }
      parts.append(pieces)
    }
    return FormText(parts: parts)
  }

  private func header(_ column: String, _ language: String, _ reader: RowReader) -> String {
    reader.cells.first { $0.column.name == column && $0.column.language == language }?
      .column.header ?? reader.header(column) ?? column
  }
}

extension FormNode {
  /// The same node once it is known whose values are its choices.
  func choosing(from target: Int) -> FormNode {
    FormNode(
      index: index, name: name, kind: .question(.selectOneFromRoster(node: target)),
      parent: parent, children: children, repeats: repeats, label: label, hint: hint,
      guidance: guidance, attributes: attributes, row: row, specials: specials, isShown: isShown)
  }
}
