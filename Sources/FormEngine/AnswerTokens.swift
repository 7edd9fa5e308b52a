/// The names in the answer of a select, which stand side by side with spaces between.
enum AnswerTokens {
  /// Whether a whole name is in the answer.
  static func contains(_ answer: String, _ name: String) -> Bool {
    var answer = answer
    var name = name
    return answer.withUTF8 { answer in
      name.withUTF8 { name in
        var low = 0
        var high = name.count
        while low < high, isSpace(name[low]) { low += 1 }
        while high > low, isSpace(name[high - 1]) { high -= 1 }
        return contains(answer, name[low..<high])
      }
    }
  }

  private static func contains(
    _ answer: UnsafeBufferPointer<UInt8>, _ name: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    var index = 0
    var found = false
    while index < answer.count {
      while index < answer.count, isSpace(answer[index]) { index += 1 }
      let start = index
      while index < answer.count, !isSpace(answer[index]) { index += 1 }
      guard index > start else { break }
      found = true
      if index - start == name.count, answer[start..<index].elementsEqual(name) { return true }
    }
    // An empty name is in an empty answer, and only there.
    return !found && name.isEmpty
  }

  static func split(_ answer: String) -> [String] {
    // Names are ASCII nearly always, and then a space is a byte.
    guard answer.utf8.allSatisfy({ $0 < 0x80 }) else {
      return answer.split(whereSeparator: \.isWhitespace).map(String.init)
    }
    return answer.utf8.split(whereSeparator: isSpace).map { String(Substring($0)) }
  }

  static func count(_ answer: String) -> Int {
    var count = 0
    var inside = false
    for byte in answer.utf8 {
      let space = isSpace(byte)
      if !space, !inside { count += 1 }
      inside = !space
    }
    return count
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }
}
