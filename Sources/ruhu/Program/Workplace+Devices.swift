import Record
import RecordFiles
import Screens

extension Workplace {
  /// The words of a public key's fingerprint; nil only where the digest is none.
  func words(of key: [UInt8]) -> FingerprintWords? {
    FingerprintWords(digest: crypto.sha256(key[...]))
  }

  /// The team's devices as they are shown, this one first.
  func shownTeam() throws -> ShownTeam {
    let key = try folder.publicKey()
    let this = words(of: key).map {
      ShownDevice(key: key, name: "", words: $0, isThis: true, standing: .noTeam)
    }
    return ShownTeam(name: nil, devices: [this].compactMap { $0 }, mayAdmit: false)
  }
}
