/// Breaking text into lines: Chinese between any two characters but where a sign forbids it,
/// English between words.
public enum Wrapping {
  /// The lines of a text, each in at most that many cells and without spaces at its end.
  ///
  /// A line break in the text is kept. What has no place to break is broken at the edge.
  public static func lines(_ text: some StringProtocol, width columns: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .flatMap { paragraph($0, max(2, columns)) }
  }

  private static func paragraph(_ text: some StringProtocol, _ columns: Int) -> [String] {
    let glyphs = Glyph.glyphs(of: text)
    guard !glyphs.isEmpty else { return [""] }
    var lines: [String] = []
    var start = 0
    while start < glyphs.count {
      let end = lineEnd(glyphs, from: start, columns)
      lines.append(line(glyphs[start..<end]))
      start = end
      // The space at which a line was broken is not carried to the next.
      while start < glyphs.count, glyphs[start].scalar == " " { start += 1 }
    }
    return lines
  }

  /// Where the line that starts there ends: behind its last glyph.
  private static func lineEnd(_ glyphs: [Glyph], from start: Int, _ columns: Int) -> Int {
    var used = 0
    var index = start
    var lastBreak: Int?
    while index < glyphs.count {
      let glyph = glyphs[index]
      if index > start, mayBreak(glyphs[index - 1], glyph) { lastBreak = index }
      used += glyph.width
      // Spaces may hang over the edge: they are not drawn.
      if used > columns, glyph.scalar != " " { return lastBreak ?? max(index, start + 1) }
      index += 1
    }
    return glyphs.count
  }

  private static func line(_ glyphs: ArraySlice<Glyph>) -> String {
    var glyphs = glyphs
    while glyphs.last?.scalar == " " { glyphs.removeLast() }
    return glyphs.reduce(into: "") { line, glyph in
      line.unicodeScalars.append(glyph.scalar)
      line.unicodeScalars.append(contentsOf: glyph.marks)
    }
  }

  private static func mayBreak(_ before: Glyph, _ after: Glyph) -> Bool {
    if after.scalar == " " { return false }
    if before.scalar == " " { return true }
    if closing.contains(after.scalar) || opening.contains(before.scalar) { return false }
    if before.width == 2 || after.width == 2 { return true }
    // An English compound may be broken behind its hyphen, a negative number not.
    return before.scalar == "-" && after.scalar.properties.isAlphabetic
  }

  /// Signs that never begin a line.
  private static let closing = Set("，。、；：？！）》」』”’】〉］｝〕…—～·％℃,.;:?!)]}%".unicodeScalars)

  /// Signs that never end a line.
  private static let opening = Set("（《「『“‘【〈［｛〔([{￥¥$#".unicodeScalars)
}
