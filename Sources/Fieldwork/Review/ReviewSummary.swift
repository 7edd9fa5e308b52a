import JSONText
import Record

/// What the queue of review has to know of a household, without replaying it.
public struct ReviewSummary: Equatable, Sendable {
  /// Where the review of its interview stands.
  public var state: ReviewState = .notBegun
  /// To whom the household was given; nil where it is nobody's.
  public var assignee: PersonID?
  /// How often the interview was given back.
  public var timesReturned = 0
  /// How many comments nobody has answered.
  public var openComments = 0
  /// How many comments were ever made.
  public var comments = 0
  /// Who did work in it, by identity.
  public var surveyors: [PersonID] = []
  /// Whether somebody answered who is not of the household.
  public var isByProxy = false
  /// Whether it was asked by telephone, so that nothing was seen.
  public var isByTelephone = false
  /// How many answers came to say something else after a finding that hung on them was seen.
  public var changedAfterSeen = 0
  /// Whether something changed that the approval had not seen.
  public var changedAfterApproval: Bool { state == .approvedThenChanged }
  /// How many warnings about the work itself stand.
  public var warnings = 0
  /// How many questions were passed over.
  public var missed = 0

  /// The codes of the form's list `resp` that are nobody of the household.
  static let proxies: Set<String> = ["neighbour", "cadre", "other"]
  /// The question who answered.
  static let respondent = "c_resp"
  /// The question how it was asked, and its code for the telephone.
  static let manner = (question: "c_mode", telephone: "phone")

  /// A household that nobody has begun.
  public init() {}

  /// Sums up a case; warnings and missed questions come from who knows forms.
  public init(_ file: HouseholdCase, warnings: Int = 0, missed: Int = 0) {
    let review = file.review
    let current = file.current
    state = review.state
    assignee = review.assignee
    timesReturned = review.timesReturned
    openComments = review.openComments.count
    comments = review.comments.count
    surveyors = review.workers.sorted()
    isByProxy = current.map { Self.proxies.contains($0.value(Self.respondent)) } ?? false
    isByTelephone = current?.value(Self.manner.question) == Self.manner.telephone
    changedAfterSeen = current?.changedAfterSeen.count ?? 0
    self.warnings = warnings
    self.missed = missed
  }
}

extension ReviewSummary {
  // Only what is not nothing: most lines of a list are households that nobody reviews yet.

  var json: JSON {
    var json: JSON = ["state": .string(state.rawValue)]
    if let assignee { json.set("assignee", .string(assignee.rawValue)) }
    if !surveyors.isEmpty {
      json.set("by", .string(surveyors.map(\.rawValue).joined(separator: " ")))
    }
    if isByProxy { json.set("proxy", true) }
    if isByTelephone { json.set("telephone", true) }
    let counts = [
      ("returned", timesReturned), ("open", openComments), ("comments", comments),
      ("after_seen", changedAfterSeen), ("warnings", warnings), ("missed", missed),
    ]
    for (name, count) in counts where count > 0 { json.set(name, .int(count)) }
    return json
  }

  /// Reads what a derived file holds; nil when it is not that.
  init?(json: JSON) {
    guard let state = json["state"]?.string.flatMap(ReviewState.init(rawValue:)) else {
      return nil
    }
    self.state = state
    assignee = json["assignee"]?.string.flatMap(PersonID.init(rawValue:))
    surveyors = (json["by"]?.string ?? "").split(separator: " ").compactMap {
      PersonID(rawValue: String($0))
    }
    isByProxy = json["proxy"]?.bool ?? false
    isByTelephone = json["telephone"]?.bool ?? false
    timesReturned = json["returned"]?.int ?? 0
    openComments = json["open"]?.int ?? 0
    comments = json["comments"]?.int ?? 0
    changedAfterSeen = json["after_seen"]?.int ?? 0
    warnings = json["warnings"]?.int ?? 0
    missed = json["missed"]?.int ?? 0
  }
}
