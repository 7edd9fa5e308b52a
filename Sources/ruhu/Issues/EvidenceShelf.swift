import Fieldwork
import Foundation
import RecordFiles
import Screens

/// Files of evidence: taken in from where they lie, kept under the hash of their content with the other
/// attachments, and written out again under their names.
struct EvidenceShelf {
  /// Why a file is not taken in, and which one.
  struct Refused: Error {
    let path: String
    let fault: EvidenceFault
  }

  /// The largest file that goes along with the data, in bytes.
  static let largest = 64 << 20

  let folder: DataFolder
  let disk: any Disk

  /// Keeps a file; it is on the disk then.
  func keep(_ path: String) throws -> EvidenceFile {
    let place = Self.place(path)
    let bytes = try read(place, path)
    let hash = try folder.keep(bytes, in: .attachments)
    return EvidenceFile(hash, name: Self.safeName(place))
  }

  private func read(_ place: String, _ path: String) throws -> [UInt8] {
    do {
      guard let status = try disk.status(place) else { throw Refused(path: path, fault: .missing) }
      if status.isFolder { throw Refused(path: path, fault: .isFolder) }
      if status.size == 0 { throw Refused(path: path, fault: .empty) }
      if status.size > Self.largest { throw Refused(path: path, fault: .tooLarge) }
      let file = try disk.open(place, .reading)
      defer { disk.close(file) }
      var bytes: [UInt8] = []
      // It may grow while it is read.
      while bytes.count <= Self.largest {
        let piece = try disk.read(file, at: bytes.count, count: 1 << 20)
        if piece.isEmpty { return bytes }
        bytes += piece
      }
      throw Refused(path: path, fault: .tooLarge)
    } catch is DiskFault {
      throw Refused(path: path, fault: .unreadable)
    }
  }

  /// What became of a file that was to be written out.
  enum WrittenOut: Equatable {
    case written(path: String)
    /// It has not come here yet, or is no longer what it was.
    case notHere
    /// Another file of that name lies there.
    case inTheWay(path: String)
  }

  /// Writes a file out into a folder under its name; what lies there already is left as it is.
  func writeOut(_ file: EvidenceFile, to target: String) throws -> WrittenOut {
    guard let bytes = try folder.kept(file.hash, in: .attachments) else { return .notHere }
    try disk.makeFolders(target)
    let name = Self.safeName(file.name)
    let path = "\(target)/\(name.isEmpty ? file.hash : name)"
    if try disk.status(path) != nil {
      return try disk.contents(path) == bytes ? .written(path: path) : .inTheWay(path: path)
    }
    try disk.replace(path, with: bytes, synced: false, folder: false)
    return .written(path: path)
  }

  /// The last part of a path, without what leads elsewhere or cannot be shown: a name comes from another
  /// laptop, too.
  static func safeName(_ path: String) -> String {
    let last = path.split(separator: "/").last.map(String.init) ?? ""
    let name = String(last.unicodeScalars.filter { $0.properties.generalCategory != .control })
    return name.hasPrefix(".") || name.utf8.count > 200 ? "" : name
  }

  /// A path as it is typed, or as a terminal puts it down for a file that is dropped on it.
  static func place(_ typed: String) -> String {
    var path = typed
    for quote in ["'", "\""] where path.count > 1 && path.hasPrefix(quote) && path.hasSuffix(quote)
    {
      path = String(path.dropFirst().dropLast())
    }
    return (path as NSString).expandingTildeInPath
  }
}

extension Workplace {
  /// Where files of evidence are kept.
  var evidence: EvidenceShelf { EvidenceShelf(folder: folder, disk: disk) }
}
