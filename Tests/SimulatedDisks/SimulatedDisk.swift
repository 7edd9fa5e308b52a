import Glibc
import RecordFiles
import Synchronization

/// A disk in memory that keeps only what was synced: at a power cut everything else is dropped, torn
/// or reordered.
public final class SimulatedDisk: Disk {
  private let state: Mutex<SimulatedState>

  /// An empty disk.
  public init() { state = Mutex(SimulatedState()) }

  private init(_ state: SimulatedState) { self.state = Mutex(state) }

  // MARK: what a test does to it

  /// How many calls changed something or asked for a sync.
  public var calls: Int { state.withLock { $0.calls } }

  /// The power fails at that call: it happens, but unsynced, and every call after it fails.
  public func cutPower(atCall call: Int?) { state.withLock { $0.lastCall = call } }

  /// The next syncs of files fail, and what they were to keep is lost though it can still be read.
  public func failSyncs(_ count: Int) { state.withLock { $0.failingSyncs = count } }

  /// So many bytes of files fit on the disk.
  public func limit(_ bytes: Int?) { state.withLock { $0.capacity = bytes } }

  /// Nothing can be changed any more.
  public func makeReadOnly(_ readOnly: Bool = true) { state.withLock { $0.readOnly = readOnly } }

  /// Which kind of file system it says it is.
  public func pretend(_ kind: FileSystem) { state.withLock { $0.kind = kind } }

  /// The process is gone, the machine is not: all that was written can be read.
  public func afterKill() -> SimulatedDisk {
    var after = state.withLock { $0 }
    after.forgetProcess()
    return SimulatedDisk(after)
  }

  /// The machine was without power: what was synced is there, of the rest by chance.
  public func afterPowerCut(seed: UInt64) -> SimulatedDisk {
    var after = state.withLock { $0 }
    after.losePower(seed: seed)
    after.forgetProcess()
    return SimulatedDisk(after)
  }

  /// The disk as a whole, to be put back later.
  public func copy() -> SimulatedDisk { afterKill() }

  /// Takes over all that another disk has: an image was written back.
  public func become(_ other: SimulatedDisk) {
    let image = other.state.withLock { $0 }
    state.withLock { $0 = image }
  }

  /// What a file holds now; nil when there is none.
  public func bytes(_ path: String) -> [UInt8]? {
    try? state.withLock { try $0.file(path).content }
  }

  /// Changes a file behind everybody's back.
  public func tamper(_ path: String, _ change: (inout [UInt8]) -> Void) {
    state.withLock { state in
      guard let id = try? state.fileID(path), var file = state.files[id] else { return }
      change(&file.content)
      file.durable = file.content
      file.unsynced = []
      state.files[id] = file
    }
  }

  /// Puts a file there with its folders, behind everybody's back and as if it had always been there.
  public func put(_ path: String, _ bytes: [UInt8]) {
    state.withLock { $0.put(path, bytes) }
  }

  /// Takes a file away behind everybody's back.
  public func lose(_ path: String) { state.withLock { $0.lose(path) } }

  /// The paths of all files, in order.
  public func allFiles() -> [String] { state.withLock { $0.allFiles(0, "") } }

  // MARK: Disk

  private func run<T>(
    _ operation: DiskFault.Operation, _ path: String, changes: Bool = true,
    _ work: (inout SimulatedState) throws(SimulatedError) -> T
  ) throws(DiskFault) -> T {
    let result: Result<T, SimulatedError> = state.withLock { state in
      do throws(SimulatedError) {
        if changes { try state.count() }
        return .success(try work(&state))
      } catch {
        return .failure(error)
      }
    }
    switch result {
    case .success(let value): return value
    case .failure(let error): throw DiskFault(operation, path, error.code)
    }
  }

  /// Opens a file.
  public func open(_ path: String, _ access: DiskAccess) throws(DiskFault) -> OpenFile {
    let descriptor = try run(.open, path, changes: access == .creating || access == .replacing) {
      (state) throws(SimulatedError) in try state.open(path, access)
    }
    return OpenFile(descriptor: descriptor, path: path)
  }

