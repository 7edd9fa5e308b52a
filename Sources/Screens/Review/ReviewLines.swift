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

  /// What is missing of the record, a sentence for each journal.
  public func damage(_ damage: [ShownDamage]) -> [String] { words.damage(damage) }

  /// How many are to be looked at, and how many for which reason.
  public func counts(_ lines: [ReviewLine]) -> String {
    let flags = ReviewFlag.allCases.compactMap { flag -> String? in
      let count = lines.count { $0.flags.contains(flag) }
      return count > 0 ? "\(strings.review.flag(flag)) \(count)" : nil
    }
    return ([strings.review.due(lines.count)] + flags).joined(separator: "  ")
  }

  /// A row of titles, then one for each line.
  public func table(_ lines: [ReviewLine]) -> [[String]] {
    [strings.review.columns]
      + lines.map { line in
        [
          line.household.number.map(String.init) ?? "-", line.household.group,
          line.household.head, strings.review.state(line.household.review.state),
          words.reasons(line),
        ]
      }
  }
}
