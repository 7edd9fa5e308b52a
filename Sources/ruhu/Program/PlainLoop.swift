import Glibc
import Screens
import Terminal

/// The plain mode at work: prompts out, lines in, until the input ends.
struct PlainLoop {
  private var app: PlainApp
  private let runner: EffectRunner
  private let echoes: Bool
  private let lines = KeyboardLines()

  /// Runs the plain mode; where input is a pipe the lines are repeated, so that the output reads as
  /// a conversation.
  init(_ app: PlainApp, runner: EffectRunner, echoes: Bool) {
    self.app = app
    self.runner = runner
    self.echoes = echoes
  }

  /// Until the person leaves, the input ends, or ^C at a prompt asks to leave.
  mutating func run() {
    Interruption.listen()
    say(app.start())
    while !runner.isOver, let line = next() {
      if echoes { print("> \(app.isSecret ? "****" : line)") }
      step(app.take(line))
    }
    // The input may end in the middle: every answer is on the disk already.
    if !runner.isOver { step(app.take("/q")) }
  }

  /// The next line; nil where the input ends, or where ^C was pressed.
  private func next() -> String? {
    app.isSecret ? Passphrase.unseen { lines.next() } : lines.next()
  }

  private mutating func step(_ turn: PlainApp.Turn) {
    say(turn)
    var lines: [PlainApp.Turn] = []
    var app = self.app
    var wasHeard = false
    runner.meanwhile = { message in
      for line in app.receive(message).lines { print(line.shownSafely) }
      fflush(nil)
      if Interruption.isWanted { wasHeard = true }
      return !wasHeard
    }
    defer { runner.meanwhile = { _ in true } }
    runner.run(turn.effects) { message in
      let next = app.receive(message)
      lines.append(next)
      return next.effects
    }
    self.app = app
    // A ^C that stopped a meeting is carried out with that; any other is one to leave at the prompt.
    if wasHeard { Interruption.listen() }
    for turn in lines { say(turn) }
  }

  private func say(_ turn: PlainApp.Turn) {
    for line in turn.lines { print(line.shownSafely) }
    // Whoever reads a pipe waits for this before the next line is written.
    fflush(nil)
  }
}
