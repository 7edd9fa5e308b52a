/// A SHA-256 over bytes that come piece by piece, for files that are not held as a whole.
public struct RunningDigest {
  /// Takes in the next piece.
  public let add: (ArraySlice<UInt8>) -> Void
  /// The 32 bytes over all pieces; asked for once, at the end.
  public let finish: () -> [UInt8]

  /// Bundles the closures, which share a state.
  public init(add: @escaping (ArraySlice<UInt8>) -> Void, finish: @escaping () -> [UInt8]) {
    self.add = add
    self.finish = finish
  }
}
