/// Values as bytes, one after another.
struct WireWriter {
  private(set) var bytes: [UInt8] = []

  mutating func byte(_ value: UInt8) { bytes.append(value) }

  /// Seven bits a byte, the lowest first.
  mutating func number(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Small ones of either sign take few bytes.
  mutating func int(_ value: Int) {
    let wide = Int64(value)
    number(UInt64(bitPattern: wide << 1 ^ wide >> 63))
  }

  mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      number(UInt64(utf8.count))
      bytes.append(contentsOf: utf8)
    }
  }

  mutating func double(_ value: Double) {
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value.bitPattern >> shift))
    }
  }

  mutating func list<Element>(
    _ elements: [Element], _ write: (inout WireWriter, Element) -> Void
  ) {
    number(UInt64(elements.count))
    for element in elements { write(&self, element) }
  }

  mutating func append(_ more: [UInt8]) { bytes += more }
}

/// Reads what `WireWriter` wrote; whatever else is broken.
struct WireReader {
  private let bytes: ArraySlice<UInt8>
  private var place: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex
  }

  /// How many bytes were read.
  var consumed: Int { place - bytes.startIndex }
  var isAtEnd: Bool { place == bytes.endIndex }

  mutating func byte() throws(PrintFault) -> UInt8 {
    guard place < bytes.endIndex else { throw .broken }
    defer { place += 1 }
    return bytes[place]
  }

  mutating func number() throws(PrintFault) -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 7) {
      let next = try byte()
      value |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return value }
    }
    throw .broken
  }

  mutating func int() throws(PrintFault) -> Int {
    let value = try number()
    return Int(Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1))
  }

  /// A count of things that take a byte each at least.
  private mutating func count() throws(PrintFault) -> Int {
    let count = try number()
    guard count <= UInt64(bytes.endIndex - place) else { throw .broken }
    return Int(count)
  }

  mutating func text() throws(PrintFault) -> String {
    let count = try count()
    defer { place += count }
    guard let text = String(validating: bytes[place..<place + count], as: UTF8.self) else {
      throw .broken
    }
    return text
  }

  mutating func double() throws(PrintFault) -> Double {
    var pattern: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      pattern |= UInt64(try byte()) << shift
    }
    return Double(bitPattern: pattern)
  }

  mutating func list<Element>(
    _ read: (inout WireReader) throws(PrintFault) -> Element
  ) throws(PrintFault) -> [Element] {
    let count = try count()
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try read(&self)) }
    return elements
  }
}
