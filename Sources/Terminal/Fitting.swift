/// Cutting and filling text by cells.
public enum Fitting {
  /// The text in at most that many cells; when it is cut, the mark stands at its end.
  public static func cut(
    _ text: some StringProtocol, to columns: Int, mark: Character = "~"
  ) -> String {
    let glyphs = Glyph.glyphs(of: text)
    if glyphs.reduce(0, { $0 + $1.width }) <= columns { return Self.text(of: glyphs) }
    let end = Glyph.glyphs(of: mark)
    let room = columns - end.reduce(0) { $0 + $1.width }
    guard room >= 0 else { return String(repeating: " ", count: max(0, columns)) }
    var kept: [Glyph] = []
    var used = 0
    for glyph in glyphs {
      guard used + glyph.width <= room else { break }
      kept.append(glyph)
      used += glyph.width
    }
    return Self.text(of: kept + end)
  }

  /// The text in exactly that many cells: cut with the mark, or filled up with spaces.
  public static func fit(
    _ text: some StringProtocol, to columns: Int, _ alignment: Alignment = .left,
    mark: Character = "~"
  ) -> String {
    let kept = cut(text, to: columns, mark: mark)
    let rest = max(0, columns - width(of: kept))
    let before =
      switch alignment {
      case .left: 0
      case .right: rest
      case .center: rest / 2
      }
    return String(repeating: " ", count: before) + kept
      + String(repeating: " ", count: rest - before)
  }

  private static func text(of glyphs: [Glyph]) -> String {
    var text = ""
    for glyph in glyphs {
      text.unicodeScalars.append(glyph.scalar)
      text.unicodeScalars.append(contentsOf: glyph.marks)
    }
    return text
  }
}
