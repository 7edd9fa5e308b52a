import Fieldwork
import Record
import Screens
import Trust

extension Workplace {
  /// A fifth of a second on a small laptop: 64 MB, gone through three times.
  private static let pinWork = Sealing.Work(passes: 3, memory: 64 << 20)

  /// A PIN as it is recorded, with a salt of its own; nil where it is none, or where the memory is not
  /// to be had.
  func pinHash(_ digits: String) -> PINHash? {
    guard PINHash.isPIN(digits), let sealing = Sealing.sodium() else { return nil }
    let salt = crypto.random(PINHash.saltCount)
    guard let digest = sealing.derive(Array(digits.utf8), salt, Self.pinWork) else { return nil }
    return PINHash(
      salt: salt, passes: Self.pinWork.passes, memory: Self.pinWork.memory, digest: digest)
  }

  /// Whether a person's PIN may be tried now.
  func pinWait(of person: PersonID) -> PINOutcome {
    let seconds = pinTries.wait(of: person, at: running())
    return seconds > 0 ? .wait(seconds: seconds) : .ready
  }

  /// Whether these digits are a person's PIN.
  func checkPIN(_ digits: String, of person: PersonID) -> PINOutcome {
    guard let pin = team.person(person)?.pin else { return .right }
    if case .wait(let seconds) = pinWait(of: person) { return .wait(seconds: seconds) }
    // Counted before it is looked at: whoever ends the program in between gains no try.
    pinTries.fail(person, at: running())
    let work = Sealing.Work(passes: pin.passes, memory: pin.memory)
    guard let digest = Sealing.sodium()?.derive(Array(digits.utf8), pin.salt, work) else {
      return .cannot
    }
    guard digest == pin.digest else {
      return .wrong(seconds: pinTries.wait(of: person, at: running()))
    }
    pinTries.forget(person)
    return .right
  }
}
