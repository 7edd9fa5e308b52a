/// Merges one overlay into a form, gathering faults as it goes so that all are told at once.
struct OverlayMerge {
  let overlay: Overlay
  let languages: [String]
  /// The language of columns that name none.
  let untagged: String
  /// Whether the form's columns name their languages.
  let isTagged: Bool
  var merged: Workbook
  var faults: [FormFault] = []

  init(_ overlay: Overlay, into form: Workbook) {
    self.overlay = overlay
    merged = form
    var builder = FormBuilder(workbook: form)
    builder.readSettings()
    builder.readLanguages()
    languages = builder.languages
    untagged = builder.untagged
    isTagged = [("survey", false), ("choices", true)].contains { sheet, choices in
      ColumnName.read(form[sheet]?.header ?? [], choices: choices).contains { $0.language != nil }
    }
  }

  mutating func run() {
    for sheet in overlay.workbook.sheets { checkColumns(of: sheet) }
    addOwnRow()
    mergeSources()
    mergeParameters()
    mergeChoices()
    mergeSurvey()
    mergeChecks()
    mergeVerdicts()
    mergeLabels()
    mergeReferences()
  }

  /// The faults in the order of the overlay's sheets and rows.
  var sortedFaults: [FormFault] {
    var sheets: [String: Int] = [:]
    for (index, sheet) in overlay.workbook.sheets.enumerated() { sheets[sheet.name] = index }
    return faults.enumerated().sorted { one, other in
      let left = (sheets[one.element.sheet] ?? -1, one.element.row ?? 0, one.offset)
      let right = (sheets[other.element.sheet] ?? -1, other.element.row ?? 0, other.offset)
      return left < right
    }.map(\.element)
  }

  /// Nothing that an overlay says may be passed over because it is misspelt.
  private mutating func checkColumns(of sheet: Sheet) {
    let name = sheet.name.lowercased()
    var known = OverlayColumns.known[name] ?? []
    var headers: [String] = []
    if name == "survey" || name == "choices" {
      let form = OverlayColumns(merged[name]?.header ?? [], of: name)
      known.formUnion(form.names.map(\.name))
      known.remove("set_by")
      headers = form.names.map(\.header)
    }
    for column in OverlayColumns(sheet.header, of: name).names {
      let fits =
        OverlayColumns.translated.contains(column.name)
        ? column.language.map { isTagged && languages.contains($0) } ?? !isTagged
        : column.language == nil || headers.contains(column.header)
      if known.contains(column.name), fits { continue }
      faults.append(
        FormFault(
          file: overlay.file, sheet: sheet.name, row: 1, column: column.header,
          kind: .overlay(.unknownColumn)))
    }
  }

  /// The rows of a sheet of the overlay that say something.
  func rows(_ sheet: String) -> [RowReader] {
    guard let found = overlay.workbook[sheet] else { return [] }
    let columns = OverlayColumns(found.header, of: sheet)
    return found.rows.map { columns.read($0) }.filter { !$0.cells.isEmpty }
  }

  mutating func fault(
    _ reader: RowReader, _ sheet: String, _ column: String?, _ kind: FormFault.Kind
  ) {
    faults.append(
      FormFault(
        file: overlay.file, sheet: overlay.workbook[sheet]?.name ?? sheet, row: reader.row.number,
        column: column.map { reader.header($0) ?? $0 }, kind: kind))
  }

  mutating func fault(
    _ reader: RowReader, _ sheet: String, _ column: String?, _ kind: OverlayFault
  ) {
    fault(reader, sheet, column, .overlay(kind))
  }

  /// A text is given in all languages of the form or, where it need not be, in none.
  mutating func checkText(
    _ reader: RowReader, _ sheet: String, _ column: String, isNeeded: Bool = false
  ) {
    let texts = reader.taggedTexts(column, languages: languages, untagged: untagged)
    if texts.allSatisfy({ $0 == nil }) {
      if isNeeded { fault(reader, sheet, column, .missingText) }
      return
    }
    for (language, text) in zip(languages, texts) where text == nil {
      faults.append(
        FormFault(
          file: overlay.file, sheet: overlay.workbook[sheet]?.name ?? sheet,
          row: reader.row.number, column: header(column, language),
          kind: .missingTranslation(language: language)))
    }
  }

  /// The header of a column for a language, as the form's author would write it.
  func header(_ column: String, _ language: String) -> String {
    isTagged ? "\(column)::\(language)" : column
  }

  /// Where the overlay says the text of a cell.
  func origin(_ reader: RowReader, _ sheet: String, _ column: String) -> Row.Cell.Origin {
    Row.Cell.Origin(
      file: overlay.file, sheet: overlay.workbook[sheet]?.name ?? sheet, row: reader.row.number,
      column: column)
  }

