/// Why a cell is not a citizen identity number.
public enum CitizenNumberFault: Error, Equatable, Sendable {
  /// Something else than digits (and an X at the end).
  case otherCharacters
  /// So many characters in place of 18.
  case length(Int)
  /// A number of the first generation.
  case oldFifteenDigits
  /// A spreadsheet took it for a quantity and lost its last digits.
  case roundedBySpreadsheet
  /// Digits 7 to 14 are no day since 1900.
  case noSuchBirthDate
  /// The last character does not fit the others.
  case checkCharacter
}
