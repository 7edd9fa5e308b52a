extension StandardCaseTable {
  /// What was judged of a case.
  public struct Judged: Sendable {
    /// What the rule says; nil for a domain.
    public let outcome: StandardCase.Outcome?
    /// The verdict of the rule's domain, or of the domain named; nil where it has none.
    public let verdict: VerdictState?
    /// The household of the case, as far as the form would take it.
    public let form: FormInstance
  }

  /// The household of a case, filled into a form and judged; or all that the form does not know.
  public func judge(
    _ one: StandardCase, by definition: FormDefinition
  ) throws(StandardCaseFaults) -> Judged {
    let standard = definition.standard
    let check = standard.check(named: one.rule)
    let name = check.map { standard.checks[$0].domain } ?? one.rule
    guard let domain = standard.domain(named: name) else {
      throw fault(one, .rule, .unknownRule(one.rule))
    }
    if check == nil, one.outcome != nil {
      throw fault(one, .outcome, .resultOfDomain(one.rule))
    }
    let hasVerdict = standard.domains[domain].hasVerdict || standard.domains[domain].isHousehold
    if one.verdict != nil, !hasVerdict { throw fault(one, .verdict, .noVerdict(name)) }
    let form = try filled(one, by: definition).valid()
    let judgement = form.judge()
    return Judged(
      outcome: check.map { outcome(of: $0, one, form, judgement) },
      verdict: hasVerdict ? judgement.verdicts[domain] : nil, form: form)
  }

  private func outcome(
    of check: Int, _ one: StandardCase, _ form: FormInstance, _ judgement: Judgement
  ) -> StandardCase.Outcome {
    let standard = form.definition.standard
    // A rule that is off is tried.
    let (found, undetermined) =
      standard.checks[check].isEnabled
      ? (judgement.findings, judgement.undetermined) : form.judge(check: check)
    let person = standard.checks[check].node == nil ? nil : one.person
    func isMeant(_ mark: Judgement.Mark) -> Bool {
      mark.check == check && (person == nil || mark.rows.first == person)
    }
    if found.contains(where: isMeant) { return .fires }
    if standard.unset.contains(where: { $0.check == check }) { return .unset }
    return undetermined.contains(where: isMeant) ? .unknown : .clear
  }

  // MARK: Filling

  /// The base household, or that of a case, as a form has it once all is loaded.
  public func filled(
    _ one: StandardCase?, by definition: FormDefinition
  ) throws(StandardCaseFaults) -> FormInstance {
    let today = one?.today ?? today
    var form = FormInstance(
      definition, today: today, now: today + "T10:00:00.000+08:00", random: { 0.5 },
      creating: false, newRowID: { "" })
    let changes = one?.answers ?? []
    var faults: [StandardCaseFault] = []
    var changed: [(address: NodeAddress, answer: StandardCase.Answer)] = []
    form.loading { form in
      for answer in base where !changes.contains(where: { $0.isSamePlace(as: answer) }) {
        switch place(answer, in: definition, isBase: true) {
        case .failure(let refusal):
          faults.append(StandardCaseFault(.base, row: nil, column: nil, refusal.kind))
        case .success(let place): load(place, into: &form)
        }
      }
      for answer in changes {
        switch place(answer, in: definition, isBase: false) {
        case .failure(let refusal):
          faults.append(self.fault(one, answer, refusal.kind))
        case .success(let place):
          load(place, into: &form)
          changed.append((place.address, answer))
        }
      }
    }
    for (address, answer) in changed where form.isRelevant(address) {
      if !form.isOffered(address) {
        faults.append(
          fault(one, answer, .notOffered(question: answer.question, value: answer.value)))
      } else if case .fail = form.constraint(address) {
        faults.append(
          fault(one, answer, .constraint(question: answer.question, value: answer.value)))
      }
    }
    if !faults.isEmpty { throw StandardCaseFaults(faults) }
    return form
  }

  private struct Place {
    var address: NodeAddress
    let value: String
  }

  private struct PlaceRefusal: Error {
    let kind: StandardCaseFault.Kind
  }

  /// Where an answer belongs and the text under which it is stored.
  private func place(
    _ answer: StandardCase.Answer, in definition: FormDefinition, isBase: Bool
  ) -> Result<Place, PlaceRefusal> {
    func refuse(_ kind: StandardCaseFault.Kind) -> Result<Place, PlaceRefusal> {
      .failure(PlaceRefusal(kind: kind))
    }
    guard let node = definition.node(named: answer.question),
      let type = definition.nodes[node].kind.questionType
    else { return refuse(.unknownQuestion(answer.question)) }
    let repeats = definition.nodes[node].repeats
    guard repeats.count == (answer.person == nil ? 0 : 1) else {
      return refuse(.wrongPlace(answer.question))
    }
    if let person = answer.person, !isBase, !persons.contains(person) {
      return refuse(.unknownPerson(person))
    }
    let address = NodeAddress(node: node, rows: answer.person.map { [$0] } ?? [])
    if answer.value.isEmpty { return .success(Place(address: address, value: "")) }
    let bad = StandardCaseFault.Kind.badAnswer(question: answer.question, value: answer.value)
    if !type.isSelect,
      let code = definition.specials(of: node).first(where: { $0.value.rawValue == answer.value })
    {
      return .success(Place(address: address, value: code.key))
    }
    guard case .success(let text) = AnswerText.canonical(answer.value, type: type) else {
      return refuse(bad)
    }
    if type.isSelect {
      let names = Set(definition.choices(of: node).map(\.name))
      let isSeveral = if case .selectMultiple = type { true } else { false }
      let tokens = isSeveral ? AnswerTokens.split(text) : [text]
      guard tokens.allSatisfy(names.contains) else { return refuse(bad) }
    }
    return .success(Place(address: address, value: text))
  }

  private func load(_ place: Place, into form: inout FormInstance) {
    if let person = place.address.rows.first,
      let outer = form.definition.nodes[place.address.node].repeats.first
    {
      form.addRow(NodeAddress(node: outer), id: person, creating: false)
    }
    form.load(place.address, place.value)
  }

  // MARK: Faults

  private func fault(
    _ one: StandardCase, _ column: Column, _ kind: StandardCaseFault.Kind
  ) -> StandardCaseFaults {
    StandardCaseFaults([
      StandardCaseFault(.cases, row: one.row, column: column.rawValue, kind)
    ])
  }

  private func fault(
    _ one: StandardCase?, _ answer: StandardCase.Answer, _ kind: StandardCaseFault.Kind
  ) -> StandardCaseFault {
    let column: Column = answer.person == nil ? .household : .member
    return StandardCaseFault(.cases, row: one?.row, column: column.rawValue, kind)
  }
}
