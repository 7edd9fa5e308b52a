import Fieldwork
import FormEngine
import JSONText
import Record

/// The derived file of a household: what is answered now, for people and for other programs.
///
/// It can be rebuilt byte for byte from the journals. Answers that a skip hides are left out; special
/// answers are states and never numbers.
public enum HouseholdDocument {
  /// The folder of the derived files, below the village's.
  static let folder = "households"

  /// The derived file's name below the village's folder.
  public static func name(_ household: HouseholdID) -> String {
    "\(folder)/\(household.rawValue).json"
  }

  /// The household of a file in the folder; nil for any other file.
  static func household(named name: String) -> HouseholdID? {
    guard name.hasSuffix(".json"), !name.hasPrefix(".") else { return nil }
    return HouseholdID(String(name.dropLast(5)))
  }

  /// Writes a household out.
  public static func json(
    _ file: HouseholdCase, village: String, forms: VillageDesk.FormSource
  ) -> JSON {
    var json: JSON = [
      "household": .string(file.household.id.rawValue), "village": .string(village),
      "status": .string(HouseholdStatus(file.current).rawValue),
      "enrolled_at_door": .bool(file.household.enrolledAtDoor),
    ]
    json.set(
      "facts",
      .object(
        file.household.values.keys.sorted().map { name in
          .init(name, fact(file.fact(name)))
        }))
    json.set(
      "members",
      .array(
        file.members().map { member in
          var item: JSON = ["id": .string(member.id.rawValue)]
          if let removal = member.removal {
            item.set("struck", .string(removal.reason))
            item.set("struck_at", .string(removal.stamp.time))
          }
          item.set(
            "facts",
            .object(member.facts.keys.sorted().map { .init($0, fact(member.facts[$0])) }))
          return item
        }))
    let current = file.current
    json.set(
      "interviews",
      .array(
        file.interviews.map { one in
          interview(one.id == current?.id ? current ?? one : one, file, forms)
        }))
    let conflicts = file.conflicts
    if !conflicts.isEmpty { json.set("conflicts", .array(conflicts.map(\.document))) }
    if let taker = file.household.takers.last {
      json.set("taken_by", .string(taker.person.rawValue))
      json.set("taken_at", .string(taker.time))
    }
    if !file.household.remarks.isEmpty {
      json.set("remarks", .array(file.household.remarks.map(remark)))
    }
    if !file.others.isEmpty { json.set("joined", .array(file.others.map(joined))) }
    review(of: file, into: &json)
    json.set("through", through(file))
    if !file.claims.isEmpty { json.set("claims", .object(file.claims.map(last))) }
    return json
  }

  /// What stays of a household that is no longer in the list: the one it was found to be, or that
  /// everything about it was erased.
  public static func gone(
    _ household: HouseholdID, village: String, joinedInto other: HouseholdID?
  ) -> JSON {
    var json: JSON = ["household": .string(household.rawValue), "village": .string(village)]
    if let other {
      json.set("joined_into", .string(other.rawValue))
    } else {
      json.set("erased", true)
    }
    return json
  }

  /// The newest entry of the household and of each interview: tells a stale file from an altered one.
  private static func through(_ file: HouseholdCase) -> JSON {
    .object(
      [.init("household", .string(file.household.stamps.last?.entry.rawValue ?? ""))]
        + file.interviews.map(last)
        + file.issues.filter { $0.opening != nil }.map {
          .init($0.id.subject.text, .string($0.steps.last?.stamp.entry.rawValue ?? ""))
        })
  }

  private static func last(_ interview: Interview) -> JSON.Member {
    .init(interview.id.rawValue, .string(interview.history.last?.stamp.entry.rawValue ?? ""))
  }

  static func fact(_ shown: ShownFact?) -> JSON {
    guard let shown else { return nil }
    var json: JSON = ["value": .string(shown.value)]
    switch shown.source {
    case .register(let name): json.set("register", .string(name))
    case .interview(let id): json.set("interview", .string(id.rawValue))
    }
    json.set("at", .string(shown.stamp.time))
    return json
  }

  static func remark(_ remark: Interview.Remark) -> JSON {
    [
      "text": .string(remark.text), "by": .string(remark.stamp.person.rawValue),
      "at": .string(remark.stamp.time),
    ]
  }

