/// Why a text is no answer of the question's type.
public enum BadValue: Equatable, Sendable {
  case notAWholeNumber
  case notANumber
  case tooLarge
  case notADate
  case noSuchDay
  case notAcknowledged
}
