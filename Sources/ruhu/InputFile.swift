import Foundation
import Glibc
import JSONText

/// A file named on the command line.
struct InputFile {
  let path: String
  let language: Language

  /// All of its bytes; `-` is standard input.
  func bytes() throws -> [UInt8] {
    if path == "-" { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
    var isFolder: ObjCBool = false
    let sentences = FileSentences.of(language)
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw Refusal(sentences.noSuchFile(path))
    }
    guard !isFolder.boolValue else { throw Refusal(sentences.isFolder(path)) }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Refusal(sentences.unreadable(path, String(cString: strerror(errno))))
    }
    return [UInt8](data)
  }

  /// Its content as JSON.
  func json() throws -> JSON {
    let bytes = try bytes()
    // Editors on Windows begin files with a mark that JSON does not allow.
    let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    do {
      return try JSON(parsing: bytes, in: (marked ? 3 : 0)..<bytes.count)
    } catch {
      let place = error.lineAndColumn(in: bytes)
      throw Refusal(FileSentences.of(language).notJSON(path, place.line, place.column))
    }
  }
}
