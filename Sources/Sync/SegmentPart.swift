import JSONText
import Record

/// What a segment's header says of one journal's lines in it.
struct SegmentPart: Equatable {
  var writer: WriterID
  /// What the device that wrote the segment calls the branch; other devices may call it otherwise.
  var branch: String
  /// The public key of the journal's device, 32 bytes.
  var key: [UInt8]
  /// The number behind which the lines begin; 0 with the opening line.
  var from: Int
  /// The number of the last line.
  var to: Int
  /// The identity of the entry numbered `from`; nil where the lines begin with the opening.
  var previous: EntryID?
  /// The identity of the last entry.
  var head: EntryID
  /// How many bytes the lines have.
  var bytes: Int
  /// Which of the lines have lost their bodies, by number.
  var erased: RangeSet<Int>
}

extension SegmentPart {
  var json: JSON {
    [
      "writer": .string(writer.rawValue), "branch": .string(branch),
      "key": .string(Base64URL.text(key)), "from": .int(from), "to": .int(to),
      "previous": previous.map { .string($0.rawValue) } ?? .null, "head": .string(head.rawValue),
      "bytes": .int(bytes),
      "erased": .array(
        erased.ranges.map { .array([.int($0.lowerBound), .int($0.upperBound - 1)]) }),
    ]
  }

  /// Nil for what is not in this form.
  init?(json: JSON) {
    guard let writer = json["writer"]?.string.flatMap({ WriterID(rawValue: $0) }),
      let branch = json["branch"]?.string,
      let key = json["key"]?.string.flatMap({ Base64URL.bytes($0.utf8) }), key.count == 32,
      let from = json["from"]?.int, let to = json["to"]?.int, from >= 0, to > from,
      let head = json["head"]?.string.flatMap({ EntryID(rawValue: $0) }),
      let bytes = json["bytes"]?.int, bytes > 0, let ranges = json["erased"]?.array
    else { return nil }
    var erased = RangeSet<Int>()
    for range in ranges {
      guard let first = range[0]?.int, let last = range[1]?.int, from < first, first <= last,
        last <= to
      else { return nil }
      erased.insert(contentsOf: first..<(last + 1))
    }
    let previous = json["previous"]?.string.flatMap { EntryID(rawValue: $0) }
    guard (previous == nil) == (from == 0) else { return nil }
    self.init(
      writer: writer, branch: branch, key: key, from: from, to: to, previous: previous, head: head,
      bytes: bytes, erased: erased)
  }
}
