/// What the codes of the form's list `visit_result` mean for the work that is left.
public enum VisitResult {
  /// The answers were read back and confirmed.
  public static let done = "done"

  /// Whether nobody needs to go back in this round: the interview can be closed with it.
  ///
  /// `part`, `absent` and `away` leave the household open; `done` completes it; the others close it.
  public static func isFinal(_ code: String) -> Bool {
    switch code {
    case "done", "refused", "moved", "gone", "notfound": true
    default: false
    }
  }
}
