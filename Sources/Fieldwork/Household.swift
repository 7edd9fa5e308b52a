import Record

/// What the register, or the door, said of a household, folded from its entries.
public struct Household: Equatable, Sendable {
  /// One value, with who said it.
  public struct Stated: Equatable, Sendable {
    /// XLSForm text.
    public var value: String
    /// The file it came from; empty for the door.
    public var source: String
    /// Who and when.
    public var stamp: Stamp
  }

  /// A member as the register knows them.
  public struct Member: Equatable, Sendable {
    /// The membership, which is also the roster row.
    public let id: MembershipID
    /// What is known, by question name.
    public internal(set) var values: [String: Stated] = [:]

    /// The value under that name, or empty.
    public subscript(name: String) -> String { values[name]?.value ?? "" }
  }

  /// That it was found to be another household.
  public struct Join: Equatable, Sendable {
    /// The other one.
    public var other: HouseholdID
    /// Who said so and when.
    public var stamp: Stamp
  }

  /// The household's identity.
  public let id: HouseholdID
  /// What is known, by question name.
  public internal(set) var values: [String: Stated] = [:]
  /// The members in the order they became known.
  public internal(set) var members: [Member] = []
  /// Remarks about the household as a whole; the newest last.
  public internal(set) var remarks: [Interview.Remark] = []
  /// Whether it was written down at its door, and is in no register.
  public internal(set) var enrolledAtDoor = false
  /// Who said something about it, in causal order.
  public internal(set) var stamps: [Stamp] = []
  /// The imports that named it.
  public internal(set) var batches: Set<String> = []
  /// How it was written down at its door; nil where it was not.
  public internal(set) var door: Door?
  /// Who wrote it down there and when.
  public internal(set) var doorStamp: Stamp?
  /// Of which other households it was said that it is them, in causal order.
  public internal(set) var joins: [Join] = []
  /// The entries by which it became known: of the register, or at its door.
  public internal(set) var beginnings: Set<EntryID> = []
  /// Who means to go there, the latest last; more than one where nobody knew of the other.
  public internal(set) var takers: [Stamp] = []
  /// To whom it was given, each time it was; those without right among them.
  public internal(set) var assignments: [ReviewStep] = []
  /// Entries between which a person decided, about the household as a whole.
  public internal(set) var settled: [Settlement] = []
  /// Whether anything is known of it: false where everything that was said of it was erased.
  public internal(set) var isErased = false

  /// A household of which nothing is known yet.
  public init(id: HouseholdID) { self.id = id }

  /// Takes in the next entry about the household; entries come in causal order.
  ///
  /// `causality` tells what each entry's writer had seen; one journal's own work needs none. `roles` tells
  /// who may give it to somebody.
  public mutating func apply(
    _ entry: Entry, _ causality: Causality = Causality(), _ roles: TeamRoles = TeamRoles()
  ) {
    apply(entry, roles) { causality.saw(entry.place, $0) }
  }

  /// Takes in an entry whose writer had seen all that stands here: what was just written.
  public mutating func applyNext(_ entry: Entry, _ roles: TeamRoles = TeamRoles()) {
    apply(entry, roles) { _ in true }
  }

  private mutating func apply(
    _ entry: Entry, _ roles: TeamRoles, _ saw: (EntryPlace) -> Bool
  ) {
    let stamp = Stamp(entry)
    stamps.append(stamp)
    isErased = entry.body == nil && (stamps.count == 1 || isErased)
    switch Fact(entry) {
    case .householdRegistered(let facts):
      beginnings.insert(stamp.entry)
      take(facts, stamp)
    case .householdEnrolled(let facts):
      beginnings.insert(stamp.entry)
      enrolledAtDoor = true
      if door == nil {
        door = Door(facts)
        doorStamp = stamp
      }
      take(facts, stamp)
    case .householdJoined(let other, _) where other != id:
      joins.append(Join(other: other, stamp: stamp))
    case .householdTaken: takers = takers.filter { $0.person != stamp.person } + [stamp]
    case .householdGivenBack:
      takers.removeAll { saw($0.place) }
    case .householdAssigned(let person):
      let known = roles.known(saw)
      assignments.append(
        ReviewStep(
          kind: .assigned(person), stamp: stamp, role: known[stamp.person], text: "",
          hindrance: InterviewReview().hindrance(.assigning, by: stamp.person, roles: known)))
    case .settled(let entries, _):
      settled.append(Settlement(stamp: stamp, entries: Set(entries)))
    case .householdRemarked(let text):
      remarks.append(Interview.Remark(text: text, stamp: stamp))
    default: break
    }
  }

  private mutating func take(_ facts: HouseholdFacts, _ stamp: Stamp) {
    if !facts.batch.isEmpty { batches.insert(facts.batch) }
    for fact in facts.values {
      values[fact.name] = Stated(value: fact.value, source: facts.source, stamp: stamp)
    }
    for member in facts.members {
      let index: Int
      if let known = members.firstIndex(where: { $0.id == member.id }) {
        index = known
      } else {
        index = members.count
        members.append(Member(id: member.id))
      }
      for fact in member.values {
        members[index].values[fact.name] = Stated(
          value: fact.value, source: facts.source, stamp: stamp)
      }
    }
  }

  /// The value under that name, or empty.
  public subscript(name: String) -> String { values[name]?.value ?? "" }

  /// The head as the register or the door named them, else the first member.
  public var head: Member? { members.first { $0["m_rel"] == "02" } ?? members.first }
}
