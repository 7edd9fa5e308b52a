import Terminal
import Testing

@Suite struct InputDecoderTests {
  private func keys(_ text: String) -> [Key] {
    var decoder = InputDecoder()
    return decoder.keys(in: bytes(text))
  }

  private func bytes(_ text: String) -> [RawInput] {
    text.utf8.map { .byte($0) }
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
      decoder.keys(in: bytes("ab") + [.key(.up)] + bytes("c"))
        == [.burst("ab"), .up, .character("c")])
  }

  @Test func aPasteIsOneKeyAcrossReads() {
    var decoder = InputDecoder()
    #expect(decoder.keys(in: [.pasteBegin] + bytes("a\r\nb")) == [])
    #expect(
      decoder.keys(in: bytes("\rc\u{1B}[31m") + [.pasteEnd] + bytes("d"))
        == [.paste("a\nb\nc\u{1B}[31m"), .character("d")])
    #expect(decoder.keys(in: [.pasteBegin, .pasteEnd]) == [])
    #expect(decoder.keys(in: [.pasteEnd, .key(.enter)]) == [.enter])
  }

  @Test func aPasteThatLostItsEndIsEndedByAControlKey() {
    var decoder = InputDecoder()
    #expect(decoder.keys(in: [.pasteBegin] + bytes("ab")) == [])
    #expect(decoder.keys(in: [.byte(0x07)]) == [.paste("ab"), .control("g")])
    #expect(decoder.keys(in: bytes("2")) == [.character("2")])
  }

  @Test func aCharacterMayArriveInPieces() {
    var decoder = InputDecoder()
    #expect(decoder.keys(in: [.byte(0xE5)]) == [])
    #expect(decoder.keys(in: [.byte(0xBC)]) == [])
    #expect(decoder.keys(in: [.byte(0xA0)]) == [.character("张")])
    #expect(decoder.keys(in: bytes("\u{20BB7}野")) == [.burst("𠮷野")])
  }

  @Test func bytesThatAreNoTextAreShownAsSuch() {
    var decoder = InputDecoder()
    #expect(decoder.keys(in: [.byte(0xFF)]) == [.character("\u{FFFD}")])
    #expect(decoder.keys(in: [.byte(0x80)]) == [.character("\u{FFFD}")])
    #expect(decoder.keys(in: [.byte(0xE5), .byte(0xBC), .byte(0x32)]) == [.burst("\u{FFFD}2")])
    #expect(decoder.keys(in: [.byte(0xE5), .key(.up)]) == [.character("\u{FFFD}"), .up])
    #expect(decoder.keys(in: [.byte(0xED), .byte(0xA0), .byte(0x80)]) == [.character("\u{FFFD}")])
    #expect(decoder.keys(in: [.byte(0xC2), .byte(0x9B)]) == [])
  }
}
