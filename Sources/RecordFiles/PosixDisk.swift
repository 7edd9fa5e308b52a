import Glibc

/// The real disk.
public struct PosixDisk: Disk {
  private let isShared: Bool

  /// The disk of this machine.
  ///
  /// What is made on it only its owner may read, unless it is `shared`: then whoever the system lets in
  /// by its usual mask, as an exchange folder on a network share needs it. Others put things there, so that
  /// nothing but plain files is opened on it: a pipe would never answer.
  public init(shared: Bool = false) { isShared = shared }

  /// Opens a file.
  public func open(_ path: String, _ access: DiskAccess) throws(DiskFault) -> OpenFile {
    let flags: Int32 =
      switch access {
      case .reading: O_RDONLY
      case .appending: O_WRONLY | O_APPEND
      case .creating: O_WRONLY | O_APPEND | O_CREAT | O_EXCL
      case .replacing: O_WRONLY | O_APPEND | O_CREAT | O_TRUNC
      }
    if isShared { try refuseIrregular(path) }
    // Should a pipe take the file's place in this instant it does not block either.
    let calm = isShared ? O_CLOEXEC | O_NONBLOCK : O_CLOEXEC
    let descriptor = retrying { Glibc.open(path, flags | calm, isShared ? 0o666 : 0o600) }
    guard descriptor >= 0 else { throw DiskFault(.open, path, errno) }
    return OpenFile(descriptor: Int32(descriptor), path: path)
  }

