import JSONText
import Record

// How the facts of review look in a journal, beside Fact+Body.

extension Fact {
  var reviewKind: String {
    switch self {
    case .householdAssigned: "householdAssigned"
    case .returned: "returned"
    case .commentAnswered: "commentAnswered"
    case .approved: "approved"
    case .unapproved: "unapproved"
    case .issueOpened: "issueOpened"
    case .issueDescribed: "issueDescribed"
    case .issueAssigned: "issueAssigned"
    case .issueBegun: "issueBegun"
    case .issueReported: "issueReported"
    case .issueSentBack: "issueSentBack"
    case .issueStruckOff: "issueStruckOff"
    case .issueReopened: "issueReopened"
    default: ""
    }
  }

  var reviewBody: JSON {
    switch self {
    case .householdAssigned(let person):
      person.map { ["to": .string($0.rawValue)] } ?? .object([])
    case .returned(let comments): ["c": .array(comments.map(\.body))]
    case .commentAnswered(let comment, let text):
      ["of": .string(comment.entry.rawValue), "n": .int(comment.index), "v": .string(text)]
    case .approved(let entries), .issueStruckOff(let entries):
      ["of": .array(entries.map { .string($0.rawValue) })]
    case .unapproved(let reason), .issueSentBack(let reason), .issueReopened(let reason):
      ["why": .string(reason)]
    case .issueOpened(let opening): opening.body
    case .issueDescribed(let description): description.body
    case .issueAssigned(let assignment): assignment.body
    case .issueBegun(let text): ["v": .string(text)]
    case .issueReported(let ground): ground.body
    default: .object([])
    }
  }

  static func reviewFact(_ kind: String, _ link: Subject?, _ body: JSON) -> Fact? {
    let reason = body["why"]?.string ?? ""
    switch kind {
    case "householdAssigned":
      guard let text = body["to"]?.string else { return .householdAssigned(to: nil) }
      return PersonID(rawValue: text).map { .householdAssigned(to: $0) }
    case "returned":
      guard let list = body["c"]?.array else { return nil }
      return .returned(list.compactMap(ReviewComment.init(body:)))
    case "commentAnswered":
      guard let entry = body["of"]?.string.flatMap(EntryID.init(rawValue:)),
        let index = body["n"]?.int
      else { return nil }
      return .commentAnswered(
        CommentID(entry: entry, index: index), text: body["v"]?.string ?? "")
    case "approved": return .approved(of: entries(body["of"]))
    case "unapproved": return .unapproved(reason: reason)
    case "issueOpened":
      return IssueConcern(link).map { .issueOpened(IssueOpening($0, body: body)) }
    case "issueDescribed": return .issueDescribed(IssueDescription(body: body))
    case "issueAssigned": return .issueAssigned(IssueAssignment(body: body))
    case "issueBegun": return .issueBegun(text: body["v"]?.string ?? "")
    case "issueReported": return IssueGround(body: body).map(Fact.issueReported)
    case "issueSentBack": return .issueSentBack(reason: reason)
    case "issueStruckOff": return .issueStruckOff(of: entries(body["of"]))
    case "issueReopened": return .issueReopened(reason: reason)
    default: return meetingFact(kind, link, body)
    }
  }
}

extension ReviewComment {
  /// `k` the question as a path, left out for the whole interview; `v` the text.
  var body: JSON {
    var body: JSON = .object([])
    if let key { body.set("k", key.path) }
    body.set("v", .string(text))
    return body
  }

  init?(body: JSON) {
    guard let text = body["v"]?.string else { return nil }
    self.init(body["k"].flatMap(AnswerKey.init(path:)), text)
  }
}

extension Judged {
  // One text each, since an interview has some two hundred rules: `rule` or `rule/row`.

  var json: JSON {
    var json: JSON = ["t": .array(found.map { .string($0.text) })]
    if !open.isEmpty { json.set("o", .array(open.map { .string($0.text) })) }
    return json
  }

  init?(json: JSON) {
    guard let found = json["t"]?.array else { return nil }
    self.init(
      found: found.compactMap { $0.string.map(Rule.init(text:)) },
      open: (json["o"]?.array ?? []).compactMap { $0.string.map(Rule.init(text:)) })
  }
}

extension Judged.Rule {
  fileprivate var text: String { row.isEmpty ? rule : "\(rule)/\(row)" }

  fileprivate init(text: String) {
    let parts = text.split(separator: "/", maxSplits: 1)
    self.init(parts.first.map(String.init) ?? "", row: parts.count > 1 ? String(parts[1]) : "")
  }
}
