/// The language in which ruhu speaks to the person at the keyboard.
enum Language: String, CaseIterable, Sendable {
  case chinese = "zh"
  case english = "en"
}
