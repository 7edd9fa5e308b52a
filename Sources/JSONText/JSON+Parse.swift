// Written by hand because journals are read by the million lines (a township at start) and because
// an entry's identity is the hash of its exact header bytes, which no library hands out.

extension JSON {
  /// Reads one JSON value (RFC 8259) from a text; white space may surround it.
  public init(parsing text: String) throws(JSONFault) {
    try self.init(parsing: Array(text.utf8))
  }

  /// Reads one JSON value from UTF-8 bytes, or a range of them; a fault's offset counts from the
  /// first byte of all.
  public init(parsing bytes: [UInt8], in range: Range<Int>? = nil) throws(JSONFault) {
    var reader = JSONReader(bytes, range ?? 0..<bytes.count)
    reader.skipSpace()
    self = try reader.value(depth: 0)
    try reader.finish()
  }

  /// The byte range of each member's value in the object that the bytes hold, without building it.
  ///
  /// An entry's header is hashed by exactly the bytes of its range.
  public static func memberRanges(
    _ bytes: [UInt8], in range: Range<Int>? = nil
  ) throws(JSONFault) -> [(key: String, range: Range<Int>)] {
    var reader = JSONReader(bytes, range ?? 0..<bytes.count)
    reader.skipSpace()
    try reader.expect(0x7B)
    var found: [(key: String, range: Range<Int>)] = []
    reader.skipSpace()
    if !reader.take(0x7D) {
      repeat {
        reader.skipSpace()
        let key = try reader.string()
        reader.skipSpace()
        try reader.expect(0x3A)
        reader.skipSpace()
        let start = reader.position
        try reader.skipValue(depth: 1)
        found.append((key, start..<reader.position))
        reader.skipSpace()
      } while reader.take(0x2C)
      try reader.expect(0x7D)
    }
    try reader.finish()
    return found
  }
}

/// Deeper nesting than this is refused, so that a hostile file cannot exhaust the stack.
private let deepest = 128

