/// Reads the form's own sheets `standard`, `sources`, `parameters`, `departments`, `verdicts`,
/// `checks`, `village_checks` and what overlays left in `profile`, `overlays` and `references`.
extension FormBuilder {
  mutating func readStandard() {
    readNames()
    readParameters()
    readDomains()
    readChecks()
    readVillageChecks()
    compileStandard()
  }

  /// One row of a sheet of ours.
  struct OwnRow {
    let sheet: Sheet
    let row: Row
    let languages: [String]

    subscript(column: String) -> String { RowReader.tidy(row[column] ?? "") }

    /// The texts of a column by language.
    func texts(_ column: String) -> [String: String] {
      var texts: [String: String] = [:]
      for language in languages {
        let text = self["\(column)::\(language)"]
        if !text.isEmpty { texts[language] = text }
      }
      return texts
    }

    var isEmpty: Bool { row.cells.allSatisfy { $0.text.allSatisfy(\.isWhitespace) } }
  }

  func ownRows(_ name: String) -> [OwnRow] {
    guard let sheet = workbook[name] else { return [] }
    return sheet.rows.map { OwnRow(sheet: sheet, row: $0, languages: languages) }
      .filter { !$0.isEmpty }
  }

  mutating func fault(_ row: OwnRow, _ column: String?, _ kind: FormFault.Kind) {
    faults.append(row.row.fault(kind, sheet: row.sheet.name, column: column))
  }

  /// The name in a row, if it is there and new.
  private mutating func name(
    of row: OwnRow, column: String = "name", among names: inout Set<String>
  ) -> String? {
    let name = row[column]
    if name.isEmpty {
      fault(row, column, .missingName)
      return nil
    }
    guard names.insert(name).inserted else {
      fault(row, column, .duplicateName(name))
      return nil
    }
    return name
  }

  // MARK: Names

  private mutating func readNames() {
    if let row = ownRows("standard").first {
      standard.name = row["name"]
      standard.labels = row.texts("label")
      standard.titles = row.texts("title")
    }
    standard.profile = ownRows("profile").first.map(applied)
    standard.overlays = ownRows("overlays").map(applied)
    var names: Set<String> = []
    for row in ownRows("sources") {
      guard let name = name(of: row, among: &names) else { continue }
      guard let sureness = Standard.Sureness(rawValue: row["sure"]) else {
        fault(row, "sure", .unknownName(row["sure"]))
        continue
      }
      standard.sources.append(
        .init(name: name, titles: row.texts("title"), year: row["year"], sureness: sureness))
    }
    names = []
    for row in ownRows("departments") {
      guard let name = name(of: row, among: &names) else { continue }
      standard.departments.append(.init(name: name, labels: row.texts("label")))
    }
    names = []
    for row in ownRows("references") {
      guard let name = name(of: row, among: &names) else { continue }
      standard.references.append(
        .init(
          name: name, labels: row.texts("label"), value: row["value"], units: row.texts("unit"),
          year: row["year"], basis: basis(row), setBy: row["set_by"]))
    }
  }

  private func applied(_ row: OwnRow) -> Standard.Applied {
    .init(
      name: row["name"], labels: row.texts("label"), titles: row.texts("title"),
      notes: row.texts("note"), year: row["year"], file: row["file"])
  }

  /// What a row rests on; a source the form does not name is a fault.
  private mutating func checkedBasis(_ row: OwnRow) -> [Standard.Basis] {
    let basis = basis(row)
    for citation in basis where standard.source(named: citation.source) == nil {
      fault(row, "basis", .unknownName(citation.source))
    }
    return basis
  }

  private func basis(_ row: OwnRow) -> [Standard.Basis] { Standard.Basis.read(row["basis"]) }

  // MARK: Parameters

