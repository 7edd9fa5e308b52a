import JSONText

/// One sheet of a workbook: its column headers and its rows.
public struct Sheet: Equatable, Sendable {
  /// The sheet's name as written.
  public var name: String
  /// The column headers as written, in order.
  public var header: [String]
  /// The rows below the header, empty ones included.
  public var rows: [Row]

  /// Makes a sheet of headers and rows.
  public init(name: String, header: [String], rows: [Row]) {
    self.name = name
    self.header = header
    self.rows = rows
  }

  /// Takes a table of texts whose first row holds the headers; each row has its number in a
  /// spreadsheet.
  public init(name: String, table: [(number: Int, cells: [String])]) {
    self.name = name
    header = table.first?.cells ?? []
    let header = header
    rows = table.dropFirst().map { number, cells in
      Row(
        number: number,
        cells: zip(header, cells).filter { !$0.1.isEmpty }.map { Row.Cell($0.0, $0.1) })
    }
  }

  init(name: String, elements: [JSON], header: [String]?) throws(WorkbookFault) {
    self.name = name
    rows = []
    rows.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      rows.append(try Row(number: index + 2, json: element, sheet: name))
    }
    var seen = Set(header ?? [])
    self.header = header ?? []
    for row in rows {
      for cell in row.cells where seen.insert(cell.header).inserted {
        self.header.append(cell.header)
      }
    }
  }

  var json: JSON {
    .array(rows.map { row in .object(row.cells.map { JSON.Member($0.header, .string($0.text)) }) })
  }
}
