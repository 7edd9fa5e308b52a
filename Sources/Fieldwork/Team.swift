import Record

/// The people of a team and the villages in its care, folded from the team's journals.
public struct Team: Equatable, Sendable {
  /// Someone who may sit at the keyboard.
  public struct Person: Equatable, Sendable {
    /// The person's identity.
    public var id: PersonID
    /// The person's name.
    public var name: String
    /// `surveyor`, `supervisor` or `office`; only what someone gave who may.
    public var role: String
    /// The codes of the villages where the person works; empty for all of the team's.
    public var villages: [String] = []
    /// By what the person is known at the keyboard; nil where nothing is asked.
    public var pin: PINHash?

    /// Whether the person decides for others: supervises, or gathers the work.
    public var decides: Bool { TeamAuthority.deciding.contains(role) }

    /// Whether a village is among those where the person works.
    public func works(in village: String) -> Bool {
      villages.isEmpty || villages.contains(village)
    }
  }

  /// A village in the team's care.
  public struct Place: Equatable, Sendable {
    /// The 12-digit code.
    public var code: String
    /// The village's name.
    public var name: String

    /// Names a village.
    public init(code: String, name: String) {
      self.code = code
      self.name = name
    }
  }

  /// The people, in the order they joined.
  public private(set) var people: [Person] = []
  /// The villages, in the order they came.
  public private(set) var villages: [Place] = []
  /// Whether findings are shown during an interview, as for training; else when it is complete.
  public private(set) var showsFindingsAtOnce = false
  /// The county's own overlays in the order in which they were given; of one name the last one holds.
  public private(set) var overlays: [GivenOverlay] = []

  /// A team without anyone.
  public init() {}

  /// Folds entries that stand in causal order: those that count, without those that their writers had
  /// no right to.
  public init(
    _ entries: some Sequence<Entry>,
    _ authority: TeamAuthority = TeamAuthority([], keys: [:], causality: Causality())
  ) {
    let idle = Set(authority.withoutRight)
    for entry in entries {
      if idle.contains(entry.id) { introduce(entry) } else { apply(entry) }
    }
    for index in people.indices {
      people[index].role = authority.role(of: people[index].id) ?? people[index].role
    }
  }

  /// Takes in an entry that counts and was written by right.
  private mutating func apply(_ entry: Entry) {
    guard let fact = Fact(entry) else { return }
    if case .person(let text) = entry.subject {
      guard let id = PersonID(rawValue: text) else { return }
      return apply(fact, to: id)
    }
    switch fact {
    case .villageAdded(let code, let name):
      if let index = villages.firstIndex(where: { $0.code == code }) {
        villages[index].name = name
      } else {
        villages.append(Place(code: code, name: name))
      }
    case .findingsShownAtOnce(let isOn):
      if entry.subject == .team { showsFindingsAtOnce = isOn }
    case .overlayGiven(let name, let hash):
      overlays.append(GivenOverlay(name: name, hash: hash, stamp: Stamp(entry)))
    default: break
    }
  }

  /// Whoever was given a role without right is still somebody, with the role that anybody may give.
  private mutating func introduce(_ entry: Entry) {
    guard case .personAdded(let name, _) = Fact(entry), case .person(let text) = entry.subject,
      let id = PersonID(rawValue: text), person(id) == nil
    else { return }
    people.append(Person(id: id, name: name, role: Self.surveyor))
  }

  /// The role that anybody may give.
  public static let surveyor = "surveyor"

  private mutating func apply(_ fact: Fact, to id: PersonID) {
    let known = people.firstIndex { $0.id == id }
    switch (fact, known) {
    case (.personAdded(let name, let role), nil):
      people.append(Person(id: id, name: name, role: role))
    case (.personAdded(let name, let role), let index?):
      people[index].name = name
      people[index].role = role
    case (.personPlaced(let villages), let index?): people[index].villages = villages
    case (.pinSet(let pin), let index?): people[index].pin = pin
    case (.pinTaken, let index?): people[index].pin = nil
    default: break
    }
  }

  /// The person with that identity; nil for whoever is not known here.
  public func person(_ id: PersonID) -> Person? { people.first { $0.id == id } }

  /// The name of a person, or their identity where the name is not known here.
  public func name(of person: PersonID) -> String {
    self.person(person)?.name ?? person.rawValue
  }
}
