import JSONText
import Record

/// A village's list of households as derived from its journals, with what each line says.
///
/// It is kept beside the journals (`village.json`) with the heads it was computed from, and may be
/// deleted at any time.
public struct Village: Equatable, Sendable {
  /// The 12-digit code.
  public let code: String
  /// The village's name.
  public private(set) var name = ""
  /// The kind of round under way, a code of the form's list `round`.
  public private(set) var round = "base"
  /// The regional overlay that holds here, by name; empty for the national standard alone.
  public private(set) var overlay = ""
  /// The policy profile that holds here, by name; empty for the form's own.
  public private(set) var profile = ""
  /// The households by identity.
  public private(set) var households: [HouseholdID: HouseholdSummary] = [:]
  /// Which household each interview belongs to now.
  public private(set) var interviews: [InterviewID: HouseholdID] = [:]
  /// The newest wall time in any entry: a clock behind it must be confirmed by a person.
  public private(set) var newestTime = ""
  /// The date a person last confirmed against a clock that was behind, with what the clock said.
  public private(set) var confirmedDate: (date: String, clock: String)?
  /// Imports that began: how many households they meant to bring.
  public private(set) var imports: [String: Int] = [:]

  /// A village of which nothing is known yet.
  public init(code: String) { self.code = code }

  /// Takes in what the next entry says of the village itself, and tells whose household it is about.
  ///
  /// The households told must be summed up again by `refresh`; entries come in causal order. An
  /// interview that moves touches two.
  public mutating func apply(_ entry: Entry) -> [HouseholdID] {
    if entry.time > newestTime { newestTime = entry.time }
    switch entry.subject {
    case .household(let id): return [HouseholdID(id)]
    case .interview(let name):
      let id = InterviewID(name)
      switch Fact(entry) {
      case .interviewStarted(let start):
        if interviews[id] == nil { interviews[id] = start.household }
      case .moved(let household):
        let before = interviews[id]
        interviews[id] = household
        return [before, household].compactMap { $0 }
      default: break
      }
      return [interviews[id]].compactMap { $0 }
    default:
      switch Fact(entry) {
      case .villageNamed(let name, let round):
        self.name = name
        if !round.isEmpty { self.round = round }
      case .importBegan(let batch, _, let households): imports[batch] = households
      case .dateConfirmed(let date, let clock): confirmedDate = (date, clock)
      case .standardChosen(let overlay, let profile):
        self.overlay = overlay
        self.profile = profile
      default: break
      }
      return []
    }
  }

  /// Puts the line of a household in, or anew.
  public mutating func refresh(_ summary: HouseholdSummary) { households[summary.id] = summary }

  /// The interviews that belong to a household now.
  public func interviews(of household: HouseholdID) -> [InterviewID] {
    interviews.filter { $0.value == household }.map(\.key).sorted()
  }

  /// By value, with the confirmed date compared too.
  public static func == (left: Village, right: Village) -> Bool {
    left.code == right.code && left.name == right.name && left.round == right.round
      && left.overlay == right.overlay && left.profile == right.profile
      && left.households == right.households && left.interviews == right.interviews
      && left.newestTime == right.newestTime && left.imports == right.imports
      && left.confirmedDate?.date == right.confirmedDate?.date
      && left.confirmedDate?.clock == right.confirmedDate?.clock
  }
}

extension Village {
  /// The village as the content of its derived file, households by identity.
  public var json: JSON {
    var json: JSON = [
      "code": .string(code), "name": .string(name), "round": .string(round),
      "newest": .string(newestTime),
    ]
    // Only where something was chosen: lists written before there was a choice stay as they are.
    if !overlay.isEmpty { json.set("overlay", .string(overlay)) }
    if !profile.isEmpty { json.set("profile", .string(profile)) }
    if let confirmedDate {
      json.set(
        "confirmed", [.string(confirmedDate.date), .string(confirmedDate.clock)])
    }
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
    return json
  }

  /// Reads a derived file; nil when it is not one.
  public init?(json: JSON) {
    guard let code = json["code"]?.string, let list = json["households"]?.array else { return nil }
    self.init(code: code)
    name = json["name"]?.string ?? ""
    round = json["round"]?.string ?? "base"
    overlay = json["overlay"]?.string ?? ""
    profile = json["profile"]?.string ?? ""
    newestTime = json["newest"]?.string ?? ""
    if let date = json["confirmed"]?[0]?.string, let clock = json["confirmed"]?[1]?.string {
      confirmedDate = (date, clock)
    }
    for member in json["imports"]?.members ?? [] { imports[member.key] = member.value.int }
    for item in list {
      guard let summary = HouseholdSummary(json: item) else { return nil }
      households[summary.id] = summary
    }
    for member in json["interviews"]?.members ?? [] {
      if let household = member.value.string {
        interviews[InterviewID(member.key)] = HouseholdID(household)
      }
    }
  }
}
