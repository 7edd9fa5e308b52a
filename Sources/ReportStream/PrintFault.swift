/// Why a report was not printed.
public enum PrintFault: Error, Equatable, Sendable {
  /// What the system was asked to do.
  public enum Call: UInt8, CaseIterable, Sendable {
    case open, write, sync, rename
  }

  /// The system refused, with its error number.
  case disk(Call, code: Int32)
  /// No installed font has these characters (code points, the first of them), so many altogether.
  case noGlyphs([UInt32], count: Int)
  /// A table has more rows or columns than a sheet can hold; its title.
  case tooLarge(table: String)
  /// The library that writes the format refused, with its error number.
  case library(code: Int32)
  /// `ruhu-print` knows another version of what it is told.
  case otherVersion
  /// What came was no report, or only the beginning of one.
  case broken
}

/// Where and how `ruhu` and `ruhu-print` meet.
public enum ReportPrint {
  /// The program that prints, beside `ruhu`.
  public static let program = "ruhu-print"

  /// What it writes.
  public enum Format: String, CaseIterable, Sendable {
    case xlsx, pdf
  }

  /// Where the file stands until it is whole: beside its place, so that to rename it is enough.
  public static func draft(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return ".\(path).new" }
    return "\(path[...slash]).\(path[path.index(after: slash)...]).new"
  }
}
