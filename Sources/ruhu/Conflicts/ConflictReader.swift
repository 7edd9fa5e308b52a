import Fieldwork
import FormEngine
import Record
import Screens
import Station
import Terminal

/// What two people wrote differently in the open village, in a person's words and ready to be decided.
struct ConflictReader {
  let desk: VillageDesk
  let team: Team
  let forms: (String) -> FormDefinition?
  /// What a journal's laptop is called.
  let device: (JournalName) -> String
  /// The form that new interviews are bound to, for its word for a round; nil where there is none.
  let form: () -> FormDefinition?
  /// What standards lie here, for their labels.
  let standards: () -> StandardChoices
  let language: Language

  private var sentences: ConflictSentences { .of(language) }

  /// Why something typed cannot settle a conflict.
  enum Fault: Error {
    /// The conflict is over: someone decided it, or the answers changed.
    case isOver
    /// What was typed is no answer.
    case refused(InterviewSession.Refusal)
  }

  /// All of them, the village's own first.
  func shown() throws -> [ShownConflict] { try desk.conflicts().map(shown) }

  /// The entries that settle the conflict of that name with an answer as it was typed.
  func drafts(of id: String, typed text: String) throws -> [EntryDraft] {
    guard let conflict = try desk.conflicts().first(where: { Self.id($0) == id }),
      case .answer(let key) = conflict.kind
    else { throw Fault.isOver }
    guard let (interview, definition) = try interview(of: conflict),
      let node = definition.node(named: key.question),
      let type = definition.nodes[node].kind.questionType
    else { throw Fault.refused(.notRelevant) }
    var instance =
      InterviewSession(
        interview, definition: definition,
        person: PersonID(bytes: [UInt8](repeating: 0, count: 10)),
        language: language.name(
          among: definition.languages, default: definition.defaultLanguage)
      ).instance
    let address = NodeAddress(node: node, rows: key.rows)
    let choices = instance.choices(address)
    let value = TypedAnswer.value(FullWidth.number(text), type: type, choices: choices)
    let result = instance.set(address, value)
    if let refusal = Self.refusal(result, language) { throw Fault.refused(refusal) }
    let special = instance.special(address)?.rawValue
    return try desk.settle(conflict, choosing: .value(value, special: special))
  }

  private static func refusal(
    _ result: SetResult, _ language: Language
  ) -> InterviewSession.Refusal? {
    switch result {
    case .ok: nil
    case .constraintViolated(let message), .requiredButEmpty(let message):
      .constraint(
        message.first { $0.key.hasSuffix("(\(language.rawValue))") }?.value
          ?? message.values.first ?? "")
    case .badValue(let value): .badValue(value)
    case .notAChoice: .notAChoice
    case .readOnly: .readOnly
    case .notRelevant, .noSuchNode, .notAQuestion: .notRelevant
    }
  }

  /// What a conflict is recognised by, as long as nobody does anything about it.
  private static func id(_ conflict: Conflict) -> String {
    let tips = conflict.tips.map { $0.stamp.entry.rawValue.prefix(12) }.joined(separator: "-")
    if case .answer(let key) = conflict.kind {
      return ([key.question] + key.rows + [tips]).joined(separator: "/")
    }
    return tips
  }

  // MARK: One conflict

  private func shown(_ conflict: Conflict) throws -> ShownConflict {
    var shown = ShownConflict(
      id: Self.id(conflict), household: conflict.household, door: door(conflict.household),
      what: try what(conflict), why: why(conflict), sides: [])
    shown.others = others(conflict)
    if case .move = conflict.kind, let begun = try interview(of: conflict)?.interview.start {
      shown.door = ownDoor(begun.household)
    }
    if conflict.kind == .completion || conflict.kind == .approval {
      // Nothing is to be chosen here: both did what they did, and someone must know it. An approval is
      // given anew, or not, where the household is reviewed.
      if conflict.kind == .completion {
        shown.sides = [
          .init(
            text: sentences.bothSeen, source: "",
            drafts: try desk.settle(conflict, choosing: .asItStands))
        ]
      }
      shown.differences = try conflict.tips.map { tip in
        .init(
          section: "", label: source(tip), values: [try text(of: tip, conflict)])
      }
      return shown
    }
    for (index, tip) in conflict.tips.enumerated() {
      shown.sides.append(
        .init(
          text: try text(of: tip, conflict), source: source(tip),
          drafts: try desk.settle(conflict, choosing: .tip(index))))
    }
    switch conflict.kind {
    case .answer:
      shown.third = .typed
      if try desk.steers(conflict) {
        shown.why = sentences.steers
        shown.differences = try differences(conflict)
      }
    case .row: shown.differences = try differences(conflict)
    case .interviews, .households:
      let isTwo = if case .households = conflict.kind { true } else { false }
      if !conflict.tips.contains(where: { $0.act == .bothCount || $0.act == .areTwo }) {
        shown.sides.append(
          .init(
            text: isTwo ? sentences.areTwo : sentences.bothCount, source: "",
            drafts: try desk.settle(conflict, choosing: .asItStands)))
      }
    case .village, .completion, .approval, .move: break
    }
    return shown
  }

  private func why(_ conflict: Conflict) -> String {
    conflict.tips.contains(where: \.isDecision)
      ? sentences.decidedTwice : sentences.why(conflict.kind)
  }

  /// The households, besides the first, on whose pages it stands.
  private func others(_ conflict: Conflict) -> [HouseholdID] {
    switch conflict.kind {
    case .households(let ids), .move(let ids):
      let roots = Set(ids.map(desk.village.root(of:)))
      return roots.filter { $0 != conflict.household }.sorted()
    default: return []
    }
  }