struct JSONReader {
  private let bytes: [UInt8]
  private let end: Int
  private(set) var position: Int

  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    position = range.lowerBound
    end = range.upperBound
  }

  /// Nothing but white space may follow.
  mutating func finish() throws(JSONFault) {
    skipSpace()
    guard position == end else { throw JSONFault(.trailingBytes, at: position) }
  }

  mutating func skipSpace() {
    while position < end {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard position < end, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  mutating func expect(_ byte: UInt8) throws(JSONFault) {
    guard position < end else { throw JSONFault(.unexpectedEnd, at: position) }
    guard bytes[position] == byte else {
      throw JSONFault(.unexpectedByte(bytes[position]), at: position)
    }
    position += 1
  }

  mutating func value(depth: Int) throws(JSONFault) -> JSON {
    guard depth < deepest else { throw JSONFault(.tooDeep, at: position) }
    guard position < end else { throw JSONFault(.unexpectedEnd, at: position) }
    switch bytes[position] {
    case 0x22: return .string(try string())
    case 0x7B: return try object(depth: depth)
    case 0x5B: return try array(depth: depth)
    case 0x74:
      try word("true")
      return .bool(true)
    case 0x66:
      try word("false")
      return .bool(false)
    case 0x6E:
      try word("null")
      return .null
    default: return try number()
    }
  }

  private mutating func object(depth: Int) throws(JSONFault) -> JSON {
    position += 1
    var members: [JSON.Member] = []
    skipSpace()
    if take(0x7D) { return .object(members) }
    while true {
      skipSpace()
      let key = try string()
      skipSpace()
      try expect(0x3A)
      skipSpace()
      members.append(JSON.Member(key, try value(depth: depth + 1)))
      skipSpace()
      if take(0x2C) { continue }
      try expect(0x7D)
      return .object(members)
    }
  }

  private mutating func array(depth: Int) throws(JSONFault) -> JSON {
    position += 1
    var elements: [JSON] = []
    skipSpace()
    if take(0x5D) { return .array(elements) }
    while true {
      skipSpace()
      elements.append(try value(depth: depth + 1))
      skipSpace()
      if take(0x2C) { continue }
      try expect(0x5D)
      return .array(elements)
    }
  }

  private mutating func word(_ word: StaticString) throws(JSONFault) {
    let count = word.utf8CodeUnitCount
    guard position + count <= end else { throw JSONFault(.unexpectedEnd, at: end) }
    for index in 0..<count where bytes[position + index] != word.utf8Start[index] {
      throw JSONFault(.unexpectedByte(bytes[position + index]), at: position + index)
    }
    position += count
  }

  private mutating func number() throws(JSONFault) -> JSON {
    let start = position
    var whole = true
    _ = take(0x2D)
    guard position < end else { throw JSONFault(.unexpectedEnd, at: position) }
    guard isDigit(position) else { throw JSONFault(.unexpectedByte(bytes[position]), at: position) }
    if bytes[position] == 0x30 {
      position += 1
    } else {
      while isDigit(position) { position += 1 }
    }
    if take(0x2E) {
      whole = false
      guard isDigit(position) else { throw JSONFault(.badNumber, at: position) }
      while isDigit(position) { position += 1 }
    }
    if position < end, bytes[position] == 0x65 || bytes[position] == 0x45 {
      whole = false
      position += 1
      if position < end, bytes[position] == 0x2B || bytes[position] == 0x2D {
        position += 1
      }
      guard isDigit(position) else { throw JSONFault(.badNumber, at: position) }
      while isDigit(position) { position += 1 }
    }
    if whole, let value = wholeNumber(start..<position) { return .int(value) }
    let text = plainText(start..<position)
    guard let value = Double(text), value.isFinite else { throw JSONFault(.badNumber, at: start) }
    return .double(value)
  }

  private func isDigit(_ index: Int) -> Bool {
    index < end && bytes[index] >= 0x30 && bytes[index] <= 0x39
  }

  /// Nil when the digits do not fit 64 bits, or are a negative zero.
  private func wholeNumber(_ range: Range<Int>) -> Int? {
    var value = 0
    var index = range.lowerBound
    let negative = bytes[index] == 0x2D
    if negative { index += 1 }
    while index < range.upperBound {
      let (product, over) = value.multipliedReportingOverflow(by: 10)
      let (sum, over2) = product.subtractingReportingOverflow(Int(bytes[index] - 0x30))
      if over || over2 { return nil }
      value = sum
      index += 1
    }
    if negative { return value == 0 ? nil : value }
    return value == Int.min ? nil : -value
  }

  mutating func string() throws(JSONFault) -> String {
    try expect(0x22)
    let start = position
    while position < end {
      let byte = bytes[position]
      if byte == 0x22 {
        let text = try utf8Text(start..<position)
        position += 1
        return text
      }
      if byte == 0x5C { return try escapedString(from: start) }
      if byte < 0x20 { throw JSONFault(.controlCharacter, at: position) }
      position += 1
    }
    throw JSONFault(.unexpectedEnd, at: position)
  }

  private func utf8Text(_ range: Range<Int>) throws(JSONFault) -> String {
    guard let span = try? UTF8Span(validating: bytes.span.extracting(range)) else {
      throw JSONFault(.badUTF8, at: range.lowerBound)
    }
    return String(copying: span)
  }

  private func plainText(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private mutating func escapedString(from start: Int) throws(JSONFault) -> String {
    var buffer: [UInt8] = []
    buffer.append(contentsOf: bytes[start..<position])
    while position < end {
      let byte = bytes[position]
      switch byte {
      case 0x22:
        position += 1
        guard let span = try? UTF8Span(validating: buffer.span) else {
          throw JSONFault(.badUTF8, at: start)
        }
        return String(copying: span)
      case 0x5C: try escape(into: &buffer)
      case 0..<0x20: throw JSONFault(.controlCharacter, at: position)
      default:
        buffer.append(byte)
        position += 1
      }
    }
    throw JSONFault(.unexpectedEnd, at: position)
  }

  private mutating func escape(into buffer: inout [UInt8]) throws(JSONFault) {
    position += 1
    guard position < end else { throw JSONFault(.unexpectedEnd, at: position) }
    let byte = bytes[position]
    position += 1
    switch byte {
    case 0x22, 0x5C, 0x2F: buffer.append(byte)
    case 0x62: buffer.append(0x08)
    case 0x66: buffer.append(0x0C)
    case 0x6E: buffer.append(0x0A)
    case 0x72: buffer.append(0x0D)
    case 0x74: buffer.append(0x09)
    case 0x75:
      var code = try fourHexDigits()
      if code >= 0xD800, code < 0xDC00 {
        guard take(0x5C), take(0x75) else { throw JSONFault(.badEscape, at: position) }
        let low = try fourHexDigits()
        guard low >= 0xDC00, low < 0xE000 else { throw JSONFault(.badEscape, at: position) }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw JSONFault(.badEscape, at: position) }
      buffer.append(contentsOf: Array(String(Character(scalar)).utf8))
    default: throw JSONFault(.badEscape, at: position - 1)
    }
  }

  private mutating func fourHexDigits() throws(JSONFault) -> UInt32 {
    guard position + 4 <= end else { throw JSONFault(.unexpectedEnd, at: end) }
    var code: UInt32 = 0
    for _ in 0..<4 {
      let byte = bytes[position]
      switch byte {
      case 0x30...0x39: code = code << 4 | UInt32(byte - 0x30)
      case 0x41...0x46: code = code << 4 | UInt32(byte - 0x41 + 10)
      case 0x61...0x66: code = code << 4 | UInt32(byte - 0x61 + 10)
      default: throw JSONFault(.badEscape, at: position)
      }
      position += 1
    }
    return code
  }

  /// Passes over one value and checks its shape, without building it.
  mutating func skipValue(depth: Int) throws(JSONFault) {
    guard depth < deepest else { throw JSONFault(.tooDeep, at: position) }
    guard position < end else { throw JSONFault(.unexpectedEnd, at: position) }
    switch bytes[position] {
    case 0x22: try skipString()
    case 0x7B:
      position += 1
      skipSpace()
      if take(0x7D) { return }
      while true {
        skipSpace()
        try skipString()
        skipSpace()
        try expect(0x3A)
        skipSpace()
        try skipValue(depth: depth + 1)
        skipSpace()
        if take(0x2C) { continue }
        return try expect(0x7D)
      }
    case 0x5B:
      position += 1
      skipSpace()
      if take(0x5D) { return }
      while true {
        skipSpace()
        try skipValue(depth: depth + 1)
        skipSpace()
        if take(0x2C) { continue }
        return try expect(0x5D)
      }
    default: _ = try value(depth: depth)
    }
  }

  private mutating func skipString() throws(JSONFault) {
    try expect(0x22)
    while position < end {
      switch bytes[position] {
      case 0x22:
        position += 1
        return
      case 0x5C: position += 2
      case 0..<0x20: throw JSONFault(.controlCharacter, at: position)
      default: position += 1
      }
    }
    throw JSONFault(.unexpectedEnd, at: end)
  }
}
