import JSONText
import Record
import RecordFiles
import Sync

extension Workplace {
  /// Who wrote on which device, and when last: by the device's public key, the person and the time of
  /// their newest entry that is here.
  typealias Presence = [[UInt8]: [PersonID: String]]

  /// Who was seen on which device, by all journals that are here and count, and by what was heard at
  /// meetings.
  ///
  /// What was found is noted beside the journals, so that the next time only what is new is read.
  func presence() throws -> Presence {
    var all: Presence = [:]
    for files in try allFiles() {
      limit(files)
      all.merge(try presence(in: files)) { $0.merging($1, uniquingKeysWith: max) }
    }
    for sighting in folder.sightings() {
      guard let person = sighting.person else { continue }
      all[sighting.key, default: [:]].merge([person: sighting.time], uniquingKeysWith: max)
    }
    return all
  }

  private func presence(in files: VillageFiles) throws -> Presence {
    let name = "people-\(files.scope.text)"
    let note = folder.syncNote(name)
    let noted = try note?["through"].flatMap(Heads.init(json:)).flatMap { heads in
      try files.entries(after: heads)
    }
    var found = noted == nil ? [:] : Self.presence(note)
    let newer = try noted ?? files.entries()
    guard !newer.isEmpty || noted == nil else { return found }
    let keys = files.keys()
    for entry in newer {
      guard let key = keys[entry.place.journal] else { continue }
      found[key, default: [:]].merge([entry.person: entry.time], uniquingKeysWith: max)
    }
    if folder.mode == .writing {
      let lines = found.flatMap { key, people in
        people.map {
          JSON.array([.string(Base64URL.text(key)), .string($0.rawValue), .string($1)])
        }
      }
      // Only a note: without it everything is read once more.
      try? folder.setSyncNote(
        name,
        [
          "through": try files.heads().json,
          "people": .array(lines.sorted { $0.compact < $1.compact }),
        ])
    }
    return found
  }

  private static func presence(_ note: JSON?) -> Presence {
    var found: Presence = [:]
    for line in note?["people"]?.array ?? [] {
      guard let key = line[0]?.string.flatMap({ Base64URL.bytes($0.utf8) }),
        let person = line[1]?.string.flatMap({ PersonID(rawValue: $0) }),
        let time = line[2]?.string
      else { continue }
      found[key, default: [:]][person] = time
    }
    return found
  }
}
