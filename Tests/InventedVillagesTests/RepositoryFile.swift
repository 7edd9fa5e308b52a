import Foundation
import JSONText

/// Files of the repository that tests compare with.
enum RepositoryFile {
  static func bytes(_ path: String) throws -> [UInt8] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return [UInt8](try Data(contentsOf: root.appending(path: path)))
  }

  static func householdForm() throws -> JSON {
    try JSON(parsing: String(decoding: bytes("Forms/household/form.json"), as: UTF8.self))
  }
}
