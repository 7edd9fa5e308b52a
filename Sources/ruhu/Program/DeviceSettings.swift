import JSONText
import Record
import RecordFiles
import Screens

/// What this laptop remembers for itself; none of it is part of the record.
///
/// Who sat at it last, in which language, where the second copy goes, and where it met others.
struct DeviceSettings {
  /// Who was at the keyboard last.
  var person: PersonID?
  /// The language last chosen.
  var language: Language?
  /// The folder of the second copy; nil when none is set.
  var secondCopy: String?
  /// What this laptop is called before a team knows it.
  var deviceName: String?
  /// Where this laptop met others, the last place first, with the time as `2026-11-21 18:30`.
  var meetings: [Meeting] = []

  /// A folder where this laptop met others, and when that was last.
  struct Meeting: Equatable {
    var path: String
    var time: String
  }

  private static let mostMeetings = 5

  /// Remembers a folder as the last one where others were met.
  mutating func met(at path: String, time: String) {
    meetings.removeAll { $0.path == path }
    meetings.insert(Meeting(path: path, time: time), at: 0)
    meetings = Array(meetings.prefix(Self.mostMeetings))
  }

  private static let name = "settings.json"

  /// Reads them; what is not there or not readable is not set.
  init(in device: String, _ disk: any Disk) {
    guard let bytes = try? disk.contents("\(device)/\(Self.name)"),
      let json = try? JSON(parsing: bytes)
    else { return }
    person = json["person"]?.string.flatMap { PersonID(rawValue: $0) }
    language = json["language"]?.string.flatMap { Language(rawValue: $0) }
    secondCopy = json["second_copy"]?.string
    deviceName = json["name"]?.string
    meetings = (json["meetings"]?.array ?? []).compactMap { meeting in
      guard let path = meeting["path"]?.string, let time = meeting["time"]?.string else {
        return nil
      }
      return Meeting(path: path, time: time)
    }
  }

  /// Writes them; a failure is no matter, they are asked for again then.
  func write(in device: String, _ disk: any Disk) {
    var json: JSON = .object([])
    if let person { json.set("person", .string(person.rawValue)) }
    if let language { json.set("language", .string(language.rawValue)) }
    if let secondCopy { json.set("second_copy", .string(secondCopy)) }
    if let deviceName { json.set("name", .string(deviceName)) }
    if !meetings.isEmpty {
      json.set(
        "meetings",
        .array(meetings.map { ["path": .string($0.path), "time": .string($0.time)] }))
    }
    try? disk.makeFolders(device)
    try? disk.replace(
      "\(device)/\(Self.name)", with: Array(json.pretty.utf8), synced: false, folder: false)
  }
}
