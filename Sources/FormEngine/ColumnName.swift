/// A column header, read: what it means in XLSForm, and for which language.
struct ColumnName: Equatable, Sendable {
  /// The header as written.
  let header: String
  /// XLSForm's name for it, aliases and capitals resolved.
  let name: String
  /// The language of a translated column.
  let language: String?

  static let translatable: Set<String> = [
    "label", "hint", "guidance_hint", "constraint_message", "required_message", "image",
    "big-image", "audio", "video",
  ]

  /// Columns of XLSForm that say something this engine does not do yet.
  static let unsupportedInSurvey: Set<String> = [
    "repeat_count", "trigger", "image", "big-image", "audio", "video", "query", "intent",
    "jr:preload", "jr:preloadparams", "nodeset",
  ]

  static let unsupportedInChoices: Set<String> = ["image", "big-image", "audio", "video"]

  /// Reads the headers of a sheet; a single colon divides only where no header has a double one.
  static func read(_ headers: [String], choices: Bool) -> [ColumnName] {
    let double = headers.contains { $0.contains("::") }
    return headers.map { read($0, double: double, choices: choices) }
  }

  private static func read(_ header: String, double: Bool, choices: Bool) -> ColumnName {
    var parts: [String] = []
    var part = ""
    var characters = header[...]
    while let character = characters.popFirst() {
      if character == ":", double ? characters.first == ":" : true {
        if double { characters.removeFirst() }
        parts.append(trim(part))
        part = ""
      } else {
        part.append(character)
      }
    }
    parts.append(trim(part))
    var first = normalise(parts.removeFirst())
    if first == "jr", let next = parts.first {
      first = "jr:" + normalise(next)
      parts.removeFirst()
    }
    if first == "media" || first == "bind", !parts.isEmpty {
      first = normalise(parts.removeFirst())
      if first == "jr", !parts.isEmpty { first = "jr:" + normalise(parts.removeFirst()) }
    } else if first == "body" || first == "instance" || first == "control", !parts.isEmpty {
      return ColumnName(header: header, name: "\(first)::" + parts[0], language: nil)
    }
    let name = (choices ? choiceAliases : surveyAliases)[first] ?? first
    let language = parts.joined(separator: "::")
    return ColumnName(
      header: header, name: name,
      language: language.isEmpty || !translatable.contains(name) ? nil : language)
  }

  private static func trim(_ text: String) -> String {
    var text = text[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  private static func normalise(_ text: String) -> String {
    String(text.lowercased().map { $0.isWhitespace ? "_" : $0 })
  }

  private static let surveyAliases = [
    "relevance": "relevant", "calculate": "calculation", "readonly": "read_only",
    "caption": "label", "value": "name", "tag": "name", "command": "type",
    "count": "repeat_count", "jr:count": "repeat_count",
    "constraining_message": "constraint_message", "jr:constraintmsg": "constraint_message",
    "requiredmsg": "required_message", "jr:requiredmsg": "required_message",
  ]

  private static let choiceAliases = ["list": "list_name", "value": "name", "caption": "label"]
}
