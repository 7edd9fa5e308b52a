import Fieldwork
import FormEngine
import Record
import Station
import Terminal

/// All that is known of a household as lines to read: members, visits, remarks, the register's facts,
/// each with where it comes from and when.
struct HouseholdDetails {
  /// The lines.
  private(set) var lines: [ScrolledText.Line] = []
  private let file: HouseholdCase
  private let context: Context
  private let strings: HouseholdStrings
  private let words: FormWords
  private let columns: Int

  /// Writes the lines for so many columns.
  init(_ file: HouseholdCase, _ context: Context, columns: Int) {
    self.file = file
    self.context = context
    self.columns = columns
    strings = context.strings.households
    words = FormWords(context)
    meeting()
    found()
    members()
    visits()
    decisions()
    remarks()
    facts()
    for other in file.others { joined(other) }
  }

  private mutating func heading(_ text: String) {
    if !lines.isEmpty { lines.append(.init("")) }
    lines.append(.init(text, .title))
  }

  private mutating func wrapped(_ text: String, indent: Int = 2, role: Role = .text) {
    for line in Wrapping.lines(text, width: columns - indent) {
      lines.append(.init(String(repeating: " ", count: indent) + line, role))
    }
  }

  // MARK: What other laptops brought

  private mutating func meeting() {
    guard let summary = context.village?.households[file.household.id] else { return }
    if summary.conflicts > 0 { lines.append(.init(strings.differs(summary.conflicts), .warning)) }
    if let taker = summary.taker {
      let sentence = strings.taken(
        context.team.name(of: taker.person, context.language), taker.time, context.workingDay)
      lines.append(.init(strings.takenBy(sentence), .warning))
    }
    if let person = summary.review.assignee {
      let name = context.team.name(of: person, context.language)
      lines.append(.init(context.strings.review.assignedTo(name)))
    }
    let issues = context.toReask(at: file.household.id)
    guard !issues.isEmpty else { return }
    let issueWords = LedgerWords(context)
    for line in issues {
      // The newest answers have it no more: what is left is to say so.
      let isGone = !line.issue.rule.isEmpty && !line.isFound && file.current?.isCompleted == true
      let say = isGone ? issueWords.strings.toReport : issueWords.strings.toReask
      wrapped(
        say(
          issueWords.problem(line), issueWords.states(line.issue.state),
          issueWords.strings.due(line.due)),
        indent: 0, role: isGone ? .done : .warning)
    }
  }

  // MARK: What was found

  private mutating func found() {
    guard let findings = context.village?.households[file.household.id]?.findings,
      findings.isAssessed
    else { return }
    let found = context.strings.findings
    let verdicts = words.domains.compactMap { domain in
      findings.verdicts[domain.name].map { domain.mark + found.mark($0) }
    }
    let counts = [FindingLevel.red, .yellow].filter { findings.count($0) > 0 }
      .map { ($0, findings.count($0)) }
    wrapped(
      found.verdictLine(verdicts.joined(separator: " "), found.counts(counts)), indent: 0,
      role: findings.count(.red) > 0 ? .warning : .text)
    lines.append(.init(""))
  }

  // MARK: Members

  private mutating func members() {
    let members = file.members()
    guard !members.isEmpty else {
      heading(strings.noMembers)
      return
    }
    let rows = members.map { member in (cells(member), member.removal != nil || member.isGone) }
    let layout = ColumnLayout(
      [
        .init(.fitting(6...20)), .init(.fitting(4...10)), .init(.fitting(2...6)),
        .init(.fitting(4...5), .right), .init(.fixed(18)), .init(.fitting(4...18)),
        .init(.rest(minimum: 8)),
      ], in: columns, measuring: [strings.memberColumns] + rows.map { $0.0 })
    lines.append(.init(layout.line(strings.memberColumns), .title))
    for (cells, isGone) in rows { lines.append(.init(layout.line(cells), isGone ? .dim : .text)) }
  }

  private func cells(_ member: ShownMember) -> [String] {
    let number = member["m_id"]
    return [
      member["m_name"].trimmed.isEmpty ? strings.unnamed : member["m_name"],
      words.choice(member["m_rel"], of: "m_rel"),
      MemberAge.sex(of: member).map { words.choice($0, of: "m_sex") } ?? "",
      age(member),
      number.isEmpty ? "-" : MaskedIDNumber.text(number),
      member.removal.map { strings.struck($0.reason) }
        ?? words.choice(member["m_home"], of: "m_home"),
      source(member),
    ]
  }

  private func age(_ member: ShownMember) -> String {
    guard let age = MemberAge(of: member, on: context.workingDay) else { return "?" }
    return age.isEstimate ? strings.about(age.years) : String(age.years)
  }

  private func source(_ member: ShownMember) -> String {
    let newest = member.facts.values.max { $0.stamp.time < $1.stamp.time }
    return newest.map(source) ?? ""
  }

  private func source(_ fact: ShownFact) -> String {
    switch fact.source {
    case .register(let name):
      name.isEmpty ? strings.fromDoor(fact.stamp.day) : strings.fromRegister(fact.stamp.day)
    case .interview: strings.fromInterview(fact.stamp.day)
    }
  }

  // MARK: Visits

