/// What is said about PINs where there is no screen: by commands.
public struct PINLines: Sendable {
  private let strings: PeopleStrings

  /// Lines in a language.
  public init(_ language: Language) { strings = language.strings.people }

  /// Asks a person for theirs.
  public func ask(_ name: String) -> String { strings.askPIN(name) }
  /// It was not the person's.
  public var wrong: String { strings.wrongPIN }
  /// There are so many seconds to wait.
  public func wait(_ seconds: Int) -> String { strings.waitFirst(seconds) }
  /// It could not be looked at.
  public var cannot: String { strings.cannotCheck }
  /// Asks for a new one.
  public var new: String { strings.newPIN }
  /// Asks for the new one once more.
  public var again: String { strings.newPINAgain }
  /// The second was not the first.
  public var differ: String { strings.pinsDiffer }
  /// How long one is.
  public func length(_ fewest: Int, _ most: Int) -> String { strings.pinLength(fewest, most) }
}
