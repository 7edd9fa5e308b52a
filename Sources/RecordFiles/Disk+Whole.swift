import Glibc
import Record

/// What is done with whole files, out of single calls.
extension Disk {
  /// A file's bytes; nil when there is no such file.
  public func contents(_ path: String) throws(DiskFault) -> [UInt8]? {
    let file: OpenFile
    do {
      file = try open(path, .reading)
    } catch {
      if error.reason == .missing { return nil }
      throw error
    }
    defer { close(file) }
    return try read(file, at: 0, count: try size(file))
  }

  /// Whether a path is a folder itself or lies somewhere in it.
  func lies(_ path: String, in folder: String) -> Bool {
    let folder = resolved(folder)
    let path = resolved(path)
    return path == folder || path.hasPrefix(folder == "/" ? folder : folder + "/")
  }

  /// Writes all bytes: one call, unless the system takes only a part of them.
  func writeAll(_ file: OpenFile, _ bytes: [UInt8]) throws(DiskFault) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = try write(file, rest)
      guard count > 0 else { throw DiskFault(.write, file.path, ENOSPC) }
      rest = rest.dropFirst(count)
    }
  }

  /// Puts a file in the place of another one: at any instant there is the old one or the new one.
  ///
  /// Synced, it is whole after a power cut too, and with `folder` it is the new one.
  public func replace(
    _ path: String, with bytes: [UInt8], synced: Bool, folder: Bool
  ) throws(DiskFault) {
    let (parent, name) = split(path)
    let draft = "\(parent)/.\(name).new"
    do {
      let file = try open(draft, .replacing)
      defer { close(file) }
      try writeAll(file, bytes)
      if synced { try sync(file) }
    } catch {
      try? remove(draft)
      throw error
    }
    try rename(draft, to: path)
    if folder { try syncFolder(parent) }
  }

  /// Makes a folder and those above it that are missing, each on the disk when this returns.
  public func makeFolders(_ path: String) throws(DiskFault) {
    if let status = try status(path) {
      guard status.isFolder else { throw DiskFault(.makeFolder, path, ENOTDIR) }
      return
    }
    let (parent, _) = split(path)
    try makeFolders(parent)
    do {
      try makeFolder(path)
    } catch {
      guard error.reason == .exists else { throw error }
    }
    try syncFolder(parent)
  }

  /// The names in a folder; none when there is no such folder.
  func names(_ path: String) throws(DiskFault) -> [String] {
    do {
      return try list(path)
    } catch {
      if error.reason == .missing { return [] }
      throw error
    }
  }

  /// The folder and the name of a path.
  func split(_ path: String) -> (parent: String, name: String) {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    guard let slash = path.lastIndex(of: "/") else { return (".", path) }
    let parent = slash == path.startIndex ? "/" : String(path[..<slash])
    return (parent, String(path[path.index(after: slash)...]))
  }

  /// Reads a journal from the reader's mark to the end, or to a byte where it must stop.
  func read(
    _ path: String, with reader: inout JournalReader, until limit: Int? = nil,
    each: (LocatedEntry) -> Void
  ) throws(DiskFault) {
    let file = try open(path, .reading)
    defer { close(file) }
    var offset = reader.mark.offset
    var left: [UInt8] = []
    while true {
      // Large chunks: a township has 600 MB of journals.
      var count = 1 << 20
      if let limit { count = min(count, limit - offset) }
      if count <= 0 { break }
      let chunk = try read(file, at: offset, count: count)
      if chunk.isEmpty { break }
      offset += chunk.count
      if left.isEmpty { left = chunk } else { left += chunk }
      let taken = reader.read(left, each: each)
      left = taken == left.count ? [] : Array(left[taken...])
      if chunk.count < count { break }
    }
    reader.finish(leftover: left.count)
  }
}
