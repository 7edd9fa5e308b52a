/// A day of the Gregorian calendar, which exists.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The year, from 1.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(in: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads a cell in one of the forms 1950-03-07, 1950/3/7, 1950.3.7, 1950年3月7日 and 19500307.
  public init(reading cell: String) throws(CalendarDateFault) {
    let text = cell.foldedCell
    let isDigits = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    if isDigits, text.utf8.count == 5 { throw .spreadsheetSerial }
    var numbers: [Int] = []
    if isDigits, text.utf8.count == 8, let whole = Int(text) {
      numbers = [whole / 10000, whole / 100 % 100, whole % 100]
    } else {
      numbers = try Self.threeNumbers(text)
    }
    guard numbers[0] >= 1000 else { throw .notADate }
    guard let date = CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]) else {
      throw .noSuchDay
    }
    self = date
  }

  private static func threeNumbers(_ text: String) throws(CalendarDateFault) -> [Int] {
    for marks in ["---", "///", "...", "年月日"] {
      let marks = Array(marks)
      var numbers: [Int] = []
      var rest = Substring(text)
      for (index, mark) in marks.enumerated() {
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(digits.count)
        guard digits.count <= 4, let number = Int(digits) else { break }
        let last = index == 2
        if rest.first == mark {
          rest = rest.dropFirst()
        } else if !last || mark == "日" && !rest.isEmpty {
          break
        }
        numbers.append(number)
      }
      if numbers.count == 3, rest.isEmpty, marks[2] == "日" || text.last?.isNumber == true {
        return numbers
      }
    }
    throw .notADate
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Earlier days come first.
  public static func < (one: CalendarDate, other: CalendarDate) -> Bool {
    (one.year, one.month, one.day) < (other.year, other.month, other.day)
  }

  /// The form 1950-03-07.
  public var description: String {
    let padded = { (number: Int, width: Int) in
      String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
