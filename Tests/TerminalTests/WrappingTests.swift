import SeededRandom
import Terminal
import Testing

@Suite struct WrappingTests {
  @Test func breaksChineseAnywhereButBeforeClosingSigns() {
    #expect(Wrapping.lines("一二三四，五六", width: 8) == ["一二三", "四，五六"])
    #expect(Wrapping.lines("一二三四五六", width: 8) == ["一二三四", "五六"])
    #expect(Wrapping.lines("一二三四五六", width: 7) == ["一二三", "四五六"])
  }

  @Test func doesNotEndALineWithAnOpeningSign() {
    #expect(Wrapping.lines("一二三（四五）六", width: 8) == ["一二三", "（四五）", "六"])
    #expect(Wrapping.lines("去《水》", width: 4) == ["去", "《水", "》"])
  }

  @Test func breaksEnglishBetweenWords() {
    #expect(
      Wrapping.lines("How many minutes does it take?", width: 12)
        == ["How many", "minutes does", "it take?"])
    #expect(Wrapping.lines("a well-known fact", width: 8) == ["a well-", "known", "fact"])
    #expect(Wrapping.lines("from -12 to 3", width: 6) == ["from", "-12 to", "3"])
  }

  @Test func mixesBoth() {
    #expect(Wrapping.lines("使用APP付款100元", width: 10) == ["使用APP付", "款100元"])
    #expect(Wrapping.lines("收入是12345元", width: 9) == ["收入是", "12345元"])
  }

  @Test func keepsLineBreaksAndBreaksWhatHasNoPlace() {
    #expect(Wrapping.lines("a\n\nb", width: 10) == ["a", "", "b"])
    #expect(Wrapping.lines("abcdefgh", width: 3) == ["abc", "def", "gh"])
    #expect(Wrapping.lines("", width: 10) == [""])
    #expect(Wrapping.lines("水", width: 0) == ["水"])
    #expect(Wrapping.lines("，，，，", width: 4) == ["，，", "，，"])
  }

  @Test func anyTextFitsAndLosesNothingButSpaces() {
    var random = SplitMix64(seed: 5)
    let pool = ["水", "，", "（", "》", "word", " ", "  ", "12.5", "-", "a", "%", "“", "”"]
    for _ in 0..<500 {
      let text = (0..<Int.random(in: 0...25, using: &random))
        .map { _ in pool[Int.random(in: 0..<pool.count, using: &random)] }.joined()
      let columns = Int.random(in: 2...20, using: &random)
      let lines = Wrapping.lines(text, width: columns)
      for line in lines { #expect(width(of: line) <= columns) }
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
    }
  }
}
