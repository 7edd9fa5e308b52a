extension OverlayMerge {
  /// An overlay brings lists of its own; what is offered in the form's lists is the form's.
  mutating func mergeChoices() {
    let form = OverlayColumns(merged["choices"]?.header ?? [], of: "choices")
    let taken = Set((merged["choices"]?.rows ?? []).compactMap { form.text($0, "list_name") })
    var seen: Set<[String]> = []
    for reader in rows("choices") {
      checkText(reader, "choices", "label", isNeeded: true)
      guard let list = reader["list_name"] else {
        fault(reader, "choices", "list_name", .missingName)
        continue
      }
      guard !taken.contains(list) else {
        fault(reader, "choices", "list_name", .nameTaken(list))
        continue
      }
      guard let name = reader["name"] else {
        fault(reader, "choices", "name", .missingChoiceName)
        continue
      }
      guard seen.insert([list, name]).inserted else {
        fault(reader, "choices", "name", .duplicateChoice(name))
        continue
      }
      let place = place(ofSheet: "choices")
      merged.sheets[place].rows.append(adopt(reader, into: place))
    }
  }
}
