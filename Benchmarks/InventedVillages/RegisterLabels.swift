import JSONText

/// What a register writes for the names of choices: the labels of a form.
public struct RegisterLabels: Sendable {
  private var labels: [RegisterLanguage: [String: String]] = [:]

  /// Takes the labels of a form's sheet `choices`, in the flat sheet form.
  public init(form: JSON) {
    guard case .array(let rows)? = form["choices"] else { return }
    for row in rows {
      guard let list = row["list_name"]?.string, let name = row["name"]?.string else { continue }
      labels[.chinese, default: [:]]["\(list) \(name)"] = row["label::中文 (zh)"]?.string
      labels[.english, default: [:]]["\(list) \(name)"] = row["label::English (en)"]?.string
    }
  }

  /// The label of a choice, or its name if the form has none.
  func label(_ name: String, list: String, _ language: RegisterLanguage) -> String {
    labels[language]?["\(list) \(name)"] ?? name
  }
}
