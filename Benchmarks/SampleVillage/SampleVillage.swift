import FormEngine
import InventedRecord
import InventedVillages
import JSONText
import Record
import RecordFiles
import Trust

/// `sample-village FOLDER`: makes the sample village in a folder, for `make run` and the tests.
///
/// It is written by another laptop than the one it is then opened on, as a colleague's would be.
@main enum SampleVillage {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 2, let crypto = Crypto.sodium() else {
      print("usage: sample-village FOLDER   (in the checkout: it reads Forms and Data/sample)")
      throw Fault.usage
    }
    let disk = PosixDisk()
    guard let bytes = try disk.contents("Forms/household/form.json"),
      let register = try disk.contents("Data/sample/register.csv")
    else { throw Fault.notInCheckout }
    let json = try JSON(parsing: bytes)
    nonisolated(unsafe) var time = ""
    let folder = try DataFolder(
      path: "\(arguments[1])/Data", disk: disk, crypto: crypto, clock: { time },
      device: "\(arguments[1])/other-laptop", mode: .writing)
    let hash = try folder.keep(bytes, in: .forms)
    let definition = try FormDefinition(Workbook(json: json))
    try SampleRecord(
      folder, crypto: crypto, form: (hash, definition), setTime: { time = $0 }
    ).write(.sample, register: register, form: json)
    folder.close()
  }

  /// Why there is no sample.
  enum Fault: Error {
    case usage
    case notInCheckout
  }
}
