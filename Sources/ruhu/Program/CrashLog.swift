import Glibc

/// Where a crash is written down: a file, since on the screen it would be lost with the screen, and
/// nobody at a door can answer a debugger's prompt.
enum CrashLog {
  /// Has the Swift runtime write backtraces to a file without asking.
  ///
  /// The runtime reads its settings when the process starts, so the process starts itself once more;
  /// whoever has set `SWIFT_BACKTRACE` is left alone.
  static func direct(to path: String) {
    guard getenv("SWIFT_BACKTRACE") == nil else { return }
    setenv("SWIFT_BACKTRACE", "interactive=no,color=no,output-to=\(path)", 1)
    var arguments: [UnsafeMutablePointer<CChar>?] = CommandLine.arguments.map { strdup($0) }
    arguments.append(nil)
    execv("/proc/self/exe", &arguments)
    // Only reached where that failed: then a crash is told the runtime's own way.
    for argument in arguments { free(argument) }
  }
}
