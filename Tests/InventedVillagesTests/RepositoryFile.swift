import Foundation
import JSONText

/// Files of the repository that tests compare with.
enum RepositoryFile {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: root.appending(path: path)))
  }

  /// The names of a folder's files, in order.
  static func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: folder).path(percentEncoded: false)
    ).sorted()
  }

  static func householdForm() throws -> JSON {
    try JSON(parsing: String(decoding: bytes("Forms/household/form.json"), as: UTF8.self))
  }
}
