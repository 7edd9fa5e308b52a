import CCurses
import Terminal
import Testing

// Among the tests that run one at a time, since choosing a locale is a matter of the whole process.
extension CursesTerminalTests {
  @Suite struct WidthTests {
    @Test func whatIsDrawnHasTheWidthThatTheLibraryBelieves() {
      #expect(ccurses_use_utf8() == 1)
      var differing: [String] = []
      for value in UInt32(0)...0x10FFFF {
        guard let scalar = Unicode.Scalar(value) else { continue }
        for glyph in Glyph.glyphs(of: String(scalar)) {
          let believed = Int(ccurses_width(glyph.scalar.value))
          if believed != glyph.width {
            differing.append("\(String(value, radix: 16)): \(glyph.width), \(believed)")
          }
        }
        // Marks are seen only behind a letter.
        let marked = Glyph.glyphs(of: "a" + String(scalar))
        if marked.count == 1, let mark = marked[0].marks.first, ccurses_width(mark.value) != 0 {
          differing.append("mark \(String(value, radix: 16))")
        }
      }
      #expect(differing.prefix(20) == [])
    }

    @Test func theWidthsThatScreensRelyOn() {
      #expect(width(of: "中") == 2)
      #expect(width(of: "（") == 2)
      #expect(width(of: "\u{3000}") == 2)
      #expect(width(of: "─") == 1)
      #expect(width(of: "…") == 1)
      #expect(width(of: "“") == 1)
      #expect(width(of: "●") == 1)
      #expect(width(of: "\u{301}") == 0)
      #expect(width(of: "👨") == 2)
    }
  }
}