  private static func interview(
    _ interview: Interview, _ file: HouseholdCase, _ forms: VillageDesk.FormSource
  ) -> JSON {
    var json: JSON = [
      "id": .string(interview.id.rawValue), "form": .string(interview.start?.form ?? ""),
      "round": .string(interview.start?.round ?? ""),
      "evaluation_date": .string(interview.start?.date ?? ""),
      "started": .string(interview.startStamp?.time ?? ""),
      "by": .string(interview.startStamp?.person.rawValue ?? ""),
    ]
    if case .completed(let stamp) = interview.phase {
      json.set("completed", .string(stamp.time))
    }
    if let other = file.setAside[interview.id] {
      json.set("set_aside_for", .string(other.rawValue))
    }
    json.set(
      "visits",
      .array(
        interview.visits.map { visit in
          [
            "id": .string(visit.id.rawValue), "start": .string(visit.start.time),
            "end": visit.end.map { .string($0.time) } ?? .null,
            "result": .string(visit.result), "next": .string(visit.next),
          ]
        }))
    answers(of: interview, file, forms, into: &json)
    let remarks = interview.remarks.sorted { $0.key < $1.key }
    if !remarks.isEmpty {
      json.set(
        "remarks",
        .array(
          remarks.flatMap { key, list in
            list.map { item in
              var json = remark(item)
              json.set("question", .string(key.question))
              if let row = key.rows.last { json.set("row", .string(row)) }
              return json
            }
          }))
    }
    return json
  }

  private static func answers(
    of given: Interview, _ file: HouseholdCase, _ forms: VillageDesk.FormSource,
    into json: inout JSON
  ) {
    guard let form = given.start?.form, let definition = forms(form) else {
      json.set("form_missing", true)
      return
    }
    let interview = InterviewSession.joined(given, definition)
    let instance = InterviewSession.replayed(interview, definition)
    var plain: [JSON.Member] = []
    var rows: [String: [JSON.Member]] = [:]
    var order: [String] = []
    for stop in instance.stops() {
      guard case .question(let address) = stop, !instance.value(address).isEmpty else { continue }
      let key = AnswerKey(definition.key(of: address.node), rows: address.rows)
      let member = JSON.Member(key.question, answer(address, interview.answers[key], instance))
      if let row = address.rows.last {
        if rows[row] == nil { order.append(row) }
        rows[row, default: []].append(member)
      } else {
        plain.append(member)
      }
    }
    if interview.isCompleted, !definition.standard.isEmpty {
      judged(
        HouseholdJudgement(
          interview, definition: definition,
          isDisputed: file.isDisputed(interview)), into: &json)
    }
    json.set("answers", .object(plain))
    json.set(
      "rows",
      .array(order.map { .object([.init("row", .string($0))] + (rows[$0] ?? [])) }))
  }

  /// What the standard said, in every language of the form.
  private static func judged(_ judged: HouseholdJudgement, into json: inout JSON) {
    let standard = judged.standard
    json.set(
      "verdicts",
      .object(
        standard.domains.compactMap { domain in
          judged.verdicts[domain.name].map { .init(domain.name, .string($0.rawValue)) }
        }))
    json.set(
      "findings",
      .array(
        judged.findings().map { finding in
          var item: JSON = [
            "rule": .string(finding.check.name), "level": .string(finding.check.level.rawValue),
            "domain": .string(finding.check.domain),
          ]
          if let row = finding.address.rows.last { item.set("row", .string(row)) }
          item.set(
            "message",
            .object(
              finding.messages.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) }))
          item.set("departments", .array(finding.check.departments.map(JSON.string)))
          return item
        }))
  }

  private static func answer(
    _ address: NodeAddress, _ answer: Interview.Answer?, _ instance: FormInstance
  ) -> JSON {
    var json: JSON = .object([])
    if let special = instance.special(address) {
      json.set("special", .string(special.rawValue))
    } else {
      json.set("value", .string(instance.value(address)))
    }
    if let answer {
      json.set("by", .string(answer.stamp.person.rawValue))
      json.set("at", .string(answer.stamp.time))
      if answer.source != .answered { json.set("unconfirmed", true) }
    }
    return json
  }
}
