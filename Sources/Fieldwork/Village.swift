import JSONText
import Record

/// A village's list of households as derived from its journals, with what each line says.
///
/// It is kept beside the journals (`village.json`) with the heads it was computed from, and may be
/// deleted at any time.
public struct Village: Equatable, Sendable {
  /// The 12-digit code.
  public let code: String
  /// What is said of the village as a whole.
  public internal(set) var fields = VillageFields()
  /// The households by identity; without those that were erased or found to be another.
  public internal(set) var households: [HouseholdID: HouseholdSummary] = [:]
  /// Which household each interview belongs to now.
  public internal(set) var interviews: [InterviewID: HouseholdID] = [:]
  /// The issues by identity, as far as entries say of them.
  public internal(set) var issues: [IssueID: IssueSummary] = [:]
  /// What each issue is about, by the first entry that opened it.
  public internal(set) var concerns: [IssueID: IssueConcern] = [:]
  /// Whether anybody reviewed here, or said anything of an issue: then the list hangs on who had which
  /// role.
  public internal(set) var isReviewed = false
  /// The newest wall time in each writer's entries.
  public internal(set) var newestTimes: [WriterID: String] = [:]
  /// What this laptop knows of itself.
  public var here = Here()
  /// The households of which it was said that they are another one.
  public internal(set) var joins: [HouseholdID: HouseholdID] = [:]
  /// The households of which anybody ever said so, whether it holds or not.
  public internal(set) var joining: Set<HouseholdID> = []
  /// Interviews that were moved to several households by people who did not know of each other.
  public internal(set) var contested: [InterviewID: [HouseholdID]] = [:]
  /// The households of which everything was erased.
  public internal(set) var erased: Set<HouseholdID> = []
  /// Which doors may be one household's, as nobody has decided yet.
  public internal(set) var doorConflicts: [Conflict] = []

  /// A village of which nothing is known yet.
  public init(code: String) { self.code = code }

  /// The village's name.
  public var name: String { fields.name }
  /// The kind of round under way, a code of the form's list `round`.
  public var round: String { fields.round }
  /// The regional overlay that holds here, by name; empty for the national standard alone.
  public var overlay: String { fields.overlay }
  /// The policy profile that holds here, by name; empty for the form's own.
  public var profile: String { fields.profile }
  /// Imports that began: how many households they meant to bring.
  public var imports: [String: Int] { fields.imports }
  /// What was chosen for the village side by side, and which doors may be one household's.
  public var conflicts: [Conflict] { fields.conflicts + doorConflicts }

  /// Takes in what the next entry says of the village itself, and tells whose household it is about.
  ///
  /// The households told must be summed up again by `refresh`; entries come in causal order. An
  /// interview that moves touches two.
  public mutating func apply(
    _ entry: Entry, _ causality: Causality = Causality()
  ) -> [HouseholdID] {
    note(entry)
    switch entry.subject {
    case .household(let id): return [HouseholdID(id)]
    case .interview(let name):
      let id = InterviewID(name)
      // By the kind first: a fact is not built for the many entries that move nothing.
      switch entry.kind {
      case "interviewStarted":
        if case .interviewStarted(let start) = Fact(entry), interviews[id] == nil {
          interviews[id] = start.household
        }
      case "moved":
        if interviews[id] != nil, case .moved(let household) = Fact(entry) {
          return place(id, in: household)
        }
      default: break
      }
      return [interviews[id]].compactMap { $0 }
    case .issue(let name):
      let id = IssueID(name)
      if concerns[id] == nil { concerns[id] = Self.concern(in: [entry]) }
      if case .household(let household) = concerns[id] { return [household] }
      return []
    default:
      fields.apply(entry, causality)
      return []
    }
  }

  /// Puts an interview into its household; tells the households that it touches.
  public mutating func place(_ interview: InterviewID, in household: HouseholdID?) -> [HouseholdID]
  {
    let before = interviews[interview]
    interviews[interview] = household
    return before == household ? [before].compactMap { $0 } : [before, household].compactMap { $0 }
  }

  /// Puts in what is said of the village as a whole, folded anew.
  public mutating func refresh(_ fields: VillageFields) { self.fields = fields }

  /// Notes the wall time, and that somebody reviews, of an entry that is taken in otherwise.
  public mutating func note(_ entry: Entry) {
    if entry.time > newestTimes[entry.writer] ?? "" { newestTimes[entry.writer] = entry.time }
    if !isReviewed { isReviewed = Self.isOfReview(entry) }
  }

  /// Puts the line of a household in, or anew.
  public mutating func refresh(_ summary: HouseholdSummary) { households[summary.id] = summary }

  /// Puts in which households are which other ones, and of which it was ever said.
  public mutating func join(_ joins: [HouseholdID: HouseholdID], among joining: Set<HouseholdID>) {
    self.joins = joins
    self.joining = joining
  }

  /// Puts in between which households it is open whose an interview is: none where it is not.
  ///
  /// Tells the households that this touches.
  public mutating func contest(
    _ interview: InterviewID, _ households: [HouseholdID]
  ) -> [HouseholdID] {
    let before = contested[interview] ?? []
    contested[interview] = households.isEmpty ? nil : households
    return before == households ? [] : before + households
  }

  /// The interviews that stand at another household and may be this one's.
  public func claims(of household: HouseholdID) -> [InterviewID] {
    contested.filter { interview, households in
      households.contains { root(of: $0) == household }
        && interviews[interview].map(root) != household
    }.map(\.key).sorted()
  }

