import FormEngine
import JSONText
import Record
import RecordFiles
import Trust

/// What every figure needs: the form, the crypto, and a scratch folder that is kept between runs.
struct Bench {
  let crypto: Crypto
  let formBytes: [UInt8]
  let formJSON: JSON
  let form: (hash: String, definition: FormDefinition)
  /// Where everything is written; below `.build`, so that cleaning takes it away.
  let scratch = ".build/figures"
  /// A wall time behind everything that is invented.
  static let now = "2026-11-21T09:00:00.000+08:00"

  /// Reads the form of the checkout.
  init() throws {
    guard let crypto = Crypto.sodium() else { throw BenchmarkFault.noCrypto }
    self.crypto = crypto
    let path = "Forms/household/form.json"
    guard let bytes = try PosixDisk().contents(path) else { throw BenchmarkFault.missing(path) }
    formBytes = bytes
    formJSON = try JSON(parsing: bytes)
    form = (
      DataFolder.name(of: bytes, crypto.sha256),
      try FormDefinition(Workbook(json: formJSON))
    )
  }

  /// The forms by hash: there is only this one.
  var forms: @Sendable (String) -> FormDefinition? {
    let form = form
    return { $0 == form.hash ? form.definition : nil }
  }

  /// An empty folder in the scratch folder.
  func emptied(_ name: String) throws -> String {
    let path = "\(scratch)/\(name)"
    try Program("rm", ["-rf", path]).succeed()
    try PosixDisk().makeFolders(path)
    return path
  }
}
