/// Reads the fixed parts of a journal's line from its bytes.
struct LineReader {
  private let bytes: [UInt8]
  private(set) var at: Int
  private let end: Int

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    at = range.lowerBound
    end = range.upperBound
  }

  mutating func take(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard end - at >= count else { return false }
    let start = text.utf8Start
    for index in 0..<count where bytes[at + index] != start[index] { return false }
    at += count
    return true
  }

  /// A whole number without sign or leading zeros.
  mutating func number() -> Int? {
    var value = 0
    let start = at
    while at < end, bytes[at] >= 0x30, bytes[at] <= 0x39, at - start < 16 {
      value = value * 10 + Int(bytes[at] - 0x30)
      at += 1
    }
    guard at > start, at - start < 16, at - start == 1 || bytes[start] != 0x30 else { return nil }
    return value
  }

  /// What was seen of other writers, behind its opening brace and with its closing one.
  mutating func seen() -> (numbers: [WriterID: Int], tips: [WriterID: [Heads.Head]])? {
    var numbers: [WriterID: Int] = [:]
    var tips: [WriterID: [Heads.Head]] = [:]
    repeat {
      guard take("\""), let range = shortID(), take("\":") else { return nil }
      let writer = WriterID(checked: String(decoding: bytes[range], as: UTF8.self))
      guard numbers[writer] == nil, tips[writer] == nil else { return nil }
      if take("[") {
        guard let list = self.tips() else { return nil }
        tips[writer] = list
      } else {
        guard let number = number() else { return nil }
        numbers[writer] = number
      }
    } while take(",")
    return take("}") ? (numbers, tips) : nil
  }

  /// The tips of a split writer behind their opening bracket and with their closing one, each once and
  /// in order.
  private mutating func tips() -> [Heads.Head]? {
    var tips: [Heads.Head] = []
    repeat {
      guard take("["), let number = number(), number > 0, take(",\""), let range = hash(),
        let id = EntryID(text: bytes[range]), take("\"]")
      else { return nil }
      let tip = Heads.Head(sequence: number, id: id)
      if let last = tips.last, last >= tip { return nil }
      tips.append(tip)
    } while take(",")
    return take("]") ? tips : nil
  }

  /// `2026-11-21T08:03:11.123+08:00`.
  mutating func time() -> Range<Int>? {
    let pattern: StaticString = "0000-00-00T00:00:00.000+00:00"
    let count = pattern.utf8CodeUnitCount
    guard end - at >= count else { return nil }
    for index in 0..<count {
      let byte = bytes[at + index]
      switch pattern.utf8Start[index] {
      case 0x30: guard byte >= 0x30, byte <= 0x39 else { return nil }
      case 0x2B: guard byte == 0x2B || byte == 0x2D else { return nil }
      case let expected: guard byte == expected else { return nil }
      }
    }
    at += count
    return (at - count)..<at
  }

  mutating func shortID() -> Range<Int>? {
    guard end - at >= ShortID.length else { return nil }
    for index in at..<(at + ShortID.length) where !ShortID.isLetter(bytes[index]) { return nil }
    at += ShortID.length
    return (at - ShortID.length)..<at
  }

  mutating func hash() -> Range<Int>? {
    guard end - at >= EntryID.length else { return nil }
    for index in at..<(at + EntryID.length) where Base64URL.value(of: bytes[index]) == nil {
      return nil
    }
    at += EntryID.length
    return (at - EntryID.length)..<at
  }

  /// A string behind its opening quote, with its closing one.
  mutating func text() -> JournalLine.Text? {
    let start = at
    var escaped = false
    while at < end {
      switch bytes[at] {
      case 0x22:
        at += 1
        return JournalLine.Text(range: start..<(at - 1), escaped: escaped)
      case 0x5C:
        escaped = true
        at += 2
      case 0..<0x20: return nil
      default: at += 1
      }
    }
    return nil
  }
}
