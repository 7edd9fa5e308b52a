import Glibc
import Synchronization

/// A process with a pipe at either end, that can be killed at any moment.
final class Child {
  struct CannotStart: Error { let code: Int32 }

  private let input: Int32
  private let output: Int32
  private let process: pid_t
  private var isOver = false

  /// Starts a program; both its outputs come together.
  init(_ program: String, _ arguments: [String], _ environment: [String: String]) throws {
    (process, input, output) = try Self.oneByOne.withLock { _ in
      try Self.start(program, arguments, environment)
    }
  }

  /// Two at once would inherit each other's pipes, and not see each other's end.
  private static let oneByOne = Mutex<Void>(())

  private static func start(
    _ program: String, _ arguments: [String], _ environment: [String: String]
  ) throws -> (process: pid_t, input: Int32, output: Int32) {
    var (forInput, forOutput): ([Int32], [Int32]) = ([0, 0], [0, 0])
    guard pipe(&forInput) == 0, pipe(&forOutput) == 0 else { throw CannotStart(code: errno) }
    for end in forInput + forOutput { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, forInput[0], 0)
    posix_spawn_file_actions_adddup2(&actions, forOutput[1], 1)
    posix_spawn_file_actions_adddup2(&actions, forOutput[1], 2)
    // Threads of a test run have signals blocked, and children would too.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
    let texts = ([program] + arguments).map { strdup($0) }
    let variables = environment.map { strdup("\($0.key)=\($0.value)") }
    defer { for text in texts + variables { free(text) } }
    var started: pid_t = 0
    let code = posix_spawnp(
      &started, program, &actions, &attributes, texts + [nil], variables + [nil])
    close(forInput[0])
    close(forOutput[1])
    guard code == 0 else {
      close(forInput[1])
      close(forOutput[0])
      throw CannotStart(code: code)
    }
    return (started, forInput[1], forOutput[0])
  }

  deinit {
    if !isOver {
      kill(process, SIGKILL)
      _ = wait()
    }
    close(input)
    close(output)
  }

  /// Writes lines; few enough for a pipe to hold.
  func say(_ lines: some Sequence<String>) {
    let bytes = Array(lines.map { $0 + "\n" }.joined().utf8)
    _ = bytes.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
  }

  /// What it has written by now, or nil at the end; waits for something for so many milliseconds.
  func read(within milliseconds: Int32) -> [UInt8]? {
    var source = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    guard poll(&source, 1, milliseconds) > 0 else { return [] }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Glibc.read(output, &buffer, buffer.count)
    return count > 0 ? Array(buffer[..<count]) : nil
  }

  /// Ends it on the spot.
  func kill() {
    Glibc.kill(process, SIGKILL)
    _ = wait()
  }

  /// What ^C in its terminal sends.
  func interrupt() { _ = Glibc.kill(process, SIGINT) }

  /// All that it still writes until its end.
  func rest() -> [UInt8] {
    var bytes: [UInt8] = []
    while let more = read(within: -1) { bytes += more }
    return bytes
  }

  private func kill(_ process: pid_t, _ signal: Int32) { _ = Glibc.kill(process, signal) }

  /// Waits for its end and tells the status: 0 when all went well.
  func wait() -> Int32 {
    guard !isOver else { return 0 }
    isOver = true
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status
  }
}