  /// Closes a file.
  public func close(_ file: OpenFile) { state.withLock { $0.close(file.descriptor) } }

  /// The file's length.
  public func size(_ file: OpenFile) throws(DiskFault) -> Int {
    try run(.status, file.path, changes: false) { (state) throws(SimulatedError) in
      try state.opened(file.descriptor).content.count
    }
  }

  /// Bytes from a place.
  public func read(_ file: OpenFile, at offset: Int, count: Int) throws(DiskFault) -> [UInt8] {
    try run(.read, file.path, changes: false) { (state) throws(SimulatedError) in
      let content = try state.opened(file.descriptor).content
      return Array(content.dropFirst(offset).prefix(count))
    }
  }

  /// Writes at the end, as far as there is room.
  public func write(_ file: OpenFile, _ bytes: ArraySlice<UInt8>) throws(DiskFault) -> Int {
    try run(.write, file.path) { (state) throws(SimulatedError) in
      try state.write(file.descriptor, Array(bytes))
    }
  }

  /// Keeps what was written, unless told to fail.
  public func sync(_ file: OpenFile) throws(DiskFault) {
    try run(.sync, file.path) { (state) throws(SimulatedError) in
      try state.sync(file.descriptor)
    }
  }

  /// Cuts a file off.
  public func truncate(_ file: OpenFile, to size: Int) throws(DiskFault) {
    try run(.truncate, file.path) { (state) throws(SimulatedError) in
      try state.truncate(file.descriptor, size)
    }
  }

  /// Keeps the names in a folder.
  public func syncFolder(_ path: String) throws(DiskFault) {
    try run(.syncFolder, path) { (state) throws(SimulatedError) in try state.syncFolder(path) }
  }

  /// Keeps everything, unless told to fail.
  public func syncAll(around path: String) throws(DiskFault) {
    try run(.sync, path) { (state) throws(SimulatedError) in try state.syncAll() }
  }

  /// Makes a folder.
  public func makeFolder(_ path: String) throws(DiskFault) {
    try run(.makeFolder, path) { (state) throws(SimulatedError) in try state.makeFolder(path) }
  }

  /// The names in a folder.
  public func list(_ path: String) throws(DiskFault) -> [String] {
    try run(.list, path, changes: false) { (state) throws(SimulatedError) in
      try state.folder(path).entries.keys.sorted()
    }
  }

  /// Gives another name, in place of what had it.
  public func rename(_ path: String, to other: String) throws(DiskFault) {
    try run(.rename, path) { (state) throws(SimulatedError) in
      try state.rename(path, to: other)
    }
  }

  /// Takes a file away.
  public func remove(_ path: String) throws(DiskFault) {
    try run(.remove, path) { (state) throws(SimulatedError) in try state.remove(path) }
  }

  /// Takes an empty folder away.
  public func removeFolder(_ path: String) throws(DiskFault) {
    try run(.remove, path) { (state) throws(SimulatedError) in try state.remove(path) }
  }

  /// What lies at a path.
  public func status(_ path: String) throws(DiskFault) -> FileStatus? {
    try run(.status, path, changes: false) { (state) throws(SimulatedError) in
      state.status(path)
    }
  }

  /// Takes a lock.
  public func lock(_ path: String) throws(DiskFault) -> LockOutcome {
    let descriptor: Int32? = try run(.lock, path) { (state) throws(SimulatedError) in
      try state.lock(path)
    }
    guard let descriptor else { return .held(process: 4711) }
    return .taken(OpenFile(descriptor: descriptor, path: path))
  }

  /// The path itself.
  public func resolved(_ path: String) -> String { path }

  /// What it was told to pretend.
  public func fileSystem(_ path: String) throws(DiskFault) -> FileSystem {
    state.withLock { $0.kind }
  }
}
