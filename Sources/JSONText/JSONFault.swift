/// Why a text is not JSON, and at which byte.
public struct JSONFault: Error, Equatable, Sendable {
  /// What was wrong.
  public enum Reason: Equatable, Sendable {
    case unexpectedEnd
    case unexpectedByte(UInt8)
    case badEscape
    case badNumber
    case badUTF8
    case controlCharacter
    case tooDeep
    case trailingBytes
  }

  /// What was wrong.
  public let reason: Reason
  /// The byte, from 0, at which it was noticed.
  public let offset: Int

  /// Names a reason and a place.
  public init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  /// The line and column, from 1, of the fault in the text it was found in; the column is in bytes.
  public func lineAndColumn(in bytes: some Sequence<UInt8>) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    for byte in bytes.prefix(offset) {
      if byte == 0x0A {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    return (line, column)
  }
}
