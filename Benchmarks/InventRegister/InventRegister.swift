import InventedVillages
import JSONText

/// Prints the register of the sample village, as `Data/sample/register.csv` has it.
///
/// The form comes on standard input, the language as the only argument:
/// `swift run invent-register zh < Forms/household/form.json > Data/sample/register.csv`
@main
enum InventRegister {
  static func main() throws {
    let language =
      CommandLine.arguments.dropFirst().first.flatMap(RegisterLanguage.init) ?? .chinese
    var form = ""
    while let line = readLine(strippingNewline: false) { form += line }
    let labels = RegisterLabels(form: try JSON(parsing: form))
    print(
      InventedVillage.sample.registerCSV(language: language, labels: labels), terminator: "")
  }
}
