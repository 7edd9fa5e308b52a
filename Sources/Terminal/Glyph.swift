/// What is shown in one cell or two: a character with the marks that join it.
///
/// Text becomes glyphs in one place, so that names from other devices carry no escape sequence, no
/// change of direction and nothing invisible onto the screen, and so that every width is known.
public struct Glyph: Hashable, Sendable {
  /// The scalar that takes the cells.
  public let scalar: Unicode.Scalar
  /// The scalars of no width that are drawn over it, at most four.
  public let marks: [Unicode.Scalar]
  /// How many cells it takes: 1 or 2.
  public let width: Int

  /// An empty cell.
  public static let blank = Glyph(scalar: " ", marks: [], width: 1)

  /// What is drawn.
  public var text: String {
    if marks.isEmpty { return String(scalar) }
    var text = String(scalar)
    text.unicodeScalars.append(contentsOf: marks)
    return text
  }

  func marked(with mark: Unicode.Scalar) -> Glyph {
    // A cell of the terminal library holds five scalars; what comes after is left out.
    marks.count < 4 ? Glyph(scalar: scalar, marks: marks + [mark], width: width) : self
  }
}

extension Glyph {
  /// The glyphs that show a text, each harmless and of known width.
  ///
  /// - Line breaks and tabs become spaces; other control characters become `?`.
  /// - Joiners, variation selectors, direction controls and invisible scalars are left out.
  /// - Private and unassigned characters, which a terminal may draw in any width, become `〓` or `?`.
  public static func glyphs(of text: some StringProtocol) -> [Glyph] {
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(text.utf8.count)
    append(text.unicodeScalars, to: &glyphs)
    return glyphs
  }

  /// The glyphs that show one character as a person counts them; there may be none or several.
  public static func glyphs(of character: Character) -> [Glyph] {
    var glyphs: [Glyph] = []
    append(character.unicodeScalars, to: &glyphs)
    return glyphs
  }

  private static func append(
    _ scalars: some Sequence<Unicode.Scalar>, to glyphs: inout [Glyph]
  ) {
    var endedInReturn = false
    for scalar in scalars {
      // Carriage return and line feed together are one line break, so one space.
      if scalar == "\n", endedInReturn {
        endedInReturn = false
        continue
      }
      endedInReturn = scalar == "\r"
      switch Appearance(scalar) {
      case .shown(let shown, let width):
        glyphs.append(Glyph(scalar: shown, marks: [], width: width))
      case .mark:
        guard let last = glyphs.popLast() else { continue }
        glyphs.append(last.marked(with: scalar))
      case .nothing: continue
      }
    }
  }
}

/// How one scalar is shown.
private enum Appearance {
  case shown(Unicode.Scalar, width: Int)
  case mark
  case nothing

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20...0x7E: self = .shown(scalar, width: 1)
    case 0x4E00...0x9FFF: self = .shown(scalar, width: 2)
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: self = .shown(" ", width: 1)
    // Soft hyphen, grapheme joiner, Arabic letter mark, Mongolian selectors, zero-width and
    // direction controls, enclosing marks (keycaps), variation selectors, byte order mark,
    // interlinear notes, skin tones, tags.
    case 0xAD, 0x34F, 0x61C, 0x180B...0x180F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F,
      0x20DD...0x20E4, 0xFE00...0xFE0F, 0xFEFF, 0xFFF9...0xFFFB, 0x1F3FB...0x1F3FF,
      0xE0000...0xE0FFF:
      self = .nothing
    // Terminals join pairs of regional letters into flags of a width of their own.
    case 0x1F1E6...0x1F1FF:
      self = .shown(Unicode.Scalar(UInt8(scalar.value - 0x1F1E6 + 0x41)), width: 1)
    // Private use, and the ideographic planes' unassigned ends: some character stood here.
    case 0xE000...0xF8FF, 0xF0000...0x10FFFF: self = .shown("〓", width: 2)
    default:
      switch GlyphWidth.of(scalar) {
      case 0: self = .mark
      case 1: self = .shown(scalar, width: 1)
      case 2: self = .shown(scalar, width: 2)
      default:
        let isIdeographic = (0x20000...0x3FFFF).contains(scalar.value)
        self = isIdeographic ? .shown("〓", width: 2) : .shown("?", width: 1)
      }
    }
  }
}

/// The cells that a text takes when it is drawn.
public func width(of text: some StringProtocol) -> Int {
  var sum = 0
  for scalar in text.unicodeScalars {
    guard (0x20...0x7E).contains(scalar.value) else {
      return Glyph.glyphs(of: text).reduce(0) { $0 + $1.width }
    }
    sum += 1
  }
  return sum
}

/// The cells that a character takes when it is drawn.
public func width(of character: Character) -> Int {
  Glyph.glyphs(of: character).reduce(0) { $0 + $1.width }
}
