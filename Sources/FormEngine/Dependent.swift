/// A computation that looks at something, and how far down the rows are shared with it.
struct Dependent: Hashable, Sendable {
  let rank: Int
  let depth: Int
}
