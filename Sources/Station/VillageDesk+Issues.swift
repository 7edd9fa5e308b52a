import Fieldwork
import Record

extension VillageDesk {
  /// Who had which role in the team.
  public var roles: TeamRoles { store.roles() }

  /// The issue as it stands, with all its steps; nil where nothing is written of it.
  public func issue(_ id: IssueID) throws -> Issue? {
    switch village.concerns[id] {
    case .household(let household)?:
      return try file(of: household).issues.first { $0.id == id }
    case nil: return nil
    default: return Issue(id: id, entries: try store.entriesOf([id.subject]), try context())
    }
  }

  private func context() throws -> IssueContext { IssueContext(try causality(), store.roles()) }

  /// Whether an entry is judged by who had which role, or the issues of a household are to be folded anew
  /// after it: both take knowing who saw what.
  func bearsOnReview(_ entry: Entry) -> Bool {
    if Self.judged.contains(entry.kind) { return true }
    switch entry.subject {
    case .issue: return true
    case .interview(let name):
      guard !village.concerns.isEmpty, Self.turning.contains(entry.kind),
        let household = village.interviews[InterviewID(name)]
      else { return false }
      return !village.issues(of: village.root(of: household)).isEmpty
    default: return false
    }
  }

  private static let judged: Set<String> = [
    "householdAssigned", "returned", "approved", "unapproved",
  ]

  /// Kinds by which a ground comes to stand, or falls.
  private static let turning: Set<String> = ["completed", "reopened", "returned"]

  /// Looks up anew what some issues are about, and folds those of sites and of the village; tells the
  /// households that are touched.
  func placeIssues(
    _ ids: Set<IssueID>, _ causality: Causality
  ) throws -> Set<HouseholdID> {
    var touched: Set<HouseholdID> = []
    for id in ids {
      if case .household(let before) = village.concerns[id] { touched.insert(before) }
      let entries = try store.entriesOf([id.subject])
      let concern = Village.concern(in: entries)
      village.place(id, about: concern)
      switch concern {
      case .household(let household): touched.insert(household)
      case nil: break
      default: village.refresh(Issue(id: id, entries: entries, try context()))
      }
    }
    return touched
  }

  /// Folds the issues of sites and of the village from all entries.
  func refreshIssues(of entries: [Entry], _ causality: Causality) {
    var found: [IssueID: [Entry]] = [:]
    for entry in entries {
      guard let id = IssueID(entry.subject), let concern = village.concerns[id] else { continue }
      if case .household = concern { continue }
      found[id, default: []].append(entry)
    }
    let context = IssueContext(causality, store.roles())
    for (id, entries) in found { village.refresh(Issue(id: id, entries: entries, context)) }
  }
}
