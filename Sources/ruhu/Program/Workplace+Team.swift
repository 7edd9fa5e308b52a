import Fieldwork
import Record
import RecordFiles
import Screens
import Station
import Sync

extension Workplace {
  /// The words of a public key's fingerprint; nil only where the digest is none.
  func words(of key: [UInt8]) -> FingerprintWords? {
    FingerprintWords(digest: crypto.sha256(key[...]))
  }

  /// The 16 characters by which a device is named in exchange folders.
  func identity(of key: [UInt8]) -> String { ShortID.text(crypto.sha256(key[...])) }

  /// Every journal that is here, of the team and of all villages, with its device's public key.
  func inventory() throws -> [(scope: Scope, journal: JournalState)] {
    var all = try folder.team().inventory().map { (scope: Scope.team, journal: $0) }
    for code in try folder.villages() {
      all += try folder.village(code).inventory().map {
        (scope: Scope.village(code: code), journal: $0)
      }
    }
    return all
  }

  /// The team's devices as they are shown to a person, this one first; those too that nobody has
  /// admitted.
  func shownTeam(to person: PersonID? = nil, _ language: Language) throws -> ShownTeam {
    let own = try folder.publicKey()
    var newest: [[UInt8]: String] = [:]
    for (_, journal) in try inventory() {
      newest[journal.publicKey] = max(newest[journal.publicKey] ?? "", journal.newest)
    }
    // A device that has just joined has written nothing yet, and waits to be admitted all the same.
    for sighting in folder.sightings() where newest[sighting.key] == nil {
      newest[sighting.key] = sighting.time
    }
    let presence = try presence()
    var keys = [own] + authority.devices.map(\.key).filter { $0 != own }
    keys += newest.keys.filter { !keys.contains($0) }.sorted { $0.lexicographicallyPrecedes($1) }
    let devices = keys.compactMap { key -> ShownDevice? in
      guard let words = words(of: key) else { return nil }
      return ShownDevice(
        key: key, name: name(ofDevice: key), callsItself: ownName(of: key), words: words,
        isThis: key == own,
        standing: standing(of: key, language),
        lastSeen: newest[key].flatMap { $0.isEmpty ? nil : Clock.minute($0) },
        people: users(presence[key] ?? [:]))
    }
    return ShownTeam(
      name: authority.founded == nil ? nil : authority.name, devices: devices,
      mayAdmit: person.map { authority.mayAdmit($0, at: own) } ?? false,
      withoutRight: try withoutRight(language))
  }

  /// What was done about the team by people who had no right to.
  private func withoutRight(_ language: Language) throws -> [ShownWithoutRight] {
    let idle = Set(authority.withoutRight)
    guard !idle.isEmpty else { return [] }
    let files = try folder.team()
    defer { limit(files) }
    files.limits = EntryLimits()
    return try files.entries().filter { idle.contains($0.id) }.map { entry in
      let whose =
        if case .person(let text) = entry.subject, let id = PersonID(rawValue: text) {
          team.name(of: id, language)
        } else {
          ""
        }
      let what: ShownWithoutRight.What =
        switch Fact(entry) {
        case .personAdded(let name, let role): .role(name: name, role: role)
        case .deviceAdmitted(_, let name): .admission(name: name)
        case .deviceRevoked: .revocation
        case .overlayGiven(let name, _): .overlay(name: name)
        case .personPlaced: .places(name: whose)
        case .pinSet: .pin(name: whose)
        case .pinTaken: .takenPIN(name: whose)
        default: .other
        }
      return ShownWithoutRight(
        time: Clock.minute(entry.time), person: team.name(of: entry.person, language), what: what)
    }
  }

  /// Who wrote on a device, the newest first.
  private func users(_ times: [PersonID: String]) -> [ShownDevice.User] {
    times.sorted { ($0.value, $0.key.rawValue) > ($1.value, $1.key.rawValue) }.map { person, time in
      ShownDevice.User(
        name: team.person(person)?.name, id: person.rawValue, lastSeen: Clock.minute(time))
    }
  }

  /// The keys of the devices whose work is here, in the order of their bytes.
  func devicesHere() throws -> [[UInt8]] {
    let keys = Set(try inventory().map(\.1.publicKey))
    return keys.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// What people call a device; empty where nobody named it.
  func name(ofDevice key: [UInt8]) -> String {
    if let name = authority.device(key)?.name, !name.isEmpty { return name }
    return key == (try? folder.publicKey()) ? settings.deviceName ?? "" : ""
  }

  /// What a device that was met calls itself; nobody has confirmed it.
  private func ownName(of key: [UInt8]) -> String {
    folder.sightings().first { $0.key == key }?.name ?? ""
  }

  /// The devices among those that were met which are not in the team, and were not put out of it either.
  func waiting(among sightings: [SyncReport.Sighting]) -> [String] {
    guard authority.founded != nil else { return [] }
    return sightings.filter { authority.device($0.key) == nil }.map(\.name)
  }

  private func standing(of key: [UInt8], _ language: Language) -> ShownDevice.Standing {
    guard let founded = authority.founded else { return .noTeam }
    guard let device = authority.device(key) else { return .waiting }
    if let revocation = device.revocation {
      return .revoked(
        by: team.name(of: revocation.stamp.person, language), time: revocation.stamp.time,
        reason: revocation.reason)
    }
    return (try? folder.team().keys()[founded.place.journal]) == key
      ? .founder(time: founded.time)
      : .admitted(by: team.name(of: device.admitted.person, language), time: device.admitted.time)
  }

  /// Lets a device into the team.
  func admit(_ key: [UInt8], name: String, person: PersonID) throws -> [Entry] {
    let entries = try recordTeam(
      [Fact.deviceAdmitted(key: key, name: name).draft(of: .team)], person: person)
    return entries
  }

  /// Shuts a device out; each of its journals counts up to the newest entry that is here, or up to the
  /// one that is named for it.
  func revoke(
    _ key: [UInt8], after named: [JournalName: Heads.Head] = [:], reason: String, person: PersonID
  ) throws -> [Entry] {
    var through: [JournalName: Heads.Head] = [:]
    for (_, journal) in try inventory() where journal.publicKey == key {
      if let head = journal.head, journal.sequence > 0 {
        through[journal.journal] = Heads.Head(sequence: journal.sequence, id: head)
      }
    }
    through.merge(named) { $1 }
    let entries = try recordTeam(
      [Fact.deviceRevoked(key: key, through: through, reason: reason).draft(of: .team)],
      person: person)
    return entries
  }

  /// Brings the lists of all villages up to date after other laptops count than did before.
  func recountVillages() throws {
    for code in try folder.villages() {
      if let desk, desk.village.code == code {
        try desk.rebuild()
        try desk.settle()
      } else {
        try closedDesk(code).settle()
      }
    }
  }
}
