import JSONText
import Record

/// A device's own note in its folder of an exchange: when it was here and what it has.
///
/// Only the device itself replaces it.
struct HereNote: Equatable {
  static let file = "here.json"
  static let currentVersion = 1

  var device: DeviceID
  var key: [UInt8]
  var person: PersonID?
  /// What it calls itself; empty for nothing.
  var name = ""
  /// When it was here, by its own clock.
  var time: String
  /// The last signed entry of each journal that it has, by scope.
  var has: [Scope: [SegmentTip]] = [:]
  /// The names of its own segments that it has read back at a later meeting.
  var verified: Set<String> = []
  /// Files of others, below the team's folder, that were not what their names say.
  var damaged: Set<String> = []
  /// When it last heard of other devices.
  var seen: [SyncReport.Sighting] = []

  /// A journal's end.
  struct SegmentTip: Equatable {
    var writer: WriterID
    var sequence: Int
    var id: EntryID
  }
}

extension HereNote {
  var json: JSON {
    [
      "ruhu": "here", "v": .int(Self.currentVersion), "device": .string(device.rawValue),
      "key": .string(Base64URL.text(key)), "person": person.map { .string($0.rawValue) } ?? .null,
      "name": .string(name), "time": .string(time),
      "has": .object(
        has.sorted { $0.key < $1.key }.map { scope, tips in
          JSON.Member(
            scope.text,
            .array(
              tips.map {
                .array([.string($0.writer.rawValue), .int($0.sequence), .string($0.id.rawValue)])
              }))
        }),
      "verified": .array(verified.sorted().map(JSON.string)),
      "damaged": .array(damaged.sorted().map(JSON.string)),
      "seen": .array(seen.map(\.json)),
    ]
  }

  /// Nil for what is not in this form, or of a later version: it is only a note.
  init?(bytes: [UInt8]) {
    guard let json = try? JSON(parsing: bytes), json["ruhu"]?.string == "here",
      json["v"]?.int == Self.currentVersion,
      let device = json["device"]?.string.flatMap({ DeviceID(rawValue: $0) }),
      let key = json["key"]?.string.flatMap({ Base64URL.bytes($0.utf8) }), key.count == 32,
      let time = json["time"]?.string
    else { return nil }
    self.init(
      device: device, key: key,
      person: json["person"]?.string.flatMap { PersonID(rawValue: $0) },
      name: SyncReport.Sighting.name(json), time: time)
    for member in json["has"]?.members ?? [] {
      guard let scope = Scope(text: member.key) else { continue }
      has[scope] = (member.value.array ?? []).compactMap { tip in
        guard let writer = tip[0]?.string.flatMap({ WriterID(rawValue: $0) }),
          let sequence = tip[1]?.int, let id = tip[2]?.string.flatMap({ EntryID(rawValue: $0) })
        else { return nil }
        return SegmentTip(writer: writer, sequence: sequence, id: id)
      }
    }
    verified = Set((json["verified"]?.array ?? []).compactMap(\.string))
    damaged = Set((json["damaged"]?.array ?? []).compactMap(\.string))
    seen = (json["seen"]?.array ?? []).compactMap(SyncReport.Sighting.init)
  }
}

extension SyncReport.Sighting {
  var json: JSON {
    [
      "device": .string(device.rawValue), "key": .string(Base64URL.text(key)),
      "person": person.map { .string($0.rawValue) } ?? .null, "name": .string(name),
      "time": .string(time),
    ]
  }

  /// The name that a device gave itself; empty where it gave none.
  ///
  /// Anybody can write anything there, so it is kept short and in one line.
  static func name(_ json: JSON) -> String {
    let text = (json["name"]?.string ?? "").map { $0.isNewline || $0.isWhitespace ? " " : $0 }
    return String(text.filter { !$0.unicodeScalars.contains { $0.value < 32 } }.prefix(30))
  }

  init?(json: JSON) {
    guard let device = json["device"]?.string.flatMap({ DeviceID(rawValue: $0) }),
      let key = json["key"]?.string.flatMap({ Base64URL.bytes($0.utf8) }), key.count == 32,
      let time = json["time"]?.string
    else { return nil }
    self.init(
      device: device, key: key,
      person: json["person"]?.string.flatMap { PersonID(rawValue: $0) }, name: Self.name(json),
      time: time)
  }
}
