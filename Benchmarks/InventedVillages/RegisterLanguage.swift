/// The language of a register's titles and cells.
public enum RegisterLanguage: String, CaseIterable, Sendable {
  /// Chinese, as an office would have it.
  case chinese = "zh"
  /// English.
  case english = "en"
}
