import Fieldwork
import FormEngine
import Record
import Screens
import Station

/// What others decided of what two people did side by side, in words for whoever hears of it by a sync.
struct Decisions {
  let desk: VillageDesk
  let team: Team
  let forms: (String) -> FormDefinition?

  /// Whether an entry decides something between people, or may do so.
  static func isOne(_ entry: Entry) -> Bool {
    switch Fact(entry) {
    case .settled, .interviewSetAside, .householdJoined: true
    default: false
    }
  }

  /// The decisions that entries hold, in causal order.
  func shown(_ entries: [Entry]) -> [MeetingReport.Decision] {
    entries.sorted().map { entry in
      let stamp = Stamp(entry)
      let texts = Language.allCases.map { ($0, text(of: entry, $0)) }
      return MeetingReport.Decision(
        what: { language in texts.first { $0.0 == language }?.1 ?? "" },
        person: team.name(of: stamp.person), time: String(stamp.minute.dropFirst(5)))
    }
  }

  private func text(of entry: Entry, _ language: Language) -> String {
    let sentences = ConflictSentences.of(language)
    guard let file = file(of: entry.subject) else { return desk.village.name }
    let summary = desk.village.households[file.household.id]
    let door = sentences.door(
      summary?.group ?? "", summary?.number.map(String.init) ?? "", summary?.head ?? "")
    switch Fact(entry) {
    case .settled:
      guard
        let interview = file.interviews.first(where: {
          Subject.interview($0.id.rawValue) == entry.subject
        }),
        let decision = interview.decisions.first(where: { $0.stamp.entry == entry.id }),
        let definition = interview.start.flatMap({ forms($0.form) })
      else { return "\(door) \(HistorySentences.of(language).settled)" }
      let words = AnswerWords(interview, definition, file, language)
      let chosen = decision.chosen
      let value = words.value(chosen.value, special: chosen.special, decision.key)
      return "\(door) \(words.label(decision.key)): \(value.isEmpty ? sentences.emptied : value)"
    case .householdJoined: return "\(door) \(sentences.households)"
    default: return "\(door) \(sentences.interviews)"
    }
  }

  private func file(of subject: Subject) -> HouseholdCase? {
    switch subject {
    case .household(let id): try? desk.file(of: HouseholdID(id))
    case .interview(let id):
      desk.village.interviews[InterviewID(id)].flatMap { try? desk.file(of: $0) }
    default: nil
    }
  }
}