  private mutating func visits() {
    heading(strings.visits)
    // One that was set aside for another was a visit all the same.
    let interviews = file.interviews.filter { file.owns($0) || file.setAside[$0.id] != nil }
    guard !interviews.isEmpty else {
      lines.append(.init("  " + strings.noVisit))
      return
    }
    let newest = interviews.flatMap(\.visits).max { $1.isLater(than: $0) }
    let visitWords = VisitWords(words, context.team, context.language)
    for interview in interviews {
      if let start = interview.start {
        let round = words.choice(start.round, of: "c_round")
        lines.append(
          .init(
            "  "
              + strings.interview(
                round, interview.startStamp?.day ?? start.date, start.date, start.identityCheck)))
      }
      if file.setAside[interview.id] != nil, let last = interview.setAside.last {
        wrapped(
          strings.notCounted(last.stamp.day, context.team.name(of: last.stamp.person)), indent: 4)
      }
      for (index, visit) in interview.visits.enumerated() {
        let line = visitWords.line(
          index, visit, isNewest: visit.id == newest?.id, today: context.today)
        lines.append(.init("  " + line))
      }
      if case .completed(let stamp) = interview.phase {
        lines.append(
          .init(
            "  "
              + strings.completed(
                stamp.minute, context.team.name(of: stamp.person, context.language)), .done))
      }
      for reopening in interview.reopenings {
        wrapped(
          strings.wasReopened(
            reopening.stamp.day, context.team.name(of: reopening.stamp.person, context.language),
            reopening.text))
      }
    }
  }

  // MARK: What was decided

  private mutating func decisions() {
    let found = file.interviews.filter { file.owns($0) }.flatMap(\.decisions)
    guard !found.isEmpty else { return }
    heading(strings.decisions)
    for decision in found {
      let member = file.members().first { $0.id.rawValue == decision.key.rows.last }
      let place = [member?["m_name"], words.label(of: decision.key.question)].compactMap { $0 }
      wrapped(
        strings.decided(
          decision.stamp.minute, context.team.name(of: decision.stamp.person),
          place.joined(separator: " "), text(decision.chosen, decision.key),
          decision.others.map { other in
            (
              person: context.team.name(of: other.stamp.person),
              value: text(other, decision.key)
            )
          }))
    }
  }

  private func text(_ answer: Decision.Answer, _ key: AnswerKey) -> String {
    if let special = answer.special.flatMap(Special.init(rawValue:)) {
      return context.strings.interview.special(special)
    }
    return words.value(answer.value, of: key.question)
  }

  // MARK: Remarks

  private mutating func remarks() {
    var found = file.household.remarks.map { ("", $0) }
    for interview in file.interviews
    where file.owns(interview) || file.setAside[interview.id] != nil {
      for (key, remarks) in interview.remarks {
        let member = file.members().first { $0.id.rawValue == key.rows.last }
        let place = [member?["m_name"], words.label(of: key.question)].compactMap { $0 }
        found += remarks.map { (place.joined(separator: " "), $0) }
      }
    }
    guard !found.isEmpty else { return }
    heading(strings.remarks)
    for (label, remark) in found.sorted(by: { $0.1.stamp.time < $1.1.stamp.time }) {
      let name = context.team.name(of: remark.stamp.person, context.language)
      wrapped(strings.remark(remark.stamp.day, name, label, remark.text))
    }
  }

  // MARK: Facts

  private mutating func facts() {
    // The table, the head line and the neighbours' line say these already.
    let shownElsewhere: Set<String> = ["c_village", "village_name", "c_group", "c_hh_no"]
    let names = file.household.values.keys
      .filter { !shownElsewhere.contains($0) && !file.value($0).isEmpty }
      .sorted {
        (words.position(of: $0) ?? Int.max, $0) < (words.position(of: $1) ?? Int.max, $1)
      }
    guard !names.isEmpty else { return }
    heading(strings.facts)
    for name in names {
      if let fact = file.fact(name) { show(name, fact) }
    }
  }

  private mutating func show(_ name: String, _ fact: ShownFact) {
    let label = strings.registerLabels[name] ?? words.label(of: name)
    let question = name == "dwelling" ? "h_live" : name
    wrapped("\(label): \(words.value(fact.value, of: question))  (\(source(fact)))")
  }

  // MARK: Doors that were found to be this one

  /// What was said of the household at another door, under that door's name: it is shown as it is, since
  /// nobody has said which of two registers is right.
  private mutating func joined(_ other: Household) {
    heading(
      strings.joinedDoor(other["c_group"], other["c_hh_no"], other.head?["m_name"] ?? ""))
    let facts = other.shownFacts
    let shownAbove: Set<String> = ["c_village", "village_name", "c_group", "c_hh_no"]
    for name in facts.keys.sorted(by: {
      (words.position(of: $0) ?? Int.max, $0) < (words.position(of: $1) ?? Int.max, $1)
    }) where !shownAbove.contains(name) {
      if let fact = facts[name], !fact.value.isEmpty { show(name, fact) }
    }
    for member in other.shownMembers {
      let name = member["m_name"].trimmed
      let relation = words.choice(member["m_rel"], of: "m_rel")
      wrapped(
        [name.isEmpty ? strings.unnamed : name, relation, "(\(source(member)))"]
          .filter { !$0.isEmpty }.joined(separator: "  "))
    }
    for remark in other.remarks {
      wrapped(
        strings.remark(
          remark.stamp.day, context.team.name(of: remark.stamp.person), "", remark.text))
    }
  }
}
