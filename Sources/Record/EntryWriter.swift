import JSONText

/// Makes the lines of one journal, each following the one before.
///
/// A value: make lines with a copy, and keep the copy once the lines are on disk.
public struct EntryWriter: Sendable {
  /// The scope of the journal.
  public let scope: Scope
  /// Its writer.
  public let writer: WriterID
  /// The number of the last entry.
  public private(set) var sequence: Int
  /// The largest Lamport number written.
  public private(set) var lamport: Int
  /// The id of the last line.
  public private(set) var head: EntryID
  /// What was told of other writers so far.
  public private(set) var told: [WriterID: Int]
  /// The tips that were told last of each writer that was known to have split.
  public private(set) var toldTips: [WriterID: [Heads.Head]] = [:]

  /// Begins a journal: the writer, and the first line, which must be on disk before any other.
  public static func opening(
    scope: Scope, writer: WriterID, publicKey: [UInt8], time: String, crypto: Crypto
  ) -> (line: [UInt8], writer: EntryWriter) {
    let (bytes, id) = JournalOpening.line(
      scope: scope, writer: writer, publicKey: publicKey, time: time, crypto.sha256)
    return (
      bytes,
      EntryWriter(scope: scope, writer: writer, sequence: 0, lamport: 0, head: id, told: [:])
    )
  }

  private init(
    scope: Scope, writer: WriterID, sequence: Int, lamport: Int, head: EntryID,
    told: [WriterID: Int]
  ) {
    self.scope = scope
    self.writer = writer
    self.sequence = sequence
    self.lamport = lamport
    self.head = head
    self.told = told
  }

  /// Goes on behind a mark; nil where the last line could not be made out.
  public init?(scope: Scope, writer: WriterID, continuing mark: JournalMark) {
    guard let head = mark.id else { return nil }
    self.init(
      scope: scope, writer: writer, sequence: mark.sequence, lamport: mark.lamport, head: head,
      told: mark.told)
    toldTips = mark.toldTips
  }

  /// The bytes of one act: a line for each draft, to be written at once.
  ///
  /// `seen` is what has been read of all writers, `tips` of those that are known to have split (of this
  /// one its other branches), `lamport` the largest number among it.
  public mutating func lines(
    _ drafts: [EntryDraft], person: PersonID, time: String, seen: [WriterID: Int],
    tips: [WriterID: [Heads.Head]] = [:], lamport: Int, crypto: Crypto
  ) throws(DraftFault) -> [UInt8] {
    for draft in drafts where draft.kind == Entry.handedOver || draft.kind.isEmpty {
      throw .reservedKind(draft.kind)
    }
    return try unreserved(
      drafts, person: person, time: time, seen: seen, tips: tips, lamport: lamport,
      crypto: crypto)
  }

  /// The bytes of the entry by which the device signs all that stands before it, and vouches for its
  /// other journals.
  public mutating func handOver(
    of subject: Subject, body: JSON, vouching vouches: [HeadVouch] = [], person: PersonID,
    time: String, seen: [WriterID: Int], tips: [WriterID: [Heads.Head]] = [:],
    lamport: Int, secretKey: [UInt8], crypto: Crypto
  ) throws(DraftFault) -> [UInt8] {
    for member in [HeadSignature.member, HeadVouch.member] where body[member] != nil {
      throw .reservedMember(member)
    }
    var body = body
    if !vouches.isEmpty { body.set(HeadVouch.member, .array(vouches.map(\.json))) }
    let draft = EntryDraft(subject: subject, kind: Entry.handedOver, body: body)
    return try unreserved(
      [draft], person: person, time: time, seen: seen, tips: tips, lamport: lamport,
      secretKey: secretKey, crypto: crypto)
  }

