import JSONText

/// One row of a sheet.
public struct Row: Equatable, Sendable {
  /// A cell and the header it stands under.
  public struct Cell: Equatable, Sendable {
    /// The header of the cell's column, as written.
    public var header: String
    /// The text of the cell.
    public var text: String

    /// Puts a text under a header.
    public init(_ header: String, _ text: String) {
      self.header = header
      self.text = text
    }
  }

  /// The row's number in a spreadsheet, where the header is row 1.
  public var number: Int
  /// The cells that are there, in the order in which they stand.
  public var cells: [Cell]

  /// Makes a row of cells.
  public init(number: Int, cells: [Cell]) {
    self.number = number
    self.cells = cells
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
}
