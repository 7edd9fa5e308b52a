/// One thing wrong with a form, and the cell it is in.
public struct FormFault: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Kind: Hashable, Sendable {
    case missingSheet
    case missingColumn
    case unknownType(String)
    case unsupportedType(String)
    case unsupportedColumn
    case unsupportedParameter(String)
    case missingType
    case missingName
    case badName(String)
    case reservedName(String)
    case duplicateName(String)
    /// A name that no sheet explains: a source, a department, a domain, a level.
    case unknownName(String)
    /// Two names in one group differ only in capitals.
    case namesDifferByCase(String)
    case unmatchedEnd(String)
    case unclosed(String)
    case nestedTooDeep
    case emptyGroup
    case unknownList(String)
    case unusedList(String)
    case missingChoiceName
    case choiceNameHasSpace(String)
    case duplicateChoice(String)
    case badSpecial(String)
    case missingCalculation
    case missingLabel
    case missingTranslation(language: String)
    case unknownDefaultLanguage(String)
    /// A default that is no answer of the question's type.
    case badDefault(String)
    case expression(ExpressionFault)
    /// A name that stands for several rows is used where there is room for one value.
    case manyValues(String)
    /// The names whose calculations or relevance need each other.
    case cycle([String])
    /// What an overlay must not say.
    case overlay(OverlayFault)
    /// What the sheets of the standard leave out or contradict.
    case standard(StandardFault)
  }

  /// The overlay's file; nil when the fault is of the form itself.
  public let file: String?
  /// The sheet's name.
  public let sheet: String
  /// The spreadsheet row, 1 being the header; nil when the fault is of the whole sheet.
  public let row: Int?
  /// The header of the column as written; nil when the fault is of the whole row.
  public let column: String?
  /// What is wrong.
  public let kind: Kind

  /// Names a fault and its cell.
  public init(file: String? = nil, sheet: String, row: Int?, column: String?, kind: Kind) {
    self.file = file
    self.sheet = sheet
    self.row = row
    self.column = column
    self.kind = kind
  }
}
