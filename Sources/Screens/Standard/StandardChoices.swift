import FormEngine

/// The overlays and policy profiles that lie here, for a village's standard to be made of.
public struct StandardChoices: Sendable {
  /// An overlay or a profile.
  public struct Choice: Sendable {
    /// The name by which it is chosen.
    public var name: String
    /// Its labels by language, as its file names the languages.
    public var labels: [String: String]
    /// The year of its values.
    public var year: String
    /// The file, as a person finds it.
    public var file: String
    /// Why it cannot be used, a sentence in a language; nil when it can be read.
    public var trouble: (@Sendable (Language) -> String)?

    /// Names something to choose.
    public init(
      name: String, labels: [String: String] = [:], year: String = "", file: String = "",
      trouble: (@Sendable (Language) -> String)? = nil
    ) {
      self.name = name
      self.labels = labels
      self.year = year
      self.file = file
      self.trouble = trouble
    }

    /// The label in a language of the screen, else the name.
    public func label(_ language: Language) -> String {
      labels.first { $0.key.hasSuffix("(\(language.rawValue))") }?.value ?? name
    }
  }

  /// The regional overlays, the county's own behind ours.
  public var overlays: [Choice]
  /// The policy profiles.
  public var profiles: [Choice]

  /// Collects what can be chosen.
  public init(overlays: [Choice] = [], profiles: [Choice] = []) {
    self.overlays = overlays
    self.profiles = profiles
  }
}
