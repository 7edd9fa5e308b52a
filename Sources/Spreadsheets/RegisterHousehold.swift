/// A household of a register.
public struct RegisterHousehold: Equatable, Sendable {
  /// What tells the household from all others of the village, whoever imports the list.
  public let sourceKey: String
  /// The row in which it begins.
  public let row: Int
  /// What the register says, in the order of the fields; a select's answer as codes, a date as
  /// 1950-03-07; blank cells are left out.
  public let facts: [RegisterFact]
  /// Its members, in the order of the file.
  public let members: [RegisterMember]

  /// Makes a household of its parts.
  public init(sourceKey: String, row: Int, facts: [RegisterFact], members: [RegisterMember]) {
    self.sourceKey = sourceKey
    self.row = row
    self.facts = facts
    self.members = members
  }

  /// What the register says for a field, or nil.
  public subscript(field: RegisterField) -> String? {
    facts.first { $0.field == field }?.value
  }
}
