import Record

/// Which role people had as far as somebody knew when they wrote an entry.
///
/// Where they knew that the team was founded only what someone gave who may counts; else what the
/// team's journals say, whoever wrote it.
public struct TeamRoles: Equatable, Sendable {
  /// A supervisor's role.
  public static let supervisor = "supervisor"
  /// The office's role.
  public static let office = "office"

  private struct Given: Equatable {
    var person: PersonID
    var role: String
    var place: EntryPlace
  }

  /// How far the team's journals had been read: what follows from the roles carries it.
  public private(set) var heads = Heads()
  private var founded: EntryPlace?
  private var granted: [Given] = []
  private var said: [Given] = []

  /// A team of which nothing is known: nobody has a role.
  public init() {}

  /// Reads the roles off the entries of a team, in any order, and what was judged of them.
  public init(_ entries: some Sequence<Entry>, _ authority: TeamAuthority) {
    heads = Heads(of: entries)
    founded = authority.founded?.place
    granted = authority.grants.map {
      Given(person: $0.person, role: $0.role, place: $0.place)
    }
    for entry in entries.sorted() where entry.kind == "personAdded" {
      guard case .personAdded(_, let role) = Fact(entry), case .person(let text) = entry.subject,
        let person = PersonID(rawValue: text)
      else { continue }
      said.append(Given(person: person, role: role, place: entry.place))
    }
  }

  /// Who had which role for somebody who had seen some of the team's entries.
  public func known(_ saw: (EntryPlace) -> Bool) -> [PersonID: String] {
    let given = founded.map(saw) ?? false ? granted : said
    var roles: [PersonID: String] = [:]
    for one in given where saw(one.place) { roles[one.person] = one.role }
    return roles
  }

  /// Who has which role now.
  public var now: [PersonID: String] { known { _ in true } }
}
