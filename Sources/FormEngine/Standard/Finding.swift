/// A rule that is true of a household or of one of its members, with everything that explains it.
public struct Finding: Equatable, Sendable {
  /// The rule.
  public let check: Standard.Check
  /// The household (the root), or the row of the member.
  public let address: NodeAddress
  /// The sentence with the values in it, by language.
  public let messages: [String: String]
  /// What would make it met, by language.
  public let remedies: [String: String]
  /// The answers and numbers that made it true.
  public let values: [JudgedValue]
  /// Where the answers are from which it follows, those behind calculations too.
  public let answers: [NodeAddress]
}

/// A value that a finding or a verdict rests on.
public struct JudgedValue: Equatable, Sendable {
  /// The question, the calculation or the parameter.
  public let name: String
  /// Where it was asked; nil for a parameter.
  public let address: NodeAddress?
  /// What it is called, by language; empty for a calculation without a label.
  public let labels: [String: String]
  /// The value in words, by language; empty while nothing is answered.
  public let texts: [String: String]
  /// The state for which the answer stands.
  public let special: Special?
  /// Of a parameter: the year of its value.
  public let year: String

  /// Whether the question applies and nobody has answered it.
  public var isUnanswered: Bool { texts.values.allSatisfy(\.isEmpty) }
}

/// Why a verdict is what it is.
public struct VerdictReasons: Equatable, Sendable {
  /// The red rules that are true.
  public var findings: [Judgement.Mark] = []
  /// The answers that make it met or not applicable, or that keep it from being known.
  public var values: [JudgedValue] = []
}

extension FormInstance {
  /// The sentence, the values and the basis of what was found.
  public func finding(_ mark: Judgement.Mark, in judgement: Judgement) -> Finding {
    let plan = form.standard.plan.checks[mark.check]
    let check = form.standard.checks[mark.check]
    let address = NodeAddress(node: check.node ?? 0, rows: mark.rows)
    let row = row(of: address) ?? 0
    var support = Support()
    explain(plan.when, row, judged(judgement), &support)
    return Finding(
      check: check, address: address, messages: sentences(plan.messages, row),
      remedies: sentences(plan.remedies, row), values: values(of: support),
      answers: answers(behind: support))
  }

  /// Why the verdict of a domain is what it is.
  public func reasons(of domain: Int, in judgement: Judgement) -> VerdictReasons {
    let plan = form.standard.plan
    guard plan.domains.indices.contains(domain), judgement.verdicts.indices.contains(domain) else {
      return VerdictReasons()
    }
    var reasons = VerdictReasons()
    var support = Support()
    let judged = judged(judgement)
    switch judgement.verdicts[domain] {
    case .notAssessed: return reasons
    case .notMet:
      reasons.findings = judgement.findings.filter { plan.domains[domain].reds.contains($0.check) }
      return reasons
    case .notApplicable:
      if let formula = plan.domains[domain].notApplicable { explain(formula, 0, judged, &support) }
    case .met, .unknown:
      if let formula = plan.domains[domain].met { explain(formula, 0, judged, &support) }
    }
    reasons.values = values(of: support)
    return reasons
  }

  /// Judged again from the marks, since an explanation may look at other findings.
  private func judged(_ judgement: Judgement) -> Judged {
    var checks = [Truth](repeating: .no, count: form.standard.checks.count)
    for mark in judgement.undetermined { checks[mark.check] = .unknown }
    for mark in judgement.findings { checks[mark.check] = .yes }
    return Judged(checks: checks, verdicts: judgement.verdicts)
  }

  // MARK: What a formula rests on

  private struct Support {
    struct Place: Hashable {
      let node: Int
      let row: Int
    }
    enum Item: Hashable {
      case cell(Place)
      case parameter(Int)
    }
    private(set) var items: [Item] = []

    mutating func add(_ item: Item) {
      if !items.contains(item) { items.append(item) }
    }
  }

  /// Collects what makes a formula what it is: all parts of a true `and`, the true parts of a true
  /// `or`, and of anything else the parts that are not true.
  private func explain(
    _ formula: Formula, _ row: Int, _ judged: Judged, _ support: inout Support
  ) {
    switch formula {
    case .constant: return
    case .parameter(let parameter, _): support.add(.parameter(parameter))
    case .operand(let operand), .isOneOf(let operand, _), .includes(let operand, _),
      .special(let operand):
      note(operand, row, &support)
    case .measure(_, let operand, _, let parameter):
      note(operand, row, &support)
      if let parameter { support.add(.parameter(parameter)) }
    case .not(let inner), .negate(let inner): explain(inner, row, judged, &support)
    case .and(let left, let right), .or(let left, let right):
      let whole = truth(formula, row, judged)
      for part in [left, right] {
        let truth = truth(part, row, judged)
        let isOr = if case .or = formula { true } else { false }
        let counts = whole == .yes ? (isOr ? truth == .yes : true) : (isOr ? true : truth != .yes)
        if counts { explain(part, row, judged, &support) }
      }
    case .compare(_, let left, let right), .arithmetic(_, let left, let right):
      explain(left, row, judged, &support)
      explain(right, row, judged, &support)
    case .call(_, let arguments):
      for argument in arguments { explain(argument, row, judged, &support) }
    case .every(let plan, let inner), .some(let plan, let inner):
      let whole = truth(formula, row, judged)
      for row in rows(plan, from: row) {
        // A true `every` rests on each row; else the rows that decide.
        let truth = truth(inner, row, judged)
        if whole == .unknown ? truth != .yes : truth == whole {
          explain(inner, row, judged, &support)
        }
      }
    case .finding, .any, .verdict: return
    }
  }

