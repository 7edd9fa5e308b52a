import Fieldwork
import FormEngine
import Record
import Station
import Terminal

/// The issue ledger as lines to print, for a command: in the words of the screens.
public struct LedgerLines {
  private let context: Context
  private let words: LedgerWords
  private var strings: LedgerStrings { context.strings.ledger }

  /// Lines in a language for a village; `environment` tells the day and finds the form that is in force
  /// there, `person` whoever looks, where that is known.
  public init(
    _ language: Language, _ environment: Environment, team: Team, person: PersonID?,
    village: Village
  ) {
    context = Context(
      environment: environment, size: Size(rows: 24, columns: 80), language: language, team: team,
      person: person, village: village, secondCopy: .notSet, carried: [:])
    words = LedgerWords(context)
  }

  /// The village's issues today.
  public var ledger: Ledger { context.ledger }

  /// How many there are of which state, how many are late, and whether the village is cleared.
  public func counts(_ ledger: Ledger) -> String {
    let headline = ledger.headline
    let states = IssueState.allCases.compactMap { state in
      headline.states[state].map { strings.count(words.states(state), $0) }
    }
    let late = [
      headline.overdue > 0 ? strings.overdue(headline.overdue) : nil,
      headline.soon > 0 ? strings.soon(headline.soon) : nil,
      headline.isCleared ? strings.cleared : nil,
    ]
    return (states + late.compactMap { $0 }).joined(separator: "  ")
  }

  /// What is said where there are no issues, or none is left by a filter.
  public func nothing(isNarrowed: Bool) -> String {
    isNarrowed ? strings.nothingInView : strings.none
  }

  /// One of the four tables: a row of titles, then one for each issue, each with a name for it at its
  /// beginning.
  public func table(
    _ view: LedgerView, _ lines: [LedgerLine], name: (LedgerLine) -> String
  ) -> [[String]] {
    [[strings.issueName] + view.columns.map(strings.column)]
      + lines.enumerated().map { index, line in
        [name(line)] + LedgerTable.texts(view, line, number: index + 1, words)
      }
  }

  /// The codes of causes that the form knows; nil where no form is here.
  public var causes: [String]? {
    guard let form = context.village.flatMap(context.environment.form)?.definition else {
      return nil
    }
    return form.node(named: LedgerWords.causeQuestion).map { node in
      form.choices(of: node).map(\.name)
    }
  }

  /// All that is known of an issue.
  public func details(_ opened: OpenedIssue) -> [String] {
    IssueDetails(opened, IssueFinding(opened, context), context).lines(columns: 200).map(\.text)
  }

  /// The household, site or village that an issue is about, and what it is.
  public func title(_ line: LedgerLine) -> String {
    "\(words.concern(line))  \(words.problem(line))"
  }

  /// What is said when something was done.
  public func done(_ act: IssueAct) -> String {
    strings.recorded(act)
  }

  /// Why something cannot be done.
  public func sentence(_ hindrance: Hindrance) -> String {
    context.strings.review.hindrance(hindrance)
  }

  /// Why a file cannot be kept as evidence.
  public func sentence(_ fault: EvidenceFault, _ path: String) -> String {
    strings.noFile(path, fault)
  }

  /// The households with the same pattern: a row of titles, then one for each.
  public func similar(_ cases: [SimilarCase], name: (LedgerLine) -> String) -> [[String]] {
    [
      [
        strings.issueName, strings.column(.group), strings.column(.household),
        strings.column(.state), "",
      ]
    ]
      + cases.flatMap { one in
        one.lines.map { line in
          [
            name(line), line.household?.group ?? "", words.concern(line),
            words.states(line.issue.state), why(one),
          ]
        }
      }
  }

  private func why(_ one: SimilarCase) -> String {
    [
      one.hasSameCause ? strings.sameCause : nil, one.isSameGroup ? strings.sameGroup : nil,
      one.shared > 0 ? strings.shared(one.shared) : nil,
    ].compactMap { $0 }.joined(separator: ", ")
  }
}
