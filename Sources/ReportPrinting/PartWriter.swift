import ReportStream
import Reports

/// Writes a report piece by piece into a file that has its name for the time being.
public protocol PartWriter {
  /// Takes the next piece; the last one is `.end`.
  mutating func add(_ part: ReportPart) throws(PrintFault)
  /// Ends the file; it is whole when this returns, but not synced.
  mutating func finish() throws(PrintFault)
}
