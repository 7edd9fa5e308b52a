import Foundation
import Glibc
import Terminal

/// One line on a terminal's error output that is written over and over: how far something is.
///
/// Where that is no terminal nothing is written: a log needs no pace.
final class ProgressLine {
  private let isShown = isatty(STDERR_FILENO) == 1
  private var last = ""

  /// Columns of a terminal that says nothing of itself; the last one stays free.
  private static let columns = 79

  /// Shows a line in the place of the one before.
  func show(_ text: String) {
    guard isShown else { return }
    let line = Fitting.cut(text.shownSafely, to: Self.columns)
    guard line != last else { return }
    last = line
    write("\r\u{1B}[K" + line)
  }

  /// Takes the line away, for what is printed next.
  func clear() {
    guard isShown, !last.isEmpty else { return }
    last = ""
    write("\r\u{1B}[K")
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
