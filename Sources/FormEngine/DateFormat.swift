/// A format of `format-date` and `format-date-time`, checked when the form is read.
struct DateFormat: Equatable, Sendable {
  private enum Part: Equatable, Sendable {
    case literal(String)
    case field(Character)
  }

  private var parts: [Part] = []
  /// Whether the result has words, and so depends on the language.
  private(set) var usesNames = false

  init(_ pattern: String) throws(ExpressionFault) {
    var literal = ""
    var characters = pattern.makeIterator()
    while let character = characters.next() {
      guard character == "%" else {
        literal.append(character)
        continue
      }
      guard let field = characters.next() else { throw .badDateFormat(pattern) }
      if field == "%" {
        literal.append("%")
        continue
      }
      guard "YymnbdeaWHhMS3".contains(field) else { throw .badDateFormat(pattern) }
      if field == "a" || field == "b" { usesNames = true }
      if !literal.isEmpty { parts.append(.literal(literal)) }
      literal = ""
      parts.append(.field(field))
    }
    if !literal.isEmpty { parts.append(.literal(literal)) }
  }

  func text(_ moment: Moment, language: String) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .literal(let literal): text += literal
      case .field(let field): text += Self.text(field, moment, language)
      }
    }
    return text
  }

  private static func text(_ field: Character, _ moment: Moment, _ language: String) -> String {
    let date = moment.date
    let time = moment.milliseconds ?? 0
    return switch field {
    case "Y": padded(date.year, 4)
    case "y": padded(date.year % 100, 2)
    case "m": padded(date.month, 2)
    case "n": String(date.month)
    case "b": isChinese(language) ? "\(date.month)月" : months[date.month - 1]
    case "d": padded(date.day, 2)
    case "e": String(date.day)
    case "a": isChinese(language) ? "周" + weekdaysInChinese[date.weekday] : weekdays[date.weekday]
    case "W": padded(week(date), 2)
    case "H": padded(time / 3_600_000, 2)
    case "h": String(time / 3_600_000)
    case "M": padded(time / 60_000 % 60, 2)
    case "S": padded(time / 1_000 % 60, 2)
    default: padded(time % 1_000, 3)
    }
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// The week of ISO 8601: the first has the year's first Thursday.
  private static func week(_ date: CalendarDate) -> Int {
    let thursday = date.days + 3 - (date.weekday + 6) % 7
    let year = CalendarDate(days: thursday).year
    guard let first = CalendarDate(year: year, month: 1, day: 1) else { return 0 }
    return (thursday - first.days) / 7 + 1
  }

  private static func isChinese(_ language: String) -> Bool {
    language.contains("zh") || language.contains("中文")
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let weekdaysInChinese = ["日", "一", "二", "三", "四", "五", "六"]
}
