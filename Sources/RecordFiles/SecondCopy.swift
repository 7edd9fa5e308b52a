import JSONText
import Record

/// The second copy: another folder or a stick that follows the journals, so that a dropped laptop does
/// not cost a village.
public enum SecondCopy {
  static let manifest = "copy.json"

  /// How the second copy stands.
  public struct Status: Equatable, Sendable {
    /// Where it is kept.
    public let target: String
    /// Whether the target can be reached now: the stick is in.
    public let isReachable: Bool
    /// When it was last brought up to date; nil when it never was.
    public let time: String?
    /// How many bytes of journals have been written since; 0 means that it has everything.
    public let bytesBehind: Int
  }

  /// What bringing it up to date did.
  public struct Update: Equatable, Sendable {
    /// When.
    public let time: String
    /// How many bytes were copied.
    public let bytes: Int
    /// Files that were other than ours there: put aside there, and copied anew.
    public let differed: [String]
    /// Journals that are longer there than here: Data was put back; left as they are.
    public let ahead: [String]
  }

  /// The folder of one Data within the target.
  static func folder(_ target: String, _ id: String) -> String { "\(target)/ruhu-copy-\(id)" }

  /// The copies that lie in a folder that was given for them.
  static func copies(in target: String, _ disk: any Disk) throws(DiskFault) -> [String] {
    var copies: [String] = []
    for name in try disk.names(target) where name.hasPrefix("ruhu-copy-") {
      let copy = "\(target)/\(name)"
      if try disk.status("\(copy)/\(manifest)") != nil { copies.append(copy) }
    }
    return copies
  }

  /// The files of a copy that count, below its folder.
  static func files(_ path: String, _ disk: any Disk) throws(DiskFault) -> [String] {
    var files: [String] = []
    if try disk.status("\(path)/folder.json") != nil { files.append("folder.json") }
    var scopes: [Scope] = [.team]
    for code in try disk.names("\(path)/villages") where Scope.isVillageCode(code) {
      scopes.append(.village(code: code))
    }
    for scope in scopes {
      for name in try disk.names("\(path)/\(scope.folder)/journal")
      where JournalName(fileName: name) != nil {
        files.append("\(scope.folder)/journal/\(name)")
      }
    }
    for kept in DataFolder.Kept.allCases {
      for name in try disk.names("\(path)/\(kept.rawValue)") where DataFolder.isHash(name) {
        files.append("\(kept.rawValue)/\(name)")
      }
    }
    return files + (try DataFolder.changing(path, disk))
  }
}
