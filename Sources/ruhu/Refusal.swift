import ArgumentParser
import Foundation

/// A command's "no": what is wrong, line by line, for the person who gave the command.
struct Refusal: Error {
  let lines: [String]

  init(_ lines: [String]) { self.lines = lines }
  init(_ line: String) { self.init([line]) }

  /// Says so on standard error and ends the command with status 1.
  func speak() -> ExitCode {
    for line in lines { FileHandle.standardError.write(Data((line.shownSafely + "\n").utf8)) }
    return ExitCode(1)
  }
}

extension String {
  /// The text with every control and direction character shown instead of obeyed, so that no cell
  /// of a file can write to a terminal what it likes; line breaks within are shown too.
  var shownSafely: String {
    var shown = ""
    for scalar in unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .lineSeparator, .paragraphSeparator:
        shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
      default: shown.unicodeScalars.append(scalar)
      }
    }
    return shown
  }
}
