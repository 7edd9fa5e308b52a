import CursesTerminal
import Fieldwork
import Screens
import Station
import Terminal

/// Brings keys from the terminal to the screens and frames back, until the person leaves.
///
/// One thread owns the terminal, the screens and the files. A key is carried out to the end, with its
/// write and its sync, before the next frame is drawn; so no frame shows what is not on the disk, and
/// keys typed meanwhile wait in the terminal.
final class ScreenLoop {
  private var app: App
  private let runner: EffectRunner
  private let terminal: CursesTerminal
  private var dropsRest = false
  private var drawnAt = 0
  private var hasEnded = false

  /// Runs an app on a terminal.
  init(_ app: App, runner: EffectRunner, terminal: CursesTerminal) {
    self.app = app
    self.runner = runner
    self.terminal = terminal
    runner.meanwhile = { [unowned self] in self.meanwhile($0) }
    runner.terminal = { [unowned self] effect in
      switch effect {
      case .dropTypeAhead:
        dropsRest = true
        self.terminal.discardPending()
      case .suspend: self.terminal.suspend()
      case .repaint: self.terminal.repair()
      default: break
      }
    }
  }

  /// Until the person leaves, the terminal hangs up, or the system asks the program to end.
  func run() {
    send(.key(.resize(terminal.size)))
    terminal.draw(app.frame())
    while !runner.isOver {
      dropsRest = false
      for event in terminal.next(timeout: app.isTicking ? .seconds(1) : nil) {
        switch event {
        case .key(let key):
          // What was typed ahead was meant for a question that is no longer there.
          if dropsRest, !isResize(key) { continue }
          send(.key(key))
        case .resumed: terminal.repair()
        case .woken: continue
        case .ended:
          // Every answer is on the disk already; the place is remembered as far as it was.
          return
        }
        if runner.isOver || hasEnded { return }
      }
      terminal.draw(app.frame())
    }
  }

  /// How often at most a meeting under way is drawn: more would only cost a slow line.
  private static let millisecondsBetweenFrames = 100

  /// Shows how far a meeting is and reads keys, without waiting for any; false asks it to stop.
  ///
  /// The screen of the meeting takes no key that would change anything but this.
  private func meanwhile(_ message: Message) -> Bool {
    var goesOn = true
    var effects = app.update(message)
    for event in terminal.next(timeout: .zero) {
      switch event {
      case .key(let key): effects += app.update(.key(key))
      case .resumed: terminal.repair()
      case .woken: continue
      case .ended:
        hasEnded = true
        goesOn = false
      }
    }
    for effect in effects {
      switch effect {
      case .stopSync: goesOn = false
      case .suspend, .repaint, .dropTypeAhead, .remember: runner.run([effect]) { _ in [] }
      default: continue
      }
    }
    let now = Clock.monotonic()
    if !goesOn || now - drawnAt >= Self.millisecondsBetweenFrames || now < drawnAt {
      drawnAt = now
      terminal.draw(app.frame())
    }
    return goesOn
  }

  private func isResize(_ key: Key) -> Bool { if case .resize = key { true } else { false } }

  /// Gives a message to the screens and carries out all that follows.
  func send(_ message: Message) {
    let effects = app.update(message)
    if effects.contains(where: \.takesAMoment) { terminal.draw(app.frame()) }
    runner.run(effects) { app.update($0) }
  }
}