  private func refuseIrregular(_ path: String) throws(DiskFault) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG else { return }
    throw DiskFault(.open, path, status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL)
  }

  /// Closes a file.
  public func close(_ file: OpenFile) { _ = Glibc.close(file.descriptor) }

  /// The file's length.
  public func size(_ file: OpenFile) throws(DiskFault) -> Int {
    var status = stat()
    guard fstat(file.descriptor, &status) == 0 else { throw DiskFault(.status, file.path, errno) }
    return Int(status.st_size)
  }

  /// Up to so many bytes from a place.
  public func read(_ file: OpenFile, at offset: Int, count: Int) throws(DiskFault) -> [UInt8] {
    var code: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: max(count, 1)) { buffer, filled in
      while filled < count {
        let start = buffer.baseAddress.map { $0 + filled }
        let got = retrying {
          pread(file.descriptor, start, count - filled, off_t(offset + filled))
        }
        if got < 0 { code = errno }
        if got <= 0 { return }
        filled += got
      }
    }
    guard code == 0 else { throw DiskFault(.read, file.path, code) }
    return bytes
  }

  /// Writes at the file's end with one call.
  public func write(_ file: OpenFile, _ bytes: ArraySlice<UInt8>) throws(DiskFault) -> Int {
    let count = bytes.withUnsafeBytes { bytes in
      retrying { Glibc.write(file.descriptor, bytes.baseAddress, bytes.count) }
    }
    guard count >= 0 else { throw DiskFault(.write, file.path, errno) }
    return count
  }

  /// Returns once the file's content is on the disk.
  public func sync(_ file: OpenFile) throws(DiskFault) {
    // Not tried again after an error: the kernel has then thrown away what it could not write and
    // would report success for nothing.
    guard fdatasync(file.descriptor) == 0 else { throw DiskFault(.sync, file.path, errno) }
  }

  /// Cuts the file off.
  public func truncate(_ file: OpenFile, to size: Int) throws(DiskFault) {
    guard retrying({ Int(ftruncate(file.descriptor, off_t(size))) }) == 0 else {
      throw DiskFault(.truncate, file.path, errno)
    }
  }

  /// Returns once a folder's entries are on the disk.
  public func syncFolder(_ path: String) throws(DiskFault) {
    let descriptor = retrying { Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw DiskFault(.syncFolder, path, errno) }
    defer { _ = Glibc.close(Int32(descriptor)) }
    // FAT answers EINVAL for a folder; there is nothing more that could be done there.
    guard fsync(Int32(descriptor)) == 0 || errno == EINVAL else {
      throw DiskFault(.syncFolder, path, errno)
    }
  }

  /// Returns once all that was written so far to the file system of a folder is on the disk.
  ///
  /// Swift's Glibc has no `syncfs`; `sync` waits for all file systems and tells of no fault.
  public func syncAll(around path: String) throws(DiskFault) { Glibc.sync() }

  /// Makes one folder that only its owner may enter.
  public func makeFolder(_ path: String) throws(DiskFault) {
    guard mkdir(path, isShared ? 0o777 : 0o700) == 0 else {
      throw DiskFault(.makeFolder, path, errno)
    }
  }

  /// The names in a folder, in order.
  public func list(_ path: String) throws(DiskFault) -> [String] {
    guard let folder = opendir(path) else { throw DiskFault(.list, path, errno) }
    defer { closedir(folder) }
    var names: [String] = []
    errno = 0
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
      errno = 0
    }
    guard errno == 0 else { throw DiskFault(.list, path, errno) }
    return names.sorted()
  }

  /// Puts a file or folder under another name.
  public func rename(_ path: String, to other: String) throws(DiskFault) {
    guard Glibc.rename(path, other) == 0 else { throw DiskFault(.rename, path, errno) }
  }

  /// Takes a file away.
  public func remove(_ path: String) throws(DiskFault) {
    guard unlink(path) == 0 else { throw DiskFault(.remove, path, errno) }
  }

  /// Takes an empty folder away.
  public func removeFolder(_ path: String) throws(DiskFault) {
    guard rmdir(path) == 0 else { throw DiskFault(.remove, path, errno) }
  }

  /// What lies at a path.
  public func status(_ path: String) throws(DiskFault) -> FileStatus? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw DiskFault(.status, path, errno)
    }
    return FileStatus(isFolder: status.st_mode & S_IFMT == S_IFDIR, size: Int(status.st_size))
  }

  /// Takes the lock of a file.
  public func lock(_ path: String) throws(DiskFault) -> LockOutcome {
    let opened = retrying { Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600) }
    guard opened >= 0 else { throw DiskFault(.lock, path, errno) }
    let descriptor = Int32(opened)
    guard retrying({ Int(flock(descriptor, LOCK_EX | LOCK_NB)) }) == 0 else {
      let code = errno
      defer { _ = Glibc.close(descriptor) }
      guard code == EWOULDBLOCK else { throw DiskFault(.lock, path, code) }
      let file = OpenFile(descriptor: descriptor, path: path)
      let bytes = (try? read(file, at: 0, count: 20)) ?? []
      let digits = bytes.prefix { (0x30...0x39).contains($0) }
      return .held(process: Int(String(decoding: digits, as: UTF8.self)))
    }
    // Who holds it is only a courtesy to the next one: on a full disk the lock holds all the same.
    let text = Array("\(getpid())\n".utf8)
    if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, text, text.count, 0) }
    return .taken(OpenFile(descriptor: descriptor, path: path))
  }

  /// The path without links, dots and a beginning that depends on where the program runs; what does
  /// not exist yet stays as it is.
  public func resolved(_ path: String) -> String {
    var existing = path
    var rest: [String] = []
    while true {
      if let whole = realpath(existing, nil) {
        defer { free(whole) }
        let start = String(cString: whole)
        return ([start == "/" ? "" : start] + rest.reversed()).joined(separator: "/")
      }
      let (parent, name) = split(existing)
      if parent == existing { return path }
      rest.append(name)
      existing = parent
    }
  }

  /// The kind of file system at an existing path.
  public func fileSystem(_ path: String) throws(DiskFault) -> FileSystem {
    var status = stat()
    guard stat(path, &status) == 0 else { throw DiskFault(.status, path, errno) }
    // The table of mounts names file systems run by programs too, where statfs has one number for
    // all of them. A device that is not in the table (a subvolume) is a local one.
    let device = UInt64(status.st_dev)
    let major = (device >> 8) & 0xFFF | (device >> 32) & ~0xFFF
    let minor = device & 0xFF | (device >> 12) & ~0xFF
    guard let table = try? mounts() else { return .suitable }
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 6, fields[2] == "\(major):\(minor)",
        let dash = fields[6...].firstIndex(of: "-"), dash + 1 < fields.count
      else { continue }
      return FileSystem(named: String(fields[dash + 1]))
    }
    return .suitable
  }

  private func mounts() throws(DiskFault) -> String {
    let file = try open("/proc/self/mountinfo", .reading)
    defer { close(file) }
    // Files of /proc have no length.
    var bytes: [UInt8] = []
    while true {
      let more = try read(file, at: bytes.count, count: 65536)
      if more.isEmpty { return String(decoding: bytes, as: UTF8.self) }
      bytes += more
    }
  }

  /// A signal in between is no failure.
  private func retrying(_ call: () -> Int) -> Int {
    while true {
      let result = call()
      if result >= 0 || errno != EINTR { return result }
    }
  }

  private func retrying(_ call: () -> Int32) -> Int32 {
    Int32(truncatingIfNeeded: retrying { Int(call()) })
  }
}