  /// The place of a sheet in the merged form, which gets one if it had none.
  mutating func place(ofSheet name: String) -> Int {
    let sheets = merged.sheets
    if let place = sheets.firstIndex(where: { $0.name == name })
      ?? sheets.firstIndex(where: { $0.name.lowercased() == name })
    {
      return place
    }
    merged.sheets.append(Sheet(name: name, header: [], rows: []))
    return sheets.count
  }

  /// A row of the overlay with its cells under the headers of the merged sheet, which gets new ones
  /// as they are needed.
  mutating func adopt(
    _ reader: RowReader, into place: Int, without dropped: Set<String> = [],
    isMarked: Bool = true
  ) -> Row {
    let columns = OverlayColumns(merged.sheets[place].header, of: merged.sheets[place].name)
    let isXLSForm = ["survey", "choices"].contains(merged.sheets[place].name.lowercased())
    var row = Row(number: reader.row.number, cells: [], origin: overlay.file)
    for cell in reader.row.cells {
      guard let read = reader.cells.first(where: { $0.column.header == cell.header }),
        !dropped.contains(read.column.name)
      else { continue }
      let header =
        columns.header(like: read.column)
        ?? (isXLSForm ? cell.header : read.column.plainHeader)
      row.cells.append(Row.Cell(header, cell.text))
      merged.sheets[place].addHeader(header)
    }
    if isMarked {
      row.cells.append(Row.Cell("set_by", overlay.name))
      merged.sheets[place].addHeader("set_by")
    }
    return row
  }

  /// The overlay's own row, so that the merged form tells what is merged into it.
  private mutating func addOwnRow() {
    let isProfile = overlay.kind == .profile
    guard let reader = rows("overlay").first else { return }
    for column in ["label", "title", "note"] {
      checkText(reader, "overlay", column, isNeeded: column == "label" && overlay.kind != .trial)
    }
    let place = place(ofSheet: isProfile ? "profile" : "overlays")
    if isProfile, !merged.sheets[place].rows.isEmpty {
      fault(reader, "overlay", nil, .secondProfile)
    }
    let columns = OverlayColumns(merged.sheets[place].header, of: merged.sheets[place].name)
    if merged.sheets[place].rows.contains(where: { columns.text($0, "name") == overlay.name }) {
      fault(reader, "overlay", "name", .nameTaken(overlay.name))
    }
    var row = adopt(reader, into: place, isMarked: false)
    if overlay.kind == .trial {
      for language in languages {
        row.cells.append(Row.Cell(header("label", language), overlay.file))
        merged.sheets[place].addHeader(header("label", language))
      }
    }
    // Only the file's own name: the merged form must not differ by where the file lay.
    let file = overlay.file.split(separator: "/").last.map(String.init) ?? overlay.file
    row.cells.append(Row.Cell("file", file))
    merged.sheets[place].addHeader("file")
    merged.sheets[place].rows.append(row)
    nameStandard(reader)
  }

  private mutating func nameStandard(_ reader: RowReader) {
    guard reader.header("title") != nil, merged["standard"]?.rows.first != nil else { return }
    let place = place(ofSheet: "standard")
    replaceText(reader, "overlay", "title", in: place, row: 0)
  }

  /// Puts the texts of a column of an overlay's row into a row of the merged form.
  mutating func replaceText(
    _ reader: RowReader, _ sheet: String, _ column: String, in place: Int, row: Int
  ) {
    let columns = OverlayColumns(merged.sheets[place].header, of: merged.sheets[place].name)
    for cell in reader.cells where cell.column.name == column {
      let header = columns.header(like: cell.column) ?? cell.column.plainHeader
      merged.sheets[place].addHeader(header)
      merged.sheets[place].rows[row].set(
        header, cell.text, origin(reader, sheet, cell.column.header))
    }
  }
}

extension ColumnName {
  /// The header as our sheets spell it, which are read without XLSForm's aliases.
  var plainHeader: String { language.map { "\(name)::\($0)" } ?? name }
}

extension Sheet {
  mutating func addHeader(_ name: String) {
    if !header.contains(name) { header.append(name) }
  }
}

extension Row {
  /// Puts a text under a header, or takes the cell away where there is none.
  mutating func set(_ header: String, _ text: String?, _ origin: Cell.Origin) {
    let place = cells.firstIndex { $0.header == header }
    switch (place, text) {
    case (let place?, let text?): cells[place] = Cell(header, text, origin: origin)
    case (nil, let text?): cells.append(Cell(header, text, origin: origin))
    case (let place?, nil): cells.remove(at: place)
    case (nil, nil): break
    }
  }
}
