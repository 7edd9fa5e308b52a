/// A list of the sheet `choices`.
struct ChoiceList: Sendable {
  struct Entry: Sendable {
    let name: String
    var label: FormText
    /// The labels as given, by language, none standing in for another.
    let given: [String?]
    let special: Special?
    /// The cells under the list's columns.
    let cells: [String]
    let row: Row
  }

  let name: String
  /// The headers that filters may name.
  let columns: [String]
  var entries: [Entry] = []
  /// The choices as they are offered when neither filter nor answer changes them.
  var fixed: [Choice]?
  /// Names that stand for special answers.
  var specials: [String: Special] = [:]
}
