/// One row of the survey with its place in the tree; a node's index is its identity in a definition.
public struct FormNode: Sendable {
  /// The node's position in the definition's preorder.
  public let index: Int
  /// The name as written.
  public let name: String
  /// What the node is.
  public let kind: NodeKind
  /// The node around this one.
  public let parent: Int?
  /// The nodes directly inside, in order.
  public internal(set) var children: [Int]
  /// The repeats around this node, outermost first; a repeat is not among its own.
  public let repeats: [Int]
  /// The label as written, by language in the definition's order; nil where the form has none.
  public let label: [String?]
  /// The hint as written, by language.
  public let hint: [String?]
  /// The guidance for the interviewer as written, by language.
  public let guidance: [String?]
  /// Every cell of the row by its header as written, whether or not this engine reads it.
  public let attributes: [String: String]
  /// The row of the sheet `survey`; 0 for the root.
  public let row: Int
  /// Answers that the question declares special, with their codes.
  public let specials: [String: Special]
  /// Whether an interviewer is shown the node.
  public let isShown: Bool

  /// Whether the cell of that header is a yes, in the spellings of XLSForm.
  public func isMarked(_ header: String) -> Bool {
    switch attributes[header]?.lowercased() {
    case "yes", "true", "true()": true
    default: false
    }
  }
}
