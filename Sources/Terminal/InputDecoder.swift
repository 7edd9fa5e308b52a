/// Makes keys of what the terminal library read.
///
/// What is read in one go belongs together: characters in a row are one burst, an escape with
/// something behind it is a sequence that the library did not know, and is swallowed whole.
public struct InputDecoder: Sendable {
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
    var index = 0
    if batch.count == 1, pasted != nil, case .scalar(let value) = batch[0], value < 0x20,
      value != 0x0A, value != 0x0D, value != 0x09
    {
      // A control key by itself while a paste is open: its end got lost on the line.
      keys += endPaste()
    }
    while index < batch.count {
      let input = batch[index]
      index += 1
      if pasted != nil {
        keys += continuePaste(input)
        continue
      }
      guard case .scalar(let value) = input else {
        flush(&run, into: &keys)
        switch input {
        case .key(let key): keys.append(key)
        case .pasteBegin:
          pasted = String.UnicodeScalarView()
          pastedCount = 0
        case .pasteEnd, .scalar: break
        }
        continue
      }
      if value == 0x1B {
        flush(&run, into: &keys)
        let length = sequenceLength(batch[index...])
        if length == 0 { keys.append(.escape) }
        index += length
      } else if (0x80...0x9F).contains(value) {
        // Controls of eight bits mean nothing here.
        continue
      } else if let key = Self.controlKey(value) {
        flush(&run, into: &keys)
        keys.append(key)
      } else {
        run.append(Unicode.Scalar(value) ?? "\u{FFFD}")
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

  private mutating func continuePaste(_ input: RawInput) -> [Key] {
    switch input {
    case .pasteEnd: return endPaste()
    case .scalar(let value):
      pastedCount += 1
      if pastedCount <= Self.pasteLimit {
        pasted?.append(Unicode.Scalar(value) ?? "\u{FFFD}")
      }
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

  /// How many inputs behind an escape belong to its sequence; none after the key by itself.
  private func sequenceLength(_ rest: ArraySlice<RawInput>) -> Int {
    guard case .scalar(let first)? = rest.first, first >= 0x20, first != 0x7F else { return 0 }
    // `ESC [` runs to a final byte, `ESC O` and `ESC` with a letter (Alt) take one.
    guard first == 0x5B else { return first == 0x4F && rest.count > 1 ? 2 : 1 }
    var length = 1
    for input in rest.dropFirst() {
      guard case .scalar(let value) = input else { break }
      length += 1
      if (0x40...0x7E).contains(value) { break }
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
