import JSONText

extension RegisterChoice {
  /// The choice lists of a form in the flat sheet form, by name, with the labels of every language.
  public static func lists(form: JSON) -> [String: [RegisterChoice]] {
    var lists: [String: [RegisterChoice]] = [:]
    for row in form["choices"]?.array ?? [] {
      guard let list = row["list_name"]?.string, let name = row["name"]?.string else { continue }
      let labels = (row.members ?? []).filter { $0.key.hasPrefix("label") }
        .compactMap(\.value.string)
      lists[list, default: []].append(RegisterChoice(name: name, labels: labels))
    }
    return lists
  }
}
