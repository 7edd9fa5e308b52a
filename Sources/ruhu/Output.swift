import Foundation

/// What a command prints.
enum Output {
  /// A line for a person: nothing in it can drive the terminal.
  static func line(_ text: String) { bytes(Array((text.shownSafely + "\n").utf8)) }

  /// Bytes for a file or another program.
  static func bytes(_ bytes: [UInt8]) { FileHandle.standardOutput.write(Data(bytes)) }
}
