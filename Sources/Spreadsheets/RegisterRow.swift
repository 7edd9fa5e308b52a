/// A row of a register with its cells read.
struct RegisterRow {
  let number: Int
  /// What could be read.
  var values: [RegisterField: String]
  /// The fields whose cells are not blank, read or not.
  let written: Set<RegisterField>

  func facts(ofHousehold: Bool) -> [RegisterFact] {
    RegisterField.allCases.compactMap { field in
      guard field.isOfHousehold == ofHousehold, let value = values[field] else { return nil }
      return RegisterFact(field, value)
    }
  }
}
