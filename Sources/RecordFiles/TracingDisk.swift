import Synchronization

/// A disk that also notes the order of what changes it, so that it can be shown what came before what.
public final class TracingDisk: Disk {
  /// One thing that happened.
  public enum Event: Equatable, Sendable {
    case opened(String, DiskAccess)
    case wrote(String, bytes: Int)
    case synced(String)
    case syncedFolder(String)
    case syncedAll(String)
    case truncated(String, to: Int)
    case renamed(String, to: String)
    case removed(String)
    case madeFolder(String)
    case locked(String)
    /// Something of the caller's, such as a frame that was drawn.
    case note(String)
  }

  private let disk: any Disk
  private let noted = Mutex<[Event]>([])

  /// Notes what is done to a disk.
  public init(_ disk: any Disk) { self.disk = disk }

  /// What happened so far, in order; only what succeeded.
  public var events: [Event] { noted.withLock { $0 } }

  /// Notes something of the caller's, such as a frame that was drawn.
  public func note(_ text: String) { add(.note(text)) }

  /// Forgets what happened so far.
  public func clear() { noted.withLock { $0 = [] } }

  private func add(_ event: Event) { noted.withLock { $0.append(event) } }

  /// Opens a file.
  public func open(_ path: String, _ access: DiskAccess) throws(DiskFault) -> OpenFile {
    let file = try disk.open(path, access)
    if access != .reading { add(.opened(path, access)) }
    return file
  }

  /// Closes a file.
  public func close(_ file: OpenFile) { disk.close(file) }

  /// The file's length.
  public func size(_ file: OpenFile) throws(DiskFault) -> Int { try disk.size(file) }

  /// Up to so many bytes from a place.
  public func read(_ file: OpenFile, at offset: Int, count: Int) throws(DiskFault) -> [UInt8] {
    try disk.read(file, at: offset, count: count)
  }

  /// Writes at the file's end.
  public func write(_ file: OpenFile, _ bytes: ArraySlice<UInt8>) throws(DiskFault) -> Int {
    let count = try disk.write(file, bytes)
    add(.wrote(file.path, bytes: count))
    return count
  }

  /// Returns once the file's content is on the disk.
  public func sync(_ file: OpenFile) throws(DiskFault) {
    try disk.sync(file)
    add(.synced(file.path))
  }

  /// Cuts the file off.
  public func truncate(_ file: OpenFile, to size: Int) throws(DiskFault) {
    try disk.truncate(file, to: size)
    add(.truncated(file.path, to: size))
  }

  /// Returns once a folder's entries are on the disk.
  public func syncFolder(_ path: String) throws(DiskFault) {
    try disk.syncFolder(path)
    add(.syncedFolder(path))
  }

  /// Returns once all that was written so far is on the disk.
  public func syncAll(around path: String) throws(DiskFault) {
    try disk.syncAll(around: path)
    add(.syncedAll(path))
  }

  /// Makes one folder.
  public func makeFolder(_ path: String) throws(DiskFault) {
    try disk.makeFolder(path)
    add(.madeFolder(path))
  }

  /// The names in a folder.
  public func list(_ path: String) throws(DiskFault) -> [String] { try disk.list(path) }

  /// Puts a file or folder under another name.
  public func rename(_ path: String, to other: String) throws(DiskFault) {
    try disk.rename(path, to: other)
    add(.renamed(path, to: other))
  }

  /// Takes a file away.
  public func remove(_ path: String) throws(DiskFault) {
    try disk.remove(path)
    add(.removed(path))
  }

  /// Takes an empty folder away.
  public func removeFolder(_ path: String) throws(DiskFault) {
    try disk.removeFolder(path)
    add(.removed(path))
  }

  /// What lies at a path.
  public func status(_ path: String) throws(DiskFault) -> FileStatus? { try disk.status(path) }

  /// Takes the lock of a file.
  public func lock(_ path: String) throws(DiskFault) -> LockOutcome {
    let outcome = try disk.lock(path)
    if case .taken = outcome { add(.locked(path)) }
    return outcome
  }

  /// The path without links and dots.
  public func resolved(_ path: String) -> String { disk.resolved(path) }

  /// The kind of file system at an existing path.
  public func fileSystem(_ path: String) throws(DiskFault) -> FileSystem {
    try disk.fileSystem(path)
  }
}
