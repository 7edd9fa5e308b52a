import JSONText
import Record

/// What is said of a village as a whole, folded from the entries about it in causal order.
public struct VillageFields: Equatable, Sendable {
  /// A date that a person confirmed against a clock that was behind what is recorded.
  public struct ConfirmedDate: Equatable, Sendable {
    /// The date that the person said.
    public var date: String
    /// The date that the clock told.
    public var clock: String
    /// The Lamport number of the entry that says so.
    public var lamport: Int
    /// The writers whose entries were of later days: their clocks are ahead.
    public var ahead: Set<WriterID> = []
  }

  /// One choice of what holds here.
  private struct Choice: Equatable {
    var stamp: Stamp
    var act: Tip.Act
    var isOver = false
  }

  /// The village's name.
  public private(set) var name = ""
  /// The kind of round under way, a code of the form's list `round`.
  public private(set) var round = "base"
  /// The regional overlay that holds here, by name; empty for the national standard alone.
  public private(set) var overlay = ""
  /// The policy profile that holds here, by name; empty for the form's own.
  public private(set) var profile = ""
  /// The date last confirmed in each writer's journal.
  public private(set) var confirmedDates: [WriterID: ConfirmedDate] = [:]
  /// Imports that began: how many households they meant to bring.
  public private(set) var imports: [String: Int] = [:]
  /// Entries between which a person decided, about the village as a whole: such as its doors.
  public private(set) var settled: [Settlement] = []
  private var rounds: [Choice] = []
  private var standards: [Choice] = []

  /// A village of which nothing was said.
  public init() {}

  /// Folds the entries about a village, which stand in causal order; others are passed over.
  public init(_ entries: some Sequence<Entry>, _ causality: Causality) {
    for entry in entries { apply(entry, causality) }
  }

  /// Takes in the next entry.
  public mutating func apply(_ entry: Entry, _ causality: Causality = Causality()) {
    guard entry.subject == .village, let fact = Fact(entry) else { return }
    let stamp = Stamp(entry)
    switch fact {
    case .villageNamed(let name, let round):
      self.name = name
      guard !round.isEmpty else { return }
      self.round = round
      Self.choose(.round(round), stamp, causality, among: &rounds)
    case .importBegan(let batch, _, let households): imports[batch] = households
    case .dateConfirmed(let date, let clock, let ahead):
      confirmedDates[entry.writer] = ConfirmedDate(
        date: date, clock: clock, lamport: entry.lamport, ahead: Set(ahead))
    case .standardChosen(let overlay, let profile):
      self.overlay = overlay
      self.profile = profile
      let act = Tip.Act.standard(overlay: overlay, profile: profile)
      Self.choose(act, stamp, causality, among: &standards)
    case .settled(let entries, _):
      let settlement = Settlement(stamp: stamp, entries: Set(entries))
      settled.append(settlement)
      if case .round(let round) = Self.leave(settlement, causality, &rounds) { self.round = round }
      if case .standard(let overlay, let profile) = Self.leave(settlement, causality, &standards) {
        self.overlay = overlay
        self.profile = profile
      }
    default: break
    }
  }

  private static func choose(
    _ act: Tip.Act, _ stamp: Stamp, _ causality: Causality, among choices: inout [Choice]
  ) {
    for index in choices.indices where causality.saw(stamp.place, choices[index].stamp.place) {
      choices[index].isOver = true
    }
    choices.append(Choice(stamp: stamp, act: act))
  }

  /// Who leaves things as they stand has chosen them, as much as if they had said so anew.
  private static func leave(
    _ settlement: Settlement, _ causality: Causality, _ choices: inout [Choice]
  ) -> Tip.Act? {
    let named = choices.filter { settlement.entries.contains($0.stamp.entry) }
    guard Set(named.map(\.act)).count > 1, let last = named.last else { return nil }
    for index in choices.indices where settlement.entries.contains(choices[index].stamp.entry) {
      choices[index].isOver = true
    }
    choose(last.act, settlement.stamp, causality, among: &choices)
    return last.act
  }

  /// By what holds and what is open; how it came to that is not kept in the derived file.
  public static func == (left: Self, right: Self) -> Bool {
    left.name == right.name && left.round == right.round && left.overlay == right.overlay
      && left.profile == right.profile && left.confirmedDates == right.confirmedDates
      && left.imports == right.imports && left.conflicts == right.conflicts
  }

  /// What was chosen in different ways by people who did not know of each other.
  public var conflicts: [Conflict] {
    let fields: [(Conflict.VillageField, [Choice])] = [(.round, rounds), (.standard, standards)]
    return fields.compactMap { field, choices in
      let tips = choices.filter { !$0.isOver }
      guard Set(tips.map(\.act)).count > 1 else { return nil }
      return Conflict(
        kind: .village(field), subject: .village, household: nil,
        tips: tips.map { Tip(stamp: $0.stamp, act: $0.act) })
    }
  }

  /// Reads what a derived file holds; conflicts are not among it.
  init(json: JSON) {
    name = json["name"]?.string ?? ""
    round = json["round"]?.string ?? "base"
    overlay = json["overlay"]?.string ?? ""
    profile = json["profile"]?.string ?? ""
    for member in json["confirmed"]?.members ?? [] {
      guard let writer = WriterID(rawValue: member.key) else { continue }
      confirmedDates[writer] = ConfirmedDate(json: member.value)
    }
    for member in json["imports"]?.members ?? [] { imports[member.key] = member.value.int }
  }
}

extension VillageFields.ConfirmedDate {
  /// As the derived list has it: the date, the clock's, when, and the writers that are ahead.
  var json: JSON {
    let ahead = ahead.sorted().map { JSON.string($0.rawValue) }
    return .array([.string(date), .string(clock), .int(lamport)] + ahead)
  }

  /// Reads what the derived list has; nil when it is not that.
  init?(json: JSON) {
    guard let items = json.array, let date = json[0]?.string, let clock = json[1]?.string,
      let lamport = json[2]?.int
    else { return nil }
    let ahead = items.dropFirst(3).compactMap { $0.string.flatMap { WriterID(rawValue: $0) } }
    self.init(date: date, clock: clock, lamport: lamport, ahead: Set(ahead))
  }
}
