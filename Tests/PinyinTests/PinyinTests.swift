import Foundation
import Testing

@testable import Pinyin

@Suite struct PinyinTests {
  @Test(arguments: [
    ("李国强", "liguoqiang", "lgq"), ("单雄信", "shanxiongxin", "sxx"),
    ("曾小贤", "zengxiaoxian", "zxx"), ("仇英", "qiuying", "qy"), ("查良镛", "zhaliangyong", "zly"),
    ("解珍", "xiezhen", "xz"), ("区寄", "ouji", "oj"), ("盖叫天", "gaijiaotian", "gjt"),
    ("任重", "renchong", "rc"), ("华佗", "huatuo", "ht"), ("朴正花", "piaozhenghua", "pzh"),
    ("尉迟恭", "yuchigong", "ycg"), ("尉文", "weiwen", "ww"), ("吕布", "lvbu", "lb"),
    ("万俟雪", "moqixue", "mqx"), ("万春", "wanchun", "wc"), ("王长生", "wangchangsheng", "wcs"),
    ("欧阳修", "ouyangxiu", "oyx"), ("䶮〇", "yanling", "yl"), ("", "", ""),
  ])
  func names(_ name: String, _ full: String, _ initials: String) {
    let pinyin = Pinyin(ofName: name)
    #expect(pinyin.full == full)
    #expect(pinyin.initials == initials)
    #expect(Pinyin.readings(ofName: name).first == pinyin)
  }

  @Test func keepsLettersAndDropsTheRest() {
    #expect(Pinyin(ofName: "艾力·Ａli 2号\u{202E}😀").syllables == ["ai", "li", "ali", "2", "hao"])
    #expect(Pinyin(of: "单县").full == "danxian")
    #expect(Pinyin(ofName: "བསོད་ནམས").syllables.isEmpty)
  }

  @Test func severalReadings() {
    let readings = Pinyin.readings(ofName: "覃长乐").map(\.full)
    #expect(readings.count == 8)
    #expect(readings.first == "qinchangle")
    #expect(readings.contains("tanzhangyue"))
    #expect(Pinyin.readings(ofName: String(repeating: "乐", count: 300)).count <= 16)
  }

  @Test func filtersAsItIsTyped() {
    let pinyin = Pinyin(ofName: "李国强")
    for typed in ["", "l", "LG", "ligu", "Li Guo", "lgq"] { #expect(pinyin.begins(with: typed)) }
    for typed in ["g", "liguoqiangx", "lgqq"] { #expect(!pinyin.begins(with: typed)) }
  }

  @Test func tableAgreesWithTheTransform() throws {
    let scalars =
      (Array(0x4E00...0x9FFF) + Array(0x3400...0x4DBF) + Array(0x20000...0x323AF))
      .compactMap { Unicode.Scalar(UInt32($0)) }
    var text = ""
    for scalar in scalars {
      text.unicodeScalars.append(scalar)
      text += "\n"
    }
    let latin = try #require(text.applyingTransform(.toLatin, reverse: false))
    let lines = latin.decomposedStringWithCanonicalMapping.unicodeScalars
      .split(separator: "\n", omittingEmptySubsequences: false)
    var differing: [String] = []
    for (scalar, line) in zip(scalars, lines) {
      var expected = ""
      for mark in line {
        if mark.value == 0x308 {
          expected.removeLast()
          expected.append("v")
        } else if mark.isASCII {
          expected.unicodeScalars.append(mark)
        }
      }
      if PinyinTable.shared[scalar] != (expected.isEmpty ? nil : expected) {
        differing.append(String(scalar))
      }
    }
    #expect(differing.isEmpty)
  }
}
