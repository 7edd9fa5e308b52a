/// `indexed-repeat`: a node in rows told by their numbers.
struct IndexedReference: Sendable {
  struct Level: Sendable {
    /// Which repeat of the row above.
    let slot: Int
    /// The row's number; nil takes the row in which the expression stands, or else the first.
    let number: Expression?
    /// Rows to go up from the expression to its own row of this repeat; nil when it has none.
    let ownUp: Int?
  }

  let levels: [Level]
  let local: Int
  let isNumeric: Bool
}
