import Fieldwork
import Record

/// What must be true of an approval and of a closing, looked up entry by entry in all that there is.
struct SlowReview {
  let entries: [Entry]

  init(_ entries: [Entry]) { self.entries = entries.sorted() }

  /// Whether the writer of an entry had seen another one, by what journals told.
  func saw(_ later: Entry, _ earlier: Entry) -> Bool {
    if later.writer == earlier.writer { return earlier.sequence < later.sequence }
    let told = entries.filter { $0.writer == later.writer && $0.sequence <= later.sequence }
      .compactMap { $0.seen[earlier.writer] }
    return (told.max() ?? 0) >= earlier.sequence
  }

  func role(of person: PersonID, for entry: Entry) -> String? {
    let given = entries.last {
      $0.subject == .person(person.rawValue) && saw(entry, $0)
    }
    guard let given, case .personAdded(_, let role) = Fact(given) else { return nil }
    return role
  }

  private func decides(_ entry: Entry) -> Bool {
    ["supervisor", "office"].contains(role(of: entry.person, for: entry))
  }

  private var interview: [Entry] { entries.filter { $0.subject == ReviewTeam.interview } }
  private var issue: [Entry] { entries.filter { $0.subject == ReviewTeam.issue.subject } }

  private static let setting: Set<String> = ["interviewStarted", "answered"]

  /// Why the interview may not be approved; nil where some entry approves it by right.
  func reasonAgainstApproval(_ state: ReviewState) -> String? {
    let approvals = interview.filter { $0.kind == "approved" }
    let reasons = approvals.map { reasonAgainst($0, state) ?? "" }
    return reasons.contains("") ? nil : "none of \(reasons)"
  }

  private func reasonAgainst(_ approval: Entry, _ state: ReviewState) -> String? {
    guard decides(approval) else { return "no role" }
    if interview.contains(where: {
      Self.setting.contains($0.kind) && $0.person == approval.person
    }) {
      return "own work"
    }
    if interview.contains(where: {
      Self.setting.union(["reopened"]).contains($0.kind) && !saw(approval, $0)
    }) {
      return "changed"
    }
    guard interview.contains(where: { $0.kind == "completed" && saw(approval, $0) }) else {
      return "not complete"
    }
    let isOfOffice = role(of: approval.person, for: approval) == "office"
    guard (state == .approvedByOffice) == isOfOffice else { return "other level" }
    guard isOfOffice else { return nil }
    let isSecond = interview.contains {
      $0.kind == "approved" && $0.person != approval.person && saw(approval, $0)
        && role(of: $0.person, for: $0) == "supervisor"
    }
    let couldSupervise = RandomReview.people.contains { person in
      role(of: person, for: approval) == "supervisor"
        && !interview.contains {
          (Self.setting.contains($0.kind) || $0.kind == "completed") && $0.person == person
        }
    }
    return isSecond || !couldSupervise ? nil : "no supervisor"
  }

  /// Why the issue may not be struck off; nil where some entry strikes it off by right.
  func reasonAgainstClosing() -> String? {
    let reasons = issue.filter { $0.kind == "issueStruckOff" }.map {
      reasonAgainst(closing: $0) ?? ""
    }
    return reasons.contains("") ? nil : "none of \(reasons)"
  }

  private func reasonAgainst(closing: Entry) -> String? {
    guard decides(closing) else { return "no role" }
    let contradicted = issue.contains {
      ["issueSentBack", "issueReopened"].contains($0.kind) && decides($0) && !saw($0, closing)
        && !saw(closing, $0) && isInTurn($0)
    }
    if contradicted { return "contradicted" }
    let assigned = issue.contains { $0.kind == "issueAssigned" && decides($0) && saw(closing, $0) }
    guard assigned else { return "nobody's" }
    let reports = issue.filter {
      $0.kind == "issueReported" && saw(closing, $0) && $0.person != closing.person
    }
    return reports.contains { isGround($0, closing) } ? nil : "no ground"
  }

  /// Whether something like it could be done for all its writer knew: what was out of turn tells nothing.
  private func isInTurn(_ entry: Entry) -> Bool {
    let kind = entry.kind == "issueSentBack" ? "issueReported" : "issueStruckOff"
    let context = Set(entries.filter { saw(entry, $0) }.map(\.id))
    return issue.contains { $0.kind == kind && context.contains($0.id) } && wasRight(entry)
  }

  private func wasRight(_ entry: Entry) -> Bool {
    let seen = entries.filter { saw(entry, $0) }
    let state = ReviewTeam.issue(of: seen).state
    return state == (entry.kind == "issueSentBack" ? .toCheck : .struckOff)
  }

  private func isGround(_ report: Entry, _ closing: Entry) -> Bool {
    guard case .issueReported(let ground) = Fact(report) else { return false }
    switch ground {
    case .evidence(let files, let text): return !files.isEmpty || !text.isEmpty
    case .answers(_, let id):
      guard let done = interview.first(where: { $0.id == id }),
        case .completed(_, let judged?) = Fact(done), judged.meets(ReviewTeam.rule),
        saw(closing, done), done.person != closing.person,
        issue.contains(where: { $0.kind == "issueOpened" && saw(done, $0) })
      else { return false }
      let reopened = issue.filter { $0.kind == "issueReopened" && saw(report, $0) && wasRight($0) }
      guard reopened.allSatisfy({ saw(done, $0) }) else { return false }
      // Nobody changed it meanwhile without knowing, nor opened it again with the knowledge of the closer.
      return !interview.contains { entry in
        if Self.setting.contains(entry.kind), entry.person == closing.person, saw(done, entry) {
          return true
        }
        guard !saw(entry, closing) else { return false }
        switch entry.kind {
        case "answered": return !saw(done, entry) && !saw(entry, done)
        case "reopened": return !saw(done, entry)
        default: return false
        }
      }
    }
  }
}
