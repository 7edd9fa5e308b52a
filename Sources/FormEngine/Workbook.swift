import JSONText

/// A form as its author wrote it: sheets of text cells, nothing interpreted and nothing lost.
///
/// The JSON form is the flat sheet form: one array of row objects a sheet, `<sheet>_header` beside
/// it for the order of the columns.
public struct Workbook: Equatable, Sendable {
  /// The sheets in the order in which they stand.
  public var sheets: [Sheet]
  /// Members of the JSON object that are no sheets; kept so that a file goes round without loss.
  var others: [JSON.Member] = []

  /// Gathers sheets into a workbook.
  public init(sheets: [Sheet]) {
    self.sheets = sheets
  }

  /// Reads the flat sheet form.
  public init(json: JSON) throws(WorkbookFault) {
    guard let members = json.members else { throw .notAnObject }
    var headers: [String: [String]] = [:]
    for member in members where member.key.hasSuffix("_header") {
      headers[String(member.key.dropLast("_header".count))] = Self.header(member.value)
    }
    sheets = []
    for member in members {
      let name = member.key
      if name.hasSuffix("_header"), headers[String(name.dropLast("_header".count))] != nil {
        continue
      }
      if let elements = member.value.array, elements.allSatisfy({ $0.members != nil }) {
        sheets.append(try Sheet(name: name, elements: elements, header: headers[name]))
      } else if name == "settings", member.value.members != nil {
        sheets.append(try Sheet(name: name, elements: [member.value], header: headers[name]))
      } else {
        others.append(member)
      }
    }
  }

  /// The flat sheet form, with a header beside each sheet.
  public var json: JSON {
    var members: [JSON.Member] = []
    for sheet in sheets {
      members.append(JSON.Member(sheet.name, sheet.json))
      let header = JSON.array(sheet.header.map(JSON.string))
      members.append(JSON.Member(sheet.name + "_header", .array([header])))
    }
    return .object(members + others)
  }

  /// The sheet of that name, whatever its capitals.
  public subscript(name: String) -> Sheet? {
    sheets.first { $0.name == name } ?? sheets.first { $0.name.lowercased() == name.lowercased() }
  }

  private static func header(_ json: JSON) -> [String]? {
    guard let outer = json.array else { return nil }
    guard let first = outer.first else { return [] }
    if let inner = first.array { return inner.compactMap(\.string) }
    if let members = first.members { return members.map(\.key) }
    return outer.compactMap(\.string)
  }
}
