import Compression
import Testing

@Suite struct CompressionTests {
  /// Text that repeats itself as journals do.
  private func lines(_ count: Int) -> [UInt8] {
    (0..<count).flatMap { Array("{\"n\":\($0),\"k\":\"answered\"}\n".utf8) }
  }

  @Test func whatWasPackedComesBack() throws {
    for count in [0, 1, 1000, 40_000] {
      let bytes = lines(count)
      let packed = try Compressor.pack(bytes)
      #expect(try Decompressor.unpack(packed[...], stated: bytes.count) == bytes)
      #expect(count < 1000 || packed.count * 5 < bytes.count)
    }
  }

  @Test func piecesOfAnySizeGiveTheSame() throws {
    let bytes = lines(3000)
    for size in [1, 7, 4096, 70_000] {
      let compressor = try Compressor()
      var packed: [UInt8] = []
      for start in stride(from: 0, to: bytes.count, by: size) {
        try compressor.add(bytes[start..<min(start + size, bytes.count)], to: &packed)
      }
      try compressor.finish(into: &packed)
      let decompressor = try Decompressor(stated: bytes.count)
      var unpacked: [UInt8] = []
      for start in stride(from: 0, to: packed.count, by: size) {
        try decompressor.add(packed[start..<min(start + size, packed.count)]) { unpacked += $0 }
      }
      try decompressor.finish()
      #expect(unpacked == bytes)
    }
  }

  @Test func moreThanWasStatedIsNotUnpacked() throws {
    let bomb = try Compressor.pack([UInt8](repeating: 0x20, count: 50_000_000))
    #expect(bomb.count < 10_000)
    let decompressor = try Decompressor(stated: 1000)
    var got = 0
    #expect(throws: CompressionFault.tooLarge(stated: 1000)) {
      try decompressor.add(bomb[...]) { got += $0.count }
    }
    #expect(got <= 1000)
  }

  @Test func lessThanWasStatedAndATornFrameAreCutShort() throws {
    let bytes = lines(2000)
    let packed = try Compressor.pack(bytes)
    #expect(throws: CompressionFault.cutShort) {
      try Decompressor.unpack(packed[...], stated: bytes.count + 1)
    }
    for length in stride(from: 0, to: packed.count, by: 97) {
      #expect(throws: CompressionFault.cutShort) {
        try Decompressor.unpack(packed[..<length], stated: bytes.count)
      }
    }
  }

  @Test func everyFlippedBitIsFound() throws {
    let bytes = lines(50)
    let packed = try Compressor.pack(bytes)
    for bit in 0..<(packed.count * 8) {
      var changed = packed
      changed[bit >> 3] ^= 1 << UInt8(bit & 7)
      // Some bits of a frame's header mean nothing; none may change what comes out.
      let unpacked = try? Decompressor.unpack(changed[...], stated: bytes.count)
      #expect(unpacked == nil || unpacked == bytes)
    }
  }

  @Test func bytesBehindTheFrameAreRefused() throws {
    let packed = try Compressor.pack(lines(5))
    #expect(throws: CompressionFault.damaged) {
      try Decompressor.unpack((packed + [0])[...], stated: lines(5).count)
    }
  }
}
