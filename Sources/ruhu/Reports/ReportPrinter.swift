import Glibc
import RecordFiles
import ReportStream
import Reports

/// Hands a report to `ruhu-print`, piece by piece, and hears whether it was written.
///
/// The file has its place only when it is whole, whichever of the two programs ends before.
struct ReportPrinter {
  /// Why nothing was written.
  enum Fault: Error {
    /// `ruhu-print` is not where it should be.
    case missing(path: String)
    /// It ended without an answer.
    case ended(path: String)
    /// It said why.
    case told(PrintFault, path: String)
  }

  private let out: String
  private let program: String
  private let process: pid_t
  private let input: Int32
  private let output: Int32
  /// As much goes into a pipe at once.
  private static let chunk = 1 << 16

  /// Starts the program that stands beside this one.
  init(_ format: ReportPrint.Format, _ out: String) throws(Fault) {
    self.out = out
    program = Self.beside()
    guard access(program, X_OK) == 0 else { throw .missing(path: program) }
    var (toIt, fromIt): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard pipe(&toIt) == 0, pipe(&fromIt) == 0 else { throw .ended(path: program) }
    for end in toIt + fromIt { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // Should it end first, that is told by what it writes, and not by a signal that ends us.
    signal(SIGPIPE, SIG_IGN)
    let started = Self.start([program, format.rawValue, out], toIt[0], fromIt[1])
    close(toIt[0])
    close(fromIt[1])
    input = toIt[1]
    output = fromIt[0]
    guard let started else {
      close(input)
      close(output)
      throw .missing(path: program)
    }
    process = started
  }

  private static func beside() -> String {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let own = String(decoding: buffer[..<max(0, count)], as: UTF8.self)
    let folder = own.lastIndex(of: "/").map { own[...$0] } ?? ""
    return folder + ReportPrint.program
  }

  private static func start(_ texts: [String], _ input: Int32, _ output: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    // Its libraries talk in English of what it tells us by numbers.
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments: [UnsafeMutablePointer<CChar>?] = texts.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, texts[0], &actions, nil, &arguments, environ)
    return code == 0 ? process : nil
  }

  /// Hands a report over and waits until its file is on the disk.
  func print(_ report: Report) throws(Fault) {
    var frames = ReportFrames()
    var listens = true
    report.forEachPart { part in
      guard listens else { return }
      frames.add(part)
      if frames.count >= Self.chunk { listens = send(frames.take()) }
    }
    if listens { _ = send(frames.take()) }
    try end()
  }

  /// Whether it took them; where not, it says why at its end.
  private func send(_ bytes: [UInt8]) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(input, $0.baseAddress.map { $0 + done }, bytes.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }

  private func end() throws(Fault) {
    close(input)
    var answer: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(output, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      answer += buffer[..<count]
    }
    close(output)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    guard !answer.isEmpty else {
      // Killed, it could not tidy up.
      unlink(ReportPrint.draft(of: out))
      throw .ended(path: program)
    }
    if let fault = PrintAnswer.fault(answer) { throw .told(fault, path: program) }
  }
}

extension ReportPrinter.Fault {
  /// What is said of it.
  func refusal(_ out: String, _ sentences: ReportSentences) -> any Error {
    switch self {
    case .missing(let path): Refusal(sentences.noPrinter(path))
    case .ended(let path), .told(.broken, let path), .told(.library, let path):
      Refusal(sentences.printerEnded(path))
    case .told(.otherVersion, let path): Refusal(sentences.otherPrinter(path))
    case .told(.tooLarge(let table), _): Refusal(sentences.tooLarge(table))
    case .told(.noGlyphs(let points, let count), _):
      Refusal(sentences.noGlyphs(points.map { "U+" + Self.hexadecimal($0) }, count))
    case .told(.disk(let call, let code), _): DiskFault(Self.operation(call), out, code)
    }
  }

  private static func hexadecimal(_ point: UInt32) -> String {
    let digits = String(point, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  private static func operation(_ call: PrintFault.Call) -> DiskFault.Operation {
    switch call {
    case .open: .open
    case .write: .write
    case .sync: .sync
    case .rename: .rename
    }
  }
}
