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
    if path == "-" { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .missing(path: path)
    }
    guard !isFolder.boolValue else { throw .isFolder(path: path) }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .unreadable(path: path, reason: String(cString: strerror(errno)))
    }
    return [UInt8](data)
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
