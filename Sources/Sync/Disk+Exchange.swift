import RecordFiles

extension Disk {
  /// The names in a folder, in order; none when there is no such folder.
  func namesIfThere(_ path: String) throws(DiskFault) -> [String] {
    do {
      return try list(path)
    } catch {
      if error.reason == .missing { return [] }
      throw error
    }
  }

  /// As `namesIfThere`, and none of a folder that may not be looked into.
  func namesIfOpen(_ path: String) throws(DiskFault) -> [String] {
    do {
      return try namesIfThere(path)
    } catch {
      if error.reason == .denied { return [] }
      throw error
    }
  }

  /// A file's bytes in pieces of at most a megabyte, from a place on.
  func pieces(
    _ path: String, from offset: Int = 0, each: (ArraySlice<UInt8>) throws -> Void
  ) throws {
    let file = try open(path, .reading)
    defer { close(file) }
    var at = offset
    while true {
      let piece = try read(file, at: at, count: 1 << 20)
      if piece.isEmpty { return }
      at += piece.count
      try each(piece[...])
    }
  }

  /// Adds bytes at the end of an open file, all of them.
  func add(_ bytes: ArraySlice<UInt8>, to file: OpenFile) throws(DiskFault) {
    var rest = bytes
    while !rest.isEmpty {
      let count = try write(file, rest)
      // A disk that takes nothing and says nothing is full.
      guard count > 0 else { throw DiskFault.full(file.path) }
      rest = rest.dropFirst(count)
    }
  }
}
