import SeededRandom
import Terminal
import Testing

@Suite struct CanvasTests {
  private func canvas(_ rows: Int, _ columns: Int) -> Canvas {
    Canvas(Size(rows: rows, columns: columns))
  }

  private func at(_ row: Int, _ column: Int) -> Point { Point(row: row, column: column) }

  private func rows(_ canvas: Canvas) -> [String] {
    (0..<canvas.size.rows).map { canvas.text(ofRow: $0) }
  }

  @Test func drawsChineseInTwoCells() {
    var canvas = canvas(1, 8)
    #expect(canvas.put("李 4人", at: at(0, 0)) == 6)
    #expect(rows(canvas) == ["李 4人  "])
    #expect(canvas[at(0, 1)]?.isContinuation == true)
  }

  @Test func aWideGlyphThatDoesNotFitTheLastColumnBecomesASpace() {
    var canvas = canvas(1, 3)
    #expect(canvas.put("水电", at: at(0, 0)) == 3)
    #expect(rows(canvas) == ["水 "])
    #expect(canvas.put("电", at: at(0, 2)) == 1)
    #expect(rows(canvas) == ["水 "])
  }

  @Test func aWideGlyphThatDoesNotFitTheLimitBecomesASpace() {
    var canvas = canvas(1, 6)
    canvas.put("------", at: at(0, 0))
    #expect(canvas.put("水电", at: at(0, 1), limit: 3) == 3)
    #expect(rows(canvas) == ["-水 --"])
  }

  @Test func overwritingEitherHalfBlanksTheOther() {
    var left = canvas(1, 4)
    left.put("水电", at: at(0, 0))
    left.put("a", at: at(0, 0))
    #expect(rows(left) == ["a 电"])
    var right = canvas(1, 4)
    right.put("水电", at: at(0, 0))
    right.put("a", at: at(0, 1))
    #expect(rows(right) == [" a电"])
    var both = canvas(1, 4)
    both.put("水电", at: at(0, 0))
    both.put("人", at: at(0, 1))
    #expect(rows(both) == [" 人 "])
  }

  @Test func marksJoinTheCellBefore() {
    var canvas = canvas(1, 4)
    #expect(canvas.put("e\u{301}a", at: at(0, 0)) == 2)
    #expect(canvas[at(0, 0)]?.glyph.text.unicodeScalars.count == 2)
    #expect(canvas.put("\u{301}x", at: at(0, 2)) == 1)
    #expect(Array(canvas.text(ofRow: 0).unicodeScalars).count == 5)
  }

  @Test func aNameWithEscapesIsHarmless() {
    var canvas = canvas(1, 40)
    canvas.put("\u{1B}[31m张\u{7}三\u{9B}2J", at: at(0, 0))
    #expect(canvas.text(ofRow: 0).hasPrefix("?[31m张?三?2J   "))
  }

  @Test(arguments: [
    ("a\u{202E}b\u{2066}c\u{2069}", "abc"), ("a\u{200B}\u{200D}\u{FEFF}b", "ab"),
    ("❤\u{FE0F}", "❤"), ("1\u{FE0F}\u{20E3}", "1"), ("🇨🇳", "CN"), ("👍🏽", "👍"),
    ("👨\u{200D}👩", "👨👩"), ("葛\u{E0100}城", "葛城"), ("a\tb\r\nc\nd", "a b c d"),
    ("\u{E000}", "〓"), ("\u{2A6E0}", "〓"), ("\u{378}", "?"), ("a\u{AD}b", "ab"),
    ("𠮷野", "𠮷野"), ("a\u{2028}b", "a b"), ("", ""), ("\u{301}", ""),
  ])
  func showsOnlyWhatIsSafe(text: String, shown: String) {
    #expect(Glyph.glyphs(of: text).map(\.text).joined() == shown)
  }

  @Test func manyMarksAreCutToWhatACellHolds() {
    let glyphs = Glyph.glyphs(of: "a" + String(repeating: "\u{301}", count: 50))
    #expect(glyphs.count == 1)
    #expect(glyphs[0].marks.count == 4)
  }

  @Test func aLongNameIsCutByCells() {
    var canvas = canvas(2, 10)
    let name = String(repeating: "很长的名字", count: 60)
    #expect(canvas.put(name, at: at(0, 1)) == 9)
    #expect(rows(canvas) == [" 很长的名 ", "          "])
    #expect(Fitting.cut(name, to: 10) == "很长的名~")
    #expect(Fitting.cut(name, to: 9) == "很长的名~")
    #expect(Fitting.cut(name, to: 9, mark: "…") == "很长的名…")
  }

