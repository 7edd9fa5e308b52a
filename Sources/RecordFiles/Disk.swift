/// The system calls by which Data is read and written, so that a test can stand in for the disk.
public protocol Disk: Sendable {
  /// Opens a file.
  func open(_ path: String, _ access: DiskAccess) throws(DiskFault) -> OpenFile
  /// Closes a file; nothing is said of what was not synced.
  func close(_ file: OpenFile)
  /// The file's length.
  func size(_ file: OpenFile) throws(DiskFault) -> Int
  /// Up to so many bytes from a place; fewer only at the end of the file.
  func read(_ file: OpenFile, at offset: Int, count: Int) throws(DiskFault) -> [UInt8]
  /// Writes at the file's end with one call and says how many bytes went.
  func write(_ file: OpenFile, _ bytes: ArraySlice<UInt8>) throws(DiskFault) -> Int
  /// Returns once the file's content is on the disk.
  func sync(_ file: OpenFile) throws(DiskFault)
  /// Cuts the file off.
  func truncate(_ file: OpenFile, to size: Int) throws(DiskFault)
  /// Returns once a folder's entries are on the disk.
  func syncFolder(_ path: String) throws(DiskFault)
  /// Returns once all that was written so far to the file system of a folder is on the disk.
  func syncAll(around path: String) throws(DiskFault)
  /// Makes one folder that only its owner may enter.
  func makeFolder(_ path: String) throws(DiskFault)
  /// The names in a folder, in order.
  func list(_ path: String) throws(DiskFault) -> [String]
  /// Puts a file or folder under another name, in place of what was there.
  func rename(_ path: String, to other: String) throws(DiskFault)
  /// Takes a file away.
  func remove(_ path: String) throws(DiskFault)
  /// Takes an empty folder away.
  func removeFolder(_ path: String) throws(DiskFault)
  /// What lies at a path; nil when nothing does.
  func status(_ path: String) throws(DiskFault) -> FileStatus?
  /// Takes the lock of a file, which is made if need be, until the file is closed or the process
  /// ends.
  func lock(_ path: String) throws(DiskFault) -> LockOutcome
  /// The path without links, dots and a beginning that depends on where the program runs; what does
  /// not exist yet stays as it is.
  func resolved(_ path: String) -> String
  /// The kind of file system at an existing path.
  func fileSystem(_ path: String) throws(DiskFault) -> FileSystem
}
