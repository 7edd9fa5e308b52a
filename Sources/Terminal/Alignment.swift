/// Where text stands in a place that is wider than it.
public enum Alignment: Hashable, Sendable {
  /// At the left edge.
  case left
  /// At the right edge, as numbers do.
  case right
  /// In the middle.
  case center
}
