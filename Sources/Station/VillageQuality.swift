import Fieldwork
import FormEngine
import Record

/// The rules over a village's households that look at the work itself: they go to the supervisor.
struct VillageQuality: Sendable {
  /// What these rules need of a household.
  struct Trace: Sendable {
    var summary: HouseholdSummary
    /// Who declared the interview done, and on which day; nil where none is.
    var done: (person: PersonID, day: String)?
    /// How long its visits took in milliseconds; nil where the clock does not tell.
    var duration: Int?
    /// Everything that was answered and does not come from a register, so that equal texts are equal
    /// answers.
    var answers = ""
    /// The citizen numbers of the members who are still of the household, with their names.
    var numbers: [(number: String, name: String)] = []
  }

  private(set) var traces: [Trace] = []

  mutating func add(_ trace: Trace) { traces.append(trace) }

  /// What a rule finds; a gap where it cannot be computed.
  func findings(
    _ rule: Standard.VillageRule, _ standard: Standard
  ) -> Result<[VillageFinding], VillageCheck.Gap> {
    switch rule.name {
    case "QA1":
      Self.number("par_min_seconds", standard).map { tooFast($0, rule, standard) }
    case "QA2":
      Self.number("par_same_answers", standard).map { alike($0, rule, standard) }
    case "QA3": .success(numberTwice(rule, standard))
    default: .failure(.needs(rule.needs))
    }
  }

  private static func number(
    _ name: String, _ standard: Standard
  ) -> Result<Double, VillageCheck.Gap> {
    guard let place = standard.parameter(named: name),
      let number = Double(standard.parameters[place].value)
    else { return .failure(.parameter(name)) }
    return .success(number)
  }

  private func tooFast(
    _ seconds: Double, _ rule: Standard.VillageRule, _ standard: Standard
  ) -> [VillageFinding] {
    traces.compactMap { trace in
      guard let done = trace.done, let duration = trace.duration,
        Double(duration) < seconds * 1000
      else { return nil }
      return finding(rule, trace, done, standard)
    }
  }

  private func alike(
    _ least: Double, _ rule: Standard.VillageRule, _ standard: Standard
  ) -> [VillageFinding] {
    struct Key: Hashable {
      let person: PersonID
      let day: String
      let answers: String
    }
    let places = traces.indices.filter { traces[$0].done != nil }
    let groups = Dictionary(grouping: places) { place -> Key? in
      traces[place].done.map {
        Key(person: $0.person, day: $0.day, answers: traces[place].answers)
      }
    }
    let found = groups.values.filter { Double($0.count) >= max(2, least) }
    return found.flatMap { group in group.map { ($0, group) } }.sorted { $0.0 < $1.0 }
      .compactMap { place, group in
        guard let done = traces[place].done else { return nil }
        var finding = finding(rule, traces[place], done, standard)
        finding.others = group.filter { $0 != place }.compactMap { traces[$0].summary.number }
          .sorted()
        return finding
      }
  }

  private func numberTwice(
    _ rule: Standard.VillageRule, _ standard: Standard
  ) -> [VillageFinding] {
    var households: [String: Set<Int>] = [:]
    for (place, trace) in traces.enumerated() {
      for member in trace.numbers { households[member.number, default: []].insert(place) }
    }
    return traces.enumerated().flatMap { place, trace in
      trace.numbers.compactMap { member in
        let others = (households[member.number] ?? []).subtracting([place])
        guard !others.isEmpty else { return nil }
        var finding = VillageFinding(rule, trace.summary, standard)
        finding.person = member.name
        finding.others = others.compactMap { traces[$0].summary.number }.sorted()
        return finding
      }
    }
  }

  private func finding(
    _ rule: Standard.VillageRule, _ trace: Trace, _ done: (person: PersonID, day: String),
    _ standard: Standard
  ) -> VillageFinding {
    var finding = VillageFinding(rule, trace.summary, standard)
    finding.surveyor = done.person
    finding.day = done.day
    return finding
  }
}

extension VillageQuality.Trace {
  /// What a household shows of the work that was done in it; `judged` is its interview, if it was one.
  init(_ file: HouseholdCase, _ summary: HouseholdSummary, judged: HouseholdJudgement?) {
    self.summary = summary
    if summary.status != .gone {
      numbers = file.members().filter { $0.removal == nil && !$0.isGone }.compactMap { member in
        let number = member["m_id"].filter { $0 != " " }.uppercased()
        return number.isEmpty ? nil : (number, member["m_name"])
      }
    }
    guard let interview = file.current, case .completed(let stamp) = interview.phase,
      interview.value(VisitQuestion.result) == VisitResult.done, let judged
    else { return }
    done = (stamp.person, stamp.day)
    duration = Self.duration(of: interview.visits)
    answers = Self.answers(judged.instance)
  }

  /// All visits together; nothing where the clock was put back in one of them, or one has no end.
  private static func duration(of visits: [Visit]) -> Int? {
    var sum = 0
    for visit in visits {
      guard let start = visit.start.milliseconds, let end = visit.end?.milliseconds, end >= start
      else { return nil }
      sum += end - start
    }
    return visits.isEmpty ? nil : sum
  }

  /// The answers as one text, of members in an order that does not hang on the roster's.
  private static func answers(_ instance: FormInstance) -> String {
    let definition = instance.definition
    var plain = ""
    var rows: [[RowID]: String] = [:]
    for stop in instance.stops() {
      guard case .question(let address) = stop else { continue }
      let node = definition.nodes[address.node]
      guard node.attributes["prefill", default: ""].isEmpty, node.kind.questionType != .text else {
        continue
      }
      let line = "\(definition.key(of: address.node))=\(instance.value(address));"
      if address.rows.isEmpty { plain += line } else { rows[address.rows, default: ""] += line }
    }
    return ([plain] + rows.values.sorted()).joined(separator: "\n")
  }
}
