import Pinyin
import Screens
import Testing

@Suite("Fingerprints in words")
struct FingerprintWordsTests {
  @Test("has 256 words in each language, none twice", arguments: Screens.Language.allCases)
  func areDistinct(_ language: Screens.Language) {
    let words = FingerprintWords.words(language)
    #expect(words.count == 256)
    #expect(Set(words).count == 256)
  }

  /// zh and z, ch and c, sh and s, n and l, h and f, -ng and -n are one sound in many villages.
  private func sound(_ word: String) -> String {
    Pinyin(of: word).syllables.map { syllable in
      var sound = syllable
      for (from, to) in [("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("r", "l"), ("f", "h")]
      where sound.hasPrefix(from) {
        sound = to + sound.dropFirst(from.count)
      }
      return sound.hasSuffix("ng") ? String(sound.dropLast()) : sound
    }.joined(separator: " ")
  }

  @Test("has Chinese words of two characters that no dialect of ours makes sound alike")
  func soundDifferent() {
    let words = FingerprintWords.words(.chinese)
    #expect(words.allSatisfy { $0.count == 2 })
    #expect(Set(words.map { Pinyin(of: $0).full }).count == 256)
    #expect(Set(words.map(sound)).count == 256)
  }

  @Test("has English words that differ in more than one letter and begin otherwise")
  func lookDifferent() {
    let words = FingerprintWords.words(.english)
    #expect(words.allSatisfy { (2...9).contains($0.count) && $0.allSatisfy(\.isASCII) })
    #expect(Set(words.map { $0.prefix(4) }).count == 256)
  }

  @Test("says eight words for eight bytes, and reads back what was typed in either language")
  func goesBothWays() throws {
    let digest: [UInt8] = [0, 1, 2, 3, 252, 253, 254, 255, 9]
    let words = try #require(FingerprintWords(digest: digest))
    for language in Screens.Language.allCases {
      let text = words.text(language)
      #expect(text.split(separator: " ").count == 8)
      #expect(FingerprintWords(text) == words)
      #expect(
        FingerprintWords(text.uppercased().split(separator: " ").joined(separator: ", ")) == words)
    }
    let run = words.text(.chinese).split(separator: " ").joined()
    #expect(FingerprintWords(run) == words)
    #expect(FingerprintWords("苹果 香蕉") == nil)
    #expect(FingerprintWords("abacus x y z a b c d") == nil)
    #expect(FingerprintWords("") == nil)
    #expect(FingerprintWords(digest: [1, 2]) == nil)
  }
}
