import Fieldwork
import FormEngine
import Record
import Station

/// A visit in words: when, who, what came of it.
struct VisitWords: Sendable {
  private let words: FormWords
  private let team: Team
  private let language: Language

  /// The words of a form, and the names of a team.
  init(_ words: FormWords, _ team: Team, _ language: Language) {
    self.words = words
    self.team = team
    self.language = language
  }

  /// A visit by its place among the interview's; only the newest can be under way, and only where nobody
  /// who knew of it came again.
  func line(_ index: Int, _ visit: Visit, isNewest: Bool, today: String) -> String {
    let strings = language.strings.households
    let isUnderWay = !visit.isOver && isNewest && visit.start.day == today
    let result =
      isUnderWay
      ? strings.underWay
      : visit.result.isEmpty
        ? strings.notEnded : words.choice(visit.result, of: VisitQuestion.result)
    return strings.visit(
      index + 1, visit.start.minute, visit.end.map { Self.end($0, of: visit) },
      team.name(of: visit.start.person, language), result, visit.next)
  }

  /// When a visit ended, with the day where that is not the one on which it began.
  private static func end(_ end: Stamp, of visit: Visit) -> String {
    String(end.minute.suffix(end.day == visit.start.day ? 5 : 11))
  }
}
