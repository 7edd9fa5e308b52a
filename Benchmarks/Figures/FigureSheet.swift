import Glibc

/// Prints figures as they are found, and knows at the end whether one was over its limit.
struct FigureSheet {
  private(set) var isAnyOver = false

  /// Prints a figure.
  mutating func add(_ figure: Figure) {
    print(figure.line)
    fflush(nil)
    if figure.isOver { isAnyOver = true }
  }

  /// Prints what is being done, where it does not disturb the figures.
  func say(_ text: String) {
    let line = Array("# \(text)\n".utf8)
    _ = write(2, line, line.count)
  }
}
