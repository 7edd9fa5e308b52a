/// Why bytes could not be packed or unpacked.
public enum CompressionFault: Error, Equatable, Sendable {
  /// The library could not get the memory it needs.
  case noMemory
  /// The bytes are not in the packed form, or were changed.
  case damaged
  /// There is more in it than was stated, this many bytes: it is not unpacked.
  case tooLarge(stated: Int)
  /// The packed bytes end before what was stated has come out.
  case cutShort
}
