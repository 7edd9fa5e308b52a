import Station
import Terminal

/// The page at the end of an interview: what is still to be looked at, and what can be done.
struct EndInput: Sendable {
  let review: CompletionReview
  private(set) var list: ScrollList
  /// Whether the person was told what is open and may complete all the same.
  var isAsked = false

  init(_ review: CompletionReview) {
    self.review = review
    list = ScrollList(count: review.items.count)
  }

  /// How many answers are missing, not confirmed or not allowed.
  var open: Int {
    review.items.count { if case .warning = $0.reason { false } else { true } }
  }

  /// Moves in the list; tells whether it was a key for it.
  mutating func handle(_ key: Key, rows: Int) -> Bool {
    if key == .up, list.selection == 0 { return false }
    return list.count > 0 && list.handle(key, rows: rows)
  }
}
