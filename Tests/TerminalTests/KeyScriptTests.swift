import SeededRandom
import Terminal
import Testing

@Suite struct KeyScriptTests {
  @Test func readsKeys() throws {
    let script = try KeyScript("2⏎ ^N 34⏎ {paste 张三} {F6} {resize 100x30}")
    #expect(
      script.keys == [
        .character("2"), .enter, .control("n"), .character("3"), .character("4"), .enter,
        .paste("张三"), .function(6), .resize(Size(rows: 30, columns: 100)),
      ])
  }

  @Test func readsNamesInAnyCase() throws {
    #expect(
      try KeyScript("{PgUp}{pagedown}{ESC} {BackTab} {Home}{End} {Del} {Ins} {space}").keys
        == [
          .pageUp, .pageDown, .escape, .backTab, .home, .end, .delete, .insert, .character(" "),
        ])
  }

  @Test func commentsAndLinesOnlySeparate() throws {
    let script = try KeyScript("# first\n  2 ⏎ # the answer\n\n3#4")
    #expect(
      script.keys == [
        .character("2"), .enter, .character("3"), .character("#"), .character("4"),
      ])
  }

  @Test func textInBracesMayHoldAnything() throws {
    #expect(
      try KeyScript(#"{burst a b\}c\\} {paste 1\n2} {char \}} {char {}"#).keys
        == [.burst("a b}c\\"), .paste("1\n2"), .character("}"), .character("{")])
  }

  @Test(arguments: [
    ("2 {paste", 1, 3, KeyScriptFault.Kind.openBrace), ("a\nb }", 2, 3, .strayBrace),
    ("{Foo}", 1, 1, .unknownKey("Foo")), ("{F0}", 1, 1, .unknownKey("F0")),
    (" ^张", 1, 2, .badControl("张")), ("^", 1, 1, .badControl("")),
    ("^5", 1, 1, .badControl("5")), ("{resize 30}", 1, 1, .badSize("30")),
    ("{resize 0x9}", 1, 1, .badSize("0x9")), ("{char ab}", 1, 1, .notOneCharacter("ab")),
    ("{char}", 1, 1, .notOneCharacter("")), ("{Enter 2}", 1, 1, .unwanted("2")),
    ("{ 2}", 1, 1, .unknownKey("")),
  ])
  func tellsWhereItIsWrong(text: String, line: Int, column: Int, kind: KeyScriptFault.Kind) {
    let fault = #expect(throws: KeyScriptFault.self) { try KeyScript(text) }
    #expect(fault?.line == line)
    #expect(fault?.column == column)
    #expect(fault?.kind == kind)
  }

  @Test func printsWhatItReads() throws {
    let text = "2 ⏎ ^N 34 ⏎ {paste 张三} {F6} {resize 100x30} ␣ {char #} ab {char {}"
    #expect(try KeyScript(text).description == text)
  }

  @Test func anyKeysComeBack() throws {
    var random = SplitMix64(seed: 11)
    let pool: [Key] = [
      .character("a"), .character(" "), .character("#"), .character("^"), .character("{"),
      .character("}"), .character("\\"), .character("⏎"), .character("↑"), .character("张"),
      .character("\n"), .character("\u{3000}"), .character("e\u{301}"), .burst("a}\n b\\n"),
      .paste(" x "), .paste(""), .burst("\t\r"), .enter, .tab, .backTab, .up, .down, .left,
      .right, .home, .end, .pageUp, .pageDown, .insert, .backspace, .delete, .escape,
      .function(1), .function(21), .control("a"), .control("_"), .control("["), .control("@"),
      .control("^"), .control("]"), .control("\\"), .resize(.standard),
    ]
    for _ in 0..<300 {
      let keys = (0..<Int.random(in: 0...8, using: &random)).map { _ in
        pool[Int.random(in: 0..<pool.count, using: &random)]
      }
      let script = KeyScript(keys: keys)
      #expect(try KeyScript(script.description) == script, "\(script)")
    }
  }
}