  private mutating func readParameters() {
    let rows = ownRows("parameters")
    let years = Dictionary(
      rows.map { ($0["name"], $0["year"]) }, uniquingKeysWith: { first, _ in first })
    var names: Set<String> = []
    for row in rows {
      guard let name = name(of: row, among: &names) else { continue }
      var value = row["value"]
      if value.isEmpty, name.hasSuffix("_year") {
        // The year of another parameter's value, where that one has a value.
        let whose = String(name.dropLast("_year".count))
        if rows.contains(where: { $0["name"] == whose && !$0["value"].isEmpty }) {
          value = years[whose] ?? ""
        }
      }
      guard let line = Standard.Parameter.Line(rawValue: row["line"].isEmpty ? "no" : row["line"])
      else {
        fault(row, "line", .unknownName(row["line"]))
        continue
      }
      standard.plan.parameterNumbers[name] = standard.parameters.count
      standard.parameters.append(
        .init(
          name: name, labels: row.texts("label"), value: value, units: row.texts("unit"),
          year: row["year"], basis: checkedBasis(row), line: line, setBy: row["set_by"],
          row: row.row.number))
    }
  }

  // MARK: Domains and rules

  private mutating func readDomains() {
    var names: Set<String> = []
    for row in ownRows("verdicts") {
      guard let name = name(of: row, column: "domain", among: &names) else { continue }
      let isHousehold = name == Self.householdDomain
      if isHousehold { standard.plan.household = standard.domains.count }
      standard.plan.domainNumbers[name] = standard.domains.count
      standard.domains.append(
        .init(
          name: name, labels: row.texts("label"), means: row.texts("means"), met: row["met"],
          notApplicable: row["not_applicable"], basis: checkedBasis(row),
          isHousehold: isHousehold, countsForAny: row["any"] == "yes", row: row.row.number))
    }
  }

  /// The row of the sheet `verdicts` that stands for the household as a whole.
  static let householdDomain = "household"

  private mutating func readChecks() {
    var names: Set<String> = []
    for row in ownRows("checks") {
      guard let name = name(of: row, among: &names) else { continue }
      guard let level = level(row), isDomain(row) else { continue }
      var node: Int?
      if !row["repeat"].isEmpty {
        do throws(ExpressionFault) {
          let found = try compiler(at: 0).node(named: row["repeat"])
          guard tree.places[found].isRepeat else { throw .badArgument(function: row["repeat"]) }
          node = found
        } catch {
          fault(row, "repeat", .expression(error))
          continue
        }
      }
      let departments = row["department"].split(separator: " ").map(String.init)
      checkDepartments(departments, row)
      standard.plan.checkNumbers[name] = standard.checks.count
      standard.checks.append(
        .init(
          name: name, domain: row["domain"], level: level, when: row["when"], node: node,
          messages: row.texts("message"), remedies: row.texts("remedy"),
          basis: checkedBasis(row), departments: departments,
          isEnabled: row["enabled"] != "no", setBy: row["set_by"], row: row.row.number))
    }
  }

  private mutating func readVillageChecks() {
    var names = Set(standard.checks.map(\.name))
    for row in ownRows("village_checks") {
      guard let name = name(of: row, among: &names) else { continue }
      guard let level = level(row), isDomain(row) else { continue }
      let departments = row["department"].split(separator: " ").map(String.init)
      checkDepartments(departments, row)
      standard.villageChecks.append(
        .init(
          name: name, domain: row["domain"], level: level, messages: row.texts("message"),
          remedies: row.texts("remedy"), basis: checkedBasis(row), departments: departments,
          needs: row["needs"]))
    }
  }

  private mutating func level(_ row: OwnRow) -> FindingLevel? {
    if let level = FindingLevel(rawValue: row["level"]) { return level }
    fault(row, "level", .unknownName(row["level"]))
    return nil
  }

  private mutating func isDomain(_ row: OwnRow) -> Bool {
    if standard.plan.domainNumbers[row["domain"]] != nil { return true }
    fault(row, "domain", .unknownName(row["domain"]))
    return false
  }

  private mutating func checkDepartments(_ names: [String], _ row: OwnRow) {
    for name in names where !standard.departments.contains(where: { $0.name == name }) {
      fault(row, "department", .unknownName(name))
    }
  }
}
