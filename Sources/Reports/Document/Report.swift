/// What a report is about.
public enum ReportKind: String, CaseIterable, Sendable {
  /// What a village has completed, who is not met in what, and what is being done about it.
  case completion
  /// What is to be dealt with, by whom, by when.
  case issues
  /// A row for each household and each member, for analysis.
  case households
  /// What a household is entitled to and receives, for itself (明白卡).
  case card
  /// What is put up in public (公示).
  case notice
  /// The questionnaire on paper.
  case blank
  /// One household's answers, for signature.
  case interview
}

/// A report in one language, before it is a file of some format: its head, and what stands in it, one
/// thing after another.
///
/// There is nothing in it that hangs on the moment at which it is made, or on the machine: the same
/// record gives the same report.
public struct Report: Equatable, Sendable {
  /// A label and what it says, such as a period.
  public struct Line: Equatable, Sendable {
    /// What it is, such as `Period`.
    public let label: String
    /// What it says.
    public let text: String

    /// A line of the head.
    public init(_ label: String, _ text: String) {
      self.label = label
      self.text = text
    }
  }

  /// What stands at its head.
  public struct Head: Equatable, Sendable {
    /// What it is about.
    public let kind: ReportKind
    /// The language, as BCP 47 names it.
    public let language: String
    /// The day of its figures, as `2026-11-21`.
    public let day: String
    /// The codes of the villages that it is asked for, those that are not here among them.
    public let villages: [String]
    /// Its title.
    public let title: String
    /// Whose it is, such as a village's name and code.
    public let subject: String
    /// When, of what, by what it was judged.
    public var lines: [Line]
    /// What must be known before any figure is read, on every page: that a record is damaged, that
    /// numbers are not masked.
    public var warnings: [String]

    /// Says what stands at the head of a report.
    public init(
      kind: ReportKind, language: String, day: String, villages: [String], title: String,
      subject: String, lines: [Line] = [], warnings: [String] = []
    ) {
      self.kind = kind
      self.language = language
      self.day = day
      self.villages = villages
      self.title = title
      self.subject = subject
      self.lines = lines
      self.warnings = warnings
    }
  }

  /// One thing that stands in it.
  public enum Block: Equatable, Sendable {
    /// A title of a part; the first level is 1.
    case heading(String, level: Int)
    /// A sentence or some.
    case paragraph(String)
    /// The few figures that are read first.
    case figures([ReportFigure])
    /// A table.
    case table(ReportTable)
    /// Bars over one of the tables before it.
    case chart(ReportChart)
    /// Where people sign and stamp: what stands under each line.
    case signatures([String])
    /// The next thing begins a new page.
    case newPage
  }

  /// What stands at its head.
  public var head: Head
  /// What stands in it.
  public var blocks: [Block]
  /// From how far into which journals it was made.
  public var sources: [ReportSource]

  /// Puts a report together.
  public init(_ head: Head, _ blocks: [Block] = [], sources: [ReportSource] = []) {
    self.head = head
    self.blocks = blocks
    self.sources = sources
  }

  /// Its tables, in order.
  public var tables: [ReportTable] {
    blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
  }
}

/// How far into one journal a report was made: whoever replays to there gets the same report.
public struct ReportSource: Hashable, Comparable, Sendable {
  /// The village's code; empty for the team's journals.
  public let village: String
  /// Whose journal.
  public let writer: String
  /// The number of the newest entry.
  public let sequence: Int
  /// The newest entry's id.
  public let entry: String
  /// How many entries of the writer had lost what they said, by erasure.
  public let erased: Int

  /// Names how far a journal was read.
  public init(
    village: String, writer: String, sequence: Int, entry: String, erased: Int
  ) {
    self.village = village
    self.writer = writer
    self.sequence = sequence
    self.entry = entry
    self.erased = erased
  }

  /// By village, then by writer; of a writer whose work split the shorter branch first.
  public static func < (left: Self, right: Self) -> Bool {
    (left.village, left.writer, left.sequence, left.entry)
      < (right.village, right.writer, right.sequence, right.entry)
  }
}

/// A figure that is read first.
public struct ReportFigure: Equatable, Sendable {
  /// What it counts.
  public let label: String
  /// How much.
  public let cell: ReportCell

  /// A figure with what it counts.
  public init(_ label: String, _ cell: ReportCell) {
    self.label = label
    self.cell = cell
  }
}

/// Bars for the rows of a table, each bar split by some of its columns.
public struct ReportChart: Equatable, Sendable {
  /// What stands over it.
  public let title: String
  /// The table whose figures they are.
  public let table: String
  /// The column that names the bars.
  public let names: String
  /// The columns of counts, one a part of every bar.
  public let parts: [String]
  /// What the rows are that make bars; the others are left out.
  public let role: ReportRow.Role

  /// Bars over a table.
  public init(
    _ title: String, table: String, names: String, parts: [String], role: ReportRow.Role = .body
  ) {
    self.title = title
    self.table = table
    self.names = names
    self.parts = parts
    self.role = role
  }
}
