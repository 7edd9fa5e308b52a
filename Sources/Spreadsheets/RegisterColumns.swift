/// Which column of the file is which field.
struct RegisterColumns {
  let titleRow: Int
  private(set) var byField: [RegisterField: RegisterFault.Column] = [:]
  private(set) var faults: [RegisterFault] = []
  private(set) var isComplete = true
  private var fields: [RegisterField?] = []
  private var titled = 0
  private var blankTitles: Set<Int> = []

  init(_ table: CSVTable, mapping: RegisterMapping) throws(RegisterFaults) {
    // Lists for printing have a heading above their titles.
    let known = { (cell: String) in Self.meaning(of: cell, mapping) != nil }
    guard
      let titles = table.rows.prefix(10).first(where: { $0.cells.filter(known).count >= 2 })
    else { throw RegisterFaults([RegisterFault(row: nil, column: nil, .noTitles)]) }
    titleRow = titles.number
    titled = titles.cells.count
    for (index, cell) in titles.cells.enumerated() {
      let column = RegisterFault.Column(position: index + 1, title: cell.trimmedCell)
      switch Self.meaning(of: cell, mapping) {
      case .leftOut: fields.append(nil)
      case .field(let field):
        if let other = byField[field] {
          fault(column, .columnTwice(other: other.position))
          fields.append(nil)
        } else {
          byField[field] = column
          fields.append(field)
        }
      case nil:
        if column.title.isEmpty {
          blankTitles.insert(index)
        } else {
          fault(column, .unknownColumn)
        }
        fields.append(nil)
      }
    }
    for field in RegisterField.allCases where field.isNeeded && byField[field] == nil {
      isComplete = false
      fault(nil, .missingColumn(field))
    }
  }

  private static func meaning(
    of title: String, _ mapping: RegisterMapping
  ) -> RegisterMapping.Column? {
    mapping.columns[title.comparableCell] ?? RegisterField(title: title).map { .field($0) }
  }

  private mutating func fault(_ column: RegisterFault.Column?, _ kind: RegisterFault.Kind) {
    faults.append(RegisterFault(row: titleRow, column: column, kind))
  }

  func row(
    _ row: CSVRow, cells reader: RegisterCellReader, faults: inout [RegisterFault]
  ) -> RegisterRow {
    var values: [RegisterField: String] = [:]
    for (index, cell) in row.cells.enumerated() {
      let isBlank = cell.trimmedCell.isEmpty
      if index >= titled || blankTitles.contains(index) {
        if !isBlank {
          let column = RegisterFault.Column(position: index + 1, title: "")
          faults.append(RegisterFault(row: row.number, column: column, .cellWithoutTitle))
        }
        continue
      }
      guard let field = fields[index], !isBlank else { continue }
      do {
        values[field] = try reader.value(of: cell, for: field)
      } catch {
        faults.append(RegisterFault(row: row.number, column: byField[field], error.kind))
      }
    }
    reader.compare(values) { field, kind in
      faults.append(RegisterFault(row: row.number, column: byField[field], kind))
    }
    let written = Set(
      zip(fields, row.cells).compactMap { $1.trimmedCell.isEmpty ? nil : $0 })
    return RegisterRow(number: row.number, values: values, written: written)
  }
}
