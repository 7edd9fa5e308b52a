import Record

/// A village's journals in memory, to survey one of them without a disk.
final class MemoryStore {
  private var bySubject: [Subject: [Entry]] = [:]
  private var count = 0
  private let crypto: Crypto
  private let writer: WriterID

  init(_ crypto: Crypto) {
    self.crypto = crypto
    writer = WriterID(bytes: crypto.sha256(Array("memory".utf8)[...]))
  }

  /// Takes drafts as entries of a time.
  func append(_ drafts: [EntryDraft], person: PersonID, time: String) -> [Entry] {
    drafts.map { draft in
      count += 1
      // Nothing is chained to it: only the session that made the draft sees it again.
      let entry = Entry(
        id: EntryID(digest: crypto.sha256(Array("\(count)".utf8)[...])), writer: writer,
        sequence: count, lamport: count, time: time, person: person, subject: draft.subject,
        link: draft.link, kind: draft.kind, body: draft.body)
      bySubject[draft.subject, default: []].append(entry)
      return entry
    }
  }

  /// The entries about a subject.
  func entries(of subject: Subject) -> [Entry] { bySubject[subject] ?? [] }
}