  /// Takes the line of a household out; `isErased` where everything that was said of it is gone.
  public mutating func remove(_ household: HouseholdID, isErased: Bool) {
    households[household] = nil
    if isErased { erased.insert(household) } else { erased.remove(household) }
  }

  /// Puts in which doors may be one household's.
  public mutating func refresh(doors: [Conflict]) { doorConflicts = doors }

  /// The household that stands for this one: itself, or what it was found to be.
  ///
  /// Where they were joined in a circle, by people who did not know it, the first by identity stands.
  public func root(of household: HouseholdID) -> HouseholdID {
    guard !joins.isEmpty else { return household }
    var path = [household]
    while let next = joins[path[path.count - 1]] {
      if let start = path.firstIndex(of: next) { return path[start...].min() ?? next }
      path.append(next)
    }
    return path[path.count - 1]
  }

  /// The households that were found to be this one.
  public func joined(to household: HouseholdID) -> Set<HouseholdID> {
    guard !joins.isEmpty else { return [] }
    return Set(joins.keys.filter { $0 != household && root(of: $0) == household })
  }

  /// The interviews that belong to a household now, those of households found to be it among them.
  public func interviews(of household: HouseholdID) -> [InterviewID] {
    let all = joined(to: household).union([household])
    return interviews.filter { all.contains($0.value) }.map(\.key).sorted()
  }
}

extension Village {
  /// The village as the content of its derived file, households by identity.
  public var json: JSON {
    var json: JSON = [
      "code": .string(code), "name": .string(name), "round": .string(round),
      "newest": .object(
        newestTimes.sorted { $0.key < $1.key }.map { .init($0.key.rawValue, .string($0.value)) }),
    ]
    // Only where something was chosen: lists written before there was a choice stay as they are.
    if !overlay.isEmpty { json.set("overlay", .string(overlay)) }
    if !profile.isEmpty { json.set("profile", .string(profile)) }
    if !fields.confirmedDates.isEmpty {
      let dates = fields.confirmedDates.sorted { $0.key < $1.key }
      json.set("confirmed", .object(dates.map { .init($0.key.rawValue, $0.value.json) }))
    }
    if !joins.isEmpty {
      json.set(
        "joined",
        .object(
          joins.sorted { $0.key < $1.key }.map {
            .init($0.key.rawValue, .string($0.value.rawValue))
          }
        ))
    }
    let undone = joining.subtracting(joins.keys)
    if !undone.isEmpty {
      json.set("joining", .array(undone.sorted().map { .string($0.rawValue) }))
    }
    if !contested.isEmpty {
      json.set(
        "contested",
        .object(
          contested.sorted { $0.key < $1.key }.map {
            .init($0.key.rawValue, .array($0.value.map { .string($0.rawValue) }))
          }))
    }
    if !erased.isEmpty {
      json.set("erased", .array(erased.sorted().map { .string($0.rawValue) }))
    }
    if isReviewed { json.set("reviewed", true) }
    if !conflicts.isEmpty { json.set("conflicts", .int(conflicts.count)) }
    json.set(
      "imports", .object(imports.sorted { $0.key < $1.key }.map { .init($0.key, .int($0.value)) }))
    json.set(
      "households", .array(households.values.sorted { $0.id < $1.id }.map(\.json)))
    json.set(
      "interviews",
      .object(
        interviews.sorted { $0.key < $1.key }.map {
          .init($0.key.rawValue, .string($0.value.rawValue))
        }))
    if !issues.isEmpty {
      json.set("issues", .array(issues.values.sorted { $0.id < $1.id }.map(\.json)))
    }
    return json
  }

  /// Reads a derived file; nil when it is not one.
  ///
  /// Conflicts of the village itself are only counted there: where there are any, they must be found
  /// again from the entries.
  public init?(json: JSON) {
    guard let code = json["code"]?.string, let list = json["households"]?.array else { return nil }
    self.init(code: code)
    fields = VillageFields(json: json)
    for member in json["newest"]?.members ?? [] {
      guard let writer = WriterID(rawValue: member.key) else { continue }
      newestTimes[writer] = member.value.string
    }
    isReviewed = json["reviewed"]?.bool ?? false
    for item in list {
      guard let summary = HouseholdSummary(json: item) else { return nil }
      households[summary.id] = summary
    }
    for member in json["interviews"]?.members ?? [] {
      if let household = member.value.string {
        interviews[InterviewID(member.key)] = HouseholdID(household)
      }
    }
    for member in json["joined"]?.members ?? [] {
      if let household = member.value.string {
        joins[HouseholdID(member.key)] = HouseholdID(household)
      }
    }
    joining = Set((json["joining"]?.array ?? []).compactMap { $0.string.map { HouseholdID($0) } })
      .union(joins.keys)
    for member in json["contested"]?.members ?? [] {
      contested[InterviewID(member.key)] = (member.value.array ?? []).compactMap {
        $0.string.map { HouseholdID($0) }
      }
    }
    for item in json["issues"]?.array ?? [] {
      guard let summary = IssueSummary(json: item) else { return nil }
      issues[summary.id] = summary
      concerns[summary.id] = summary.concern
    }
    erased = Set((json["erased"]?.array ?? []).compactMap { $0.string.map { HouseholdID($0) } })
  }
}
