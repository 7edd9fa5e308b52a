/// Why a cell is not a date.
public enum CalendarDateFault: Error, Equatable, Sendable {
  /// None of the forms that are read.
  case notADate
  /// Five digits: a spreadsheet's count of days, which differs from program to program.
  case spreadsheetSerial
  /// The form is right, and the calendar has no such day.
  case noSuchDay
}
