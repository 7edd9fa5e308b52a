/// Finds the codes that a cell means, written as codes or as labels in any language.
struct RegisterChoiceReader {
  private let names: Set<String>
  private let byLabel: [String: String]

  init(_ list: String, _ choices: [RegisterChoice], extra: [String: String]) {
    names = Set(choices.map(\.name))
    var byLabel: [String: String] = [:]
    for (word, name) in Self.synonyms[list] ?? [:] where names.contains(name) {
      byLabel[word.comparableCell] = name
    }
    for choice in choices {
      for label in choice.labels { byLabel[label.comparableCell] = choice.name }
    }
    for choice in choices { byLabel[choice.name.comparableCell] = choice.name }
    for (word, name) in extra where names.contains(name) { byLabel[word.comparableCell] = name }
    self.byLabel = byLabel
  }

  func one(_ cell: String) -> String? {
    if let name = byLabel[cell.comparableCell] { return name }
    // Spreadsheets drop the zero of `02`.
    let folded = cell.foldedCell
    return folded.count == 1 && names.contains("0" + folded) ? "0" + folded : nil
  }

  /// The codes in the order written, each once; nil when a part is none of the list.
  ///
  /// A label may itself hold a comma or a space, so the coarsest separators are tried first.
  func several(_ cell: String) -> [String]? {
    guard let codes = split(cell, by: Self.separators[...]) else { return nil }
    var seen: Set<String> = []
    return codes.filter { seen.insert($0).inserted }
  }

  private static let separators: [Set<Character>] = [
    [";", "；", "、", "|", "\n", "\r\n", "\r"], [",", "，", "/", "+"], [" ", "\u{3000}"],
  ]

  private func split(_ cell: String, by separators: ArraySlice<Set<Character>>) -> [String]? {
    if let name = one(cell) { return [name] }
    guard let first = separators.first else { return nil }
    let parts = cell.split(whereSeparator: first.contains).map { String($0).trimmedCell }
      .filter { !$0.isEmpty }
    var codes: [String] = []
    for part in parts {
      guard let found = split(part, by: separators.dropFirst()) else { return nil }
      codes += found
    }
    return codes
  }

  /// Words of other registers for the choices of the household form.
  private static let synonyms: [String: [String: String]] = [
    "rel": [
      "本人": "02", "户主本人": "02", "本人或户主": "02", "妻": "10", "妻子": "10", "丈夫": "10",
      "夫": "10", "夫妻": "10", "之妻": "10", "儿子": "20", "独生子": "20", "长子": "20", "次子": "20",
      "三子": "20", "之子": "20", "女儿": "30", "独生女": "30", "长女": "30", "次女": "30", "三女": "30",
      "之女": "30", "媳妇": "38", "儿媳妇": "38", "之儿媳": "38", "女婿": "28", "之女婿": "28",
      "父": "51", "母": "52", "之父": "51", "之母": "52", "之孙子": "41", "之孙女": "42",
      "Self": "02", "Wife": "10", "Husband": "10", "Father": "51", "Mother": "52",
      "Grandson": "41", "Granddaughter": "42",
    ],
    "sex": ["男性": "1", "女性": "2", "M": "1", "F": "2", "未说明的性别": "9"],
    "eth": [
      "汉": "01", "蒙古": "02", "回": "03", "藏": "04", "苗": "06", "彝": "07", "壮": "08",
      "布依": "09", "满": "11", "侗": "12", "瑶": "13", "白": "14", "土家": "15", "傣": "18", "黎": "19",
      "傈僳": "20", "羌": "33", "仡佬": "37",
    ],
  ]
}
