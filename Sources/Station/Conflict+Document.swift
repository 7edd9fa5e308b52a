import Fieldwork
import JSONText
import Record

extension Conflict {
  /// The conflict as a household's derived file shows it: all that was done, by whom, when, on which
  /// device; what stands for now comes last.
  var document: JSON {
    var json: JSON = .object([])
    switch kind {
    case .answer(let key):
      json.set("about", "answer")
      json.set("question", .string(key.question))
      if let row = key.rows.last { json.set("row", .string(row)) }
    case .row(let row):
      json.set("about", "row")
      json.set("roster", .string(row.roster))
      json.set("row", .string(row.id))
    case .completion: json.set("about", "completion")
    case .approval: json.set("about", "approval")
    case .interviews(let ids):
      json.set("about", "interviews")
      json.set("interviews", .array(ids.map { .string($0.rawValue) }))
    case .households(let ids):
      json.set("about", "households")
      json.set("households", .array(ids.map { .string($0.rawValue) }))
    case .move(let ids):
      json.set("about", "move")
      json.set("households", .array(ids.map { .string($0.rawValue) }))
    case .village(let field):
      json.set("about", "village")
      json.set("field", .string(field.rawValue))
    }
    if case .interview(let id) = subject { json.set("interview", .string(id)) }
    json.set("tips", .array(tips.map(\.document)))
    return json
  }
}

extension Tip {
  fileprivate var document: JSON {
    var json: JSON
    switch act {
    case .answered(let key, let value, let special):
      json = ["question": .string(key.question), "value": .string(value)]
      if let special { json.set("special", .string(special)) }
    case .added: json = ["done": "added"]
    case .struck(let reason): json = ["done": "struck", "reason": .string(reason)]
    case .completed: json = ["done": "completed"]
    case .changed: json = ["done": "changed"]
    case .approved: json = ["done": "approved"]
    case .began(let interview): json = ["done": "began", "interview": .string(interview.rawValue)]
    case .setAside(let interview, let other):
      json = [
        "done": "set_aside", "interview": .string(interview.rawValue),
        "for": .string(other.rawValue),
      ]
    case .enrolled(let household):
      json = ["done": "enrolled", "household": .string(household.rawValue)]
    case .bothCount: json = ["done": "both_count"]
    case .joined(let household, let other):
      json = [
        "done": "joined", "household": .string(household.rawValue),
        "into": .string(other.rawValue),
      ]
    case .areTwo: json = ["done": "are_two"]
    case .moved(let household):
      json = ["done": "moved", "household": .string(household.rawValue)]
    case .round(let round): json = ["value": .string(round)]
    case .standard(let overlay, let profile):
      json = ["overlay": .string(overlay), "profile": .string(profile)]
    }
    json.set("entry", .string(stamp.entry.rawValue))
    json.set("by", .string(stamp.person.rawValue))
    json.set("at", .string(stamp.time))
    json.set("device", .string(stamp.writer.rawValue))
    return json
  }
}
