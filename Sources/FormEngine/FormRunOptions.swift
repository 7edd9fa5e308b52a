/// The circumstances under which a script is run.
public struct FormRunOptions: Sendable {
  /// The language to begin in; the form's own when nil.
  public var language: String?
  /// The evaluation date, as `2024-05-15`.
  public var today: String
  /// The moment, as ISO 8601.
  public var now: String
  /// What `random()` answers.
  public var random: @Sendable () -> Double
  /// What the device knows, by type: `deviceid`, `username`.
  public var metadata: [String: String]

  /// Sets the circumstances.
  public init(
    language: String? = nil, today: String, now: String,
    random: @escaping @Sendable () -> Double, metadata: [String: String] = [:]
  ) {
    self.language = language
    self.today = today
    self.now = now
    self.random = random
    self.metadata = metadata
  }
}
