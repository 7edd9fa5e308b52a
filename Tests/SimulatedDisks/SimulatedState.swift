import Glibc
import RecordFiles
import SeededRandom

struct SimulatedError: Error {
  var code: Int32
}

/// What lies on a simulated disk: what programs see, what is kept, and what lies in between.
struct SimulatedState: Sendable {
  enum Node: Equatable, Sendable { case file(Int), folder(Int) }

  enum Change: Sendable {
    case write(offset: Int, bytes: [UInt8])
    case truncate(Int)

    func apply(to bytes: inout [UInt8]) {
      switch self {
      case .truncate(let size):
        if size < bytes.count {
          bytes.removeLast(bytes.count - size)
        } else {
          bytes += [UInt8](repeating: 0, count: size - bytes.count)
        }
      case .write(let offset, let new):
        let end = offset + new.count
        if bytes.count < end { bytes += [UInt8](repeating: 0, count: end - bytes.count) }
        bytes.replaceSubrange(offset..<end, with: new)
      }
    }
  }

  struct File: Sendable {
    var content: [UInt8] = []
    var durable: [UInt8] = []
    var unsynced: [Change] = []
  }

  /// Names that are set or (nil) taken away at once.
  struct Naming: Sendable {
    var names: [(name: String, node: Node?)]
  }

  struct Folder: Sendable {
    var entries: [String: Node] = [:]
    var durable: [String: Node] = [:]
    var unsynced: [Naming] = []
  }

  var files: [Int: File] = [:]
  var folders: [Int: Folder] = [0: Folder()]
  private var next = 1
  private var descriptors: [Int32: Int] = [:]
  private var nextDescriptor: Int32 = 3
  private var locks: [Int: Int32] = [:]
  var calls = 0
  var lastCall: Int?
  var failingSyncs = 0
  var capacity: Int?
  var readOnly = false
  var kind = FileSystem.suitable

  mutating func count() throws(SimulatedError) {
    calls += 1
    if let lastCall, calls > lastCall { throw SimulatedError(code: EIO) }
  }

  /// At the call at which the power fails nothing is synced any more.
  private var isLastCall: Bool { lastCall == calls }

  mutating func forgetProcess() {
    descriptors = [:]
    locks = [:]
    calls = 0
    lastCall = nil
    failingSyncs = 0
  }

