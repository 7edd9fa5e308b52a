import InventedRecord
import Record
import Trust

/// `sample-village FOLDER`: makes the sample village in a folder, for `make run` and the tests.
@main enum SampleVillage {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 2, let crypto = Crypto.sodium() else {
      print("usage: sample-village FOLDER   (in the checkout: it reads Forms and Data/sample)")
      throw Fault.usage
    }
    try SampleFiles(root: ".", crypto: crypto).write(to: arguments[1])
  }

  /// Why there is no sample.
  enum Fault: Error {
    case usage
  }
}
