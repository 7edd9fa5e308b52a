// Zstandard and not zlib: journals shrink further at several times the speed, and Debian has it ready
// built. This is the only module that imports it.
import CZstd

/// Packs bytes piece by piece (one zstd frame); only what is not handed out yet is held.
public final class Compressor {
  private let context: OpaquePointer
  private var buffer: [UInt8]

  /// Begins a frame.
  ///
  /// Half of a journal are salts and hashes, which nothing packs: levels above the second search them in
  /// vain, take three times as long and come out longer.
  public init(level: Int = 2) throws(CompressionFault) {
    guard let context = ZSTD_createCCtx() else { throw .noMemory }
    self.context = context
    buffer = [UInt8](repeating: 0, count: ZSTD_CStreamOutSize())
    _ = ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, Int32(level))
    // A flipped bit is found here too, and not only by the hash of the file around it.
    _ = ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
  }

  deinit { _ = ZSTD_freeCCtx(context) }

  /// Packs the next piece; what is ready is added to the output.
  public func add(
    _ piece: ArraySlice<UInt8>, to output: inout [UInt8]
  ) throws(CompressionFault) {
    try run(piece, ZSTD_e_continue, &output)
  }

  /// Ends the frame; the rest is added to the output.
  public func finish(into output: inout [UInt8]) throws(CompressionFault) {
    try run([], ZSTD_e_end, &output)
  }

  private func run(
    _ piece: ArraySlice<UInt8>, _ end: ZSTD_EndDirective, _ output: inout [UInt8]
  ) throws(CompressionFault) {
    let isDone = piece.withUnsafeBytes { source -> Bool in
      var input = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: 0)
      while true {
        var left = 0
        let got = buffer.withUnsafeMutableBytes { target -> Int in
          var out = ZSTD_outBuffer(dst: target.baseAddress, size: target.count, pos: 0)
          left = ZSTD_compressStream2(context, &out, &input, end)
          return out.pos
        }
        guard ZSTD_isError(left) == 0 else { return false }
        output.append(contentsOf: buffer[..<got])
        if end == ZSTD_e_end ? left == 0 : input.pos == input.size { return true }
      }
    }
    guard isDone else { throw .noMemory }
  }
}

extension Compressor {
  /// Packs some bytes at once.
  public static func pack(_ bytes: [UInt8]) throws(CompressionFault) -> [UInt8] {
    let compressor = try Compressor()
    var output: [UInt8] = []
    try compressor.add(bytes[...], to: &output)
    try compressor.finish(into: &output)
    return output
  }
}