  private mutating func unreserved(
    _ drafts: [EntryDraft], person: PersonID, time: String, seen: [WriterID: Int],
    tips: [WriterID: [Heads.Head]], lamport: Int, secretKey: [UInt8]? = nil, crypto: Crypto
  ) throws(DraftFault) -> [UInt8] {
    var reader = LineReader(Array(time.utf8), 0..<time.utf8.count)
    guard reader.time() != nil, reader.at == time.utf8.count else { throw .badTime(time) }
    var next = self
    next.lamport = max(next.lamport, lamport)
    let news = next.tell(seen, tips)
    var bytes: [UInt8] = []
    for (index, draft) in drafts.enumerated() {
      try next.line(
        draft, part: index + 1, of: drafts.count, news: index == 0 ? news : [],
        person: person, time: time, secretKey: secretKey, crypto: crypto, to: &bytes)
    }
    self = next
    return bytes
  }

  /// What is to be told of what was read, as it stands in the line: what was not told yet.
  private mutating func tell(
    _ seen: [WriterID: Int], _ tips: [WriterID: [Heads.Head]]
  ) -> [String] {
    let split = tips.filter { !$0.value.isEmpty }.mapValues { $0.sorted() }
    let numbers = seen.filter {
      $0.key != writer && split[$0.key] == nil && told[$0.key, default: 0] < $0.value
    }
    let lists = split.filter { toldTips[$0.key] != $0.value }
    told.merge(numbers) { max($0, $1) }
    toldTips.merge(lists) { _, new in new }
    var news = numbers.map { ($0.key, "\($0.value)") }
    for (writer, list) in lists {
      let heads = list.map { "[\($0.sequence),\"\($0.id.rawValue)\"]" }
      news.append((writer, "[\(heads.joined(separator: ","))]"))
    }
    return news.sorted { $0.0 < $1.0 }.map { "\"\($0.0.rawValue)\":\($0.1)" }
  }

  private mutating func line(
    _ draft: EntryDraft, part: Int, of parts: Int, news: [String], person: PersonID,
    time: String, secretKey: [UInt8]?, crypto: Crypto, to bytes: inout [UInt8]
  ) throws(DraftFault) {
    guard let members = draft.body.members else { throw .bodyIsNoObject }
    if members.contains(where: { $0.key == SaltedBody.member }) {
      throw .reservedMember(SaltedBody.member)
    }
    // No reader takes it, and then the whole line would count for nothing.
    if let link = draft.link, link.text.isEmpty { throw .notReadable }
    sequence += 1
    lamport += 1
    bytes.append(contentsOf: "{\"h\":".utf8)
    let start = bytes.count
    bytes.append(contentsOf: "{\"n\":\(sequence),\"l\":\(lamport)".utf8)
    if parts > 1 { bytes.append(contentsOf: ",\"g\":[\(part),\(parts)]".utf8) }
    if !news.isEmpty {
      bytes.append(contentsOf: ",\"w\":{\(news.joined(separator: ","))}".utf8)
    }
    bytes.append(contentsOf: ",\"t\":\"\(time)\",\"u\":\"\(person.rawValue)\",\"s\":".utf8)
    JSON.string(draft.subject.text).append(to: &bytes)
    if let link = draft.link {
      bytes.append(contentsOf: ",\"o\":".utf8)
      JSON.string(link.text).append(to: &bytes)
    }
    bytes.append(contentsOf: ",\"k\":".utf8)
    JSON.string(draft.kind).append(to: &bytes)
    bytes.append(contentsOf: ",\"p\":\"\(head.rawValue)\"".utf8)
    var body = SaltedBody.bytes(members, salt: crypto.random(SaltedBody.saltBytes))
    if let secretKey {
      let open = body.dropLast()
      let message = HeadSignature.message(
        scope: scope, writer: writer, header: bytes[start...], body: open)
      guard let signature = crypto.sign(message, secretKey) else { throw .noSignature }
      body = HeadSignature.signed(open, signature)
    }
    let digest = crypto.sha256((bytes[start...] + body)[...])
    bytes.append(contentsOf: ",\"d\":\"".utf8)
    Base64URL.append(digest, to: &bytes)
    bytes.append(contentsOf: "\"}".utf8)
    head = EntryID(digest: crypto.sha256(bytes[start...]))
    bytes.append(contentsOf: ",\"b\":".utf8)
    bytes.append(contentsOf: body)
    bytes.append(contentsOf: "}\n".utf8)
  }
}
