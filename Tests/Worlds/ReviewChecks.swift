import Fieldwork
import Record
import RecordFiles
import SimulatedLaptops
import Station

/// Holds what is approved and struck off against the lines of the journals, entry by entry: no approval of
/// one's own interview, and no issue struck off by one person or without its ground.
struct ReviewChecks {
  private let world: World
  private let record: SlowRecord
  /// The entries of the team's journals that count, in causal order.
  private let team: [Entry]
  private let authority: TeamAuthority
  private let causality: Causality

  init(_ world: World, _ laptop: Laptop) throws {
    self.world = world
    let (folder, files, _) = try laptop.opened()
    causality = try files.causality()
    record = SlowRecord(
      laptop.disk, crypto: world.surroundings.crypto, counts: Set(try files.entries().map(\.id)),
      causality: causality)
    team = try folder.team().entries()
    authority = try laptop.authority(folder)
  }

  func check(_ cases: some Sequence<HouseholdCase>, _ issues: [IssueSummary]) throws {
    for file in cases {
      for interview in file.interviews {
        let state = interview.review.state
        guard state.isApproved else { continue }
        world.tally.approved += 1
        let reasons = acts(interview.id, ["approved"]).map { reasonAgainst($0, interview.id) ?? "" }
        guard reasons.contains("") else {
          throw WorldFailure(
            promise: "nobody approves their own interview, or one that changed",
            found: "\(interview.id) is \(state): \(reasons)")
        }
      }
    }
    for issue in issues where issue.state == .struckOff {
      world.tally.struckOff += 1
      let reasons = about(issue.id.subject, ["issueStruckOff"]).map {
        reasonAgainst(closing: $0, issue) ?? ""
      }
      guard reasons.contains("") else {
        throw WorldFailure(
          promise: "no issue is struck off by one person or without its ground",
          found: "\(issue.id): \(reasons)")
      }
    }
    world.tally.issues += issues.count
  }

  // MARK: Who

  /// The role that the writer of an entry had, for all that they knew.
  private func role(of entry: Entry) -> String? {
    if let founded = authority.founded, causality.saw(entry.place, founded.place) {
      return TeamRoles(team, authority).known { causality.saw(entry.place, $0) }[entry.person]
    }
    let given = team.last {
      $0.subject == .person(entry.person.rawValue) && causality.saw(entry.place, $0.place)
    }
    guard let given, case .personAdded(_, let role) = Fact(given) else { return nil }
    return role
  }

  private func decides(_ entry: Entry) -> Bool {
    ["supervisor", "office"].contains(role(of: entry))
  }

  // MARK: What

  private func about(_ subject: Subject, _ kinds: Set<String>) -> [Entry] {
    record.entries.filter { $0.subject == subject && kinds.contains($0.kind) && $0.body != nil }
  }

  private func acts(_ id: InterviewID, _ kinds: Set<String>) -> [Entry] {
    about(.interview(id.rawValue), kinds)
  }

  private static let setting: Set<String> = [
    "interviewStarted", "prefilled", "answered", "rowAdded", "rowRemoved",
  ]

  private func reasonAgainst(_ approval: Entry, _ id: InterviewID) -> String? {
    guard decides(approval) else { return "no role" }
    let work = acts(id, Self.setting)
    if work.contains(where: { $0.person == approval.person }) { return "own work" }
    let changes = work + acts(id, ["reopened"])
    if changes.contains(where: { !record.saw(approval, $0) }) { return "changed" }
    let isComplete = acts(id, ["completed"]).contains { record.saw(approval, $0) }
    return isComplete ? nil : "not complete"
  }

  private func reasonAgainst(closing: Entry, _ issue: IssueSummary) -> String? {
    guard decides(closing) else { return "no role" }
    let assigned = about(issue.id.subject, ["issueAssigned"]).contains {
      decides($0) && record.saw(closing, $0)
    }
    guard assigned else { return "nobody's" }
    let reports = about(issue.id.subject, ["issueReported"]).filter {
      record.saw(closing, $0) && $0.person != closing.person
    }
    return reports.contains { isGround($0, closing, issue) } ? nil : "no ground"
  }

  private func isGround(_ report: Entry, _ closing: Entry, _ issue: IssueSummary) -> Bool {
    guard case .issueReported(let ground) = Fact(report) else { return false }
    switch ground {
    case .evidence(let files, let text): return !files.isEmpty || !text.isEmpty
    case .answers(let id, let completion):
      guard let done = acts(id, ["completed"]).first(where: { $0.id == completion }),
        case .completed(_, let judged?) = Fact(done),
        judged.meets(Judged.Rule(issue.rule, row: issue.row)), record.saw(closing, done),
        done.person != closing.person,
        about(issue.id.subject, ["issueOpened"]).contains(where: { record.saw(done, $0) })
      else { return false }
      return !acts(id, Self.setting).contains { act in
        // Nobody confirms their own answers; and what was set without the completion knowing of it, and
        // the closing came before or did not know either, takes the ground away.
        act.person == closing.person && record.saw(done, act)
          || !record.saw(done, act) && !record.saw(act, closing)
      }
    }
  }
}
