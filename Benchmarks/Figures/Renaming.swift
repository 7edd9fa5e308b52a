import JSONText
import Record

/// Gives what was written in one village the identities of another.
struct Renaming {
  private let code: String
  private let other: String
  private let digest: Digest
  private var known: [String: String] = [:]

  init(from code: String, to other: String, digest: @escaping Digest) {
    self.code = code
    self.other = other
    self.digest = digest
  }

  /// An entry's draft under the other identities.
  mutating func draft(_ draft: EntryDraft) -> EntryDraft {
    let subject = subject(draft.subject)
    let link = draft.link.map { self.subject($0) }
    return EntryDraft(subject: subject, link: link, kind: draft.kind, body: json(draft.body))
  }

  private mutating func subject(_ subject: Subject) -> Subject {
    switch subject {
    case .household(let id): .household(name(id))
    case .interview(let id): .interview(name(id))
    default: subject
    }
  }

  private mutating func json(_ value: JSON) -> JSON {
    switch value {
    case .string(let text):
      if text == code { return .string(other) }
      return text.utf8.count == 16 && ShortID.isValid(text) ? .string(name(text)) : value
    case .array(let items): return .array(items.map { json($0) })
    case .object(let members):
      return .object(members.map { JSON.Member($0.key, json($0.value)) })
    default: return value
    }
  }

  private mutating func name(_ id: String) -> String {
    if let name = known[id] { return name }
    let name = ShortID.derived(from: "\(other)|\(id)", by: digest)
    known[id] = name
    return name
  }
}
