import Terminal
import Testing

@Suite struct FullWidthTests {
  @Test func keysHaveTwins() {
    let twins: [(Character, Character)] = [
      ("１", "1"), ("０", "0"), ("？", "?"), ("／", "/"), ("、", "/"), ("。", "."), ("－", "-"),
      ("Ａ", "A"), ("ｚ", "z"), ("　", " "), ("a", "a"), ("张", "张"), ("，", ","),
    ]
    for (twin, plain) in twins { #expect(FullWidth.key(twin) == plain) }
  }

  @Test func numbersAreFolded() {
    #expect(FullWidth.number("　１２。５　") == "12.5")
    #expect(FullWidth.number("−７") == "-7")
    #expect(FullWidth.number("８：３０") == "8:30")
    #expect(FullWidth.number("二") == "二")
  }

  @Test func codesKeepTheirPoints() {
    #expect(FullWidth.code("１１０１０１２００００１０１００１Ｘ") == "11010120000101001X")
    #expect(FullWidth.code("。") == "。")
  }
}
