/// How a Chinese name is typed on a Latin keyboard: its syllables without tones, ü as v.
///
/// So 吕国强 is `lv guo qiang`, is found by `lvguoqiang` and by `lgq`. Letters and digits that stand
/// in a name are kept, in lower case; all else (dots, spaces, other scripts) only separates.
public struct Pinyin: Hashable, Sendable {
  /// One for each Han character, and one for each run of letters or digits between them.
  public let syllables: [String]

  /// All syllables run together.
  public var full: String { syllables.joined() }

  /// The first letter of each syllable.
  public var initials: String { String(syllables.compactMap(\.first)) }

  /// Reads a text character by character, with no rule for surnames: for places and other words.
  public init(of text: String) {
    self.init(syllables: Self.pieces(of: text).map(\.usual))
  }

  /// Reads a person's name in the usual way, with the surname's own reading (曾 zeng, 单 shan).
  public init(ofName name: String) {
    let (surname, rest) = Self.splitSurname(name)
    if let reading = surname.first {
      self.init(syllables: reading + rest.map(\.usual))
    } else {
      self.init(syllables: rest.map(\.usual))
    }
  }

  private init(syllables: [String]) {
    self.syllables = syllables
  }

  /// All ways to read a person's name, the usual one first: some surnames and some characters that
  /// given names are fond of are read in two ways (覃 qin or tan, 长 chang or zhang).
  public static func readings(ofName name: String) -> [Pinyin] {
    let (surname, rest) = splitSurname(name)
    var all: [[String]] = surname.isEmpty ? [[]] : surname
    for piece in rest {
      // A long text of ambiguous characters must not multiply without end.
      let ways = all.count > 8 ? [piece.usual] : piece.all
      all = ways.flatMap { way in all.map { $0 + [way] } }
    }
    var seen: Set<[String]> = []
    return all.filter { seen.insert($0).inserted }.map(Pinyin.init(syllables:))
  }

  /// Whether what was typed so far begins the full reading or the initials; case and spaces in it
  /// do not count.
  public func begins(with typed: String) -> Bool {
    let wanted = typed.lowercased().filter { !$0.isWhitespace }
    guard !wanted.isEmpty else { return true }
    return full.hasPrefix(wanted) || initials.hasPrefix(wanted)
  }
}

extension Pinyin {
  /// One character's or run's readings, the usual one first; never empty.
  private struct Piece {
    var all: [String]
    var usual: String { all.first ?? "" }
  }

  /// The surname's readings and the pieces after it; no readings when it has none of its own.
  private static func splitSurname(_ name: String) -> (readings: [[String]], rest: [Piece]) {
    let trimmed = Substring(name.drop { $0.isWhitespace })
    for length in [2, 1] where trimmed.count >= length {
      if let readings = PinyinSurnames.readings[String(trimmed.prefix(length))] {
        return (readings, pieces(of: String(trimmed.dropFirst(length))))
      }
    }
    return ([], pieces(of: String(trimmed)))
  }

  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var run = ""
    func closeRun() {
      if !run.isEmpty { pieces.append(Piece(all: [run])) }
      run = ""
    }
    for scalar in text.unicodeScalars {
      if let folded = asciiLetterOrDigit(scalar) {
        run.unicodeScalars.append(folded)
        continue
      }
      closeRun()
      if let others = PinyinSurnames.givenNameReadings[Character(scalar)] {
        pieces.append(Piece(all: others))
      } else if let syllable = PinyinTable.shared[scalar] {
        pieces.append(Piece(all: [syllable]))
      }
    }
    closeRun()
    return pieces
  }

  /// The scalar in lower case and half width, when it is a letter or digit of ASCII or its twin.
  private static func asciiLetterOrDigit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    var value = scalar.value
    if (0xFF01...0xFF5E).contains(value) { value -= 0xFEE0 }
    switch value {
    case 0x30...0x39, 0x61...0x7A: return Unicode.Scalar(value)
    case 0x41...0x5A: return Unicode.Scalar(value + 0x20)
    default: return nil
    }
  }
}
