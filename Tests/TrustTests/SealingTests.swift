import Record
import Testing
import Trust

@Suite struct SealingTests {
  let crypto: Crypto
  let sealing: Sealing

  init() throws {
    crypto = try #require(Crypto.sodium())
    sealing = try #require(Sealing.sodium())
  }

  @Test func aDigestOfPiecesIsTheDigestOfTheWhole() {
    let bytes = [UInt8]((0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 7) })
    let digest = sealing.digest()
    for start in stride(from: 0, to: bytes.count, by: 33) {
      digest.add(bytes[start..<min(start + 33, bytes.count)])
    }
    #expect(digest.finish() == crypto.sha256(bytes[...]))
  }

  @Test func whatIsSealedForADeviceOnlyThatDeviceOpens() throws {
    let receiver = crypto.makeKeyPair()
    let key = crypto.random(Sealing.keyCount)
    let sealed = try #require(sealing.seal(key, receiver.publicKey))
    #expect(sealing.open(sealed, receiver) == key)
    #expect(sealing.open(sealed, crypto.makeKeyPair()) == nil)
    for index in sealed.indices {
      var changed = sealed
      changed[index] ^= 1
      #expect(sealing.open(changed, receiver) == nil)
    }
    #expect(sealing.open([], receiver) == nil)
    #expect(sealing.seal(key, [1, 2, 3]) == nil)
    // Not every 32 bytes are a point that keeps a secret.
    #expect(sealing.seal(key, [UInt8](repeating: 0, count: 32)) == nil)
  }

  @Test func aPassphraseGivesItsKeyWithItsSaltOnly() throws {
    let work = Sealing.Work(passes: 1, memory: 8192)
    let salt = [UInt8](repeating: 3, count: Sealing.saltCount)
    let key = try #require(sealing.derive(Array("入户 2026".utf8), salt, work))
    #expect(key.count == Sealing.keyCount)
    #expect(sealing.derive(Array("入户 2026".utf8), salt, work) == key)
    #expect(sealing.derive(Array("入户 2027".utf8), salt, work) != key)
    #expect(
      sealing.derive(
        Array("入户 2026".utf8), [UInt8](repeating: 4, count: Sealing.saltCount), work) != key)
    #expect(sealing.derive([1], [1], work) == nil)
    #expect(sealing.derive([1], salt, Sealing.Work(passes: 0, memory: 0)) == nil)
  }

  @Test func aStreamOpensInItsOrderOnly() throws {
    let key = crypto.random(Sealing.keyCount)
    let (start, seal) = try #require(sealing.sealer(key))
    let pieces: [[UInt8]] = [[1, 2, 3], [], [UInt8](repeating: 9, count: 5000)]
    let sealed = pieces.enumerated().map { seal($0.element[...], $0.offset == 2) }
    #expect(sealed[0].count == 3 + Sealing.pieceOverhead)

    let open = try #require(sealing.opener(key, start))
    for (number, piece) in sealed.enumerated() {
      let opened = try #require(open(piece[...]))
      #expect(opened.piece == pieces[number])
      #expect(opened.isLast == (number == 2))
    }
    let swapped = try #require(sealing.opener(key, start))
    #expect(swapped(sealed[1][...]) == nil)
    let other = try #require(sealing.opener(crypto.random(Sealing.keyCount), start))
    #expect(other(sealed[0][...]) == nil)
    #expect(sealing.opener([1], start) == nil)
    #expect(sealing.opener(key, [1]) == nil)
  }
}
