/// The functions of ODK XPath that this engine has, by the names forms call them.
enum Function: String, Sendable, CaseIterable {
  case string, concat, join, substr, translate, contains, uuid, coalesce, once, boolean, not, regex
  case substringBefore = "substring-before"
  case substringAfter = "substring-after"
  case stringLength = "string-length"
  case normalizeSpace = "normalize-space"
  case startsWith = "starts-with"
  case endsWith = "ends-with"
  case base64Decode = "base64-decode"
  case choose = "if"
  case yes = "true"
  case no = "false"
  case booleanFromString = "boolean-from-string"
  case checklist
  case weightedChecklist = "weighted-checklist"
  case number, random, int, sum, max, min, round, pow, log, log10, abs, sqrt, exp, exp10, pi
  case sin, cos, tan, asin, acos, atan, atan2
  case count
  case countNonEmpty = "count-non-empty"
  case position, today, now, date, version
  case formatDate = "format-date"
  case formatDateTime = "format-date-time"
  case dateTime = "date-time"
  case decimalDateTime = "decimal-date-time"
  case decimalTime = "decimal-time"
  case selected
  case isSelected = "is-selected"
  case selectedAt = "selected-at"
  case countSelected = "count-selected"
  case choiceName = "jr:choice-name"
  case indexedRepeat = "indexed-repeat"

  /// What XLSForm knows and this engine does not: named when it is met, never passed over.
  static let unsupported: Set<String> = [
    "digest", "pulldata", "randomize", "jr:itext", "area", "distance", "geofence", "intersects",
    "extract-signed", "property", "depend", "search",
  ]

  /// Whether several nodes as one argument are meant as several.
  var takesNodes: Bool {
    switch self {
    case .count, .countNonEmpty, .sum, .max, .min, .concat, .join, .checklist, .boolean: true
    default: false
    }
  }

  /// How many arguments it takes.
  var arity: ClosedRange<Int> {
    switch self {
    case .yes, .no, .random, .pi, .today, .now, .version: 0...0
    case .string, .boolean, .booleanFromString, .not, .number, .int, .log, .log10, .abs, .sqrt,
      .exp, .exp10, .sin, .cos, .tan, .asin, .acos, .atan, .sum, .count, .countNonEmpty, .date,
      .dateTime, .decimalDateTime, .decimalTime, .countSelected, .once, .base64Decode,
      .stringLength:
      1...1
    case .substringBefore, .substringAfter, .contains, .startsWith, .endsWith, .coalesce, .regex,
      .pow, .atan2, .formatDate, .formatDateTime, .selected, .isSelected, .selectedAt, .choiceName:
      2...2
    case .normalizeSpace, .uuid, .position: 0...1
    case .substr: 2...3
    case .round: 1...2
    case .translate, .choose: 3...3
    case .concat: 0...Int.max
    case .join, .max, .min: 1...Int.max
    case .checklist: 3...Int.max
    case .weightedChecklist: 4...Int.max
    case .indexedRepeat: 3...7
    }
  }
}
