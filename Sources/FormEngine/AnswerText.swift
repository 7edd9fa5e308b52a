/// The one spelling under which an answer of a type is stored.
enum AnswerText {
  /// The stored form of a typed text, or why it is no answer of that type.
  static func canonical(_ text: String, type: QuestionType) -> Result<String, Refusal> {
    let trimmed = RowReader.tidy(text)
    switch type {
    case .integer: return integer(trimmed)
    case .decimal:
      let value = NumberText.parse(trimmed)
      guard !value.isNaN, trimmed.utf8.allSatisfy({ $0 == 0x2E || isDigitOrMinus($0) }),
        !trimmed.utf8.dropFirst().contains(0x2D)
      else { return .failure(Refusal(reason: .notANumber)) }
      return .success(NumberText.print(value))
    case .date:
      guard isDateShaped(trimmed) else { return .failure(Refusal(reason: .notADate)) }
      guard let moment = Moment(trimmed), moment.milliseconds == nil else {
        return .failure(Refusal(reason: .noSuchDay))
      }
      return .success(moment.date.text)
    case .acknowledge:
      return trimmed == "OK" ? .success(trimmed) : .failure(Refusal(reason: .notAcknowledged))
    case .text, .hidden: return .success(text)
    case .selectOne, .selectMultiple, .selectOneFromRoster: return .success(trimmed)
    }
  }

  /// Why a text is no answer.
  struct Refusal: Error, Equatable {
    let reason: BadValue
  }

  private static func integer(_ text: String) -> Result<String, Refusal> {
    var digits = text[...]
    let negative = digits.first == "-"
    if negative { digits.removeFirst() }
    guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
      return .failure(Refusal(reason: .notAWholeNumber))
    }
    // XLSForm's integer is XML Schema's int, of 32 bits.
    guard let value = Int32((negative ? "-" : "") + digits) else {
      return .failure(Refusal(reason: .tooLarge))
    }
    return .success(String(value))
  }

  private static func isDigitOrMinus(_ byte: UInt8) -> Bool {
    byte == 0x2D || (byte >= 0x30 && byte <= 0x39)
  }

  private static func isDateShaped(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 3 && parts[0].utf8.count == 4
      && parts.allSatisfy { part in
        !part.isEmpty && part.utf8.count <= 4
          && part.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
      }
  }
}
