/// Why a file cannot be read as a table, and where.
public struct CSVFault: Error, Equatable, Sendable {
  /// What was wrong.
  public enum Kind: Equatable, Sendable {
    /// A zipped or old binary workbook, not a text.
    case workbook
    /// A text in UTF-16.
    case utf16
    /// A zero byte: no text.
    case zeroByte
    /// Marked as UTF-8 and is not.
    case badUTF8
    /// Neither UTF-8 nor GB18030.
    case badText
    /// A quoted cell that never ends; the place is where it begins.
    case openQuote
    /// Something other than a delimiter after the closing quote.
    case textAfterQuote
    /// A quote within a cell that is not quoted.
    case quoteInBareCell
  }

  /// What was wrong.
  public let kind: Kind
  /// The byte from 0 at which it was noticed, for faults of the bytes.
  public let offset: Int?
  /// The line from 1.
  public let line: Int?
  /// The row from 1, as a spreadsheet counts them, for faults of a cell.
  public let row: Int?
  /// The column from 1, for faults of a cell.
  public let column: Int?

  /// Names a fault and, as far as it has one, its place.
  public init(
    _ kind: Kind, offset: Int? = nil, line: Int? = nil, row: Int? = nil, column: Int? = nil
  ) {
    self.kind = kind
    self.offset = offset
    self.line = line
    self.row = row
    self.column = column
  }

  init(_ kind: Kind, at offset: Int, in bytes: [UInt8]) {
    let line = bytes.prefix(offset).reduce(into: 1) { if $1 == 0x0A { $0 += 1 } }
    self.init(kind, offset: offset, line: line)
  }
}
