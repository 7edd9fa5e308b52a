/// Why a text is no key script, and where.
public struct KeyScriptFault: Error, Hashable, Sendable {
  /// The line, counted from 1.
  public let line: Int
  /// The character in the line, counted from 1.
  public let column: Int
  /// What is wrong there.
  public let kind: Kind

  /// What can be wrong in a key script.
  public enum Kind: Hashable, Sendable {
    /// A `{` without its `}`.
    case openBrace
    /// A `}` without its `{`.
    case strayBrace
    /// A name in braces that no key has.
    case unknownKey(String)
    /// A `^` before something that Ctrl does not change.
    case badControl(String)
    /// A size that is not columns by rows.
    case badSize(String)
    /// A `char` that is not followed by exactly one character.
    case notOneCharacter(String)
    /// A key that takes nothing after its name, with something there.
    case unwanted(String)
  }
}
