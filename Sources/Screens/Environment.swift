import Fieldwork
import FormEngine
import Record
import Station
import Terminal

/// What the screens need from outside, as parameters: clocks, randomness and the forms.
public struct Environment: Sendable {
  /// Wall time with offset, as `2026-11-21T09:30:00.000+08:00`.
  public var wallTime: @Sendable () -> String
  /// Milliseconds of a clock that only goes forward.
  public var monotonic: @Sendable () -> Int
  /// Random bytes for new identities.
  public var random: @Sendable (Int) -> [UInt8]
  /// The form new interviews are bound to, and its hash.
  public var form: (hash: String, definition: FormDefinition)
  /// The form of that hash, or nil when it is not here.
  public var forms: VillageDesk.FormSource
  /// What separators are drawn with.
  public var borders: Borders
  /// Whether a person is at a keyboard, so that keys typed ahead are dropped when a coded answer
  /// moves the screen on; false when a script plays.
  public var dropsTypeAhead: Bool

  /// Collects the parameters.
  public init(
    wallTime: @escaping @Sendable () -> String, monotonic: @escaping @Sendable () -> Int,
    random: @escaping @Sendable (Int) -> [UInt8],
    form: (hash: String, definition: FormDefinition), forms: @escaping VillageDesk.FormSource,
    borders: Borders = .ascii, dropsTypeAhead: Bool = true
  ) {
    self.wallTime = wallTime
    self.monotonic = monotonic
    self.random = random
    self.form = form
    self.forms = forms
    self.borders = borders
    self.dropsTypeAhead = dropsTypeAhead
  }
}
