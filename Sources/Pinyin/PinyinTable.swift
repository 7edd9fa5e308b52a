/// The reading of every Han character by itself, as ICU's Han-Latin transform gives it.
///
/// A table and not the transform: the transform's first call costs more than a cold start may take,
/// and with a table this room stays pure, so that a list on the screen can be filtered by it. A test
/// compares every row with the transform.
struct PinyinTable: Sendable {
  static let shared = PinyinTable()

  private let syllables: [String]
  /// For each scalar of the common block the place of its syllable, plus one; 0 is none.
  private let places: [UInt16]

  private static let block: ClosedRange<UInt32> = 0x4E00...0x9FFF
  private static let rareReadings: [UInt32: String] = {
    var readings: [UInt32: String] = [:]
    PinyinTable.read(rare) { syllable, scalar in readings[scalar] = syllable }
    return readings
  }()

  private init() {
    var syllables: [String] = []
    var places = [UInt16](repeating: 0, count: Self.block.count)
    Self.read(Self.common) { syllable, scalar in
      if syllables.last != syllable { syllables.append(syllable) }
      if Self.block.contains(scalar) {
        places[Int(scalar - Self.block.lowerBound)] = UInt16(syllables.count)
      }
    }
    self.syllables = syllables
    self.places = places
  }

  /// The syllable without its tone, ü as v, or nil when the scalar is no Han character.
  subscript(scalar: Unicode.Scalar) -> String? {
    let value = scalar.value
    if Self.block.contains(value) {
      let place = places[Int(value - Self.block.lowerBound)]
      return place == 0 ? nil : syllables[Int(place) - 1]
    }
    if value == 0x3007 { return "ling" }
    guard value >= 0x3400 else { return nil }
    return Self.rareReadings[value]
  }

  private static func read(_ table: String, _ visit: (String, UInt32) -> Void) {
    var syllable = ""
    var reading = ""
    for scalar in table.unicodeScalars {
      if scalar == "\n" {
        reading = ""
      } else if scalar == " " {
        syllable = reading
      } else if scalar.isASCII {
        reading.unicodeScalars.append(scalar)
      } else {
        visit(syllable, scalar.value)
      }
    }
  }
}
