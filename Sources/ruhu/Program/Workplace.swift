import Fieldwork
import FormEngine
import JSONText
import Pinyin
import Record
import RecordFiles
import Screens
import Station
import Terminal
import Trust

/// Everything the program works with, put together: the Data folder, the forms, the open village.
///
/// This is where the files meet the use cases; one thread owns it.
final class Workplace {
  let places: Places
  let disk: any Disk
  let clock: @Sendable () -> String
  /// How long the laptop has been running.
  let running: @Sendable () -> RunningTime
  let crypto: Crypto
  let folder: DataFolder
  let forms: FormLibrary
  let villageForms = VillageForms()
  /// Whether this laptop is in the team.
  let ownStanding = OwnStanding()
  /// What is damaged in the journals of the open village.
  let journalTrouble = JournalTrouble()
  private let fillsForms: Bool
  var settings: DeviceSettings
  /// The wrong PINs that were tried on this laptop.
  lazy var pinTries = PINTriesFile(in: places.device, disk)
  private(set) var team: Team
  /// Who may do what, and which laptops count.
  private(set) var authority: TeamAuthority
  /// Who had which role in the team.
  private(set) var roles = TeamRoles()
  private(set) var desk: VillageDesk?
  private(set) var files: VillageFiles?

  /// Why the program cannot work at all.
  enum Fault: Error {
    /// The crypto library did not start.
    case noCrypto
    /// No village is in the Data folder.
    case noVillage
  }

  /// Opens the Data folder; whatever is not to fill a form in needs no current one.
  init(
    places: Places, mode: DataFolder.Mode, fillsForms: Bool = true, disk: any Disk = PosixDisk(),
    clock: @escaping @Sendable () -> String = Clock.wallTime,
    running: @escaping @Sendable () -> RunningTime = Clock.running
  ) throws {
    self.places = places
    self.disk = disk
    self.clock = clock
    self.running = running
    guard let crypto = Crypto.sodium() else { throw Fault.noCrypto }
    self.crypto = crypto
    folder = try DataFolder(
      path: places.data, disk: disk, crypto: crypto, clock: clock, device: places.device,
      mode: mode)
    self.fillsForms = fillsForms
    let data = folder.path
    forms = FormLibrary(
      FormFolder(household: places, disk: disk),
      sha256: crypto.sha256,
      kept: { hash in
        // Named by its content: what does not hash to its name is not the form.
        guard let bytes = (try? disk.contents("\(data)/forms/\(hash)")) ?? nil,
          DataFolder.name(of: bytes, crypto.sha256) == hash
        else { return nil }
        return bytes
      })
    settings = DeviceSettings(in: places.device, disk)
    team = Team()
    authority = TeamAuthority([], keys: [:], causality: Causality())
    try readTeam()
  }

  /// Reads the team's journals: first all that is there, to judge whose work counts, then what counts.
  func readTeam() throws {
    let files = try folder.team()
    files.limits = EntryLimits()
    authority = TeamAuthority(
      try files.entries(), keys: files.keys(), causality: try files.causality())
    ownStanding.isHeldApart =
      (try? folder.publicKey()).map { !authority.isMember($0) } ?? false
    limit(files)
    let entries = try files.entries()
    team = Team(entries, authority)
    roles = TeamRoles(entries, authority)
    if let open = self.files { limit(open) }
  }

  /// Sets how far each journal of a scope counts.
  func limit(_ files: VillageFiles) {
    guard let own = try? folder.publicKey() else { return }
    files.limits = authority.limits(for: files.keys(), on: own) { journal, number in
      (try? files.id(of: journal, at: number)) ?? nil
    }
  }

  /// The villages that can be opened: the team's, and any others that lie in the folder.
  func villages() throws -> [Team.Place] {
    let known = Set(team.villages.map(\.code))
    return team.villages
      + (try folder.villages()).filter { !known.contains($0) }.map {
        Team.Place(code: $0, name: $0)
      }
  }

  /// Opens a village for work or for reading; whatever records nothing in it begins no journal, and
  /// what is to fill forms in is refused where the village's standard cannot be used.
  @discardableResult
  func open(_ code: String, recording: Bool = true) throws -> VillageDesk {
    let files = try folder.village(code)
    limit(files)
    try eraseDoomed(in: files, code)
    let forms = self.forms
    let desk = try VillageDesk(
      code: code, store: store(files), pinyin: Self.pinyin,
      forms: { forms.form($0) })
    if fillsForms { try takeUpStandard(of: desk.village, files) }
    if folder.mode == .writing, recording { try files.prepareToWrite() }
    self.desk = desk
    self.files = files
    noteDamage()
    forgetOrphanedComments()
    return desk
  }

