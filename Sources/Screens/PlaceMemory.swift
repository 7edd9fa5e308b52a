import Fieldwork
import FormEngine
import JSONText
import Record
import Station

/// The place in an interview as it is remembered between two openings: written unsynced, so it may
/// be lost with the power; then the interview opens behind its newest answer.
enum PlaceMemory {
  /// What to remember: the stop, and behind which entry it was the place.
  static func json(_ session: InterviewSession) -> JSON {
    var json: JSON = [
      "after": .string(session.interview.history.last?.stamp.entry.rawValue ?? "")
    ]
    if case .stop(let stop) = session.place {
      let key = session.key(stop.address)
      json.set("at", .array([.string(key.question)] + key.rows.map(JSON.string)))
    }
    return json
  }

  /// The place, if nothing was answered since it was remembered.
  static func key(_ json: JSON, in interview: Interview) -> AnswerKey? {
    guard json["after"]?.string == interview.history.last?.stamp.entry.rawValue else { return nil }
    guard let texts = json["at"]?.array?.compactMap(\.string), let question = texts.first else {
      return nil
    }
    return AnswerKey(question, rows: Array(texts.dropFirst()))
  }
}
