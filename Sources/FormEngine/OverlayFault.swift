/// What an overlay must not say, or says in a way that cannot be understood.
public enum OverlayFault: Hashable, Sendable {
  case unknownSheet
  case unknownColumn
  /// A sheet that has one row has another.
  case extraRow
  /// A policy profile is merged in already.
  case secondProfile
  case missingValue
  case missingText
  /// A value without the year from which it is.
  case missingYear
  case badYear(String)
  /// A row of the survey says neither which group it goes into nor which row it follows.
  case missingPlace
  /// A row inside an overlay's own group names a place of its own.
  case placeInsideGroup
  case unknownParameter(String)
  case unknownGroup(String)
  case unknownRow(String)
  case unknownDomain(String)
  case unknownOverlay(String)
  /// The overlays extend each other.
  case overlayCycle([String])
  /// The form, or an overlay applied before, has the name already.
  case nameTaken(String)
  /// The overlay has the name twice.
  case nameTwice(String)
  case notANumber(String)
  case notYesOrNo(String)
  /// A text with both kinds of quotes, which no expression can hold.
  case badText(String)
  /// A parameter's value would let more pass than its bound allows.
  case looserThan(value: String, bound: String)
  case badLevel(String)
  /// A rule's level would be lower than it is.
  case levelLowered(from: String, to: String)
  /// Something else than the level of a rule that the overlay did not bring.
  case ruleChanged(String)
  /// The domain has no formula that could be narrowed.
  case domainNeverMet(String)
}
