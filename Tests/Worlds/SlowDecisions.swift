import Fieldwork
import Record

/// What people decided about pairs of interviews, or of doors: by looking at all pairs.
///
/// Circles of three and more it does not look for.
struct SlowDecisions {
  private struct Decision {
    var entry: Entry
    /// The one that stands back and the other; nil where each stands for itself.
    var under: [String]?
    /// All that it is about.
    var things: Set<String>

    func isAbout(_ one: String, _ other: String) -> Bool {
      things.contains(one) && things.contains(other)
    }
  }

  private let model: SlowModel
  private var decisions: [Decision] = []
  private var beginnings: [EntryID: String] = [:]

  private init(_ model: SlowModel) { self.model = model }

  /// For each household what was decided about its interviews.
  static func interviews(
    _ model: SlowModel, _ bySubject: [Subject: [Entry]]
  ) -> [HouseholdID: SlowDecisions] {
    var found: [HouseholdID: SlowDecisions] = [:]
    for (household, placed) in Dictionary(grouping: model.placed, by: \.value) {
      guard model.isListed(household), placed.count > 1 else { continue }
      let ids = Set(placed.map(\.key.rawValue))
      var all = SlowDecisions(model)
      var entries: [Entry] = []
      for id in ids {
        let about = bySubject[.interview(id)] ?? []
        entries += about.filter { $0.kind == "interviewSetAside" }
        let start = about.first {
          if case .interviewStarted = Fact($0) { true } else { false }
        }
        if let start { all.beginnings[start.id] = id }
      }
      for (subject, about) in bySubject {
        guard case .household(let name) = subject, model.root(HouseholdID(name)) == household
        else { continue }
        entries += about.filter { $0.kind == "settled" }
      }
      for entry in entries.sorted() {
        if case .interviewSetAside(let other, _) = Fact(entry),
          case .interview(let one) = entry.subject
        {
          guard ids.contains(other.rawValue), other.rawValue != one else { continue }
          all.under(entry, one, other.rawValue)
        } else {
          all.settled(entry)
        }
      }
      found[household] = all
    }
    return found
  }

  /// What was decided about which households are one.
  static func doors(_ model: SlowModel, _ bySubject: [Subject: [Entry]]) -> SlowDecisions {
    var all = SlowDecisions(model)
    var known: Set<String> = []
    for entry in model.record.entries {
      guard case .household(let one) = entry.subject,
        case .householdJoined(let other, _) = Fact(entry)
      else { continue }
      known.formUnion([one, other.rawValue])
    }
    for entry in model.record.entries {
      switch (Fact(entry), entry.subject) {
      case (.householdJoined(let other, _), .household(let one)) where one != other.rawValue:
        all.under(entry, one, other.rawValue)
      case (.householdRegistered, .household(let one)), (.householdEnrolled, .household(let one)):
        if known.contains(one) { all.beginnings[entry.id] = one }
      case (.settled, .village): all.settled(entry)
      default: break
      }
    }
    return all
  }

  private mutating func under(_ entry: Entry, _ one: String, _ other: String) {
    decisions.append(Decision(entry: entry, under: [one, other], things: [one, other]))
  }

  private mutating func settled(_ entry: Entry) {
    guard case .settled(let ids, _) = Fact(entry) else { return }
    let begun = Set(ids.compactMap { beginnings[$0] })
    if begun.count > 1 {
      decisions.append(Decision(entry: entry, under: nil, things: begun))
    } else if var last = decisions.last(where: { ids.contains($0.entry.id) }) {
      last.entry = entry
      decisions.append(last)
    }
  }

  func isDecided(_ one: String, _ other: String) -> Bool {
    decisions.contains { $0.isAbout(one, other) }
  }

  private func tips(_ one: String, _ other: String) -> [Decision] {
    Self.unknown(decisions.filter { $0.isAbout(one, other) }, model)
  }

  /// Those that no later one knew.
  private static func unknown(_ all: [Decision], _ model: SlowModel) -> [Decision] {
    all.indices.filter { index in
      !all.indices.contains { $0 > index && model.record.knew(all[$0].entry, all[index].entry) }
    }.map { all[$0] }
  }

  private var things: [String] {
    decisions.reduce(into: Set<String>()) { $0.formUnion($1.things) }.sorted()
  }

  /// Pairs about which decisions are left that say different things.
  func contradictions() -> Set<String> {
    var found: Set<String> = []
    let things = things
    for (index, one) in things.enumerated() {
      for other in things[(index + 1)...] {
        let tips = tips(one, other)
        if Set(tips.map { $0.under ?? [] }).count > 1 {
          found.insert(SlowModel.line("decided \(one) \(other)", tips.map(\.entry)))
        }
      }
    }
    return found
  }

  /// Households that people joined to different ones, which are not one themselves.
  func scattered(_ root: (HouseholdID) -> HouseholdID) -> Set<String> {
    var found: Set<String> = []
    for one in things {
      let open = Self.unknown(decisions.filter { $0.under?.first == one }, model)
      let holding = open.filter { decision in
        decision.under.map { tips($0[0], $0[1]).last?.under == $0 } ?? false
      }
      if Set(holding.compactMap { $0.under.map { root(HouseholdID($0[1])) } }).count > 1 {
        found.insert(SlowModel.line("joined \(one)", holding.map(\.entry)))
      }
    }
    return found
  }
}