  @Test func whatLiesOutsideIsClipped() {
    var canvas = canvas(2, 4)
    canvas.put("abc", at: at(-1, 0))
    canvas.put("abc", at: at(2, 0))
    canvas.put("abc", at: at(0, 9))
    canvas.put("水bc", at: at(0, -1))
    canvas.put("abcdef", at: at(1, -2))
    canvas.fill(Rect(row: 0, column: 3, rows: 9, columns: 9), "#")
    #expect(rows(canvas) == [" bc#", "cde#"])
    canvas.fill(Rect(row: -3, column: -3, rows: 2, columns: 2), "#")
    canvas.mark(Rect(row: -1, column: -1, rows: 9, columns: 9), role: .dim)
    #expect(rows(canvas) == [" bc#", "cde#"])
    #expect(canvas[at(5, 5)] == nil)
    #expect(canvas[at(-1, 0)] == nil)
  }

  @Test func markingHalfAWideGlyphMarksBothHalves() {
    var canvas = canvas(1, 4)
    canvas.put("水电", at: at(0, 0))
    canvas.mark(Rect(row: 0, column: 1, rows: 1, columns: 2), role: .selected)
    #expect(canvas.row(0).map(\.role) == [.selected, .selected, .selected, .selected])
  }

  @Test func fillingWithAWideCharacterKeepsTheWidth() {
    var canvas = canvas(1, 5)
    canvas.fill(canvas.bounds, "水")
    #expect(rows(canvas) == ["水水 "])
  }

  @Test func layingOneOverAnotherCarriesTheCursor() {
    var below = canvas(3, 6)
    below.fill(below.bounds, "水")
    var above = canvas(1, 3)
    above.put("abc", at: at(0, 0))
    above.cursor = at(0, 2)
    below.lay(above, at: at(1, 1))
    #expect(rows(below) == ["水水水", " abc水", "水水水"])
    #expect(below.cursor == at(1, 3))
    below.lay(canvas(2, 9), at: at(-1, -4))
    #expect(rows(below)[0] == "     " + " ")
  }

  @Test func framesAndSeparators() {
    var canvas = canvas(4, 6)
    canvas.fill(canvas.bounds, "x")
    canvas.frame(canvas.bounds)
    #expect(rows(canvas) == ["+----+", "|    |", "|    |", "+----+"])
    canvas.frame(canvas.bounds, borders: .line)
    #expect(rows(canvas)[0] == "┌────┐")
    canvas.separate(row: 1)
    #expect(rows(canvas)[1] == "------")
  }

  @Test func everyRowHasItsWidthWhateverIsDrawn() {
    var random = SplitMix64(seed: 7)
    let samples = ["水", "a", "ｱ", "e\u{301}", "🇨🇳", "\u{1B}", "👨‍👩‍👧", "한글", "（", "\u{202E}", "─"]
    var canvas = canvas(5, 11)
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...4, using: &random))
        .map { _ in samples[Int.random(in: 0..<samples.count, using: &random)] }.joined()
      canvas.put(
        text,
        at: at(Int.random(in: -2...6, using: &random), Int.random(in: -4...13, using: &random)),
        limit: Bool.random(using: &random) ? Int.random(in: 0...5, using: &random) : nil)
      for row in 0..<5 {
        let cells = Array(canvas.row(row))
        #expect(cells.reduce(0) { $0 + ($1.isContinuation ? 0 : $1.glyph.width) } == 11)
        for (column, cell) in cells.enumerated() where cell.isContinuation {
          #expect(cells[column - 1].glyph.width == 2)
          #expect(!cells[column - 1].isContinuation)
        }
      }
    }
  }

  @Test func goldenShowsMarginsCursorAndRoles() {
    var canvas = canvas(2, 6)
    canvas.put("水 a", at: at(0, 0), role: .title)
    canvas.cursor = at(1, 2)
    #expect(
      canvas.golden() == """
        6x2 cursor 1,2
        |水 a  |
        |      |

        tttt..
        .

        """)
    #expect(canvas.plainText == "水 a\n")
  }

  @Test func everyRoleHasALetterOfItsOwn() {
    #expect(Set(Role.allCases.map(\.letter)).count == Role.allCases.count)
  }
}
