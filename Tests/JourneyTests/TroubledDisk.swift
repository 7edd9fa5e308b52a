import Glibc
import RecordFiles
import Synchronization

/// The real disk, with troubles that a test calls up, and with a way to die on the spot.
final class TroubledDisk: Disk {
  enum Trouble { case full, failingSync, readOnly }

  private let disk: any Disk
  private let current = Mutex<Trouble?>(nil)
  private let held = Mutex<[Int32: OpenFile]>([:])

  init(_ disk: any Disk = PosixDisk()) { self.disk = disk }

  var trouble: Trouble? {
    get { current.withLock { $0 } }
    set { current.withLock { $0 = newValue } }
  }

  /// What the system does for a process that was killed: every file is closed, every lock given back.
  func die() {
    for file in held.withLock({ held in
      defer { held = [:] }
      return Array(held.values)
    }) { disk.close(file) }
  }

  private func writable(
    _ operation: DiskFault.Operation, _ path: String
  ) throws(DiskFault) {
    switch trouble {
    case .full: throw DiskFault(operation, path, ENOSPC)
    case .readOnly: throw DiskFault(operation, path, EROFS)
    case .failingSync, nil: return
    }
  }

  private func synced(_ operation: DiskFault.Operation, _ path: String) throws(DiskFault) {
    if trouble == .failingSync { throw DiskFault(operation, path, EIO) }
  }

  func open(_ path: String, _ access: DiskAccess) throws(DiskFault) -> OpenFile {
    if access != .reading, trouble == .readOnly { throw DiskFault(.open, path, EROFS) }
    let file = try disk.open(path, access)
    held.withLock { $0[file.descriptor] = file }
    return file
  }

  func close(_ file: OpenFile) {
    // A descriptor that died with us may be somebody else's by now.
    guard held.withLock({ $0.removeValue(forKey: file.descriptor) }) != nil else { return }
    disk.close(file)
  }

  func size(_ file: OpenFile) throws(DiskFault) -> Int { try disk.size(file) }

  func read(_ file: OpenFile, at offset: Int, count: Int) throws(DiskFault) -> [UInt8] {
    try disk.read(file, at: offset, count: count)
  }

  func write(_ file: OpenFile, _ bytes: ArraySlice<UInt8>) throws(DiskFault) -> Int {
    try writable(.write, file.path)
    return try disk.write(file, bytes)
  }

  func sync(_ file: OpenFile) throws(DiskFault) {
    try synced(.sync, file.path)
    try disk.sync(file)
  }

  func truncate(_ file: OpenFile, to size: Int) throws(DiskFault) {
    try disk.truncate(file, to: size)
  }

  func syncFolder(_ path: String) throws(DiskFault) {
    try synced(.syncFolder, path)
    try disk.syncFolder(path)
  }

  func syncAll(around path: String) throws(DiskFault) {
    try synced(.sync, path)
    try disk.syncAll(around: path)
  }

  func makeFolder(_ path: String) throws(DiskFault) {
    try writable(.makeFolder, path)
    try disk.makeFolder(path)
  }

  func list(_ path: String) throws(DiskFault) -> [String] { try disk.list(path) }

  func rename(_ path: String, to other: String) throws(DiskFault) {
    if trouble == .readOnly { throw DiskFault(.rename, path, EROFS) }
    try disk.rename(path, to: other)
  }

  func remove(_ path: String) throws(DiskFault) {
    if trouble == .readOnly { throw DiskFault(.remove, path, EROFS) }
    try disk.remove(path)
  }

  func removeFolder(_ path: String) throws(DiskFault) { try disk.removeFolder(path) }

  func status(_ path: String) throws(DiskFault) -> FileStatus? { try disk.status(path) }

  func lock(_ path: String) throws(DiskFault) -> LockOutcome {
    let outcome = try disk.lock(path)
    if case .taken(let file) = outcome { held.withLock { $0[file.descriptor] = file } }
    return outcome
  }

  func resolved(_ path: String) -> String { disk.resolved(path) }

  func fileSystem(_ path: String) throws(DiskFault) -> FileSystem { try disk.fileSystem(path) }
}
