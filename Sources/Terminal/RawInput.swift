/// One thing that the terminal library read, before it is known what it means.
public enum RawInput: Hashable, Sendable {
  /// A scalar, or what should have been one.
  case scalar(UInt32)
  /// A key that the library recognised by its escape sequence.
  case key(Key)
  /// The terminal says that pasted text begins.
  case pasteBegin
  /// The terminal says that pasted text ends.
  case pasteEnd
}
