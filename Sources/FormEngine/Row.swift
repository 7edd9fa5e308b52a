import JSONText

/// One row of a sheet.
public struct Row: Equatable, Sendable {
  /// A cell and the header it stands under.
  public struct Cell: Equatable, Sendable {
    /// The cell of an overlay's file from which a cell of a merged form has its text.
    public struct Origin: Equatable, Sendable {
      /// The overlay's file.
      public var file: String
      /// The sheet in that file.
      public var sheet: String
      /// The row in that sheet.
      public var row: Int
      /// The header of the column in that sheet.
      public var column: String
    }

    /// The header of the cell's column, as written.
    public var header: String
    /// The text of the cell.
    public var text: String
    /// Where an overlay says this text; nil where the row's own author wrote it.
    public var origin: Origin?

    /// Puts a text under a header.
    public init(_ header: String, _ text: String, origin: Origin? = nil) {
      self.header = header
      self.text = text
      self.origin = origin
    }
  }

  /// The row's number in a spreadsheet, where the header is row 1.
  public var number: Int
  /// The cells that are there, in the order in which they stand.
  public var cells: [Cell]
  /// The file of the overlay that brought the row, whose numbers it keeps; nil for the form's own.
  public var origin: String?

  /// Makes a row of cells.
  public init(number: Int, cells: [Cell], origin: String? = nil) {
    self.number = number
    self.cells = cells
    self.origin = origin
  }

  init(number: Int, json: JSON, sheet: String) throws(WorkbookFault) {
    self.number = number
    cells = []
    for member in json.members ?? [] {
      if cells.contains(where: { $0.header == member.key }) {
        throw .duplicateColumn(sheet: sheet, row: number, column: member.key)
      }
      switch member.value {
      case .null: continue
      case .string(let text): cells.append(Cell(member.key, text))
      case .bool(let value): cells.append(Cell(member.key, value ? "TRUE" : "FALSE"))
      case .int(let value): cells.append(Cell(member.key, String(value)))
      case .double(let value): cells.append(Cell(member.key, NumberText.print(value)))
      case .array, .object:
        throw .notAText(sheet: sheet, row: number, column: member.key)
      }
    }
  }

  /// The text under a header, or nil where there is none.
  public subscript(header: String) -> String? {
    cells.first { $0.header == header }?.text
  }

  /// Whether an overlay says what stands under a header.
  func isAdded(_ header: String) -> Bool {
    origin != nil || cells.contains { $0.header == header && $0.origin != nil }
  }

  /// Names a fault of this row by the file and the row in which its author finds it.
  func fault(_ kind: FormFault.Kind, sheet: String, column: String?) -> FormFault {
    if let column, let origin = cells.first(where: { $0.header == column })?.origin {
      return FormFault(
        file: origin.file, sheet: origin.sheet, row: origin.row, column: origin.column, kind: kind)
    }
    return FormFault(file: origin, sheet: sheet, row: number, column: column, kind: kind)
  }
}
