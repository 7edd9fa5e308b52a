import JSONText

/// Where the parts of one entry's line stand, found in one pass and without building anything.
///
/// A line is `{"h":{…},"b":{…}}`, or `{"h":{…},"i":"…"}` once its body was erased. A header is
/// `n` number, `l` Lamport number, `g` which line of how many of one act (left out for the only one),
/// `w` what was newly seen of other writers (`"<writer>":number`, or `"<writer>":[[number,"<id>"],…]`,
/// the tips, of one that is known to have split), `t` time, `u` person, `s` subject, `o` the other
/// subject that it ties its own to (left out where there is none), `k` kind, `p` the id before,
/// `d` digest, in this order and without white space: one entry has one form.
struct JournalLine {
  /// A string between its quotes.
  struct Text {
    var range: Range<Int>
    var escaped: Bool
  }

  var header: Range<Int>
  /// The header without its digest: what the digest covers, together with the body.
  var covered: Range<Int>
  var sequence: Int
  var lamport: Int
  /// Which line of its act it is, from 1, and of how many.
  var part = 1
  var parts = 1
  var seen: [WriterID: Int] = [:]
  var seenTips: [WriterID: [Heads.Head]] = [:]
  var time: Range<Int>
  var person: Range<Int>
  var subject: Text
  var link: Text?
  var kind: Text
  var previous: Range<Int>
  var digest: Range<Int>
  /// Nil when it was erased.
  var body: Range<Int>?
  /// The id that an erased line carries in the place of its body.
  var erasedID: Range<Int>?

  /// Nil when the bytes are in another form.
  init?(_ bytes: [UInt8], _ range: Range<Int>) {
    var reader = LineReader(bytes, range)
    guard reader.take("{\"h\":") else { return nil }
    let start = reader.at
    guard reader.take("{\"n\":"), let sequence = reader.number(), reader.take(",\"l\":"),
      let lamport = reader.number()
    else { return nil }
    if reader.take(",\"g\":[") {
      guard let part = reader.number(), reader.take(","), let parts = reader.number(),
        reader.take("]"), part >= 1, parts >= 2, part <= parts
      else { return nil }
      self.part = part
      self.parts = parts
    }
    if reader.take(",\"w\":{") {
      guard let seen = reader.seen() else { return nil }
      self.seen = seen.numbers
      seenTips = seen.tips
    }
    guard reader.take(",\"t\":\""), let time = reader.time(), reader.take("\",\"u\":\""),
      let person = reader.shortID(), reader.take("\",\"s\":\""), let subject = reader.text()
    else { return nil }
    if reader.take(",\"o\":\"") {
      guard let link = reader.text(), !link.range.isEmpty else { return nil }
      self.link = link
    }
    guard reader.take(",\"k\":\""), let kind = reader.text(), reader.take(",\"p\":\""),
      let previous = reader.hash(), reader.take("\"")
    else { return nil }
    covered = start..<reader.at
    guard reader.take(",\"d\":\""), let digest = reader.hash(), reader.take("\"}") else {
      return nil
    }
    header = start..<reader.at
    if reader.take(",\"b\":") {
      guard range.upperBound - reader.at > 3, bytes[reader.at] == 0x7B,
        bytes[range.upperBound - 1] == 0x7D, bytes[range.upperBound - 2] == 0x7D
      else { return nil }
      body = reader.at..<(range.upperBound - 1)
    } else {
      guard reader.take(",\"i\":\""), let id = reader.hash(), reader.take("\"}"),
        reader.at == range.upperBound
      else { return nil }
      erasedID = id
    }
    self.sequence = sequence
    self.lamport = lamport
    self.time = time
    self.person = person
    self.subject = subject
    self.kind = kind
    self.previous = previous
    self.digest = digest
  }

  /// The bytes over which the digest is taken: the header up to the digest, then the body.
  ///
  /// The body alone would do for the body. With the header in it every line vouches for itself, so
  /// that a flipped bit is found in the last line too, which nothing follows yet.
  static func digested(
    _ bytes: [UInt8], covered: Range<Int>, body: Range<Int>, scratch: inout [UInt8]
  ) {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: bytes[covered])
    scratch.append(contentsOf: bytes[body])
  }
}

extension JournalLine.Text {
  /// The string; nil when it is no UTF-8.
  func string(_ bytes: [UInt8]) -> String? {
    if escaped {
      let quoted = (range.lowerBound - 1)..<(range.upperBound + 1)
      return (try? JSON(parsing: bytes, in: quoted))?.string
    }
    guard let span = try? UTF8Span(validating: bytes.span.extracting(range)) else { return nil }
    return String(copying: span)
  }

  func equals(_ text: String, _ bytes: [UInt8]) -> Bool {
    !escaped && text.utf8.count == range.count && bytes[range].elementsEqual(text.utf8)
  }
}
