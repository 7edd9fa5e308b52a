import JSONText

/// One step of a script that fills a form.
struct RunStep: Equatable, Sendable {
  enum Operation: String, Sendable {
    case set
    /// Set without asking constraint, relevance or filter.
    case force
    case addRow = "add_repeat"
    case deleteRow = "delete_repeat"
    case language
    case evaluate = "eval"
  }

  var operation: Operation
  var path: String
  var value: String?

  /// Reads the tab-separated script, or a JSON list of `{op, path, value}`.
  static func read(_ script: String) throws(FormRunFault) -> [RunStep] {
    if script.first(where: { !$0.isWhitespace }) == "[" { return try readJSON(script) }
    var steps: [RunStep] = []
    for line in script.split(whereSeparator: \.isNewline) {
      if line.allSatisfy(\.isWhitespace) || line.first == "#" { continue }
      let tab = line.firstIndex(of: "\t")
      var path = String(line[..<(tab ?? line.endIndex)])
      let value = tab.map { unescaped(line[line.index(after: $0)...]) }
      var operation = Operation.set
      let marks: [Character: Operation] = [
        "+": .addRow, "-": .deleteRow, "!": .force, "?": .evaluate, "@": .language,
      ]
      if let mark = path.first.flatMap({ marks[$0] }) {
        operation = mark
        path.removeFirst()
      }
      if operation == .language { path = "" }
      steps.append(RunStep(operation: operation, path: path, value: value))
    }
    return steps
  }

  private static func unescaped(_ text: Substring) -> String {
    var result = ""
    var rest = text
    while let character = rest.popFirst() {
      if character == "\\", rest.first == "n" {
        rest.removeFirst()
        result.append("\n")
      } else {
        result.append(character)
      }
    }
    return result
  }

  private static func readJSON(_ script: String) throws(FormRunFault) -> [RunStep] {
    let json: JSON
    do throws(JSONFault) {
      json = try JSON(parsing: script)
    } catch {
      throw .notJSON(error)
    }
    var steps: [RunStep] = []
    for (index, element) in (json.array ?? []).enumerated() {
      let name = element["op"]?.string ?? "set"
      guard let operation = Operation(rawValue: name) else {
        throw .unknownOperation(name, step: index + 1)
      }
      let path = element[operation == .evaluate ? "context" : "path"] ?? element["path"]
      let value: String? =
        switch element["value"] ?? element["expr"] {
        case .string(let text)?: text
        case .int(let number)?: String(number)
        case .double(let number)?: NumberText.print(number)
        case .bool(let truth)?: truth ? "true" : "false"
        default: nil
        }
      steps.append(RunStep(operation: operation, path: path?.string ?? "", value: value))
    }
    return steps
  }
}
