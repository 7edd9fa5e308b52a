import Fieldwork
import JSONText
import Record

/// Comments that were written and not sent yet: kept on the laptop until the return, never in the record.
///
/// Each person finds their own.
public struct KeptComments: Equatable, Sendable {
  private var kept: [InterviewID: [PersonID: [ReviewComment]]] = [:]

  /// None.
  public init() {}

  /// Whether there are none.
  public var isEmpty: Bool { kept.isEmpty }

  /// What a person wrote on an interview, the oldest first.
  public subscript(interview: InterviewID, person: PersonID) -> [ReviewComment] {
    get { kept[interview]?[person] ?? [] }
    set {
      kept[interview, default: [:]][person] = newValue.isEmpty ? nil : newValue
      if kept[interview]?.isEmpty ?? false { kept[interview] = nil }
    }
  }

  /// Leaves out what was written on interviews that are gone; tells whether there was any.
  public mutating func keepOnly(_ interviews: some Collection<InterviewID>) -> Bool {
    let known = Set(interviews)
    let before = kept.count
    kept = kept.filter { known.contains($0.key) }
    return kept.count < before
  }
}

extension KeptComments {
  /// As JSON.
  public var json: JSON {
    .object(
      kept.sorted { $0.key < $1.key }.map { interview, people in
        .init(
          interview.rawValue,
          .object(
            people.sorted { $0.key.rawValue < $1.key.rawValue }.map { person, comments in
              .init(person.rawValue, .array(comments.map(Self.json)))
            }))
      })
  }

  /// Reads the JSON form; what is no comment in it is left out.
  public init(json: JSON) {
    for interview in json.members ?? [] {
      for person in interview.value.members ?? [] {
        guard let id = PersonID(rawValue: person.key) else { continue }
        self[InterviewID(interview.key), id] = (person.value.array ?? []).compactMap(Self.comment)
      }
    }
  }

  private static func json(_ comment: ReviewComment) -> JSON {
    guard let key = comment.key else { return [.string(comment.text)] }
    return .array(([comment.text, key.question] + key.rows).map(JSON.string))
  }

  private static func comment(_ json: JSON) -> ReviewComment? {
    guard let texts = json.array?.compactMap(\.string), let text = texts.first, !text.isEmpty else {
      return nil
    }
    guard texts.count > 1 else { return ReviewComment(nil, text) }
    return ReviewComment(AnswerKey(texts[1], rows: Array(texts.dropFirst(2))), text)
  }
}
