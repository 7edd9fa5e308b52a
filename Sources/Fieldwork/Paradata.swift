import JSONText

/// How an answer came about: what was seen when, by a clock that nobody can set.
///
/// It rides on the answer's own entry. Times are milliseconds of a monotonic clock since the
/// interview was last opened; the wall time stands in each entry's header; so
/// ODK's audit.csv can be written without trusting the wall clock.
public struct Paradata: Equatable, Sendable {
  /// One thing that happened on the way.
  public struct Event: Equatable, Sendable {
    /// What kind of thing.
    public enum Kind: String, Sendable {
      /// The question was on the screen, from start to end.
      case shown = "s"
      /// The person went somewhere by go-to, next unanswered or the section keys.
      case jumped = "j"
      /// The interview was left or the screen was blanked.
      case paused = "p"
      /// The interview was opened again, or the screen came back.
      case resumed = "r"
      /// The language of the screen was changed; `detail` is the language.
      case language = "l"
    }
    /// What kind of thing.
    public var kind: Kind
    /// The question on the screen, where there was one.
    public var key: AnswerKey?
    /// Milliseconds since the interview was opened.
    public var start: Int
    /// Milliseconds since the interview was opened; nil for a moment.
    public var end: Int?
    /// The language, for a change of language.
    public var detail: String?

    /// Names what happened, where and when.
    public init(
      _ kind: Kind, _ key: AnswerKey? = nil, start: Int, end: Int? = nil, detail: String? = nil
    ) {
      self.kind = kind
      self.key = key
      self.start = start
      self.end = end
      self.detail = detail
    }
  }

  /// When the answered question came on the screen.
  public var shown: Int
  /// When the answer was given.
  public var answered: Int
  /// What happened since the last entry, before this question was shown.
  public var before: [Event]

  /// Times of one answer, and what happened before it.
  public init(shown: Int, answered: Int, before: [Event] = []) {
    self.shown = shown
    self.answered = answered
    self.before = before
  }
}

extension Paradata {
  /// The compact form in an entry's body: members `ms` and, where there is any, `ev`.
  func write(into body: inout JSON) {
    body.set("ms", .array([.int(shown), .int(answered)]))
    Self.write(before, into: &body)
  }

  static func write(_ events: [Event], into body: inout JSON) {
    guard !events.isEmpty else { return }
    body.set(
      "ev",
      .array(
        events.map { event in
          var parts: [JSON] = [.string(event.kind.rawValue), .int(event.start)]
          parts.append(event.end.map(JSON.int) ?? .null)
          if let key = event.key {
            parts.append(.string(key.question))
            parts += key.rows.map(JSON.string)
          } else if let detail = event.detail {
            parts.append(.string(detail))
          }
          return .array(parts)
        }))
  }

  init?(body: JSON) {
    guard let shown = body["ms"]?[0]?.int, let answered = body["ms"]?[1]?.int else { return nil }
    self.init(shown: shown, answered: answered, before: Self.events(in: body))
  }

  static func events(in body: JSON) -> [Event] {
    (body["ev"]?.array ?? []).compactMap { item in
      guard let parts = item.array, parts.count >= 3, let name = parts[0].string,
        let kind = Event.Kind(rawValue: name), let start = parts[1].int
      else { return nil }
      let texts = parts.dropFirst(3).compactMap(\.string)
      if kind == .language {
        return Event(kind, start: start, end: parts[2].int, detail: texts.first)
      }
      let key = texts.first.map { AnswerKey($0, rows: Array(texts.dropFirst())) }
      return Event(kind, key, start: start, end: parts[2].int)
    }
  }
}
