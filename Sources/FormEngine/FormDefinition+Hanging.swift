extension FormDefinition {
  /// The nodes that hang on a node: whose value, relevance or choices follow from it, directly or by way
  /// of others; the node itself among them.
  public func nodes(hangingOn node: Int) -> Set<Int> {
    var found: Set<Int> = [node]
    var open = [node]
    func take(_ node: Int) { if found.insert(node).inserted { open.append(node) } }
    while let next = open.popLast() {
      for dependent in form.dependents[next] {
        let computation = form.computations[dependent.rank]
        take(computation.node)
        switch computation.aspect {
        case .relevance, .roster: takeInner(computation.node, take)
        case .value, .filter: continue
        }
      }
    }
    return found
  }

  /// Whether what is asked depends on a node: a relevance follows from it, or the choices on offer.
  public func steers(_ node: Int) -> Bool {
    nodes(hangingOn: node).contains { hanging in
      form.dependents[hanging].contains { dependent in
        form.computations[dependent.rank].aspect != .value
      }
    }
  }

  /// The domains whose rules or formulas look at a node, or at anything that hangs on it; the household
  /// as a whole is not among them.
  public func domains(hangingOn node: Int) -> Set<String> {
    let nodes = nodes(hangingOn: node)
    let plan = standard.plan
    var checks: Set<Int> = []
    var domains: Set<Int> = []
    var count = -1
    // Rules look at rules and verdicts at both, so this is gone through until nothing is added.
    while checks.count + domains.count > count {
      count = checks.count + domains.count
      func touches(_ formula: Formula) -> Bool {
        formula.looks { part in
          switch part {
          case .operand(let operand): nodes.contains(operand.node)
          case .finding(let check): checks.contains(check)
          case .any: !checks.isEmpty
          case .verdict(let domain): domains.contains(domain)
          }
        }
      }
      for (index, check) in plan.checks.enumerated() where touches(check.when) {
        checks.insert(index)
        if let domain = standard.domain(named: standard.checks[index].domain) {
          domains.insert(domain)
        }
      }
      for (index, domain) in plan.domains.enumerated() {
        if [domain.met, domain.notApplicable].contains(where: { $0.map(touches) ?? false })
          || domain.reds.contains(where: checks.contains)
        {
          domains.insert(index)
        }
      }
    }
    return Set(domains.map { standard.domains[$0] }.filter { !$0.isHousehold }.map(\.name))
  }

  private func takeInner(_ node: Int, _ take: (Int) -> Void) {
    for child in form.childrenOf[node] {
      take(child)
      takeInner(child, take)
    }
  }
}

extension Formula {
  /// What a formula can look at.
  enum Part {
    case operand(Operand)
    case finding(Int)
    case any(FindingLevel)
    case verdict(Int)
  }

  /// Whether it looks, anywhere in it, at something of that kind.
  func looks(_ isThat: (Part) -> Bool) -> Bool {
    switch self {
    case .constant, .parameter: false
    case .operand(let operand), .isOneOf(let operand, _), .includes(let operand, _),
      .measure(_, let operand, _, parameter: _), .special(let operand):
      isThat(.operand(operand))
    case .not(let inner), .negate(let inner), .every(_, let inner), .some(_, let inner):
      inner.looks(isThat)
    case .and(let left, let right), .or(let left, let right), .compare(_, let left, let right),
      .arithmetic(_, let left, let right):
      left.looks(isThat) || right.looks(isThat)
    case .call(_, let arguments): arguments.contains { $0.looks(isThat) }
    case .finding(let check): isThat(.finding(check))
    case .any(let level): isThat(.any(level))
    case .verdict(let domain): isThat(.verdict(domain))
    }
  }
}
