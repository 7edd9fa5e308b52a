import Foundation
import Glibc

/// Asks for a passphrase: without showing it on a terminal, or the next line of what is piped in.
enum Passphrase {
  /// The words, in the one form that every keyboard gives them; nil when there are none.
  static func ask(_ prompt: String) -> String? {
    if isatty(STDIN_FILENO) == 1 { FileHandle.standardError.write(Data(prompt.utf8)) }
    guard let line = unseen({ readLine() }), !line.isEmpty else { return nil }
    // Two laptops may put an accented letter together differently.
    return line.precomposedStringWithCanonicalMapping
  }

  /// Reads something that a terminal does not show meanwhile.
  static func unseen(_ read: () -> String?) -> String? {
    let isTerminal = isatty(STDIN_FILENO) == 1
    var before = termios()
    if isTerminal {
      tcgetattr(STDIN_FILENO, &before)
      var hidden = before
      hidden.c_lflag &= ~tcflag_t(ECHO)
      tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden)
    }
    defer {
      if isTerminal {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &before)
        FileHandle.standardError.write(Data("\n".utf8))
      }
    }
    return read()
  }
}
