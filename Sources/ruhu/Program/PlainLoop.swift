import Glibc
import Screens
import Terminal

/// The plain mode at work: prompts out, lines in, until the input ends.
struct PlainLoop {
  private var app: PlainApp
  private let runner: EffectRunner
  private let echoes: Bool

  /// Runs the plain mode; where input is a pipe the lines are repeated, so that the output reads as
  /// a conversation.
  init(_ app: PlainApp, runner: EffectRunner, echoes: Bool) {
    self.app = app
    self.runner = runner
    self.echoes = echoes
  }

  /// Until the person leaves or the input ends.
  mutating func run() {
    say(app.start())
    while !runner.isOver, let line = readLine() {
      if echoes { print("> \(line)") }
      step(app.take(line))
    }
    // The input may end in the middle: every answer is on the disk already.
    if !runner.isOver { step(app.take("/q")) }
  }

  private mutating func step(_ turn: PlainApp.Turn) {
    say(turn)
    var lines: [PlainApp.Turn] = []
    var app = self.app
    runner.meanwhile = { message in
      for line in app.receive(message).lines { print(line.shownSafely) }
      fflush(nil)
      return true
    }
    defer { runner.meanwhile = { _ in true } }
    runner.run(turn.effects) { message in
      let next = app.receive(message)
      lines.append(next)
      return next.effects
    }
    self.app = app
    for turn in lines { say(turn) }
  }

  private func say(_ turn: PlainApp.Turn) {
    for line in turn.lines { print(line.shownSafely) }
    // Whoever reads a pipe waits for this before the next line is written.
    fflush(nil)
  }
}
