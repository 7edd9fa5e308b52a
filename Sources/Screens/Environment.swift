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
  /// The form to which new interviews in a village are bound; nil where there is none.
  public var form: @Sendable (Village) -> VillageForm?
  /// The form of that hash, or nil when it is not here.
  public var forms: VillageDesk.FormSource
  /// The overlays and profiles that lie here now, for a village's standard.
  public var standards: @Sendable () -> StandardChoices
  /// The sticks and folders through which laptops can meet now.
  public var places: @Sendable () -> [MeetingPlace]
  /// The codes of the villages whose records are on this laptop; nil where that is not known.
  public var villagesHere: @Sendable () -> Set<String>?
  /// Whether this laptop is not in its team, so that its work does not count elsewhere.
  public var isHeldApart: @Sendable () -> Bool
  /// What is known to be damaged in the journals of the open village.
  public var damage: @Sendable () -> [ShownDamage]
  /// What separators are drawn with.
  public var borders: Borders
  /// Whether a person is at a keyboard, so that keys typed ahead are dropped when a coded answer
  /// moves the screen on; false when a script plays.
  public var dropsTypeAhead: Bool

  /// Collects the parameters.
  public init(
    wallTime: @escaping @Sendable () -> String, monotonic: @escaping @Sendable () -> Int,
    random: @escaping @Sendable (Int) -> [UInt8],
    form: @escaping @Sendable (Village) -> VillageForm?, forms: @escaping VillageDesk.FormSource,
    standards: @escaping @Sendable () -> StandardChoices = { StandardChoices() },
    places: @escaping @Sendable () -> [MeetingPlace] = { [] },
    villagesHere: @escaping @Sendable () -> Set<String>? = { nil },
    isHeldApart: @escaping @Sendable () -> Bool = { false },
    damage: @escaping @Sendable () -> [ShownDamage] = { [] },
    borders: Borders = .ascii, dropsTypeAhead: Bool = true
  ) {
    self.wallTime = wallTime
    self.monotonic = monotonic
    self.random = random
    self.form = form
    self.forms = forms
    self.standards = standards
    self.places = places
    self.villagesHere = villagesHere
    self.isHeldApart = isHeldApart
    self.damage = damage
    self.borders = borders
    self.dropsTypeAhead = dropsTypeAhead
  }
}

/// The form to which new interviews in a village are bound: the questionnaire with the village's
/// standard merged in.
public struct VillageForm: Sendable {
  /// The hash under which the form is kept.
  public var hash: String
  /// The form.
  public var definition: FormDefinition
  /// Why the standard that was chosen for the village cannot be used and which one is used instead, a
  /// sentence in a language; nil when it is the one that was chosen.
  public var trouble: (@Sendable (Language) -> String)?

  /// Names a form.
  public init(
    hash: String, definition: FormDefinition, trouble: (@Sendable (Language) -> String)? = nil
  ) {
    self.hash = hash
    self.definition = definition
    self.trouble = trouble
  }
}
