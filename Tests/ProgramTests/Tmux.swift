import Foundation
import Glibc
import Testing

/// A real terminal with a shell in it, on a server of its own that ends with the test.
final class Tmux {
  private let socket = "ruhu-test-\(UUID().uuidString.prefix(13))"
  private let environment: [String: String]

  /// Opens a terminal of a size; the shell has these variables and no others.
  init(columns: Int = 80, rows: Int = 24, _ environment: [String: String], in folder: String) throws
  {
    self.environment = environment.merging(["TERM": "xterm-256color"]) { $1 }
    // A prompt of its own tells when the shell waits. It ends by itself, and the server with it, if
    // the tests are cut off before they can end it.
    try run([
      "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "-c", folder,
      "env", "-u", "TMUX", "PS1=READY> ", "timeout", "--foreground", "-s", "HUP", "300", "bash",
      "--norc", "--noprofile", "-i",
    ])
    wait(for: "READY>")
  }

  deinit { end() }

  /// Ends the server with everything in it.
  func end() { _ = try? run(["kill-server"]) }

  @discardableResult
  private func run(_ arguments: [String]) throws -> String {
    let child = try Child("tmux", ["-u", "-L", socket] + arguments, environment)
    let output = String(decoding: child.rest(), as: UTF8.self)
    _ = child.wait()
    return output
  }

  /// Types text, all at once.
  func type(_ text: String) { _ = try? run(["send-keys", "-l", "--", text]) }

  /// Presses keys by their names.
  func press(_ names: String...) { _ = try? run(["send-keys"] + names) }

  /// Pastes a text as terminals do.
  func paste(_ text: String) {
    _ = try? run(["set-buffer", "--", text, ";", "paste-buffer", "-p"])
  }

  /// Gives the shell a command.
  func command(_ line: String) {
    type(line)
    press("Enter")
  }

  func resize(columns: Int, rows: Int) {
    _ = try? run(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// What is on the screen.
  var screen: String { (try? run(["capture-pane", "-p"])) ?? "" }

  /// What is on the screen, with the sequences of its colours.
  var styled: String { (try? run(["capture-pane", "-p", "-e"])) ?? "" }

  /// Something tmux knows of the terminal, such as `alternate_on`.
  func fact(_ name: String) -> String {
    let text = (try? run(["display-message", "-p", "#{\(name)}"])) ?? ""
    return text.filter { !$0.isNewline }
  }

  /// Looks at the screen until something is so; half a minute is long enough for any machine.
  @discardableResult
  func wait(
    _ what: String, sourceLocation: SourceLocation = #_sourceLocation,
    until isSo: (String) -> Bool
  ) -> Bool {
    var last = ""
    for _ in 0..<1_000 {
      last = screen
      if isSo(last) { return true }
      _ = poll(nil, 0, 20)
    }
    Issue.record("\(what), but:\n\(last)", sourceLocation: sourceLocation)
    return false
  }

  /// Waits until a text is on the screen.
  @discardableResult
  func wait(for text: String, sourceLocation: SourceLocation = #_sourceLocation) -> Bool {
    wait("\(text) should come", sourceLocation: sourceLocation) { $0.contains(text) }
  }
}
