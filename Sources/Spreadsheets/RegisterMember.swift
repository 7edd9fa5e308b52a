/// A member of a register's household.
public struct RegisterMember: Equatable, Sendable {
  /// What tells the member from all others of the household, whoever imports the list: the person
  /// number, or else the name, with `#2` for a second person of that name.
  ///
  /// Never the citizen number: identities outlive an erasure, and a digest of such a number can be
  /// guessed back.
  public let sourceKey: String
  /// The member's row.
  public let row: Int
  /// What the register says, in the order of the fields.
  public let facts: [RegisterFact]

  /// Makes a member of its parts.
  public init(sourceKey: String, row: Int, facts: [RegisterFact]) {
    self.sourceKey = sourceKey
    self.row = row
    self.facts = facts
  }

  /// What the register says for a field, or nil.
  public subscript(field: RegisterField) -> String? {
    facts.first { $0.field == field }?.value
  }
}
