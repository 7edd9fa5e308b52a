import JSONText
import Record

// How the parts of facts look in a body, beside Fact+Body.

extension Reversal {
  init?(body: JSON) {
    if let entry = body["undo"]?.string.flatMap(EntryID.init(rawValue:)) {
      self = .undo(entry)
    } else if let entry = body["redo"]?.string.flatMap(EntryID.init(rawValue:)) {
      self = .redo(entry)
    } else {
      return nil
    }
  }
}

extension AnswerKey {
  var path: JSON { .array([.string(question)] + rows.map(JSON.string)) }

  init?(path: JSON) {
    guard let texts = path.array?.compactMap(\.string), let question = texts.first else {
      return nil
    }
    self.init(question, rows: Array(texts.dropFirst()))
  }
}

extension GivenAnswer {
  /// `q` question, `r` row (a list when rosters nest), `v` value, `x` special state, `u` unsaid.
  var body: JSON {
    var body: JSON = .object([.init("q", .string(key.question))])
    if key.rows.count == 1 {
      body.set("r", .string(key.rows[0]))
    } else if !key.rows.isEmpty {
      body.set("r", .array(key.rows.map(JSON.string)))
    }
    body.set("v", .string(value))
    if let special { body.set("x", .string(special)) }
    if !isSaid { body.set("u", true) }
    return body
  }

  init?(body: JSON) {
    guard let question = body["q"]?.string, let value = body["v"]?.string else { return nil }
    let rows = body["r"]?.string.map { [$0] } ?? body["r"]?.array?.compactMap(\.string) ?? []
    self.init(
      AnswerKey(question, rows: rows), value, special: body["x"]?.string,
      isSaid: body["u"]?.bool != true)
  }
}

extension SeenFinding {
  /// `n` the rule's name, `r` rows, `a` answers as paths.
  var body: JSON {
    var body: JSON = .object([.init("n", .string(rule))])
    if !rows.isEmpty { body.set("r", .array(rows.map(JSON.string))) }
    body.set("a", .array(answers.map(\.path)))
    return body
  }

  init?(body: JSON) {
    guard let rule = body["n"]?.string else { return nil }
    self.init(
      rule: rule, rows: body["r"]?.array?.compactMap(\.string) ?? [],
      answers: (body["a"]?.array ?? []).compactMap(AnswerKey.init(path:)))
  }
}

extension RosterRow {
  var path: [String] { [roster] + rows }

  init?(path: JSON) {
    guard let texts = path.array?.compactMap(\.string), texts.count >= 2 else { return nil }
    self.init(roster: texts[0], rows: Array(texts.dropFirst()))
  }
}

extension HouseholdFacts {
  var body: JSON {
    var body: JSON = .object([])
    body.set("f", Self.object(values))
    body.set(
      "m",
      .array(
        members.map {
          .object([.init("id", .string($0.id.rawValue)), .init("f", Self.object($0.values))])
        }))
    if !source.isEmpty { body.set("source", .string(source)) }
    if !sourceKey.isEmpty { body.set("key", .string(sourceKey)) }
    if !batch.isEmpty { body.set("batch", .string(batch)) }
    return body
  }

  private static func object(_ values: [FactValue]) -> JSON {
    .object(values.map { .init($0.name, .string($0.value)) })
  }

  private static func values(_ object: JSON?) -> [FactValue] {
    (object?.members ?? []).compactMap { member in
      member.value.string.map { FactValue(member.key, $0) }
    }
  }

  init(body: JSON) {
    self.init(
      values: Self.values(body["f"]),
      members: (body["m"]?.array ?? []).compactMap { member in
        member["id"]?.string.map {
          MemberFacts(id: MembershipID($0), values: Self.values(member["f"]))
        }
      },
      source: body["source"]?.string ?? "", sourceKey: body["key"]?.string ?? "",
      batch: body["batch"]?.string ?? "")
  }
}

extension InterviewStart {
  var body: JSON {
    [
      "round": .string(round), "form": .string(form), "date": .string(date),
      "check": .string(identityCheck),
    ]
  }

  init?(_ household: HouseholdID, body: JSON) {
    guard let date = body["date"]?.string else { return nil }
    self.init(
      household: household, round: body["round"]?.string ?? "",
      form: body["form"]?.string ?? "", date: date,
      identityCheck: body["check"]?.string ?? "")
  }
}
