/// The type column of a survey row, read.
enum TypeName: Equatable, Sendable {
  case beginGroup, endGroup, beginRepeat, endRepeat
  case plain(QuestionType)
  case note, calculate
  case metadata(String)
  case selectOne(list: String)
  case selectMultiple(list: String)
  /// `select_one ${name}`.
  case selectOneFromRoster(name: String)
  /// A type that XLSForm has and this engine has not.
  case unsupported
  case unknown

  init(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    let lower = words.map { $0.lowercased() }
    if let select = Self.select(words, lower) {
      self = select
      return
    }
    let joined = lower.joined(separator: " ")
    switch joined.replacingUnderscores {
    case "begin group", "begin lgroup": self = .beginGroup
    case "end group", "end lgroup": self = .endGroup
    case "begin repeat", "begin looped group": self = .beginRepeat
    case "end repeat", "end looped group": self = .endRepeat
    case "text", "string", "q string", "add text prompt": self = .plain(.text)
    case "integer", "int", "q int", "add integer prompt": self = .plain(.integer)
    case "decimal", "q decimal", "add decimal prompt": self = .plain(.decimal)
    case "date", "q date", "add date prompt": self = .plain(.date)
    case "hidden": self = .plain(.hidden)
    case "acknowledge", "trigger", "q acknowledge", "add acknowledge prompt":
      self = .plain(.acknowledge)
    case "note", "q note", "add note prompt": self = .note
    case "calculate", "q calculate", "add calculate prompt": self = .calculate
    case "start", "end", "today", "deviceid", "username", "phonenumber", "email":
      self = .metadata(joined)
    default: self = Self.laterTypes.contains(lower.first ?? "") ? .unsupported : .unknown
    }
  }

  private static func select(_ words: [String], _ lower: [String]) -> TypeName? {
    let forms: [([String], Bool)] = [
      (["select", "all", "that", "apply", "from"], true),
      (["select", "all", "that", "apply"], true), (["select_multiple"], true),
      (["select", "multiple", "from"], true), (["select", "multiple"], true), (["select"], true),
      (["select_one"], false), (["select", "one", "from"], false), (["select", "one"], false),
      (["select1"], false),
    ]
    for (form, multiple) in forms where lower.starts(with: form) && words.count > form.count {
      if form == ["select"], ["one", "multiple", "all"].contains(lower[1]) { continue }
      guard words.count == form.count + 1 else { return .unsupported }
      let list = words[form.count]
      if list.hasPrefix("${"), list.hasSuffix("}") {
        return multiple
          ? .unsupported : .selectOneFromRoster(name: String(list.dropFirst(2).dropLast()))
      }
      return multiple ? .selectMultiple(list: list) : .selectOne(list: list)
    }
    return nil
  }

  private static let laterTypes: Set<String> = [
    "rank", "range", "time", "datetime", "geopoint", "geotrace", "geoshape", "start-geopoint",
    "image", "photo", "audio", "background-audio", "video", "file", "barcode", "csv-external",
    "xml-external", "audit", "gps", "location", "select_one_from_file", "percentage",
    "select_multiple_from_file", "select_one_external", "imei", "simserial", "subscriberid",
    "osm", "phone", "begin_loop", "begin_score", "score__row", "begin_rank", "rank__level",
    "begin_kobomatrix", "end_kobomatrix", "end_score", "end_rank", "uri:deviceid",
  ]
}

extension String {
  fileprivate var replacingUnderscores: String { String(map { $0 == "_" ? " " : $0 }) }
}
