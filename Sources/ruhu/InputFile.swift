import Foundation
import Glibc
import JSONText

/// A file named on the command line; `-` is standard input.
struct InputFile {
  /// Why it cannot be used.
  enum Fault: Error {
    case missing(path: String)
    case isFolder(path: String)
    case unreadable(path: String, reason: String)
    case notUTF8(path: String)
    case notJSON(path: String, line: Int, column: Int)
  }

  let path: String

  /// All of its bytes.
  func bytes() throws(Fault) -> [UInt8] {
    // Opened by name, standard input may be a socket that cannot be opened.
    if ["-", "/dev/stdin", "/dev/fd/0", "/proc/self/fd/0"].contains(path) { return try read(0) }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .missing(path: path)
    }
    guard !isFolder.boolValue else { throw .isFolder(path: path) }
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    defer { close(file) }
    return try read(file)
  }

  /// To its end: a pipe does not know its length.
  private func read(_ file: Int32) throws(Fault) -> [UInt8] {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file, &chunk, chunk.count)
      if count == 0 { return bytes }
      if count > 0 {
        bytes += chunk[..<count]
      } else if errno != EINTR {
        throw .unreadable(path: path, reason: String(cString: strerror(errno)))
      }
    }
  }

  /// Its content as UTF-8 text.
  func text() throws(Fault) -> String {
    guard let text = String(validating: try bytes(), as: UTF8.self) else {
      throw .notUTF8(path: path)
    }
    return text
  }

  /// Its content as JSON.
  func json() throws(Fault) -> JSON {
    let bytes = try bytes()
    // Editors on Windows begin files with a mark that JSON does not allow.
    let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    do {
      return try JSON(parsing: bytes, in: (marked ? 3 : 0)..<bytes.count)
    } catch {
      let place = error.lineAndColumn(in: bytes)
      throw .notJSON(path: path, line: place.line, column: place.column)
    }
  }

  /// The text of a file named on the command line.
  static func text(_ path: String) throws(Fault) -> String { try InputFile(path: path).text() }
}
