import JSONText
import Record

// How the facts look by which laptops meet: devices, erasures and what people decided about work that
// was done side by side. Beside Fact+Body.

extension Fact {
  var meetingBody: JSON {
    switch self {
    case .teamFounded(let name): ["name": .string(name)]
    case .deviceAdmitted(let key, let name):
      ["key": .string(Base64URL.text(key)), "name": .string(name)]
    case .deviceRevoked(let key, let through, let reason):
      [
        "key": .string(Base64URL.text(key)),
        "through": .array(
          through.sorted { $0.key < $1.key }.map { journal, last in
            .array([
              .string(journal.writer.rawValue), .string(journal.branch), .int(last.sequence),
              .string(last.id.rawValue),
            ])
          }),
        "why": .string(reason),
      ]
    case .erased(let entries, let subjects, let reason):
      [
        "e": .array(entries.map { .string($0.rawValue) }),
        "s": .array(subjects.map { .string($0.text) }), "why": .string(reason),
      ]
    case .settled(let entries, let answers):
      [
        "of": .array(entries.map { .string($0.rawValue) }), "a": .array(answers.map(\.body)),
      ]
    case .householdJoined(_, let reason), .interviewSetAside(_, let reason):
      ["why": .string(reason)]
    default: .object([])
    }
  }

  static func meetingFact(_ kind: String, _ link: Subject?, _ body: JSON) -> Fact? {
    let reason = body["why"]?.string ?? ""
    switch kind {
    case "teamFounded": return .teamFounded(name: body["name"]?.string ?? "")
    case "deviceAdmitted":
      guard let key = key(in: body) else { return nil }
      return .deviceAdmitted(key: key, name: body["name"]?.string ?? "")
    case "deviceRevoked":
      guard let key = key(in: body) else { return nil }
      var through: [JournalName: Heads.Head] = [:]
      for item in body["through"]?.array ?? [] {
        guard let writer = item[0]?.string.flatMap(WriterID.init(rawValue:)),
          let branch = item[1]?.string, let number = item[2]?.int,
          let id = item[3]?.string.flatMap(EntryID.init(rawValue:))
        else { return nil }
        through[JournalName(writer: writer, branch: branch)] = Heads.Head(sequence: number, id: id)
      }
      return .deviceRevoked(key: key, through: through, reason: reason)
    case "erased":
      return .erased(
        entries: entries(body["e"]),
        subjects: (body["s"]?.array ?? []).compactMap { $0.string.map(Subject.init(text:)) },
        reason: reason)
    case "settled":
      return .settled(
        entries(body["of"]), answers: (body["a"]?.array ?? []).compactMap(GivenAnswer.init(body:)))
    case "householdJoined":
      guard let household = HouseholdID(link) else { return nil }
      return .householdJoined(into: household, reason: reason)
    case "householdTaken": return .householdTaken
    case "householdGivenBack": return .householdGivenBack
    case "interviewSetAside":
      guard let interview = InterviewID(link) else { return nil }
      return .interviewSetAside(for: interview, reason: reason)
    default: return teamFact(kind, body)
    }
  }

  private static func key(in body: JSON) -> [UInt8]? {
    guard let text = body["key"]?.string, let key = Base64URL.bytes(text.utf8), key.count == 32
    else { return nil }
    return key
  }

  static func entries(_ list: JSON?) -> [EntryID] {
    (list?.array ?? []).compactMap { $0.string.flatMap(EntryID.init(rawValue:)) }
  }
}