  private func note(_ operand: Formula.Operand, _ row: Int, _ support: inout Support) {
    let place = place(operand, row)
    guard rows[place].cells[operand.local].relevant else { return }
    support.add(.cell(.init(node: operand.node, row: place)))
  }

  private func values(of support: Support) -> [JudgedValue] {
    support.items.compactMap { item in
      switch item {
      case .parameter(let index):
        let parameter = form.standard.parameters[index]
        guard !parameter.value.isEmpty else { return nil }
        return JudgedValue(
          name: parameter.name, address: nil, labels: parameter.labels,
          texts: words(of: parameter), special: nil, year: parameter.year)
      case .cell(let place):
        let address = address(place.node, place.row)
        let node = form.nodes[place.node]
        var labels: [String: String] = [:]
        for language in form.languages {
          let label = label(address, language: language)
          if !label.isEmpty { labels[language] = label }
        }
        guard !labels.isEmpty || node.isShown else { return nil }
        return JudgedValue(
          name: node.name, address: address, labels: labels,
          texts: words(at: place.node, place.row), special: special(address), year: "")
      }
    }
  }

  private func words(of parameter: Standard.Parameter) -> [String: String] {
    var words: [String: String] = [:]
    for language in form.languages {
      let unit = parameter.units[language] ?? ""
      words[language] = unit.isEmpty ? parameter.value : "\(parameter.value) \(unit)"
    }
    return words
  }

  /// An answer in words: the labels of what was chosen, or the text itself.
  private func words(at node: Int, _ row: Int) -> [String: String] {
    let value = rows[row].cells[form.spots[node].local].value
    var words: [String: String] = [:]
    for (index, language) in form.languages.enumerated() {
      guard let list = form.plans[node].list, !value.isEmpty else {
        words[language] = form.nodes[node].kind == .calculate ? Self.rounded(value) : value
        continue
      }
      words[language] = AnswerTokens.split(value).map { name in
        let entry = form.lists[list].entries.first { $0.name == name }
        return entry.map { fill($0.label, index, row) } ?? name
      }.joined(separator: language.contains("zh") ? "、" : ", ")
    }
    return words
  }

  /// What was reckoned is not truer than its parts: one digit behind the point is enough to read.
  private static func rounded(_ value: String) -> String {
    let number = NumberText.parse(value)
    guard number.isFinite, number != number.rounded() else { return value }
    return NumberText.print(NumberText.round(number, places: 1))
  }

  /// The questions behind what a formula rests on, through every calculation.
  private func answers(behind support: Support) -> [NodeAddress] {
    var found: [NodeAddress] = []
    var seen: Set<Support.Place> = []
    var queue = support.items.compactMap { item -> Support.Place? in
      if case .cell(let place) = item { place } else { nil }
    }[...]
    while let place = queue.popFirst() {
      guard seen.insert(place).inserted else { continue }
      let node = form.nodes[place.node]
      if node.isAnswered {
        let address = address(place.node, place.row)
        if !value(address).isEmpty { found.append(address) }
        continue
      }
      for use in form.behind[place.node] { queue.append(contentsOf: places(use, place.row)) }
    }
    return found
  }

  /// The relevant cells of a node that a row shares its upper rows with.
  private func places(_ node: Int, _ row: Int) -> [Support.Place] {
    let own = form.chains[rows[row].scope]
    let target = form.chains[form.spots[node].scope]
    var shared = 0
    while shared < min(own.count, target.count), own[shared] == target[shared] { shared += 1 }
    var start = row
    for _ in shared..<own.count { start = rows[start].parent }
    let plan = Formula.RowsPlan(
      up: 0, down: target[shared...].map { form.slots[$0] }, local: form.spots[node].local)
    return rows(plan, from: start).map { Support.Place(node: node, row: $0) }
  }

  // MARK: Sentences

  private func sentences(
    _ texts: [String: [StandardPlan.MessagePart]], _ row: Int
  ) -> [String: String] {
    var sentences: [String: String] = [:]
    for (language, parts) in texts {
      sentences[language] = parts.reduce(into: "") { text, part in
        switch part {
        case .literal(let literal): text += literal
        case .parameter(let index): text += form.standard.parameters[index].value
        case .operand(let operand):
          let place = place(operand, row)
          guard rows[place].cells[operand.local].relevant else { return }
          text += words(at: operand.node, place)[language] ?? ""
        }
      }
    }
    return sentences
  }
}
