import Fieldwork
import FormEngine
import Record

/// A section of the form as the bar on the screen shows it: a group or roster with a `mark`.
public struct Section: Equatable, Sendable {
  /// The group's or roster's node in the form.
  public var node: Int
  /// The mark in the language of the screen: one Chinese character, or a short word.
  public var mark: String
  /// The title in the language of the screen.
  public var title: String
  /// Questions that apply and need no more answer.
  public var answered: Int
  /// Questions that apply.
  public var total: Int
  /// The first stop in it, if any applies.
  public var first: Stop?

  /// Whether it applies and nothing is left in it.
  public var isDone: Bool { total > 0 && answered == total }
}

extension InterviewSession {
  /// The sections with their progress, in the form's order.
  public func sections() -> [Section] {
    marks.nodes.enumerated().map { index, node in
      Section(
        node: node, mark: definition.nodes[node].attributes["mark::\(language)"] ?? "",
        title: title(of: node), answered: walk.answered[index], total: walk.total[index],
        first: walk.firsts[index])
    }
  }

  /// The section in which a place is, by its number among the sections.
  public func sectionIndex(of place: Place) -> Int? {
    guard case .stop(let stop) = place, !marks.nodes.isEmpty else { return nil }
    return marks.ofNode[stop.address.node]
  }

  /// The title of a group or roster in the language of the screen.
  public func title(of node: Int) -> String {
    let index = definition.languages.firstIndex(of: language)
    return index.flatMap { definition.nodes[node].label[$0] } ?? definition.nodes[node].name
  }

  /// Progress by the form's column `domain`: answered and applying questions of each.
  public func domains() -> [String: HouseholdSummary.Progress] {
    var found: [String: HouseholdSummary.Progress] = [:]
    for (stop, state) in zip(walk.stops, walk.states) where state != .free {
      guard let domain = domain(of: stop.address.node) else { continue }
      found[domain, default: .init(answered: 0, total: 0)].total += 1
      if state == .done { found[domain]?.answered += 1 }
    }
    return found
  }

  private func domain(of node: Int) -> String? {
    var current: Int? = node
    while let here = current {
      if let domain = definition.nodes[here].attributes["domain"] { return domain }
      current = definition.nodes[here].parent
    }
    return nil
  }
}
