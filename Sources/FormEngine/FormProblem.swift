/// Something that a form's author should know.
public struct FormProblem: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Hashable, Sendable {
    /// The form is refused, or some interviewer could not use it.
    case error
    case warning
  }

  /// What it is and where.
  public let fault: FormFault
  /// How bad it is.
  public let severity: Severity
  /// Whether the form does not load because of it.
  public let isRefused: Bool
}
