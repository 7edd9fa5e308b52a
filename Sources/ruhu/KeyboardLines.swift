import Glibc

/// The lines that are typed or piped in, one by one; ^C cuts the waiting for one short.
///
/// The standard library's own would go on waiting, or lose a ^C that comes just before.
final class KeyboardLines {
  private var bytes: [UInt8] = []
  private var isAtEnd = false

  /// The next line without its end; nil at the end of the input, or where ^C was pressed.
  func next() -> String? {
    while !Interruption.isWanted {
      if let end = bytes.firstIndex(of: 0x0A) {
        let line = bytes[..<end]
        bytes.removeFirst(end + 1)
        return String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
      }
      if isAtEnd {
        guard !bytes.isEmpty else { return nil }
        bytes.append(0x0A)
        continue
      }
      guard Interruption.waitForKeyboard() else { return nil }
      var piece = [UInt8](repeating: 0, count: 4096)
      let count = read(STDIN_FILENO, &piece, piece.count)
      if count > 0 {
        bytes += piece.prefix(count)
      } else if count == 0 || errno != EINTR {
        isAtEnd = true
      }
    }
    return nil
  }
}
