import Record
import Testing
import Trust

@Suite struct SodiumTests {
  let crypto: Crypto

  init() throws { crypto = try #require(Crypto.sodium()) }

  @Test func sha256GivesThePublishedValues() {
    func hex(_ text: String) -> String {
      crypto.sha256(Array(text.utf8)[...]).map { byte in
        let digits = String(byte, radix: 16)
        return digits.count == 1 ? "0" + digits : digits
      }.joined()
    }
    #expect(hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func aSliceIsHashedAndNotItsArray() {
    let bytes = Array("xabcx".utf8)
    #expect(crypto.sha256(bytes[1..<4]) == crypto.sha256(Array("abc".utf8)[...]))
  }

  @Test func aSignatureHoldsForItsMessageAndItsKeyOnly() throws {
    let pair = crypto.makeKeyPair()
    let other = crypto.makeKeyPair()
    let message = Array("入户".utf8)
    let signature = try #require(crypto.sign(message, pair.secretKey))
    #expect(crypto.verify(signature, message, pair.publicKey))
    #expect(!crypto.verify(signature, message + [0], pair.publicKey))
    #expect(!crypto.verify(signature, message, other.publicKey))
    #expect(!crypto.verify(signature.reversed(), message, pair.publicKey))
  }

  @Test func keysAndSignaturesOfAnotherLengthAreRefused() {
    let pair = crypto.makeKeyPair()
    #expect(crypto.sign([1], [1, 2, 3]) == nil)
    #expect(!crypto.verify([1, 2, 3], [1], pair.publicKey))
    #expect(!crypto.verify([UInt8](repeating: 0, count: 64), [1], []))
  }

  @Test func randomBytesAreAsManyAsAskedForAndNotTheSame() {
    #expect(crypto.random(0).isEmpty)
    #expect(crypto.random(16).count == 16)
    #expect(crypto.random(16) != crypto.random(16))
  }
}
