import Fieldwork
import FormEngine
import Record
import RecordFiles
import Station
import Terminal
import Testing

@testable import Screens
@testable import ruhu

/// The program, open before a person: keys in, frames out, everything between as it is built.
final class Sitting {
  let laptop: Laptop
  let session: WalkSession
  private(set) var app: App
  /// What the disk has acknowledged in this sitting.
  private(set) var acknowledged: [Entry] = []
  /// What was asked of the loop for the last key.
  private(set) var effects: [Effect] = []
  /// Told of each frame.
  var onFrame: (Canvas) -> Void = { _ in }

  init(_ laptop: Laptop, _ language: Language, _ size: Size) throws {
    self.laptop = laptop
    session = try WalkSession(laptop.workplace(), village: nil, language: language)
    app = session.app(size: size, borders: .ascii, dropsTypeAhead: true)
  }

  var isOver: Bool { session.runner.isOver }

  /// Presses a key, and draws the frame that follows, as the loop does.
  @discardableResult
  func press(_ key: Key) -> Canvas {
    laptop.clock.pass(milliseconds: 100)
    let asked = app.update(.key(key))
    effects = asked
    session.runner.run(asked) { message in
      if case .recorded(let entries, _) = message { acknowledged += entries }
      let more = app.update(message)
      effects += more
      return more
    }
    let frame = app.frame()
    onFrame(frame)
    return frame
  }

  /// Has effects carried out as if a screen had asked for them, and draws the frame that follows.
  func receive(_ asked: [Effect]) {
    session.runner.run(asked) { app.update($0) }
    onFrame(app.frame())
  }

  /// Presses the keys of a script.
  func press(_ script: String, sourceLocation: SourceLocation = #_sourceLocation) {
    guard let keys = try? KeyScript(script).keys else {
      Issue.record("not a script: \(script)", sourceLocation: sourceLocation)
      return
    }
    for key in keys { press(key) }
  }

  /// Puts text in as an input method does, all at once; a single character comes by itself.
  func type(_ text: String) {
    press(text.count == 1 ? .character(Character(text)) : .burst(text))
  }

  /// What is on the screen, without the ends of lines.
  var screen: String { app.frame().plainText }

  func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(screen.contains(text), "\(text) is not on:\n\(screen)", sourceLocation: sourceLocation)
  }

  func expectNot(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(!screen.contains(text), "\(text) is on:\n\(screen)", sourceLocation: sourceLocation)
  }

  /// The interview on the screen.
  var interview: InterviewScreen? { app.stack.last as? InterviewScreen }

  /// Opens a household from the list by its number.
  func open(_ household: InventedHouseholdNumber) {
    press(.escape)
    for digit in String(household) { press(.character(digit)) }
    press(.enter)
  }

  /// Leaves in order.
  func close() { session.close() }

  /// Ends as a kill does: nothing is written, tidied or said any more.
  func kill() { laptop.kill() }
}

/// The number a household has in the list.
typealias InventedHouseholdNumber = Int
