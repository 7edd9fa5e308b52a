import Terminal
import Testing

@Suite struct InputDecoderTests {
  private func keys(_ text: String) -> [Key] {
    var decoder = InputDecoder()
    return decoder.keys(in: scalars(text))
  }

  private func scalars(_ text: String) -> [RawInput] {
    text.unicodeScalars.map { .scalar($0.value) }
  }

  @Test func oneCharacterIsAKeyAndSeveralAreABurst() {
    #expect(keys("2") == [.character("2")])
    #expect(keys("１") == [.character("１")])
    #expect(keys("张三") == [.burst("张三")])
    #expect(keys("12") == [.burst("12")])
    #expect(keys("e\u{301}") == [.character("e\u{301}")])
  }

  @Test func controlsEndABurst() {
    #expect(keys("25\r30\n") == [.burst("25"), .enter, .burst("30"), .enter])
    #expect(
      keys("\u{0E}\u{1F}\u{7F}\u{08}\t\u{00}")
        == [.control("n"), .control("_"), .backspace, .backspace, .tab, .control("@")])
    #expect(keys("\u{85}\u{9B}") == [])
  }

  @Test func escapeIsAKeyOnlyByItself() {
    #expect(keys("\u{1B}") == [.escape])
    #expect(keys("2\u{1B}") == [.character("2"), .escape])
    #expect(keys("\u{1B}\u{1B}") == [.escape, .escape])
    #expect(keys("\u{1B}\r") == [.escape, .enter])
  }

  @Test func unknownSequencesAndAltChordsAreSwallowed() {
    #expect(keys("\u{1B}[1;7R") == [])
    #expect(keys("\u{1B}[I2") == [.character("2")])
    #expect(keys("\u{1B}[?1;2c") == [])
    #expect(keys("\u{1B}2") == [])
    #expect(keys("\u{1B}Oz3") == [.character("3")])
    #expect(keys("\u{1B}[") == [])
  }

  @Test func keysAmongCharacters() {
    var decoder = InputDecoder()
    #expect(
      decoder.keys(in: scalars("ab") + [.key(.up)] + scalars("c"))
        == [.burst("ab"), .up, .character("c")])
  }

  @Test func aPasteIsOneKeyAcrossReads() {
    var decoder = InputDecoder()
    #expect(decoder.keys(in: [.pasteBegin] + scalars("a\r\nb")) == [])
    #expect(
      decoder.keys(in: scalars("\rc\u{1B}[31m") + [.pasteEnd] + scalars("d"))
        == [.paste("a\nb\nc\u{1B}[31m"), .character("d")])
    #expect(decoder.keys(in: [.pasteBegin, .pasteEnd]) == [])
    #expect(decoder.keys(in: [.pasteEnd, .key(.enter)]) == [.enter])
  }

  @Test func aPasteThatLostItsEndIsEndedByAControlKey() {
    var decoder = InputDecoder()
    #expect(decoder.keys(in: [.pasteBegin] + scalars("ab")) == [])
    #expect(decoder.keys(in: [.scalar(0x07)]) == [.paste("ab"), .control("g")])
    #expect(decoder.keys(in: scalars("2")) == [.character("2")])
  }

  @Test func whatIsNoScalarIsShownAsOne() {
    var decoder = InputDecoder()
    #expect(decoder.keys(in: [.scalar(0xD800)]) == [.character("\u{FFFD}")])
    #expect(decoder.keys(in: [.scalar(0xFFFF_FFFF)]) == [.character("\u{FFFD}")])
  }
}
