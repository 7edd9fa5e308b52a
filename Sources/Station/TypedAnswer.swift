import FormEngine

/// What a person typed, made into the value the form stores: the same for screens and plain mode.
public enum TypedAnswer {
  /// The value of a line typed for a question; plain digits and signs are expected.
  ///
  /// Dates may be written 2024-5-15, 2024/5/15, 2024.5.15, 20240515 or 2024年5月15日. Several choices
  /// are separated by spaces, commas or 、. What is not understood is handed on as it is, so that
  /// the form's own check can say what is wrong.
  public static func value(_ text: String, type: QuestionType, choices: [Choice]) -> String {
    switch type {
    case .date: date(text) ?? text
    case .selectOne, .selectOneFromRoster: ChoiceKeys(choices).name(for: text) ?? text
    case .selectMultiple:
      text.split { " ,;、，；".contains($0) }
        .map { part in ChoiceKeys(choices).name(for: String(part)) ?? String(part) }
        .joined(separator: " ")
    default: text
    }
  }

  /// A date as `2024-05-15`, or nil when the text is not one.
  public static func date(_ text: String) -> String? {
    let digits = text.utf8.count == 8 && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    let parts: [Substring] =
      digits
      ? [text.prefix(4), text.dropFirst(4).prefix(2), text.suffix(2)]
      : text.split { "-/.年月日 。、".contains($0) }
    guard parts.count == 3, parts[0].count == 4, let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2]), year > 0,
      (1...12).contains(month), day >= 1, day <= 31
    else { return nil }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  private static func padded(_ number: Int, _ count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }
}
