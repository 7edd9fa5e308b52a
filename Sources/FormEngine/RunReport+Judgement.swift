import JSONText

/// What the standard says of the answers, in a run's report.
extension RunReport {
  /// The members `findings`, `verdicts` and `unset`; none for a form without a standard.
  func judged() -> [JSON.Member] {
    let standard = definition.standard
    guard !standard.isEmpty else { return [] }
    let judgement = instance.judge()
    var verdicts: [JSON.Member] = []
    for (domain, state) in zip(standard.domains, judgement.verdicts)
    where domain.hasVerdict || domain.isHousehold {
      verdicts.append(.init(domain.name, .string(state.rawValue)))
    }
    return [
      .init(
        "findings",
        .array(
          judgement.findings.map { finding(instance.finding($0, in: judgement), standard) })),
      .init("verdicts", .object(verdicts)),
      .init(
        "unset",
        .array(
          standard.unset.map { check, lines in
            [
              "rule": .string(standard.checks[check].name),
              "lines": .array(lines.map { .string(standard.parameters[$0].name) }),
            ]
          })),
    ]
  }

  private func finding(_ finding: Finding, _ standard: Standard) -> JSON {
    let check = finding.check
    return [
      "rule": .string(check.name), "level": .string(check.level.rawValue),
      "domain": .string(check.domain), "path": .string(path(of: finding.address)),
      "message": .string(finding.messages[language] ?? ""),
      "remedy": .string(finding.remedies[language] ?? ""),
      "values": .array(finding.values.map(value)),
      "basis": .array(check.basis.map { basis($0, standard) }),
      "departments": .array(check.departments.map(JSON.string)),
    ]
  }

  private func value(_ value: JudgedValue) -> JSON {
    var json: JSON = ["name": .string(value.name)]
    if let address = value.address { json.set("path", .string(path(of: address))) }
    json.set("value", .string(value.texts[language] ?? ""))
    if let special = value.special { json.set("special", .string(special.rawValue)) }
    if !value.year.isEmpty { json.set("year", .string(value.year)) }
    return json
  }

  private func basis(_ basis: Standard.Basis, _ standard: Standard) -> JSON {
    var json: JSON = [
      "source": .string(basis.source), "facts": .array(basis.facts.map(JSON.string)),
    ]
    if let source = standard.source(named: basis.source) {
      json.set("title", .string(source.title(language)))
      json.set("year", .string(source.year))
      json.set("sure", .string(source.sureness.rawValue))
    }
    return json
  }

  /// The path of a node with the places of its rows, as everywhere in the report: `/data/m[2]/m_ins`.
  private func path(of address: NodeAddress) -> String {
    var chain: [Int] = []
    var next: Int? = address.node
    while let node = next {
      chain.append(node)
      next = definition.nodes[node].parent
    }
    var rows: [RowID] = []
    return chain.reversed().reduce(into: "") { path, node in
      path += "/" + definition.nodes[node].name
      guard case .repeat = definition.nodes[node].kind, rows.count < address.rows.count else {
        return
      }
      let row = address.rows[rows.count]
      let siblings = instance.rows(NodeAddress(node: node, rows: rows))
      path += "[\((siblings.firstIndex(of: row) ?? 0) + 1)]"
      rows.append(row)
    }
  }
}
