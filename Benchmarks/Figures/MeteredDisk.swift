import Glibc
import RecordFiles
import Synchronization

/// A disk that tells how long it took, so that the program's own time is what is left; its syncs can
/// be left out, or take as long as those of a bad stick.
final class MeteredDisk: Disk {
  /// What becomes of a sync.
  enum Sync {
    /// It is left out.
    case none
    /// It takes so many milliseconds.
    case delayed(Int)
  }

  private let disk = PosixDisk()
  private let sync: Sync
  private let spent = Atomic<Int>(0)

  init(sync: Sync) { self.sync = sync }

  /// Nanoseconds spent on the disk so far.
  var nanoseconds: Int { spent.load(ordering: .relaxed) }

  private func metered<Result>(
    _ body: () throws(DiskFault) -> Result
  ) throws(DiskFault) -> Result {
    let start = Stopwatch.now()
    defer { spent.add(Stopwatch.now() - start, ordering: .relaxed) }
    return try body()
  }

  private func wait() {
    if case .delayed(let milliseconds) = sync {
      let start = Stopwatch.now()
      usleep(UInt32(milliseconds) * 1000)
      spent.add(Stopwatch.now() - start, ordering: .relaxed)
    }
  }

  func open(_ path: String, _ access: DiskAccess) throws(DiskFault) -> OpenFile {
    try metered { () throws(DiskFault) in try disk.open(path, access) }
  }

  func close(_ file: OpenFile) { disk.close(file) }

  func size(_ file: OpenFile) throws(DiskFault) -> Int {
    try metered { () throws(DiskFault) in try disk.size(file) }
  }

  func read(_ file: OpenFile, at offset: Int, count: Int) throws(DiskFault) -> [UInt8] {
    try metered { () throws(DiskFault) in try disk.read(file, at: offset, count: count) }
  }

  func write(_ file: OpenFile, _ bytes: ArraySlice<UInt8>) throws(DiskFault) -> Int {
    try metered { () throws(DiskFault) in try disk.write(file, bytes) }
  }

  func sync(_ file: OpenFile) throws(DiskFault) { wait() }

  func truncate(_ file: OpenFile, to size: Int) throws(DiskFault) {
    try metered { () throws(DiskFault) in try disk.truncate(file, to: size) }
  }

  func syncFolder(_ path: String) throws(DiskFault) { wait() }

  func syncAll(around path: String) throws(DiskFault) { wait() }

  func makeFolder(_ path: String) throws(DiskFault) {
    try metered { () throws(DiskFault) in try disk.makeFolder(path) }
  }

  func list(_ path: String) throws(DiskFault) -> [String] {
    try metered { () throws(DiskFault) in try disk.list(path) }
  }

  func rename(_ path: String, to other: String) throws(DiskFault) {
    try metered { () throws(DiskFault) in try disk.rename(path, to: other) }
  }

  func remove(_ path: String) throws(DiskFault) {
    try metered { () throws(DiskFault) in try disk.remove(path) }
  }

  func removeFolder(_ path: String) throws(DiskFault) {
    try metered { () throws(DiskFault) in try disk.removeFolder(path) }
  }

  func status(_ path: String) throws(DiskFault) -> FileStatus? {
    try metered { () throws(DiskFault) in try disk.status(path) }
  }

  func lock(_ path: String) throws(DiskFault) -> LockOutcome {
    try metered { () throws(DiskFault) in try disk.lock(path) }
  }

  func resolved(_ path: String) -> String { disk.resolved(path) }

  func fileSystem(_ path: String) throws(DiskFault) -> FileSystem {
    try metered { () throws(DiskFault) in try disk.fileSystem(path) }
  }
}
