import JSONText

/// How a register's own titles and words correspond to ours, as a file that its owner writes once.
///
/// `{"columns": {"户主身份证": null, "住户姓名": "m_name"}, "values": {"m_rel": {"老伴": "10"}}}`: a
/// column's value is one of our titles or field names, or null for a column to be left out.
public struct RegisterMapping: Equatable, Sendable {
  /// What a column is.
  public enum Column: Equatable, Sendable {
    case field(RegisterField)
    case leftOut
  }

  /// For each title, comparable, what the column is.
  let columns: [String: Column]
  /// For each field the words of the register and the codes they stand for.
  let values: [RegisterField: [String: String]]

  /// No mapping: only the known titles and labels count.
  public static let none = RegisterMapping(columns: [:], values: [:])

  private init(columns: [String: Column], values: [RegisterField: [String: String]]) {
    self.columns = columns
    self.values = values
  }

  /// Reads a mapping file.
  public init(_ json: JSON) throws(RegisterMappingFault) {
    guard let members = json.members else { throw .notAnObject(member: nil) }
    var columns: [String: Column] = [:]
    var values: [RegisterField: [String: String]] = [:]
    for member in members {
      guard let inner = member.value.members else { throw .notAnObject(member: member.key) }
      switch member.key {
      case "columns":
        for pair in inner { columns[pair.key.comparableCell] = try Self.column(pair) }
      case "values":
        for pair in inner {
          let (field, words) = try Self.words(pair)
          values[field] = words
        }
      default: throw .unknownMember(member.key)
      }
    }
    self.init(columns: columns, values: values)
  }

  private static func column(_ pair: JSON.Member) throws(RegisterMappingFault) -> Column {
    if pair.value == .null { return .leftOut }
    guard let name = pair.value.string, let field = RegisterField(title: name) else {
      throw .unknownField(pair.value.string ?? pair.value.compact)
    }
    return .field(field)
  }

  private static func words(
    _ pair: JSON.Member
  ) throws(RegisterMappingFault) -> (RegisterField, [String: String]) {
    guard let field = RegisterField(title: pair.key) else { throw .unknownField(pair.key) }
    guard let members = pair.value.members else { throw .notAnObject(member: pair.key) }
    var words: [String: String] = [:]
    for member in members {
      guard let code = member.value.string else { throw .notAText(member: member.key) }
      words[member.key] = code
    }
    return (field, words)
  }
}
