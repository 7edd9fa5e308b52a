import ArgumentParser
import Spreadsheets

/// In which form a table is printed.
enum TableFormat: String, CaseIterable, ExpressibleByArgument {
  case text, csv, json

  /// Prints rows as a file of comma-separated values.
  static func printCSV(_ rows: [[String]]) {
    // Excel takes a file without the mark for the system's own encoding.
    var writer = CSVWriter(mark: true)
    for row in rows { writer.row(row) }
    Output.bytes(writer.bytes)
  }
}