  mutating func losePower(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for id in files.keys.sorted() {
      guard var file = files[id] else { continue }
      var changes = file.unsynced
      if Bool.random(using: &random) { changes.shuffle(using: &random) }
      for change in changes {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: break
        case 1: change.apply(to: &file.durable)
        case 2:
          // Torn: only a beginning.
          if case .write(let offset, let bytes) = change {
            var count = Int.random(in: 0...bytes.count, using: &random)
            // A sector is larger than a few bytes.
            if bytes.count - count < 16 { count = bytes.count }
            Change.write(offset: offset, bytes: Array(bytes.prefix(count)))
              .apply(to: &file.durable)
          }
        default:
          // Reordered: only an end, with a hole before it.
          if case .write(let offset, let bytes) = change {
            var count = Int.random(in: 0...bytes.count, using: &random)
            // A sector is larger than a few bytes.
            if count < 16 { count = 0 }
            Change.write(offset: offset + count, bytes: Array(bytes.dropFirst(count)))
              .apply(to: &file.durable)
          }
        }
      }
      file.content = file.durable
      file.unsynced = []
      files[id] = file
    }
    for id in folders.keys.sorted() {
      guard var folder = folders[id] else { continue }
      for naming in folder.unsynced where Bool.random(using: &random) {
        for (name, node) in naming.names { folder.durable[name] = node }
      }
      folder.entries = folder.durable
      folder.unsynced = []
      folders[id] = folder
    }
  }

  private func node(_ path: String) -> Node? {
    var node = Node.folder(0)
    for part in path.split(separator: "/") {
      guard case .folder(let id) = node, let next = folders[id]?.entries[String(part)] else {
        return nil
      }
      node = next
    }
    return node
  }

  private func place(_ path: String) throws(SimulatedError) -> (folder: Int, name: String) {
    let parts = path.split(separator: "/")
    guard let name = parts.last,
      case .folder(let id)? = node(parts.dropLast().joined(separator: "/"))
    else { throw SimulatedError(code: ENOENT) }
    return (id, String(name))
  }

  func fileID(_ path: String) throws(SimulatedError) -> Int {
    guard case .file(let id)? = node(path) else { throw SimulatedError(code: ENOENT) }
    return id
  }

  func file(_ path: String) throws(SimulatedError) -> File {
    guard let file = files[try fileID(path)] else { throw SimulatedError(code: ENOENT) }
    return file
  }

  func folder(_ path: String) throws(SimulatedError) -> Folder {
    guard case .folder(let id)? = node(path), let folder = folders[id] else {
      throw SimulatedError(code: ENOENT)
    }
    return folder
  }

  func status(_ path: String) -> FileStatus? {
    switch node(path) {
    case nil: nil
    case .folder: FileStatus(isFolder: true, size: 0)
    case .file(let id): FileStatus(isFolder: false, size: files[id]?.content.count ?? 0)
    }
  }

  func allFiles(_ folder: Int, _ path: String) -> [String] {
    (folders[folder]?.entries ?? [:]).sorted { $0.key < $1.key }.flatMap { name, node in
      switch node {
      case .file: ["\(path)/\(name)"]
      case .folder(let id): allFiles(id, "\(path)/\(name)")
      }
    }
  }

  mutating func put(_ path: String, _ bytes: [UInt8]) {
    var folder = 0
    let parts = path.split(separator: "/").map(String.init)
    for part in parts.dropLast() {
      if case .folder(let id)? = folders[folder]?.entries[part] {
        folder = id
      } else {
        next += 1
        folders[next] = Folder()
        settle(part, .folder(next), in: folder)
        folder = next
      }
    }
    guard let name = parts.last else { return }
    next += 1
    files[next] = File(content: bytes, durable: bytes)
    settle(name, .file(next), in: folder)
  }

  mutating func lose(_ path: String) {
    guard let (folder, name) = try? place(path) else { return }
    settle(name, nil, in: folder)
  }

  private mutating func settle(_ name: String, _ node: Node?, in folder: Int) {
    folders[folder]?.entries[name] = node
    folders[folder]?.durable[name] = node
  }

  private mutating func name(_ naming: [(name: String, node: Node?)], in folder: Int) {
    for (name, node) in naming { folders[folder]?.entries[name] = node }
    folders[folder]?.unsynced.append(Naming(names: naming))
  }

  private func mayChange() throws(SimulatedError) {
    if readOnly { throw SimulatedError(code: EROFS) }
  }

  mutating func open(_ path: String, _ access: DiskAccess) throws(SimulatedError) -> Int32 {
    if access != .reading { try mayChange() }
    let (folder, name) = try place(path)
    var id: Int
    switch folders[folder]?.entries[name] {
    case .folder: throw SimulatedError(code: EISDIR)
    case .file(let known):
      if access == .creating { throw SimulatedError(code: EEXIST) }
      id = known
      if access == .replacing { change(id, .truncate(0)) }
    case nil:
      guard access == .creating || access == .replacing else {
        throw SimulatedError(code: ENOENT)
      }
      id = newFile(folder, name)
    }
    nextDescriptor += 1
    descriptors[nextDescriptor] = id
    return nextDescriptor
  }

  private mutating func newFile(_ folder: Int, _ name: String) -> Int {
    next += 1
    files[next] = File()
    self.name([(name, .file(next))], in: folder)
    return next
  }

  mutating func close(_ descriptor: Int32) {
    descriptors[descriptor] = nil
    locks = locks.filter { $0.value != descriptor }
  }

  func opened(_ descriptor: Int32) throws(SimulatedError) -> File {
    guard let id = descriptors[descriptor], let file = files[id] else {
      throw SimulatedError(code: EBADF)
    }
    return file
  }

  private mutating func change(_ id: Int, _ change: Change) {
    // In place: a copy of the file at every line would make long worlds slow.
    guard files[id] != nil else { return }
    change.apply(to: &files[id, default: File()].content)
    files[id]?.unsynced.append(change)
  }

  mutating func write(_ descriptor: Int32, _ bytes: [UInt8]) throws(SimulatedError) -> Int {
    try mayChange()
    let file = try opened(descriptor)
    guard let id = descriptors[descriptor] else { throw SimulatedError(code: EBADF) }
    var fits = bytes.count
    if let capacity {
      let used = reachable().reduce(0) { $0 + (files[$1]?.content.count ?? 0) }
      fits = min(fits, max(0, capacity - used))
      if fits == 0 && !bytes.isEmpty { throw SimulatedError(code: ENOSPC) }
    }
    change(id, .write(offset: file.content.count, bytes: Array(bytes.prefix(fits))))
    return fits
  }

  /// The files that have a name.
  private func reachable() -> Set<Int> {
    var found = Set<Int>()
    for folder in folders.values {
      for case .file(let id) in folder.entries.values { found.insert(id) }
    }
    return found
  }

  mutating func sync(_ descriptor: Int32) throws(SimulatedError) {
    guard let id = descriptors[descriptor], files[id] != nil else {
      throw SimulatedError(code: EBADF)
    }
    if isLastCall { throw SimulatedError(code: EIO) }
    if failingSyncs > 0 {
      failingSyncs -= 1
      // As Linux does: the pages count as clean now, and no later sync will write them.
      files[id]?.unsynced = []
      throw SimulatedError(code: EIO)
    }
    let changes = files[id]?.unsynced ?? []
    files[id]?.unsynced = []
    for change in changes { change.apply(to: &files[id, default: File()].durable) }
  }

  mutating func syncAll() throws(SimulatedError) {
    if isLastCall { throw SimulatedError(code: EIO) }
    if failingSyncs > 0 {
      failingSyncs -= 1
      throw SimulatedError(code: EIO)
    }
    for id in files.keys {
      for change in files[id]?.unsynced ?? [] {
        change.apply(to: &files[id, default: File()].durable)
      }
      files[id]?.unsynced = []
    }
    for (id, folder) in folders {
      folders[id]?.durable = folder.entries
      folders[id]?.unsynced = []
    }
  }

  mutating func truncate(_ descriptor: Int32, _ size: Int) throws(SimulatedError) {
    try mayChange()
    guard let id = descriptors[descriptor] else { throw SimulatedError(code: EBADF) }
    change(id, .truncate(size))
  }

  mutating func syncFolder(_ path: String) throws(SimulatedError) {
    guard case .folder(let id)? = node(path) else { throw SimulatedError(code: ENOENT) }
    if isLastCall { throw SimulatedError(code: EIO) }
    guard var folder = folders[id] else { throw SimulatedError(code: ENOENT) }
    folder.durable = folder.entries
    folder.unsynced = []
    folders[id] = folder
  }

  mutating func makeFolder(_ path: String) throws(SimulatedError) {
    try mayChange()
    let (folder, name) = try place(path)
    guard folders[folder]?.entries[name] == nil else { throw SimulatedError(code: EEXIST) }
    next += 1
    folders[next] = Folder()
    self.name([(name, .folder(next))], in: folder)
  }

  mutating func rename(_ path: String, to other: String) throws(SimulatedError) {
    try mayChange()
    guard let node = node(path) else { throw SimulatedError(code: ENOENT) }
    let (from, oldName) = try place(path)
    let (to, newName) = try place(other)
    if from == to {
      name([(oldName, nil), (newName, node)], in: from)
    } else {
      name([(oldName, nil)], in: from)
      name([(newName, node)], in: to)
    }
  }

  mutating func remove(_ path: String) throws(SimulatedError) {
    try mayChange()
    guard let found = node(path) else { throw SimulatedError(code: ENOENT) }
    if case .folder(let id) = found, folders[id]?.entries.isEmpty == false {
      throw SimulatedError(code: ENOTEMPTY)
    }
    let (folder, name) = try place(path)
    self.name([(name, nil)], in: folder)
  }

  /// Nil when it is held.
  mutating func lock(_ path: String) throws(SimulatedError) -> Int32? {
    let (folder, name) = try place(path)
    let id: Int
    if case .file(let known)? = folders[folder]?.entries[name] {
      id = known
    } else {
      try mayChange()
      id = newFile(folder, name)
    }
    if readOnly { throw SimulatedError(code: EROFS) }
    if locks[id] != nil { return nil }
    nextDescriptor += 1
    descriptors[nextDescriptor] = id
    locks[id] = nextDescriptor
    return nextDescriptor
  }
}
