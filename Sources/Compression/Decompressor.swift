import CZstd

/// Unpacks one zstd frame piece by piece, and no more bytes than were stated beforehand.
///
/// Whoever made the packed bytes may mean ill: a few of them can stand for any number.
public final class Decompressor {
  /// How many bytes must come out.
  public let stated: Int
  /// How many have come out.
  public private(set) var count = 0
  private let context: OpaquePointer
  private var buffer: [UInt8]
  private var hasEnded = false

  /// What a frame may ask for in memory, as a power of two: 16 MB, where `Compressor` needs 2.
  private static let windowLog: Int32 = 24

  /// Begins a frame out of which exactly so many bytes must come.
  public init(stated: Int) throws(CompressionFault) {
    guard let context = ZSTD_createDCtx() else { throw .noMemory }
    self.context = context
    self.stated = stated
    buffer = [UInt8](repeating: 0, count: ZSTD_DStreamOutSize())
    _ = ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, Self.windowLog)
  }

  deinit { _ = ZSTD_freeDCtx(context) }

  /// Unpacks the next piece; what comes out is handed on in pieces of at most 128 KB.
  public func add(
    _ piece: ArraySlice<UInt8>, each: (ArraySlice<UInt8>) -> Void
  ) throws(CompressionFault) {
    let fault = piece.withUnsafeBytes { source -> CompressionFault? in
      var input = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: 0)
      var isFull = false
      while input.pos < input.size || isFull {
        // One frame and nothing behind it: two files with the same content must not differ.
        if hasEnded { return .damaged }
        var left = 0
        let got = buffer.withUnsafeMutableBytes { target -> Int in
          var out = ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
          left = ZSTD_decompressStream(context, &out, &input)
          return out.pos
        }
        guard ZSTD_isError(left) == 0 else { return .damaged }
        guard count + got <= stated else { return .tooLarge(stated: stated) }
        count += got
        if got > 0 { each(buffer[..<got]) }
        hasEnded = left == 0
        isFull = got == buffer.count && !hasEnded
      }
      return nil
    }
    if let fault { throw fault }
  }

  /// Says that no more bytes follow.
  public func finish() throws(CompressionFault) {
    guard hasEnded, count == stated else { throw .cutShort }
  }

  /// Unpacks at once what was packed, if exactly so many bytes come out.
  public static func unpack(
    _ bytes: ArraySlice<UInt8>, stated: Int
  ) throws(CompressionFault) -> [UInt8] {
    let decompressor = try Decompressor(stated: stated)
    var output: [UInt8] = []
    try decompressor.add(bytes) { output.append(contentsOf: $0) }
    try decompressor.finish()
    return output
  }
}
