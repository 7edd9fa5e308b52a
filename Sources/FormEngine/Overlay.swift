import JSONText

/// What a region, a policy profile or a trial says beside a form.
///
/// It has other parameters, more questions and rules, other words, and can only tighten what the
/// form demands.
public struct Overlay: Equatable, Sendable {
  /// What an overlay stands for.
  public enum Kind: String, Hashable, Sendable {
    /// A region's or a county's own.
    case region
    /// The policy in force; a form has one at most.
    case profile
    /// Parameters tried out once: without years, and free to be looser.
    case trial
  }

  /// What it stands for.
  public let kind: Kind
  /// The file it was read from, as it is shown in faults.
  public let file: String
  /// The name by which it is chosen and by which merged rows say who set them.
  public let name: String
  /// Its labels by language, as the columns name the languages; the key of an untagged one is empty.
  public let labels: [String: String]
  /// What it calls the standard, by language; empty where it keeps the name.
  public let titles: [String: String]
  /// The overlay on which it builds.
  public let extends: String?
  /// The year of what it says; empty for a trial.
  public let year: String
  /// Remarks to be shown, by language.
  public let notes: [String: String]
  /// Its sheets as they stand.
  public let workbook: Workbook

  /// Reads an overlay's workbook; whether it fits a form is told when it is applied to one.
  public init(
    _ workbook: Workbook, file: String, kind: Kind = .region
  ) throws(FormFaults) {
    self.workbook = workbook
    self.file = file
    self.kind = kind
    var faults = Self.sheetFaults(workbook, file: file)
    let sheet = workbook["overlay"]
    let columns = OverlayColumns(sheet?.header ?? [], of: "overlay")
    let readers = (sheet?.rows ?? []).map { columns.read($0) }.filter { !$0.cells.isEmpty }
    func fault(_ row: Int?, _ column: String?, _ kind: FormFault.Kind) {
      faults.append(
        FormFault(
          file: file, sheet: sheet?.name ?? "overlay", row: row, column: column, kind: kind))
    }
    let reader = readers.first
    if sheet == nil {
      fault(nil, nil, .missingSheet)
    } else if reader?["name"] == nil {
      fault(reader?.row.number, "name", .missingName)
    }
    for extra in readers.dropFirst() { fault(extra.row.number, nil, .overlay(.extraRow)) }
    name = reader?["name"] ?? ""
    // The name stands among others in cells, and in the names of files.
    if name.contains(where: { $0.isWhitespace || $0 == "/" }) {
      fault(reader?.row.number, reader?.header("name"), .badName(name))
    }
    extends = reader?["extends"]
    year = reader?["year"] ?? ""
    if let reader, kind != .trial, let problem = OverlayFault.year(year) {
      fault(reader.row.number, reader.header("year") ?? "year", .overlay(problem))
    }
    labels = reader?.textsByLanguage("label") ?? [:]
    titles = reader?.textsByLanguage("title") ?? [:]
    notes = reader?.textsByLanguage("note") ?? [:]
    if !faults.isEmpty { throw FormFaults(faults) }
  }

  private static func sheetFaults(_ workbook: Workbook, file: String) -> [FormFault] {
    var seen: Set<String> = []
    var faults: [FormFault] = []
    for sheet in workbook.sheets {
      let isKnown = OverlayColumns.sheets.contains(sheet.name.lowercased())
      if isKnown, seen.insert(sheet.name.lowercased()).inserted { continue }
      faults.append(
        FormFault(
          file: file, sheet: sheet.name, row: nil, column: nil,
          kind: .overlay(isKnown ? .nameTwice(sheet.name) : .unknownSheet)))
    }
    for other in workbook.others {
      faults.append(
        FormFault(
          file: file, sheet: other.key, row: nil, column: nil, kind: .overlay(.unknownSheet)))
    }
    return faults
  }
}

extension OverlayFault {
  /// What is wrong with a year, if anything is.
  static func year(_ text: String) -> OverlayFault? {
    if text.isEmpty { return .missingYear }
    let isYear = text.count == 4 && text.allSatisfy { $0.isASCII && $0.isNumber }
    return isYear ? nil : .badYear(text)
  }
}

extension RowReader {
  /// The texts of a column by the languages of its headers.
  func textsByLanguage(_ name: String) -> [String: String] {
    var texts: [String: String] = [:]
    for cell in cells where cell.column.name == name {
      texts[cell.column.language ?? ""] = cell.text
    }
    return texts
  }
}