  /// The list of a village that stays closed: read for what it says, and to bring its files up to date.
  func closedDesk(_ code: String) throws -> VillageDesk {
    let files = try folder.village(code)
    limit(files)
    try eraseDoomed(in: files, code)
    let forms = self.forms
    return try VillageDesk(
      code: code, store: store(files), pinyin: Self.pinyin,
      forms: { forms.form($0) })
  }

  /// A name in pinyin: in full without tones, and its initials.
  @Sendable static func pinyin(_ name: String) -> (full: String, initials: String) {
    let latin = Pinyin(ofName: name)
    return (latin.full, latin.initials)
  }

  /// The files of a village as the use cases ask for them; a desk never outlives its workplace.
  private func store(_ files: VillageFiles) -> VillageStore {
    let isWriting = folder.mode == .writing
    return VillageStore(
      append: { [unowned self] drafts, person in
        do {
          let entries = try files.append(drafts, person: person)
          // A journal that began with this act is one of ours and counts.
          if entries.contains(where: { !files.limits.counts($0.place) }) { limit(files) }
          return entries
        } catch let error as AppendFault {
          throw StoreFault(error)
        }
      },
      entriesOf: { try files.entries(of: $0) },
      entries: { try files.entries() },
      entriesSince: { try files.entries(after: $0) },
      heads: { (try? files.heads()) ?? Heads() },
      readDerived: { (try? files.readDerived($0)) ?? nil },
      writeDerived: { name, bytes in
        // A reader computes for itself and leaves the files alone.
        if isWriting { try files.writeDerived(name, bytes, synced: false) }
      },
      causality: { try files.causality() }, limits: { files.limits },
      roles: { [unowned self] in roles },
      erasedCount: {
        try files.keys().keys.reduce(0) {
          try $0 + files.erased(in: $1, after: 0, upTo: Int.max).total
        }
      },
      ownWriters: { (try? files.ownWriters()) ?? [] },
      derivedNames: { (try? files.derivedNames($0)) ?? [] },
      removeDerived: { if isWriting { try files.removeDerived($0) } },
      mustDeriveAnew: { files.mustDeriveAnew }, derivedAnew: { files.mustDeriveAnew = false })
  }

  private static func bearsOnDevices(_ entry: Entry) -> Bool {
    switch Fact(entry) {
    case .teamFounded, .deviceAdmitted, .deviceRevoked: true
    default: false
    }
  }

  /// Writes entries about the team.
  func recordTeam(_ drafts: [EntryDraft], person: PersonID) throws -> [Entry] {
    do {
      let entries = try folder.team().append(drafts, person: person)
      // Whether it was written by right, and counts at all, shows only by all that is there.
      try readTeam()
      if entries.contains(where: { Self.bearsOnDevices($0) }) {
        try recountVillages()
      } else if let desk, desk.village.isReviewed {
        // The open list says by which roles it was judged.
        try desk.rebuild()
        try desk.settle()
      }
      return entries
    } catch let fault as AppendFault {
      throw StoreFault(fault)
    }
  }

  /// What the screens need from outside.
  func environment(borders: Borders, dropsTypeAhead: Bool) -> Environment {
    let forms = self.forms
    let villageForms = self.villageForms
    let crypto = self.crypto
    let disk = self.disk
    let device = places.device
    let data = folder.path
    let standing = ownStanding
    let trouble = journalTrouble
    return Environment(
      wallTime: clock, monotonic: Clock.monotonic, random: { crypto.random($0) },
      form: { villageForms[$0.code].map(VillageForm.init) }, forms: { forms.form($0) },
      standards: { StandardChoices(forms.folder) },
      places: {
        MeetingPlaces(
          used: DeviceSettings(in: device, disk).meetings, disk: disk,
          mounts: MeetingPlaces.systemMounts
        ).list()
      },
      villagesHere: {
        Set(((try? disk.list("\(data)/villages")) ?? []).filter(Scope.isVillageCode))
      }, isHeldApart: { standing.isHeldApart }, damage: { trouble.damage }, borders: borders,
      dropsTypeAhead: dropsTypeAhead)
  }

  /// Leaves everything in order: derived files current, indexes and marks written, the lock free.
  func close() {
    if folder.mode == .writing {
      try? desk?.settle()
      updateSecondCopy()
    }
    folder.close()
  }
}

extension StoreFault {
  /// The fact behind a fault of the journals.
  init(_ fault: AppendFault) {
    switch fault {
    case .full: self = .diskFull
    case .readOnly: self = .readOnly
    case .openedForReading: self = .notOpenForWriting
    case .disk(let disk): self = disk.operation == .sync ? .syncFailed : .failed(errno: disk.code)
    case .folder, .draft: self = .failed(errno: 0)
    }
  }
}
