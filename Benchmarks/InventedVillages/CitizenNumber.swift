/// Citizen numbers by GB 11643 that belong to nobody.
///
/// All begin with 99: GB/T 2260 gives the first two digits to provinces from 11 to 82, the later
/// 83 and the old 91 (abroad) are taken too, and in the number of a foreigner's permanent
/// residence card (9, then a province) a province 9x does not exist either.
public enum CitizenNumber {
  /// First two digits that GB/T 2260 or a card's standard has given out.
  public static let assignedProvinces: Set<Int> = [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46,
    50, 51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83, 91,
  ]

  private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  private static let checkDigits: [Character] = [
    "1", "0", "X", "9", "8", "7", "6", "5", "4", "3", "2",
  ]

  /// Puts a number together; `order` is the running number of the day, odd for men.
  static func make(area: String, birth: CivilDate, order: Int) -> String {
    let body = area + birth.digits + CivilDate.padded(order, 3)
    guard let check = checkDigit(of: body) else { return body }
    return body + String(check)
  }

  /// The check digit of the first seventeen; nil unless they are seventeen digits.
  public static func checkDigit(of body: some StringProtocol) -> Character? {
    var sum = 0
    var count = 0
    for character in body {
      guard count < weights.count, character.isASCII, let digit = character.wholeNumberValue
      else { return nil }
      sum += digit * weights[count]
      count += 1
    }
    return count == weights.count ? checkDigits[sum % 11] : nil
  }
}
