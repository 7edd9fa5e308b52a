import Glibc

/// A terminal that a program believes to be a real one, and that counts what is written to it.
final class PseudoTerminal {
  private let master: Int32
  private let name: String
  private(set) var child: pid_t = 0

  // Linux's numbers of two calls whose macros are not imported: unlock, and which terminal it is.
  private static let unlock: UInt = 0x4004_5431
  private static let number: UInt = 0x8004_5430

  /// A terminal of 24 lines with 80 columns.
  init() throws {
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var locked: Int32 = 0
    var number: Int32 = 0
    guard master >= 0, ioctl(master, Self.unlock, &locked) == 0,
      ioctl(master, Self.number, &number) == 0
    else { throw BenchmarkFault.failed("/dev/ptmx", status: errno) }
    name = "/dev/pts/\(number)"
    var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  deinit { close(master) }

  /// Starts a program on it.
  func start(_ program: Program) throws { child = try program.start(on: name) }

  /// Types bytes, as one key sends them.
  func type(_ bytes: [UInt8]) { _ = write(master, bytes, bytes.count) }

  /// Reads until nothing has come for so many milliseconds; tells how many bytes came, and when the
  /// last of them.
  func settle(quiet: Int32, atFirst: Int32? = nil) -> (bytes: Int, last: Int) {
    var total = 0
    var last = Stopwatch.now()
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      var poll = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      guard Glibc.poll(&poll, 1, total == 0 ? atFirst ?? quiet : quiet) > 0 else { break }
      let count = read(master, &buffer, buffer.count)
      guard count > 0 else { break }
      total += count
      last = Stopwatch.now()
    }
    return (total, last)
  }

  /// The most memory the program has had, in bytes.
  var peakMemory: Int { Self.peakMemory(of: "\(child)") }

  /// The most memory a process (`self`, or its number) has had, in bytes.
  static func peakMemory(of process: String) -> Int {
    guard let file = fopen("/proc/\(process)/status", "r") else { return 0 }
    defer { fclose(file) }
    var buffer = [CChar](repeating: 0, count: 256)
    while fgets(&buffer, Int32(buffer.count), file) != nil {
      let line = String(
        decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      guard line.hasPrefix("VmHWM:") else { continue }
      return (Int(line.filter(\.isNumber)) ?? 0) * 1024
    }
    return 0
  }

  /// Ends the program as the system does when it shuts down, and waits for it.
  func end() {
    kill(child, SIGTERM)
    while settle(quiet: 100).bytes > 0 {}
    var status: Int32 = 0
    waitpid(child, &status, 0)
  }
}
