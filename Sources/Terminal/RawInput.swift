/// One thing that the terminal library read, before it is known what it means.
public enum RawInput: Hashable, Sendable {
  /// A byte of text in UTF-8, or of a sequence that the library does not know.
  case byte(UInt8)
  /// A key that the library recognised by its escape sequence.
  case key(Key)
  /// The terminal says that pasted text begins.
  case pasteBegin
  /// The terminal says that pasted text ends.
  case pasteEnd
}
