import JSONText

/// What a single line says, and whether it is what was written.
extension JournalReader {
  /// Whether a line has a run of zero bytes, which no writer writes.
  static func hasHole(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    var run = 0
    for index in range {
      run = bytes[index] == 0 ? run + 1 : 0
      if run == 16 { return true }
    }
    return false
  }

  static func matches(_ digest: [UInt8], _ text: ArraySlice<UInt8>) -> Bool {
    var encoded: [UInt8] = []
    encoded.reserveCapacity(EntryID.length)
    Base64URL.append(digest, to: &encoded)
    return encoded.elementsEqual(text)
  }

  mutating func entry(_ line: JournalLine, _ id: EntryID, _ bytes: [UInt8]) -> Entry? {
    if !line.subject.equals(lastSubject.text, bytes) {
      guard let text = line.subject.string(bytes) else { return nil }
      lastSubject = (text, Subject(text: text))
    }
    if !bytes[line.person].elementsEqual(lastPerson.rawValue.utf8) {
      lastPerson = PersonID(checked: String(decoding: bytes[line.person], as: UTF8.self))
    }
    if !line.kind.equals(lastKind, bytes) {
      guard let text = line.kind.string(bytes), !text.isEmpty else { return nil }
      lastKind = text
    }
    var link: Subject?
    if let written = line.link {
      guard let text = written.string(bytes) else { return nil }
      link = Subject(text: text)
    }
    var body: JSON?
    if let range = line.body, bodies == .built || lastKind == Entry.handedOver {
      guard let built = SaltedBody.read(bytes, range) else { return nil }
      body = built
    }
    return Entry(
      id: id, writer: writer, sequence: line.sequence, lamport: line.lamport, seen: line.seen,
      seenTips: line.seenTips, time: String(decoding: bytes[line.time], as: UTF8.self),
      person: lastPerson, subject: lastSubject.subject, link: link, kind: lastKind, body: body,
      branch: branch)
  }

  /// An erased signature proves nothing and accuses nobody.
  mutating func checkSignature(_ entry: Entry, _ line: JournalLine, _ bytes: [UInt8]) {
    guard let opening, let body = entry.body, let range = line.body else { return }
    guard let (signature, covered) = HeadSignature.split(bytes, range),
      crypto.verify(
        signature,
        HeadSignature.message(
          scope: scope, writer: writer, header: bytes[line.covered], body: bytes[covered]),
        opening.publicKey)
    else { return fault(.wrongSignature, line: now.lines) }
    signed = entry.sequence
    vouches += (body[HeadVouch.member]?.array ?? []).compactMap { HeadVouch(json: $0) }
  }

  /// The entry of a single line, checked against itself; nil when it is not whole.
  public static func entry(
    _ line: [UInt8], scope: Scope, writer: WriterID, branch: String = "", crypto: Crypto
  ) -> Entry? {
    var reader = JournalReader(
      scope: scope, writer: writer, branch: branch, crypto: crypto, resuming: .start, opening: nil)
    reader.now.lines = 1
    reader.chained = false
    var found: Entry?
    reader.line(line, 0..<line.count) { found = $0.entry }
    return reader.faults.isEmpty ? found ?? reader.act.first?.entry : nil
  }
}
