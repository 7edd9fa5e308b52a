import FormEngine
import JSONText
import Testing

/// Fills a form by names, for tests: a form written as a table, answers by path, questions asked.
///
/// A path is `name`, or `m[2]/name` for the second row of the repeat `m`.
struct Scenario {
  let definition: FormDefinition
  var form: FormInstance
  private var made = 0

  init(
    _ survey: String, choices: String = "", settings: String = "", today: String = "2024-05-15",
    creating: Bool = true
  ) throws {
    try self.init(
      Self.workbook(survey, choices: choices, settings: settings), today: today,
      creating: creating)
  }

  init(_ workbook: Workbook, today: String = "2024-05-15", creating: Bool = true) throws {
    definition = try FormDefinition(workbook)
    var made = 0
    form = FormInstance(
      definition, today: today, now: "2024-05-15T10:11:12.000Z", random: { 0.25 },
      creating: creating,
      newRowID: {
        made += 1
        return "first\(made)"
      })
  }

  /// Sheets from tables whose cells stand between `|`; the first line is the header.
  static func workbook(_ survey: String, choices: String = "", settings: String = "") -> Workbook {
    let sheets = [("survey", survey), ("choices", choices), ("settings", settings)]
    return Workbook(sheets: sheets.filter { !$0.1.isEmpty }.map { sheet(named: $0.0, $0.1) })
  }

  static func sheet(named name: String, _ table: String) -> Sheet {
    let lines = table.split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map { cell in
        cell.split(separator: " ").joined(separator: " ")
      }
    }
    let header = lines[0]
    let rows = lines.dropFirst().enumerated().map { index, cells in
      Row(
        number: index + 2,
        cells: zip(header, cells).filter { !$0.1.isEmpty }.map { Row.Cell($0.0, $0.1) })
    }
    return Sheet(name: name, header: header, rows: rows)
  }

  func address(_ path: String) -> NodeAddress {
    var address = NodeAddress(node: 0)
    for step in path.split(separator: "/") {
      let name = step.prefix { $0 != "[" }
      let node =
        definition.node(named: String(name))
        ?? definition.nodes.indices.first { definition.nodes[$0].name == name }
      guard let node else {
        Issue.record("no node \(name)")
        return address
      }
      address.node = node
      guard step.hasSuffix("]"), let number = Int(step.dropFirst(name.count + 1).dropLast())
      else { continue }
      let rows = form.rows(address)
      guard rows.indices.contains(number - 1) else {
        Issue.record("no row \(step)")
        return address
      }
      address.rows.append(rows[number - 1])
    }
    return address
  }

  @discardableResult
  mutating func answer(_ path: String, _ value: String) -> SetResult {
    form.set(address(path), value)
  }

  /// Adds a row at the end, or at a place counted from 1.
  @discardableResult
  mutating func addRow(_ path: String, at number: Int? = nil) -> [AnswerChange] {
    made += 1
    return form.addRow(address(path), id: "added\(made)", at: number.map { $0 - 1 })
  }

  mutating func removeRow(_ path: String, _ number: Int) {
    let address = address(path)
    form.removeRow(address, id: form.rows(address)[number - 1])
  }

  func value(_ path: String) -> String { form.visibleValue(address(path)) }

  func stored(_ path: String) -> String { form.value(address(path)) }

  func isRelevant(_ path: String) -> Bool { form.isRelevant(address(path)) }

  func choices(_ path: String) -> [String] { form.choices(address(path)).map(\.name) }

  func label(_ path: String, _ language: String = "default") -> String {
    form.label(address(path), language: language)
  }

  /// The names of what is shown, in order; rows of repeats by their numbers.
  var shown: [String] {
    form.stops().map { stop in
      let name = definition.nodes[stop.address.node].name
      let ids = stop.address.rows
      let mark = if case .roster = stop { "+" } else { "" }
      return mark + name + (ids.isEmpty ? "" : "@" + ids.joined(separator: "."))
    }
  }

  func evaluate(_ expression: String, at path: String = "") -> ExpressionResult? {
    try? form.evaluate(expression, at: path.isEmpty ? NodeAddress(node: 0) : address(path))
  }

  /// What is wrong with a form that must be refused.
  static func faults(
    _ survey: String, choices: String = "", settings: String = ""
  ) -> [FormFault] {
    do throws(FormFaults) {
      _ = try FormDefinition(workbook(survey, choices: choices, settings: settings))
      return []
    } catch {
      return error.faults
    }
  }
}
