/// What the exchange of records needs of cryptography beyond `Crypto`, as closures; Trust supplies the
/// real ones.
public struct Sealing: Sendable {
  /// How hard a passphrase is to try out: Argon2id's passes, and its memory in bytes.
  public struct Work: Equatable, Sendable {
    /// How often the memory is gone through.
    public let passes: Int
    /// How much memory, in bytes.
    public let memory: Int

    /// Sets both.
    public init(passes: Int, memory: Int) {
      self.passes = passes
      self.memory = memory
    }
  }

  /// Seals a stream piece by piece, each bound to its place; the last one says that it is the last.
  public typealias Sealer = (_ piece: ArraySlice<UInt8>, _ isLast: Bool) -> [UInt8]
  /// Opens the pieces in the same order; nil for one that was changed or stands in another's place.
  public typealias Opener = (_ sealed: ArraySlice<UInt8>) -> (piece: [UInt8], isLast: Bool)?

  /// How many bytes a key has with which streams are sealed.
  public static let keyCount = 32
  /// How many bytes the salt of a passphrase has.
  public static let saltCount = 16
  /// How many bytes longer than itself a sealed piece of a stream is.
  public static let pieceOverhead = 17
  /// How many bytes stand before a sealed stream.
  public static let streamStartCount = 24

  /// A SHA-256 over bytes that come piece by piece.
  public var digest: @Sendable () -> RunningDigest
  /// Seals a few bytes for the owner of a device's public (Ed25519) key; nil when it is no key.
  public var seal: @Sendable (_ message: [UInt8], _ publicKey: [UInt8]) -> [UInt8]?
  /// Opens what was sealed for a device; nil when it was for another, or was changed.
  public var open: @Sendable (_ sealed: [UInt8], _ keys: KeyPair) -> [UInt8]?
  /// A key from a passphrase; nil when the memory is not to be had.
  public var derive: @Sendable (_ passphrase: [UInt8], _ salt: [UInt8], Work) -> [UInt8]?
  /// Begins to seal a stream; the start belongs before it.
  public var sealer: @Sendable (_ key: [UInt8]) -> (start: [UInt8], seal: Sealer)?
  /// Begins to open a stream; nil when the start is none.
  public var opener: @Sendable (_ key: [UInt8], _ start: [UInt8]) -> Opener?

  /// Bundles the closures.
  public init(
    digest: @escaping @Sendable () -> RunningDigest,
    seal: @escaping @Sendable ([UInt8], [UInt8]) -> [UInt8]?,
    open: @escaping @Sendable ([UInt8], KeyPair) -> [UInt8]?,
    derive: @escaping @Sendable ([UInt8], [UInt8], Work) -> [UInt8]?,
    sealer: @escaping @Sendable ([UInt8]) -> (start: [UInt8], seal: Sealer)?,
    opener: @escaping @Sendable ([UInt8], [UInt8]) -> Opener?
  ) {
    self.digest = digest
    self.seal = seal
    self.open = open
    self.derive = derive
    self.sealer = sealer
    self.opener = opener
  }
}
