import CSodium
import Record

extension Sodium {
  private final class StreamState {
    var state = crypto_secretstream_xchacha20poly1305_state()

    deinit { withUnsafeMutableBytes(of: &state) { sodium_memzero($0.baseAddress, $0.count) } }
  }

  static func sealer(_ key: [UInt8]) -> (start: [UInt8], seal: Sealing.Sealer)? {
    guard key.count == Sealing.keyCount else { return nil }
    let held = StreamState()
    var start = [UInt8](repeating: 0, count: Sealing.streamStartCount)
    guard crypto_secretstream_xchacha20poly1305_init_push(&held.state, &start, key) == 0 else {
      return nil
    }
    let last = crypto_secretstream_xchacha20poly1305_tag_final()
    return (
      start,
      { piece, isLast in
        var sealed = [UInt8](repeating: 0, count: piece.count + Sealing.pieceOverhead)
        piece.withUnsafeBufferPointer { piece in
          _ = crypto_secretstream_xchacha20poly1305_push(
            &held.state, &sealed, nil, piece.baseAddress, UInt64(piece.count), nil, 0,
            isLast ? last : 0)
        }
        return sealed
      }
    )
  }

  static func opener(_ key: [UInt8], _ start: [UInt8]) -> Sealing.Opener? {
    guard key.count == Sealing.keyCount, start.count == Sealing.streamStartCount else {
      return nil
    }
    let held = StreamState()
    guard crypto_secretstream_xchacha20poly1305_init_pull(&held.state, start, key) == 0 else {
      return nil
    }
    let last = crypto_secretstream_xchacha20poly1305_tag_final()
    return { sealed in
      guard sealed.count >= Sealing.pieceOverhead else { return nil }
      var piece = [UInt8](repeating: 0, count: sealed.count - Sealing.pieceOverhead)
      var tag: UInt8 = 0
      let failed = sealed.withUnsafeBufferPointer { sealed in
        crypto_secretstream_xchacha20poly1305_pull(
          &held.state, &piece, nil, &tag, sealed.baseAddress, UInt64(sealed.count), nil, 0)
      }
      return failed == 0 ? (piece, tag == last) : nil
    }
  }
}
