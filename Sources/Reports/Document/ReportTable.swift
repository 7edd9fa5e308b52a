/// What stands in one cell, by its kind: each format shows a kind in its own way, and all show the same.
public enum ReportCell: Equatable, Sendable {
  /// Nothing is said.
  case blank
  /// Words.
  case text(String)
  /// So many; with what is counted, where one can look at it.
  case count(Int, Trace? = nil)
  /// So many of so many, shown as a share with one decimal.
  case share(Int, of: Int)
  /// A number that is no count, with so many decimals.
  case number(Double, decimals: Int)
  /// A day as `2026-11-21`.
  case day(String)

  /// A share in tenths of a hundredth, rounded down, so that 100.0 % means all; nil of nothing.
  public static func permille(_ part: Int, of whole: Int) -> Int? {
    whole > 0 ? part * 1000 / whole : nil
  }
}

/// A column of a table.
public struct ReportColumn: Equatable, Sendable {
  /// How its cells stand.
  public enum Kind: Equatable, Sendable {
    /// Words, to the left.
    case text
    /// Numbers, to the right.
    case number
    /// Shares of a hundred, to the right.
    case share
    /// Days.
    case day
  }

  /// Its name for programs, the same in every language.
  public let name: String
  /// Its title.
  public let title: String
  /// What stands over it and its neighbours of the same; empty for nothing.
  public let group: String
  /// How its cells stand.
  public let kind: Kind
  /// How wide it is beside the others of its table, where words may be broken into lines.
  public let weight: Int

  /// A column; `weight` counts only between columns of words.
  public init(
    _ name: String, _ title: String, _ kind: Kind = .text, group: String = "", weight: Int = 1
  ) {
    self.name = name
    self.title = title
    self.group = group
    self.kind = kind
    self.weight = weight
  }
}

/// A row of a table.
public struct ReportRow: Equatable, Sendable {
  /// What a row is to the others.
  public enum Role: String, Sendable {
    /// One of many.
    case body
    /// The sum of the others.
    case total
    /// What the rows below it have in common, such as a domain.
    case heading
  }

  /// Its cells, one a column.
  public let cells: [ReportCell]
  /// What it is to the others.
  public let role: Role

  /// A row of a table.
  public init(_ cells: [ReportCell], _ role: Role = .body) {
    self.cells = cells
    self.role = role
  }
}

/// A table of a report.
public struct ReportTable: Equatable, Sendable {
  /// Its name for programs, the same in every language.
  public let name: String
  /// What stands over it.
  public let title: String
  /// Its columns.
  public let columns: [ReportColumn]
  /// Its rows.
  public var rows: [ReportRow]
  /// What stands under it, such as what a column means.
  public var notes: [String]

  /// A table.
  public init(
    _ name: String, _ title: String, _ columns: [ReportColumn], _ rows: [ReportRow] = [],
    notes: [String] = []
  ) {
    self.name = name
    self.title = title
    self.columns = columns
    self.rows = rows
    self.notes = notes
  }

  /// The place of a column of that name.
  public func column(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }

  /// Whether some column stands under a title with others.
  public var hasGroups: Bool { columns.contains { !$0.group.isEmpty } }
}
