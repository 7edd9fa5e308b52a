import Fieldwork
import FormEngine
import Station
import Terminal

/// The queue of review as lines to print, for a command.
public struct ReviewLines {
  private let strings: Strings
  private let words: ReviewWords

  /// Lines in a language; `form` names the standard's domains, where it is here.
  public init(_ language: Language, team: Team, form: FormDefinition?) {
    strings = language.strings
    words = ReviewWords(language, team, form)
  }

  /// What is said where nothing is to be reviewed.
  public var none: String { strings.review.nothingDue }

  /// How many are to be looked at, and how many for which reason.
  public func counts(_ queue: ReviewQueue) -> String {
    let counts = queue.narrowed(to: []).counts
    let flags = ReviewFlag.allCases.compactMap { flag in
      counts[.flag(flag)].map { "\(strings.review.flag(flag)) \($0)" }
    }
    return ([strings.review.due(queue.dueCount)] + flags).joined(separator: "  ")
  }

  /// A row of titles, then one for each household that is due, the worst first.
  public func table(_ queue: ReviewQueue) -> [[String]] {
    [strings.review.columns]
      + queue.narrowed(to: []).lines.map { place in
        let line = queue.lines[place]
        return [
          line.household.number.map(String.init) ?? "-", line.household.group,
          line.household.head, strings.review.state(line.household.review.state),
          words.reasons(line),
        ]
      }
  }
}