  /// A household as people know it: by its own door, where it was found to be another one, too.
  private func door(_ household: HouseholdID?) -> String {
    guard let household else { return desk.village.name }
    if let summary = desk.village.households[household] {
      return sentences.door(
        summary.group, summary.number.map(String.init) ?? "", summary.head)
    }
    return ownDoor(household)
  }

  /// A household by what the register or its door said of it alone: not by an interview of which it is
  /// open whether it is its.
  private func ownDoor(_ household: HouseholdID) -> String {
    guard let file = try? desk.file(of: household),
      let own = ([file.household] + file.others).first(where: { $0.id == household })
    else { return household.rawValue }
    return sentences.door(own["c_group"], own["c_hh_no"], own.head?["m_name"] ?? "")
  }

  private func source(_ tip: Tip) -> String {
    let stamp = tip.stamp
    let source = sentences.source(
      team.name(of: stamp.person, language), String(stamp.minute.dropFirst(5)),
      device(stamp.place.journal))
    return tip.isDecision ? sentences.decided(source) : source
  }

  private func what(_ conflict: Conflict) throws -> String {
    switch conflict.kind {
    case .answer(let key): return try words(conflict)?.label(key) ?? key.question
    case .row(let row): return sentences.row(try words(conflict)?.row(row.id) ?? row.id)
    case .completion: return sentences.completion
    case .approval: return sentences.approval
    case .interviews: return sentences.interviews
    case .households: return sentences.households
    case .move: return sentences.move
    case .village(.round): return sentences.round
    case .village(.standard): return sentences.standard
    }
  }

  private func text(of tip: Tip, _ conflict: Conflict) throws -> String {
    switch tip.act {
    case .answered(let key, let value, let special):
      let words = try words(conflict)
      let text = words?.value(value, special: special, key) ?? value
      guard case .row = conflict.kind else { return text.isEmpty ? sentences.emptied : text }
      return sentences.keptWith(words?.label(key) ?? key.question, text)
    case .added: return sentences.kept
    case .struck(let reason): return sentences.struck(HistorySentences.of(language).reason(reason))
    case .completed: return sentences.completed
    case .changed: return sentences.changed
    case .approved: return sentences.approved
    case .began(let id):
      let interview = try self.interview(id, of: conflict.household)
      return sentences.thisInterview(answers(interview), interview?.isCompleted ?? false)
    case .setAside(_, let other):
      let interview = try self.interview(other, of: conflict.household)
      return sentences.counts(
        interview?.startStamp.map { team.name(of: $0.person) } ?? "",
        interview?.startStamp.map { String($0.minute.dropFirst(5)) } ?? "",
        answers(interview), interview?.isCompleted ?? false)
    case .bothCount: return sentences.bothCount
    case .enrolled(let household): return sentences.thisDoor(door(household))
    case .joined(let household, let other):
      return sentences.joined(door(household), door(other))
    case .areTwo: return sentences.areTwo
    case .moved(let household): return sentences.itsDoor(ownDoor(household))
    case .round(let round): return self.round(round)
    case .standard(let overlay, let profile):
      let standards = standards()
      return sentences.chosenStandard(
        Self.label(overlay, standards.overlays, language),
        Self.label(profile, standards.profiles, language))
    }
  }

  /// The form's word for a kind of round; its code where the form has none.
  private func round(_ code: String) -> String {
    guard let form = form(), let node = form.node(named: "c_round") else { return code }
    let language = language.name(among: form.languages, default: form.defaultLanguage)
    return form.choices(of: node).first { $0.name == code }?.label(language) ?? code
  }

  private static func label(
    _ name: String, _ choices: [StandardChoices.Choice], _ language: Language
  ) -> String {
    choices.first { $0.name == name }?.label(language) ?? name
  }

  private func interview(
    _ id: InterviewID, of household: HouseholdID?
  ) throws -> Interview? {
    try household.flatMap { try desk.file(of: $0).interviews.first { $0.id == id } }
  }

  private func answers(_ interview: Interview?) -> Int {
    interview?.answers.values.count { $0.source == .answered } ?? 0
  }

  private func interview(
    of conflict: Conflict
  ) throws -> (interview: Interview, definition: FormDefinition)? {
    guard case .interview(let name) = conflict.subject, let household = conflict.household,
      let interview = try desk.file(of: household).interviews.first(where: {
        $0.id.rawValue == name
      }),
      let definition = interview.start.flatMap({ forms($0.form) })
    else { return nil }
    return (interview, definition)
  }

  private func words(_ conflict: Conflict) throws -> AnswerWords? {
    guard let household = conflict.household, let found = try interview(of: conflict) else {
      return nil
    }
    return AnswerWords(
      found.interview, found.definition, try desk.file(of: household), language)
  }

  /// What differs between the branches, section by section.
  private func differences(_ conflict: Conflict) throws -> [ShownConflict.Difference] {
    guard let found = try interview(of: conflict), let words = try words(conflict) else {
      return []
    }
    let branches = try desk.branches(
      of: conflict,
      language: language.name(
        among: found.definition.languages, default: found.definition.defaultLanguage))
    guard let first = branches.first else { return [] }
    var differences: [ShownConflict.Difference] = []
    for (index, section) in first.sections.enumerated() {
      for (place, line) in section.lines.enumerated() {
        differences.append(
          .init(
            section: section.title, label: words.label(line.key),
            values: branches.map { branch in
              let line = branch.sections[index].lines[place]
              return line.isAsked
                ? words.value(line.value, special: line.special, line.key) : sentences.notAsked
            }))
      }
    }
    return differences
  }
}
