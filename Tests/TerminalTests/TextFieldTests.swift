import SeededRandom
import Terminal
import Testing

@Suite struct TextFieldTests {
  private func typed(_ script: String, into field: TextField = TextField()) throws -> TextField {
    var field = field
    for key in try KeyScript(script).keys {
      let isItsKey = field.handle(key)
      #expect(isItsKey)
    }
    return field
  }

  @Test func editsByCharacters() throws {
    let field = try typed("abc←←X{Home}张{End}三⌫{Home}{Del}")
    #expect(field.text == "aXbc")
    #expect(field.caret == 0)
    #expect(try typed("ab^U").isEmpty)
    #expect(try typed("⌫{Del}←→").isEmpty)
  }

  @Test func aClusterIsOneCharacter() throws {
    var field = TextField("👨‍👩‍👧e\u{301}")
    #expect(field.characters.count == 2)
    _ = field.handle(.backspace)
    _ = field.handle(.backspace)
    #expect(field.isEmpty)
    // A mark that arrives by itself joins what stands before the caret.
    field.insert("e")
    field.insert("\u{301}")
    #expect(field.caret == 1)
    #expect(field.text == "é")
  }

  @Test func aPasteNeverBringsALineBreakOrAControl() throws {
    var field = TextField()
    field.insert("a\nb\r\nc\u{1B}[2Jd\te")
    #expect(field.text == "a b c[2Jd e")
  }

  @Test func foldsNumbersAndCodesButNotText() throws {
    #expect(try typed("１２。５", into: TextField(kind: .number)).text == "12.5")
    #expect(try typed("－３", into: TextField(kind: .number)).text == "-3")
    #expect(try typed("２０２４／５／１", into: TextField(kind: .number)).text == "2024/5/1")
    #expect(try typed("１１Ｘ", into: TextField(kind: .code)).text == "11X")
    #expect(try typed("１。Ｘ").text == "１。Ｘ")
  }

  @Test func keysThatAreNotItsOwnAreLeft() {
    var field = TextField("a")
    for key in [Key.enter, .tab, .up, .escape, .control("n"), .function(2), .pageUp] {
      let isItsKey = field.handle(key)
      #expect(!isItsKey)
    }
    #expect(field.text == "a")
  }

  @Test func takesNoMoreThanItsLimit() {
    var field = TextField("abc", limit: 4)
    field.insert("def")
    #expect(field.text == "abcd")
    _ = field.handle(.home)
    field.insert("x")
    #expect(field.text == "abcd")
    #expect(field.caret == 0)
  }

  @Test func theCursorStandsOnTheCaret() {
    var field = TextField("李a国")
    var canvas = Canvas(Size(rows: 1, columns: 12))
    func column() -> Int? {
      field.draw(into: &canvas, at: Point(row: 0, column: 2), columns: 10)
      return canvas.cursor?.column
    }
    #expect(column() == 7)
    _ = field.handle(.left)
    #expect(column() == 5)
    _ = field.handle(.left)
    #expect(column() == 4)
    _ = field.handle(.home)
    #expect(column() == 2)
    #expect(canvas.text(ofRow: 0) == "  李a国     ")
  }

  @Test func longTextScrollsAndTellsWhatIsHidden() {
    var field = TextField("一二三四五六七八九十")
    var canvas = Canvas(Size(rows: 1, columns: 10))
    field.draw(into: &canvas, at: Point(row: 0, column: 0), columns: 10)
    #expect(canvas.text(ofRow: 0) == "<七八九十 ")
    #expect(canvas.cursor?.column == 9)
    _ = field.handle(.home)
    field.draw(into: &canvas, at: Point(row: 0, column: 0), columns: 10)
    #expect(canvas.text(ofRow: 0) == "一二三四 >")
    #expect(canvas.cursor?.column == 0)
  }

  @Test func theCaretIsAlwaysSeenWhereItIs() {
    var random = SplitMix64(seed: 3)
    let pool = ["水", "a", "e\u{301}", "　", "-", "🇨🇳"]
    for _ in 0..<400 {
      let characters = (0..<Int.random(in: 0...30, using: &random)).map { _ in
        pool[Int.random(in: 0..<pool.count, using: &random)]
      }
      var field = TextField(characters.joined())
      let columns = Int.random(in: 6...20, using: &random)
      _ = field.handle(.home)
      for caret in 0...field.characters.count {
        #expect(field.caret == caret)
        let window = field.window(columns: columns)
        #expect(window.caretColumn < columns)
        #expect(window.glyphs.reduce(0) { $0 + $1.width } <= columns)
        // What stands at the caret's column is the character behind the caret.
        var column = 0
        var found: Glyph?
        for glyph in window.glyphs {
          if column == window.caretColumn { found = glyph }
          column += glyph.width
        }
        let expected = caret < field.characters.count ? field.characters[caret] : nil
        if let expected { #expect(found == Glyph.glyphs(of: expected).first) }
        _ = field.handle(.right)
      }
    }
  }
}
