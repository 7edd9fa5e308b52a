/// A citizen identity number (GB 11643): 17 digits and a check character.
public struct CitizenNumber: Hashable, Sendable {
  /// The 18 characters, the last perhaps a capital X.
  public let text: String
  /// The birth date within it.
  public let birthDate: CalendarDate
  /// The sex within it by GB/T 2261: `1` male, `2` female.
  public let sex: String

  /// Reads a cell; full-width digits, spaces around it and a small x count.
  public init(reading cell: String) throws(CitizenNumberFault) {
    let folded = cell.foldedCell.uppercased()
    let bytes = Array(folded.utf8)
    let digits = bytes.prefix { (0x30...0x39).contains($0) }.count
    if folded.contains("E+") || (folded.contains(".") && digits > 0) {
      throw .roundedBySpreadsheet
    }
    guard digits >= 17 || digits == bytes.count, digits > 0 else { throw .otherCharacters }
    if bytes.count == 15 { throw .oldFifteenDigits }
    guard bytes.count == 18 else { throw .length(bytes.count) }
    guard digits == 18 || bytes[17] == 0x58 else { throw .otherCharacters }
    let number = { (range: Range<Int>) in
      bytes[range].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    guard
      let date = CalendarDate(year: number(6..<10), month: number(10..<12), day: number(12..<14)),
      date.year >= 1900
    else { throw .noSuchBirthDate }
    // Spreadsheets keep 15 digits of a number and put zeros for the rest.
    let check = Self.checkCharacter(bytes)
    if bytes[17] != check {
      throw bytes[15...].allSatisfy { $0 == 0x30 } ? .roundedBySpreadsheet : .checkCharacter
    }
    text = folded
    birthDate = date
    sex = bytes[16] % 2 == 1 ? "1" : "2"
  }

  /// The check character of the first 17 digits (ISO 7064, MOD 11-2).
  static func checkCharacter(_ digits: [UInt8]) -> UInt8 {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(digits, weights).reduce(0) { $0 + Int($1.0 - 0x30) * $1.1 }
    return Array("10X98765432".utf8)[sum % 11]
  }
}
