/// What one node holds in one row.
struct Cell: Sendable {
  /// The stored text, kept while irrelevant.
  var value = ""
  /// The number the text stands for, kept since sums ask for it again and again.
  var number = Double.nan
  /// What the node's own relevance says.
  var own = true
  /// Whether the node and all around it are relevant.
  var relevant = true
  /// Whether nobody has said the stored text as things stand: a register's value, or an answer that
  /// was out of the way for a time.
  var isUnsaid = false
}
