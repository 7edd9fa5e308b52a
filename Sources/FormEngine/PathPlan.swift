/// A path with predicates: rows found by a plain way, thinned, then a plain way from each, again.
struct PathPlan: Sendable {
  struct Stage: Sendable {
    let predicates: [Expression]
    /// From each row that is left.
    let next: Reference
  }

  let base: Reference
  let stages: [Stage]
}
