import JSONText
import Record
import RecordFiles
import Screens

/// What this laptop remembers for itself; none of it is part of the record.
///
/// Who sat at it last, in which language, and where the second copy goes.
struct DeviceSettings {
  /// Who was at the keyboard last.
  var person: PersonID?
  /// The language last chosen.
  var language: Language?
  /// The folder of the second copy; nil when none is set.
  var secondCopy: String?

  private static let name = "settings.json"

  /// Reads them; what is not there or not readable is not set.
  init(in device: String, _ disk: any Disk) {
    guard let bytes = try? disk.contents("\(device)/\(Self.name)"),
      let json = try? JSON(parsing: bytes)
    else { return }
    person = json["person"]?.string.flatMap { PersonID(rawValue: $0) }
    language = json["language"]?.string.flatMap { Language(rawValue: $0) }
    secondCopy = json["second_copy"]?.string
  }

  /// Writes them; a failure is no matter, they are asked for again then.
  func write(in device: String, _ disk: any Disk) {
    var json: JSON = .object([])
    if let person { json.set("person", .string(person.rawValue)) }
    if let language { json.set("language", .string(language.rawValue)) }
    if let secondCopy { json.set("second_copy", .string(secondCopy)) }
    try? disk.makeFolders(device)
    try? disk.replace(
      "\(device)/\(Self.name)", with: Array(json.pretty.utf8), synced: false, folder: false)
  }
}
