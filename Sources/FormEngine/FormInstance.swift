/// A form being filled: what was answered, what follows from it, and what is asked.
///
/// It is a value: a copy is a second interview. One answer recomputes only what depends on it.
public struct FormInstance: Sendable {
  /// The questionnaire being filled.
  public let definition: FormDefinition
  /// The evaluation date, as `2024-05-15`.
  public let today: String
  /// The moment at which the instance was made, as ISO 8601.
  public let now: String
  /// The language in which calculations answer that depend on one.
  public private(set) var language: String

  let form: CompiledForm
  let random: @Sendable () -> Double
  var rows: [RowState] = []
  var free: [Int] = []
  /// Counts the changes of what is shown: while it stays the same, so do the stops.
  public internal(set) var stopsVersion = 0
  var languageNumber: Int
  /// While many answers are loaded nothing is computed; all is at the end.
  var isLoading = false

  /// Starts filling a form.
  ///
  /// With `creating`, static and dynamic defaults are run and each repeat outside another gets its
  /// first row, as XLSForm says; without, the instance is bare, for stored answers to be loaded.
  /// `metadata` supplies what the device knows (`deviceid`, `username` …), by type.
  public init(
    _ definition: FormDefinition, today: String, now: String,
    random: @escaping @Sendable () -> Double, creating: Bool,
    metadata: [String: String] = [:], newRowID: () -> RowID
  ) {
    self.init(blank: definition, today: today, now: now, random: random, metadata: metadata)
    if creating { fillFixedDefaults(0) }
    recalculateAll()
    if creating {
      for scope in form.tree.scopes[0].repeats {
        if let row = insertRow(scope, in: 0, id: newRowID(), at: nil) { fillFixedDefaults(row) }
      }
      recalculateAll()
      var marks = newMarks()
      var changes: [AnswerChange] = []
      for row in rows.indices { runDefaults(row, &marks, &changes) }
      refreshStops()
    }
  }

  /// Takes up a form with stored rows and answers, which the body loads; everything is computed once,
  /// behind it.
  public init(
    _ definition: FormDefinition, today: String, now: String,
    random: @escaping @Sendable () -> Double, loading body: (inout FormInstance) -> Void
  ) {
    self.init(blank: definition, today: today, now: now, random: random, metadata: [:])
    loading(body)
  }

  /// A form of which nothing is computed yet.
  private init(
    blank definition: FormDefinition, today: String, now: String,
    random: @escaping @Sendable () -> Double, metadata: [String: String]
  ) {
    self.definition = definition
    self.today = today
    self.now = now
    self.random = random
    form = definition.form
    languageNumber = form.defaultLanguage
    language = form.languages[form.defaultLanguage]
    rows.append(newRow(id: "", scope: 0, parent: 0, path: []))
    for node in form.nodes {
      guard case .metadata(let kind) = node.kind else { continue }
      let text =
        switch kind {
        case "start": now
        // The end is known when the form is finished, and is not the filling's affair.
        case "end": ""
        case "today": today
        default: metadata[kind] ?? ""
        }
      store(node.index, 0, text)
    }
  }

  func newRow(id: RowID, scope: Int, parent: Int, path: [RowID]) -> RowState {
    let described = form.tree.scopes[scope]
    return RowState(
      id: id, scope: scope, parent: parent, number: 0, path: path,
      cells: [Cell](repeating: Cell(), count: described.nodes.count),
      rosters: [RowState.Roster](
        repeating: RowState.Roster(), count: described.repeats.count))
  }

  /// Chooses the language in which calculations answer that depend on one.
  public mutating func setLanguage(_ language: String) {
    guard let number = form.languages.firstIndex(of: language), number != languageNumber else {
      return
    }
    self.language = language
    languageNumber = number
    var marks = newMarks()
    for rank in form.languageDependents {
      for row in rows.indices
      where rows[row].isUsed
        && rows[row].scope == form.computations[rank].scope
      {
        marks.mark(rank, row)
      }
    }
    settle(&marks)
    refreshStops()
  }

  // MARK: Places

  /// The row in which an address's node lives; nil when the address names none.
  ///
  /// An address of a repeat may name one row of it, or the repeat as a whole.
  func row(of address: NodeAddress) -> Int? {
    guard form.nodes.indices.contains(address.node) else { return nil }
    let chain = form.tree.scopes[form.tree.places[address.node].scope].chain
    let isRepeat = form.tree.places[address.node].isRepeat
    let depth = chain.count - 1
    guard address.rows.count == depth || (isRepeat && address.rows.count == depth - 1) else {
      return nil
    }
    var row = 0
    for (level, id) in address.rows.enumerated() {
      let slot = form.tree.scopes[chain[level + 1]].slot
      guard let next = rows[row].rosters[slot].placeOf[id] else { return nil }
      row = next
    }
    return row
  }

  /// Whether an address names a repeat as a whole rather than one of its rows.
  func isWholeRepeat(_ address: NodeAddress) -> Bool {
    let place = form.tree.places[address.node]
    return place.isRepeat && address.rows.count == form.tree.scopes[place.scope].depth - 1
  }

  func address(_ node: Int, _ row: Int) -> NodeAddress {
    NodeAddress(node: node, rows: rows[row].path)
  }

  func context(_ row: Int, language: Int? = nil) -> EvaluationContext {
    EvaluationContext(
      row: row, current: row, language: language ?? languageNumber, scope: rows[row].scope)
  }
}
