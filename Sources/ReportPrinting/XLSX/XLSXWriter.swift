import CXLSXWriter
import Glibc
import ReportStream
import Reports

/// Writes a report as a workbook: a first sheet to read, then a sheet for each table.
///
/// Rows go to temporary files as they come, so that a large table costs no memory.
public struct XLSXWriter: PartWriter {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private let formats: XLSXFormats
  private let folder: String
  private var names = SheetNames()
  private var front: FrontSheet?
  private var tables: [String: TableSheet] = [:]
  /// Their names, in order.
  private var order: [String] = []
  private var open: String?
  private var warnings: [String] = []
  /// What the library keeps a pointer to.
  private let texts = KeptTexts()

  /// A workbook that `finish` writes to a path; what is written before goes into nameless files of the
  /// same folder.
  public init(path: String) throws(PrintFault) {
    let slash = path.lastIndex(of: "/")
    folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    var options = lxw_workbook_options()
    options.constant_memory = 1
    options.tmpdir = texts.keep(folder)
    guard let workbook = workbook_new_opt(path, &options) else { throw .library(code: 0) }
    self.workbook = workbook
    formats = XLSXFormats(workbook)
  }

  /// Takes the next piece.
  public mutating func add(_ part: ReportPart) throws(PrintFault) {
    switch part {
    case .head(let head): try begin(head)
    case .heading, .newPage: break
    case .paragraph(let text): front?.add(paragraph: text)
    case .figures(let figures): front?.add(figures)
    case .table(let table): try begin(table)
    case .row(let row):
      guard let open else { throw .broken }
      try tables[open]?.add(row)
    case .tableEnd(let notes):
      guard let open else { throw .broken }
      try tables[open]?.end(notes: notes)
      self.open = nil
    case .chart(let chart):
      if var sheet = tables[chart.table] {
        XLSXChart.add(chart, to: &sheet, workbook, texts)
        tables[chart.table] = sheet
      }
    case .signatures(let places): front?.add(signatures: places)
    case .end: break
    }
    if let fault = front?.cells.fault { throw fault }
  }

  private mutating func begin(_ head: Report.Head) throws(PrintFault) {
    guard front == nil else { throw .broken }
    var properties = lxw_doc_properties()
    properties.title = texts.keep(head.title)
    properties.subject = texts.keep(head.subject)
    properties.created = CivilDay(head.day)?.seconds ?? 0
    // Zero would mean the moment at which it is made.
    if properties.created == 0 { properties.created = 1 }
    workbook_set_properties(workbook, &properties)
    warnings = head.warnings
    guard let sheet = workbook_add_worksheet(workbook, names.name(head.title)) else {
      throw .library(code: 0)
    }
    front = FrontSheet(head, sheet, formats)
  }

  private mutating func begin(_ table: ReportTable) throws(PrintFault) {
    guard front != nil, open == nil else { throw .broken }
    let name = names.name(table.title)
    guard let sheet = workbook_add_worksheet(workbook, name) else { throw .library(code: 0) }
    front?.add(table: table.title, on: name)
    tables[table.name] = try TableSheet(
      table, name: name, warnings: warnings, sheet, formats)
    order.append(table.name)
    open = table.name
  }

  /// Packs the workbook.
  public mutating func finish() throws(PrintFault) {
    guard front != nil, open == nil else { throw .broken }
    if let full = spaceFault() { throw full }
    errno = 0
    let code = workbook_close(workbook)
    guard code == LXW_NO_ERROR else {
      let reason = errno
      let isDisk =
        code == LXW_ERROR_CREATING_XLSX_FILE || code == LXW_ERROR_CREATING_TMPFILE
        || code == LXW_ERROR_ZIP_FILE_OPERATION || code == LXW_ERROR_ZIP_FILE_ADD
        || code == LXW_ERROR_ZIP_CLOSE
      throw isDisk && reason != 0
        ? .disk(.write, code: reason) : .library(code: Int32(code.rawValue))
    }
  }

  /// Whether the disk is full.
  ///
  /// The library does not look whether its temporary files took everything, and a sheet that is cut off
  /// would be packed as if it were whole. So what is there is looked at, and that there is room for a copy
  /// of the largest sheet and for the packed file.
  private func spaceFault() -> PrintFault? {
    var largest = 0
    var all = 1 << 20
    for name in order {
      guard let file = tables[name]?.cells.sheet.pointee.optimize_tmpfile else { continue }
      errno = 0
      guard fflush(file) == 0, ferror(file) == 0 else {
        return .disk(.write, code: errno == 0 ? ENOSPC : errno)
      }
      let size = ftell(file)
      largest = max(largest, size)
      // Packed it takes far less than a half.
      all += size / 2
    }
    var room = statvfs()
    guard statvfs(folder, &room) == 0 else { return nil }
    let free = UInt64(room.f_bavail) * UInt64(room.f_frsize)
    return free < UInt64(largest + all) ? .disk(.write, code: ENOSPC) : nil
  }
}

/// Texts that the library reads later than the call to which they are given.
final class KeptTexts {
  private var kept: [UnsafeMutablePointer<CChar>] = []

  func keep(_ text: String) -> UnsafeMutablePointer<CChar>? {
    guard let copy = strdup(text) else { return nil }
    kept.append(copy)
    return copy
  }

  deinit { for text in kept { free(text) } }
}
