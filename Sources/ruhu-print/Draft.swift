import Glibc
import ReportStream
import Synchronization

/// The file while it is written: it takes its name when it is whole, and is taken away when the program
/// ends before.
struct Draft {
  let path: String
  private let place: String
  let file: Int32

  /// What a signal takes away: the address of its name, nothing where there is none.
  private static let name = Atomic<UInt>(0)

  init(for place: String) throws(PrintFault) {
    self.place = place
    path = ReportPrint.draft(of: place)
    // Whoever sees the file may already end the program.
    Self.name.store(UInt(bitPattern: strdup(path)), ordering: .relaxed)
    var ending = sigset_t()
    sigemptyset(&ending)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
      sigaddset(&ending, number)
      signal(number) { number in
        if let name = UnsafePointer<CChar>(bitPattern: Draft.name.load(ordering: .relaxed)) {
          unlink(name)
        }
        _exit(128 + number)
      }
    }
    // Whoever started us may hold signals back, and that is passed on.
    sigprocmask(SIG_UNBLOCK, &ending, nil)
    let opened = open(path, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard opened >= 0 else { throw .disk(.open, code: errno) }
    file = opened
    // One that an earlier run left may be open to others.
    _ = fchmod(file, 0o600)
  }

  /// Puts the file on the disk and in its place.
  func settle() throws(PrintFault) {
    guard fsync(file) == 0 else { throw .disk(.sync, code: errno) }
    guard rename(path, place) == 0 else { throw .disk(.rename, code: errno) }
    Self.name.store(0, ordering: .relaxed)
    let folder =
      path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let opened = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard opened >= 0 else { return }
    defer { close(opened) }
    // FAT answers EINVAL for a folder; there is nothing more that could be done there.
    guard fsync(opened) == 0 || errno == EINVAL else { throw .disk(.sync, code: errno) }
  }

  func remove() {
    Self.name.store(0, ordering: .relaxed)
    unlink(path)
  }
}
