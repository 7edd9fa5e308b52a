/// Reads a register out of a CSV file: all of it, or nothing and every fault.
public struct RegisterReader: Sendable {
  private let village: String?
  private let today: CalendarDate
  private let mapping: RegisterMapping
  private let choices: [String: [RegisterChoice]]

  /// Prepares to read for a village (nil: any), with the choice lists of the form by name and the
  /// day after which no birth date may lie.
  public init(
    village: String?, choices: [String: [RegisterChoice]], today: CalendarDate,
    mapping: RegisterMapping = .none
  ) {
    self.village = village
    self.choices = choices
    self.today = today
    self.mapping = mapping
  }

  /// Reads a whole file.
  public func read(_ bytes: [UInt8]) throws(RegisterFaults) -> Register {
    let table: CSVTable
    do {
      table = try CSVTable(reading: bytes)
    } catch {
      let column = error.column.map { RegisterFault.Column(position: $0, title: "") }
      throw RegisterFaults([RegisterFault(row: error.row, column: column, .csv(error))])
    }
    let columns = try RegisterColumns(table, mapping: mapping)
    var faults = columns.faults
    let readers = choiceReaders(columns, &faults)
    let cells = RegisterCellReader(village: village, today: today, choices: readers)
    var rows: [RegisterRow] = []
    for row in table.rows where row.number > columns.titleRow && !row.isBlank {
      rows.append(columns.row(row, cells: cells, faults: &faults))
    }
    if rows.isEmpty, faults.isEmpty {
      faults.append(RegisterFault(row: nil, column: nil, .noRows))
    }
    // Without its columns the rows cannot be told apart: further faults would only be noise.
    guard columns.isComplete else { throw RegisterFaults(Self.inOrder(faults)) }
    var households = RegisterHouseholds(columns: columns)
    for row in rows { households.add(row) }
    faults += households.finish()
    guard faults.isEmpty else { throw RegisterFaults(Self.inOrder(faults)) }
    return Register(households: households.households)
  }

  private func choiceReaders(
    _ columns: RegisterColumns, _ faults: inout [RegisterFault]
  ) -> [RegisterField: RegisterChoiceReader] {
    var readers: [RegisterField: RegisterChoiceReader] = [:]
    for (field, column) in columns.byField {
      guard let list = field.content.list else { continue }
      guard let choices = choices[list] else {
        faults.append(
          RegisterFault(row: columns.titleRow, column: column, .noSuchList(list)))
        continue
      }
      readers[field] = RegisterChoiceReader(list, choices, extra: mapping.values[field] ?? [:])
    }
    return readers
  }

  private static func inOrder(_ faults: [RegisterFault]) -> [RegisterFault] {
    faults.enumerated().sorted { one, other in
      let first = (one.element.row ?? 0, one.element.column?.position ?? 0, one.offset)
      return first < (other.element.row ?? 0, other.element.column?.position ?? 0, other.offset)
    }.map(\.element)
  }
}
