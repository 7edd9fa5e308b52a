/// A questionnaire, checked once and never changed.
public struct FormDefinition: Sendable {
  let form: CompiledForm

  /// Reads a workbook, or says all that is wrong with it.
  public init(_ workbook: Workbook) throws(FormFaults) {
    form = try FormBuilder.build(workbook)
  }

  /// The workbook from which it was read.
  public var workbook: Workbook { form.workbook }
  /// The form's id, from the sheet `settings`.
  public var id: String { form.id }
  /// The form's title.
  public var title: String { form.title }
  /// The form's version.
  public var version: String { form.version }
  /// The languages of the form's texts, in the order of their columns.
  public var languages: [String] { form.languages }
  /// The language that is shown first.
  public var defaultLanguage: String { form.languages[form.defaultLanguage] }
  /// All nodes in preorder; a node's position is its identity in this definition.
  public var nodes: [FormNode] { form.nodes }
  /// What is doubtful and no reason to refuse the form.
  public var warnings: [FormFault] { form.warnings }

  /// The sheets that other tools ignore and the household form's checks are in.
  public var ownSheets: [Sheet] {
    let known: Set<String> = [
      "survey", "choices", "settings", "entities", "external_choices", "osm",
    ]
    return form.workbook.sheets.filter { !known.contains($0.name.lowercased()) }
  }

  /// What a household is measured by; empty for a form without checks.
  public var standard: Standard { form.standard }

  /// The node of a key.
  public func node(named key: String) -> Int? { form.nodeOfKey[key] }

  /// A node's name where no other has it, else its path from the root, as `g/m/x`.
  public func key(of node: Int) -> String { form.keys[node] }

  /// The names from the root down to a node, joined by slashes, with the root's own first.
  public func path(of node: Int) -> String {
    let rest = form.tree.path(of: node)
    return "/" + form.rootName + (rest.isEmpty ? "" : "/" + rest)
  }

  /// The choices of a select's list, whatever its filter; empty for other nodes.
  public func choices(of node: Int) -> [Choice] {
    guard let list = form.plans[node].list else { return [] }
    return form.allChoices(of: list)
  }

  /// Whether a calculation fills the node.
  public func isCalculated(_ node: Int) -> Bool { form.plans[node].calculation != nil }

  /// The codes that stand for special answers of a question, its choices' included.
  public func specials(of node: Int) -> [String: Special] {
    var specials = form.nodes[node].specials
    if let list = form.plans[node].list {
      specials.merge(form.lists[list].specials) { own, _ in own }
    }
    return specials
  }
}

extension CompiledForm {
  /// A list's choices with their texts as far as they need no answers.
  func allChoices(of list: Int) -> [Choice] {
    if let fixed = lists[list].fixed { return fixed }
    return lists[list].entries.map { entry in
      Choice(
        name: entry.name, special: entry.special,
        labels: entry.label.parts.map { Self.fixedText($0) }, languages: languages)
    }
  }

  /// The literal parts of a text; a language without the text shows `-`.
  static func fixedText(_ parts: [FormText.Part]?) -> String {
    guard let parts else { return "-" }
    return parts.reduce(into: "") { text, part in
      if case .literal(let literal) = part { text += literal }
    }
  }
}
