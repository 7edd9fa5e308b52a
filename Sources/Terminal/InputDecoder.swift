/// Makes keys of what the terminal library read.
///
/// What is read in one go belongs together: characters in a row are one burst, an escape with
/// something behind it is a sequence that the library did not know, and is swallowed whole. Bytes of
/// a character that are still on their way over a slow line are waited for.
public struct InputDecoder: Sendable {
  private var partial: [UInt8] = []
  private var pasted: String.UnicodeScalarView?
  private var pastedCount = 0

  /// The longest paste that is taken; what comes after is left out.
  private static let pasteLimit = 100_000

  /// A decoder that has seen nothing yet.
  public init() {}

  /// The keys in what was read in one go.
  public mutating func keys(in batch: [RawInput]) -> [Key] {
    var keys: [Key] = []
    var run = String.UnicodeScalarView()
    let items = decoded(batch)
    var index = 0
    if pasted != nil, batch.count == 1, case .scalar(let scalar)? = items.first,
      scalar.value < 0x20, !["\n", "\r", "\t"].contains(scalar)
    {
      // A control key by itself while a paste is open: its end got lost on the line.
      keys += endPaste()
    }
    while index < items.count {
      let item = items[index]
      index += 1
      if pasted != nil {
        keys += continuePaste(item)
        continue
      }
      guard case .scalar(let scalar) = item else {
        flush(&run, into: &keys)
        if case .key(let key) = item { keys.append(key) }
        if case .pasteBegin = item {
          pasted = String.UnicodeScalarView()
          pastedCount = 0
        }
        continue
      }
      if scalar == "\u{1B}" {
        flush(&run, into: &keys)
        let length = sequenceLength(items[index...])
        if length == 0 { keys.append(.escape) }
        index += length
      } else if (0x80...0x9F).contains(scalar.value) {
        // Controls of eight bits mean nothing here.
        continue
      } else if let key = Self.controlKey(scalar.value) {
        flush(&run, into: &keys)
        keys.append(key)
      } else {
        run.append(scalar)
      }
    }
    flush(&run, into: &keys)
    return keys
  }

  private func flush(_ run: inout String.UnicodeScalarView, into keys: inout [Key]) {
    guard !run.isEmpty else { return }
    let text = String(run)
    run = String.UnicodeScalarView()
    if let character = text.first, text.count == 1 {
      keys.append(.character(character))
    } else {
      keys.append(.burst(text))
    }
  }

  /// How many items behind an escape belong to its sequence; none after the key by itself.
  private func sequenceLength(_ rest: ArraySlice<Item>) -> Int {
    guard case .scalar(let first)? = rest.first, first.value >= 0x20, first.value != 0x7F else {
      return 0
    }
    // `ESC [` runs to a final byte, `ESC O` and `ESC` with a letter (Alt) take one.
    guard first == "[" else { return first == "O" && rest.count > 1 ? 2 : 1 }
    var length = 1
    for item in rest.dropFirst() {
      guard case .scalar(let scalar) = item else { break }
      length += 1
      if (0x40...0x7E).contains(scalar.value) { break }
    }
    return length
  }

  private static func controlKey(_ value: UInt32) -> Key? {
    switch value {
    case 0x0A, 0x0D: .enter
    case 0x09: .tab
    case 0x08, 0x7F: .backspace
    case 0x00: .control("@")
    case 0x01...0x1A: .control(Character(Unicode.Scalar(UInt8(value + 0x60))))
    case 0x1C...0x1F: .control(Character(Unicode.Scalar(UInt8(value + 0x40))))
    default: nil
    }
  }
}

// MARK: - Paste

extension InputDecoder {
  private mutating func continuePaste(_ item: Item) -> [Key] {
    switch item {
    case .pasteEnd: return endPaste()
    case .scalar(let scalar):
      pastedCount += 1
      if pastedCount <= Self.pasteLimit { pasted?.append(scalar) }
      return []
    case .key, .pasteBegin: return []
    }
  }

  private mutating func endPaste() -> [Key] {
    guard let scalars = pasted else { return [] }
    pasted = nil
    var text = ""
    for character in String(scalars) {
      text.append(character == "\r" || character == "\r\n" ? "\n" : character)
    }
    return text.isEmpty ? [] : [.paste(text)]
  }
}

// MARK: - Bytes

extension InputDecoder {
  /// What was read, with its bytes put together.
  private enum Item {
    case scalar(Unicode.Scalar)
    case key(Key)
    case pasteBegin
    case pasteEnd
  }

  private mutating func decoded(_ batch: [RawInput]) -> [Item] {
    var items: [Item] = []
    items.reserveCapacity(batch.count)
    for input in batch {
      if case .byte(let byte) = input {
        add(byte, to: &items)
        continue
      }
      abandonPartial(to: &items)
      switch input {
      case .key(let key): items.append(.key(key))
      case .pasteBegin: items.append(.pasteBegin)
      case .pasteEnd: items.append(.pasteEnd)
      case .byte: break
      }
    }
    return items
  }

  private mutating func add(_ byte: UInt8, to items: inout [Item]) {
    if byte & 0xC0 != 0x80 || partial.isEmpty { abandonPartial(to: &items) }
    if byte < 0x80 {
      items.append(.scalar(Unicode.Scalar(byte)))
      return
    }
    partial.append(byte)
    guard partial.count >= Self.length(startingWith: partial[0]) else { return }
    var decoder = UTF8()
    var bytes = partial.makeIterator()
    partial = []
    if case .scalarValue(let scalar) = decoder.decode(&bytes) {
      items.append(.scalar(scalar))
    } else {
      items.append(.scalar("\u{FFFD}"))
    }
  }

  /// Gives up on a character whose other bytes never came.
  private mutating func abandonPartial(to items: inout [Item]) {
    guard !partial.isEmpty else { return }
    partial = []
    items.append(.scalar("\u{FFFD}"))
  }

  /// How many bytes a character has; 1 for a byte that begins none.
  private static func length(startingWith byte: UInt8) -> Int {
    switch byte {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 1
    }
  }
}
