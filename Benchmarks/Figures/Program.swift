import Glibc

/// Another program, started and waited for.
struct Program {
  let arguments: [String]
  private let environment: [String: String]
  // POSIX_SPAWN_SETSID, which is not imported.
  private static let newSession: Int16 = 0x80

  /// The program of that name, as the shell would find it.
  init(_ name: String, _ arguments: [String], environment: [String: String] = [:]) {
    self.arguments = [name] + arguments
    self.environment = environment
  }

  /// The program that lies beside this one.
  static func beside(_ name: String) throws -> String {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let own = String(decoding: buffer[..<max(0, count)], as: UTF8.self)
    let path =
      "/" + (own.split(separator: "/").dropLast() + [Substring(name)]).joined(separator: "/")
    guard access(path, X_OK) == 0 else { throw BenchmarkFault.missing(path) }
    return path
  }

  /// Runs it to its end, which must be a good one.
  func succeed() throws {
    let child = try start()
    var status: Int32 = 0
    waitpid(child, &status, 0)
    guard status == 0 else { throw BenchmarkFault.failed(arguments[0], status: status) }
  }

  /// Runs it to its end, which must be a good one (0, or another status that is accepted), and returns
  /// what it printed.
  func output(accepting accepted: Int32? = nil) throws -> String {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw BenchmarkFault.failed("pipe", status: errno) }
    // What the program leaves running must not hold an end of the pipe.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let child = try start(writingTo: ends[1])
    close(ends[1])
    defer { close(ends[0]) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65536)
    while case let count = read(ends[0], &buffer, buffer.count), count > 0 {
      bytes += buffer[..<count]
    }
    var status: Int32 = 0
    waitpid(child, &status, 0)
    let code = status & 0x7F == 0 ? status >> 8 & 0xFF : -1
    guard code == 0 || code == accepted else {
      throw BenchmarkFault.failed(arguments[0], status: status)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Starts it; its terminal, when one is given, is a session of its own.
  func start(on terminal: String? = nil, writingTo end: Int32? = nil) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    if let terminal {
      // Opened by the leader of a new session, the terminal becomes the one it is controlled by.
      posix_spawnattr_setflags(&attributes, Self.newSession)
      posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
      posix_spawn_file_actions_adddup2(&actions, 0, 2)
    }
    if let end { posix_spawn_file_actions_adddup2(&actions, end, 1) }
    var child = pid_t()
    let status = Self.withPointers(arguments) { arguments in
      Self.withPointers(variables) { variables in
        posix_spawnp(
          &child, self.arguments[0], &actions, &attributes,
          arguments, variables)
      }
    }
    guard status == 0 else { throw BenchmarkFault.failed(arguments[0], status: status) }
    return child
  }

  private var variables: [String] {
    var variables: [String] = ["PATH", "HOME"].compactMap { (name: String) in
      getenv(name).map { "\(name)=\(String(cString: $0))" }
    }
    variables += environment.map { "\($0.key)=\($0.value)" }
    return variables
  }

  private static func withPointers<Result>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = texts.map { strdup($0) } + [nil]
    defer { for copy in copies { free(copy) } }
    return body(copies)
  }
}
