/// Why an expression cannot be used; offsets count characters from 0.
public enum ExpressionFault: Error, Hashable, Sendable {
  case unexpectedCharacter(Character, at: Int)
  case unterminatedText(at: Int)
  case unexpected(String, at: Int)
  case unexpectedEnd
  case tooDeep
  case unknownName(String)
  /// Several nodes have the name.
  case ambiguousName(String)
  case unknownPath(String)
  case unknownFunction(String)
  /// A function that XLSForm has and this engine has not.
  case unsupportedFunction(String)
  case argumentCount(function: String, given: Int)
  /// An argument that must be a node or a plain text is something else.
  case badArgument(function: String)
  case badPattern(String)
  case badDateFormat(String)
  /// A node of several rows where one value is needed: `every` and `some` go through rows.
  case severalRows(String)
  /// Something of XPath that this engine does not do.
  case unsupported(String)
}
