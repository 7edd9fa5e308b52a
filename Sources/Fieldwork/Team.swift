import Record

/// The people of a team and the villages in its care, folded from the team's journals.
public struct Team: Equatable, Sendable {
  /// Someone who may sit at the keyboard.
  public struct Person: Equatable, Sendable {
    /// The person's identity.
    public var id: PersonID
    /// The person's name.
    public var name: String
    /// `surveyor`, `supervisor` or `office`.
    public var role: String
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

  /// A team without anyone.
  public init() {}

  /// Folds entries that stand in causal order.
  public init(_ entries: some Sequence<Entry>) {
    for entry in entries { apply(entry) }
  }

  /// Takes in the next entry of the team's journals.
  public mutating func apply(_ entry: Entry) {
    switch (Fact(entry), entry.subject) {
    case (.personAdded(let name, let role), .person(let text)):
      guard let id = PersonID(rawValue: text) else { return }
      let person = Person(id: id, name: name, role: role)
      if let index = people.firstIndex(where: { $0.id == person.id }) {
        people[index] = person
      } else {
        people.append(person)
      }
    case (.villageAdded(let code, let name), _):
      if let index = villages.firstIndex(where: { $0.code == code }) {
        villages[index].name = name
      } else {
        villages.append(Place(code: code, name: name))
      }
    case (.findingsShownAtOnce(let isOn), .team): showsFindingsAtOnce = isOn
    default: break
    }
  }

  /// The name of a person, or their identity where the name is not known here.
  public func name(of person: PersonID) -> String {
    people.first { $0.id == person }?.name ?? person.rawValue
  }
}
