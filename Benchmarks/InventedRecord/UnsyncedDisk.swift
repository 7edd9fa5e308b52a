import RecordFiles

/// The real disk without waiting for it: for what can be made again at any time.
struct UnsyncedDisk: Disk {
  private let disk = PosixDisk()

  func sync(_ file: OpenFile) throws(DiskFault) {}

  func syncFolder(_ path: String) throws(DiskFault) {}

  func syncAll(around path: String) throws(DiskFault) {}

  func open(_ path: String, _ access: DiskAccess) throws(DiskFault) -> OpenFile {
    try disk.open(path, access)
  }

  func close(_ file: OpenFile) { disk.close(file) }

  func size(_ file: OpenFile) throws(DiskFault) -> Int { try disk.size(file) }

  func read(_ file: OpenFile, at offset: Int, count: Int) throws(DiskFault) -> [UInt8] {
    try disk.read(file, at: offset, count: count)
  }

  func write(_ file: OpenFile, _ bytes: ArraySlice<UInt8>) throws(DiskFault) -> Int {
    try disk.write(file, bytes)
  }

  func truncate(_ file: OpenFile, to size: Int) throws(DiskFault) {
    try disk.truncate(file, to: size)
  }

  func makeFolder(_ path: String) throws(DiskFault) { try disk.makeFolder(path) }

  func list(_ path: String) throws(DiskFault) -> [String] { try disk.list(path) }

  func rename(_ path: String, to other: String) throws(DiskFault) {
    try disk.rename(path, to: other)
  }

  func remove(_ path: String) throws(DiskFault) { try disk.remove(path) }

  func removeFolder(_ path: String) throws(DiskFault) { try disk.removeFolder(path) }

  func status(_ path: String) throws(DiskFault) -> FileStatus? { try disk.status(path) }

  func lock(_ path: String) throws(DiskFault) -> LockOutcome { try disk.lock(path) }

  func resolved(_ path: String) -> String { disk.resolved(path) }

  func fileSystem(_ path: String) throws(DiskFault) -> FileSystem {
    try disk.fileSystem(path)
  }
}
