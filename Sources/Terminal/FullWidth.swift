/// The full-width twins that Chinese input methods produce, and what they stand for.
///
/// The tables are explicit, since general folding would also change text that people mean.
public enum FullWidth {
  /// What a key stands for where keys are commands or codes: `１` is `1`, `？` is `?`, `、` is `/`.
  public static func key(_ character: Character) -> Character {
    keys[character] ?? plain(character)
  }

  /// What a character stands for in a number, date or time: `。` is a point, `－` a minus.
  public static func number(_ character: Character) -> Character {
    numbers[character] ?? plain(character)
  }

  /// The text of a number, date or time with plain digits and signs, without spaces at its ends.
  public static func number(_ text: some StringProtocol) -> String {
    trimmed(text.map(number))
  }

  /// The text of a code, such as an identity number, with plain letters and digits.
  public static func code(_ text: some StringProtocol) -> String {
    trimmed(text.map { character in dashes.contains(character) ? "-" : plain(character) })
  }

  private static func plain(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
      return character
    }
    switch scalar.value {
    // Digits, and letters of both cases.
    case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A:
      return Character(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
    case 0x3000: return " "
    default: return character
    }
  }

  private static func trimmed(_ characters: [Character]) -> String {
    var kept = characters[...]
    while kept.first == " " { kept.removeFirst() }
    while kept.last == " " { kept.removeLast() }
    return String(kept)
  }

  /// Hyphens, dashes and minus signs that people's keyboards make for a plain `-`.
  private static let dashes: Set<Character> = ["－", "−", "‐", "‑", "–", "—", "﹣"]

  private static let numbers: [Character: Character] = {
    var table: [Character: Character] = [
      "．": ".", "。": ".", "｡": ".", "＋": "+", "／": "/", "、": "/", "：": ":",
    ]
    for dash in dashes { table[dash] = "-" }
    return table
  }()

  private static let keys: [Character: Character] = {
    var table: [Character: Character] = [
      "？": "?", "／": "/", "、": "/", "，": ",", "。": ".", "．": ".", "；": ";", "：": ":",
      "！": "!", "＋": "+", "＝": "=", "＊": "*", "＃": "#", "（": "(", "）": ")", "【": "[",
      "】": "]", "［": "[", "］": "]", "＞": ">", "＜": "<",
    ]
    for dash in dashes { table[dash] = "-" }
    return table
  }()
}
