import JSONText
import Record

// How the parts of an issue's facts look in a journal, beside Fact+Review.

extension IssueOpening {
  /// `r` row, `n` rule, `v` text, `d` domain, `c` class, `s` source, `i`
  /// interview, `of` completion, `dep` departments.
  var body: JSON {
    var body: JSON = .object([])
    if !row.isEmpty { body.set("r", .string(row)) }
    if !rule.isEmpty { body.set("n", .string(rule)) }
    if !text.isEmpty { body.set("v", .string(text)) }
    if !domain.isEmpty { body.set("d", .string(domain)) }
    body.set("c", .int(issueClass.rawValue))
    body.set("s", .string(source.rawValue))
    if let interview { body.set("i", .string(interview.rawValue)) }
    if let completion { body.set("of", .string(completion.rawValue)) }
    if !departments.isEmpty { body.set("dep", .array(departments.map(JSON.string))) }
    return body
  }

  init(_ concern: IssueConcern, body: JSON) {
    self.init(
      concern, row: body["r"]?.string ?? "", rule: body["n"]?.string ?? "",
      text: body["v"]?.string ?? "", domain: body["d"]?.string ?? "",
      issueClass: IssueClass(body: body), source: IssueSource(body: body),
      interview: body["i"]?.string.map { InterviewID($0) },
      completion: body["of"]?.string.flatMap(EntryID.init(rawValue:)),
      departments: (body["dep"]?.array ?? []).compactMap(\.string))
  }
}

// A class or a source that this version does not know is read as the first one: the rest still counts.

extension IssueClass {
  fileprivate init(body: JSON) { self = body["c"]?.int.flatMap(Self.init(rawValue:)) ?? .direct }
}

extension IssueSource {
  fileprivate init(body: JSON) {
    self = body["s"]?.string.flatMap(Self.init(rawValue:)) ?? .census
  }
}

extension IssueDescription {
  /// `cause`, `c` class, `s` source, `v` text.
  var body: JSON {
    [
      "cause": .string(cause), "c": .int(issueClass.rawValue), "s": .string(source.rawValue),
      "v": .string(text),
    ]
  }

  init(body: JSON) {
    self.init(
      cause: body["cause"]?.string ?? "", issueClass: IssueClass(body: body),
      source: IssueSource(body: body), text: body["v"]?.string ?? "")
  }
}

extension IssueAssignment {
  /// `do` the measure, `by` the day, `who` body and person by level.
  var body: JSON {
    ["do": .string(measure), "who": Self.json(responsible), "by": .string(deadline)]
  }

  init(body: JSON) {
    self.init(
      measure: body["do"]?.string ?? "", responsible: Self.responsible(body["who"]),
      deadline: body["by"]?.string ?? "")
  }

  static func json(_ responsible: [IssueLevel: Responsible]) -> JSON {
    .object(
      IssueLevel.allCases.compactMap { level in
        responsible[level].map {
          .init(level.rawValue, .array([.string($0.body), .string($0.person)]))
        }
      })
  }

  static func responsible(_ json: JSON?) -> [IssueLevel: Responsible] {
    var found: [IssueLevel: Responsible] = [:]
    for member in json?.members ?? [] {
      guard let level = IssueLevel(rawValue: member.key) else { continue }
      found[level] = Responsible(
        body: member.value[0]?.string ?? "", person: member.value[1]?.string ?? "")
    }
    return found
  }
}

extension EvidenceFile {
  // The hash is a text of its own, so that what a journal names is found without reading its facts.
  var body: JSON { name.isEmpty ? .string(hash) : ["h": .string(hash), "n": .string(name)] }

  init?(body: JSON) {
    guard let hash = body.string ?? body["h"]?.string else { return nil }
    self.init(hash, name: body["n"]?.string ?? "")
  }
}

extension IssueGround {
  /// `i` and `of` for answers; `f` and `v` for evidence.
  var body: JSON {
    switch self {
    case .answers(let interview, let completion):
      ["i": .string(interview.rawValue), "of": .string(completion.rawValue)]
    case .evidence(let files, let text):
      ["f": .array(files.map(\.body)), "v": .string(text)]
    }
  }

  init?(body: JSON) {
    if let interview = body["i"]?.string {
      guard let completion = body["of"]?.string.flatMap(EntryID.init(rawValue:)) else {
        return nil
      }
      self = .answers(InterviewID(interview), completion: completion)
    } else if let files = body["f"]?.array {
      self = .evidence(
        files.compactMap(EvidenceFile.init(body:)), text: body["v"]?.string ?? "")
    } else {
      return nil
    }
  }
}
