import Fieldwork
import FormEngine
import Station
import Terminal

/// To what the ledger is narrowed, and the panels by which it is.
struct LedgerFilter: Sendable {
  /// What an answer of a panel came to.
  enum Outcome: Equatable, Sendable {
    /// It is narrowed otherwise.
    case narrowed
    /// The order is to change.
    case reorders
    /// Another panel was asked for, or the answer is none of its.
    case none
  }

  private enum Panel {
    static let kinds = "ledgerKinds"
    static let facet = "ledgerFacet"
    static let other = "ledgerOther"
  }

  /// The kinds with a line of their own; the others share one.
  private static let kinds: [LedgerFacet.Kind] = [
    .due, .state, .level, .domain, .group, .responsible, .source,
  ]
  private static let others: [LedgerFacet.Kind] = [
    .issueClass, .cause, .concern, .reopened, .doubtful, .typed,
  ]

  /// What is chosen, of each kind at most one.
  private(set) var chosen: Set<LedgerFacet>
  /// What the open panel lists, in the order of its lines.
  private var asked: [LedgerFacet?] = []
  private var kind = LedgerFacet.Kind.due

  /// To what it was narrowed from the start.
  private let first: Set<LedgerFacet>

  /// Narrows to some facets from the start.
  init(_ chosen: Set<LedgerFacet> = []) {
    self.chosen = chosen
    first = chosen
  }

  /// Whether it is narrowed otherwise than from the start.
  var isNarrowed: Bool { chosen != first }

  mutating func clear() { chosen = first }

  /// What it is narrowed to, in one line.
  func names(_ words: LedgerWords, of household: String?) -> String {
    chosen.map { facet in
      if case .household = facet { household ?? "" } else { words.name(facet) }
    }.sorted().joined(separator: " + ")
  }

  // MARK: Panels

  /// Asks what to narrow the ledger by.
  func push(_ order: Ledger.Order, _ context: inout Context) {
    let words = LedgerWords(context)
    let strings = words.strings
    let own = Self.kinds.map { kind in
      strings.chosen(strings.kind(kind), chosen.first { $0.kind == kind }.map(words.name))
    }
    let others = chosen.filter { Self.others.contains($0.kind) }.map(words.name).sorted()
    let lines =
      own + [
        strings.chosen(strings.other, others.isEmpty ? nil : others.joined(separator: " + ")),
        strings.ordered(order),
      ]
    context.push(
      ListPanel(Panel.kinds, title: strings.filterTitle, items: lines.map { .init($0) }))
  }

  /// Takes the answer of one of its panels; `counts` is how many issues there would be by each facet.
  mutating func take(
    _ answer: PanelAnswer, _ counts: [LedgerFacet: Int], _ context: inout Context
  ) -> Outcome {
    guard case .choice(let choice) = answer.value else { return .none }
    switch answer.panel {
    case Panel.kinds:
      if Self.kinds.indices.contains(choice) {
        ask(Self.kinds[choice], counts, &context)
      } else if choice == Self.kinds.count {
        askOthers(counts, &context)
      } else {
        return .reorders
      }
      return .none
    case Panel.facet:
      guard asked.indices.contains(choice) else { return .none }
      replace(kind, by: asked[choice])
      return .narrowed
    case Panel.other:
      guard asked.indices.contains(choice), let facet = asked[choice] else { return .none }
      replace(facet.kind, by: chosen.contains(facet) ? nil : facet)
      return .narrowed
    default: return .none
    }
  }

  private mutating func replace(_ kind: LedgerFacet.Kind, by facet: LedgerFacet?) {
    chosen = chosen.filter { $0.kind != kind }
    if let facet { chosen.insert(facet) }
  }

  private mutating func ask(
    _ kind: LedgerFacet.Kind, _ counts: [LedgerFacet: Int], _ context: inout Context
  ) {
    let words = LedgerWords(context)
    let facets = Self.facets(of: kind, counts, words)
    self.kind = kind
    asked = [nil] + facets
    context.push(
      ListPanel(
        Panel.facet, title: words.strings.kind(kind),
        items: [.init(words.strings.all)]
          + facets.map { .init("\(words.name($0))  \(counts[$0] ?? 0)") },
        selected: asked.firstIndex { $0.map(chosen.contains) ?? false } ?? 0))
  }

  private mutating func askOthers(_ counts: [LedgerFacet: Int], _ context: inout Context) {
    let words = LedgerWords(context)
    let facets = Self.others.flatMap { Self.facets(of: $0, counts, words) }
    asked = facets
    context.push(
      ListPanel(
        Panel.other, title: words.strings.other,
        items: facets.map { facet in
          .init(
            (chosen.contains(facet) ? "+ " : "  ") + "\(words.name(facet))  \(counts[facet] ?? 0)")
        }))
  }

  private static func facets(
    of kind: LedgerFacet.Kind, _ counts: [LedgerFacet: Int], _ words: LedgerWords
  ) -> [LedgerFacet] {
    switch kind {
    case .due: return LedgerFacet.Due.allCases.map(LedgerFacet.due)
    case .state: return [.open] + IssueState.allCases.map(LedgerFacet.state)
    case .level: return FindingLevel.allCases.reversed().map(LedgerFacet.level)
    case .issueClass: return IssueClass.allCases.map(LedgerFacet.issueClass)
    case .reopened: return [.mark(.reopened)]
    case .doubtful: return [.mark(.doubtful)]
    case .typed: return [.mark(.typed)]
    default:
      return counts.keys.filter { facet in
        if case .household = facet { return false }
        return facet.kind == kind
      }.sorted {
        let (one, other) = (words.name($0), words.name($1))
        return one.count == other.count ? one < other : one.count < other.count
      }
    }
  }
}
