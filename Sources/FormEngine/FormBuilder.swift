/// Reads a workbook into a compiled form, gathering faults as it goes so that all are told at once.
struct FormBuilder {
  let workbook: Workbook
  var faults: [FormFault] = []
  var warnings: [FormFault] = []

  var id = ""
  var title = ""
  var version = ""
  var rootName = "data"
  var languages: [String] = []
  var defaultLanguage = 0
  /// The language to which untagged texts belong.
  var untagged = "default"

  var lists: [ChoiceList] = []
  var listNumbers: [String: Int] = [:]
  /// By list; kept apart since every expression is compiled with them at hand.
  var listColumns: [[String]] = []
  var usedLists: Set<Int> = []

  var tree = FormTree()
  var nodes: [FormNode] = []
  var plans: [NodePlan] = []
  /// By node; the root has none.
  var readers: [RowReader?] = []
  var types: [TypeName?] = []

  var instanceName: Expression?
  var computations: [Computation] = []
  var firstFilter = 0
  var standard = Standard()

  static func build(_ workbook: Workbook) throws(FormFaults) -> CompiledForm {
    var builder = FormBuilder(workbook: workbook)
    builder.read()
    if !builder.faults.isEmpty { throw FormFaults(builder.faults) }
    return CompiledForm(builder)
  }

  init(workbook: Workbook) {
    self.workbook = workbook
  }

  var surveySheet: Sheet? {
    workbook["survey"] ?? (workbook.sheets.count == 1 ? workbook.sheets.first : nil)
  }

  mutating func read() {
    guard let survey = surveySheet else {
      return faults.append(
        FormFault(sheet: "survey", row: nil, column: nil, kind: .missingSheet))
    }
    let columns = ColumnName.read(survey.header, choices: false)
    guard columns.contains(where: { $0.name == "type" }) else {
      return faults.append(
        FormFault(sheet: survey.name, row: nil, column: "type", kind: .missingColumn))
    }
    readSettings()
    readLanguages()
    readChoices()
    listColumns = lists.map(\.columns)
    readSurvey(survey, columns)
    // Expressions are looked up in the finished tree only.
    compileNodes(survey.name)
    compileChoiceTexts()
    compileInstanceName()
    readStandard()
    if faults.isEmpty { orderComputations(survey.name) }
    for (index, list) in lists.enumerated() where !usedLists.contains(index) {
      warnings.append(
        FormFault(
          file: list.entries.first?.row.origin, sheet: "choices",
          row: list.entries.first?.row.number, column: nil, kind: .unusedList(list.name)))
    }
  }

  mutating func readSettings() {
    guard let sheet = workbook["settings"], let row = sheet.rows.first else { return }
    let aliases = [
      "set_form_title": "form_title", "title": "form_title", "set_form_id": "form_id",
      "id_string": "form_id",
    ]
    var settings: [String: (text: String, header: String)] = [:]
    for cell in row.cells {
      let header = String(cell.header.lowercased().map { $0 == " " ? "_" : $0 })
      let text = RowReader.tidy(cell.text)
      if !text.isEmpty { settings[aliases[header] ?? header] = (text, cell.header) }
    }
    id = settings["form_id"]?.text ?? ""
    title = settings["form_title"]?.text ?? id
    version = settings["version"]?.text ?? ""
    rootName = settings["name"]?.text ?? "data"
    if let language = settings["default_language"]?.text { untagged = language }
    // What steers a submission elsewhere has no say in filling; these would change the form itself.
    for name in ["prefix", "delimiter"] where settings[name] != nil {
      faults.append(
        FormFault(
          sheet: sheet.name, row: row.number, column: settings[name]?.header,
          kind: .unsupportedColumn))
    }
  }

  mutating func readLanguages() {
    var found: [String] = []
    var hasDefault = false
    func look(_ sheet: Sheet?, choices: Bool) {
      guard let sheet else { return }
      let columns = ColumnName.read(sheet.header, choices: choices).filter {
        ColumnName.translatable.contains($0.name)
      }
      for column in columns {
        guard let language = column.language else {
          // Untagged texts make a language of their own only beside tagged ones.
          let tagged = columns.filter { $0.name == column.name && $0.language != nil }
          hasDefault =
            hasDefault
            || sheet.rows.contains { row in
              !(row[column.header] ?? "").isEmpty
                && tagged.contains { !(row[$0.header] ?? "").isEmpty }
            }
          continue
        }
        if !found.contains(language) { found.append(language) }
      }
    }
    look(surveySheet, choices: false)
    look(workbook["choices"], choices: true)
    if hasDefault || found.isEmpty, !found.contains(untagged) { found.insert(untagged, at: 0) }
    languages = found
    if let index = found.firstIndex(of: untagged) {
      defaultLanguage = index
    } else if untagged != "default", let sheet = workbook["settings"] {
      warnings.append(
        FormFault(
          sheet: sheet.name, row: sheet.rows.first?.number, column: "default_language",
          kind: .unknownDefaultLanguage(untagged)))
    }
  }

  mutating func fault(_ reader: RowReader?, _ column: String?, _ kind: FormFault.Kind) {
    let sheet = surveySheet?.name ?? "survey"
    guard let reader else {
      return faults.append(FormFault(sheet: sheet, row: nil, column: column, kind: kind))
    }
    faults.append(
      reader.row.fault(kind, sheet: sheet, column: column.map { reader.header($0) ?? $0 }))
  }

  private mutating func compileInstanceName() {
    guard let sheet = workbook["settings"], let row = sheet.rows.first,
      let cell = row.cells.first(where: { $0.header.lowercased() == "instance_name" }),
      !cell.text.isEmpty
    else { return }
    var compiler = compiler(at: 0)
    do throws(ExpressionFault) {
      instanceName = try compiler.compile(cell.text)
    } catch {
      faults.append(
        FormFault(
          sheet: sheet.name, row: row.number, column: cell.header, kind: .expression(error)))
    }
  }

  func compiler(at node: Int, isConstraint: Bool = false) -> ExpressionCompiler {
    ExpressionCompiler(
      tree: tree, lists: listNumbers, columns: listColumns, node: node,
      isConstraint: isConstraint)
  }
}
