import Record
import RecordFiles

/// The journals below a folder that is laid out like Data, as files.
struct JournalFiles {
  let path: String
  private let disk = PosixDisk()

  /// One of them.
  struct File: Hashable {
    let scope: Scope
    let journal: JournalName

    /// Its place below the folder.
    var place: String { "\(scope.folder)/journal/\(journal.fileName)" }
  }

  init(_ path: String) { self.path = path }

  /// All that lie there, in order.
  func list() throws -> [File] {
    let codes = try names("villages").filter(Scope.isVillageCode)
    return try ([.team] + codes.map { Scope.village(code: $0) }).flatMap { scope in
      try names("\(scope.folder)/journal").compactMap(JournalName.init(fileName:))
        .map { File(scope: scope, journal: $0) }
    }
  }

  private func names(_ folder: String) throws -> [String] {
    guard try disk.status("\(path)/\(folder)") != nil else { return [] }
    return try disk.list("\(path)/\(folder)")
  }

  /// How many bytes each file below a folder has, by its path.
  static func sizes(below path: String) throws -> [String: Int] {
    let disk = PosixDisk()
    guard let status = try disk.status(path) else { return [:] }
    guard status.isFolder else { return [path: status.size] }
    return try disk.list(path).reduce(into: [:]) { sizes, name in
      sizes.merge(try Self.sizes(below: "\(path)/\(name)")) { first, _ in first }
    }
  }
}
