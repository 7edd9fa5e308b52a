import Record

/// One judging of a team's entries, from the first on; begun anew whenever a revocation takes effect,
/// since that changes whose entries count.
struct TeamJudging {
  private let entries: [Entry]
  private let keys: [JournalName: [UInt8]]
  private let causality: Causality
  private let ids: [EntryPlace: EntryID]
  private(set) var founding: Entry?
  private(set) var name = ""
  private(set) var devices: [Device] = []
  private(set) var roles: [PersonID: [TeamAuthority.Granted]] = [:]
  private(set) var withoutRight: [EntryID] = []
  /// The revocations that took effect: no later turn takes one away.
  private var revocations: [(key: [UInt8], revocation: Device.Revocation)] = []
  /// The entries of revocations after which the device was admitted again.
  private var lifted: Set<EntryID> = []
  private var admissions: [[UInt8]: [EntryPlace]] = [:]

  /// Takes entries in causal order.
  init(_ entries: [Entry], keys: [JournalName: [UInt8]], causality: Causality) {
    self.entries = entries
    self.keys = keys
    self.causality = causality
    ids = Dictionary(entries.map { ($0.place, $0.id) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func run() {
    for entry in entries {
      guard case .teamFounded(let name) = Fact(entry), keys[entry.place.journal] != nil else {
        continue
      }
      founding = entry
      self.name = name
      break
    }
    guard let founding, let key = keys[founding.place.journal] else { return }
    // Each turn but the last adds a revocation, or an admission behind one: both are finite.
    while turn(founding, key) {}
    for (key, revocation) in revocations where !lifted.contains(revocation.stamp.entry) {
      guard let index = devices.firstIndex(where: { $0.key == key }) else { continue }
      devices[index].revocation = revocation
    }
  }

  /// Goes through all entries; true when it must be done once more.
  private mutating func turn(_ founding: Entry, _ key: [UInt8]) -> Bool {
    devices = [Device(key: key, name: "", admitted: Stamp(founding), revocation: nil)]
    admissions = [key: [founding.place]]
    roles = [:]
    withoutRight = []
    for entry in entries {
      if entry.id == founding.id { grant("office", to: founding.person, founding) }
      switch (Fact(entry), entry.subject) {
      case (.personAdded(_, let role), .person(let text)):
        guard let person = PersonID(rawValue: text) else { continue }
        judge(role, of: person, entry)
      case (.personPlaced, .person), (.overlayGiven, _):
        if !isOfFounding(entry), !mayDecide(entry) { withoutRight.append(entry.id) }
      case (.pinSet, .person(let text)):
        if entry.person.rawValue != text { withoutRight.append(entry.id) }
      case (.pinTaken, .person(let text)):
        if entry.person.rawValue != text, !isOfFounding(entry), !mayDecide(entry) {
          withoutRight.append(entry.id)
        }
      case (.deviceAdmitted(let key, let name), _):
        guard mayDecide(entry) else {
          withoutRight.append(entry.id)
          continue
        }
        if admit(key, name, entry) { return true }
      case (.deviceRevoked(let key, let through, let reason), _):
        if revocations.contains(where: { $0.revocation.stamp.entry == entry.id }) { continue }
        guard mayDecide(entry), devices.contains(where: { $0.key == key }) else {
          withoutRight.append(entry.id)
          continue
        }
        revocations.append(
          (key, .init(stamp: Stamp(entry), reason: reason, through: through)))
        // Whoever was admitted again may have been so by someone who is shut out now.
        lifted = []
        return true
      default: continue
      }
    }
    return false
  }

  /// Gives a role by right, or notes that there was none.
  private mutating func judge(_ role: String, of person: PersonID, _ entry: Entry) {
    let isDeciding = TeamAuthority.deciding.contains
    // Nobody but the person, and who may decide, takes from somebody what decides.
    let isLoss =
      entry.person != person && (roles[person]?.last).map { isDeciding($0.role) } ?? false
    if isOfFounding(entry) || mayDecide(entry) {
      grant(role, to: person, entry)
    } else if isDeciding(role) || isLoss {
      withoutRight.append(entry.id)
    } else if isWithinLimits(entry) {
      grant(role, to: person, entry)
    }
  }

  private mutating func grant(_ role: String, to person: PersonID, _ entry: Entry) {
    // Who founds a team keeps a role of their own that carries authority.
    if entry.id == founding?.id, let own = roles[person]?.last,
      TeamAuthority.deciding.contains(own.role)
    {
      return
    }
    roles[person, default: []].append(.init(role: role, place: entry.place))
  }

  /// Takes a device in; true when that lifts a revocation.
  private mutating func admit(_ key: [UInt8], _ name: String, _ entry: Entry) -> Bool {
    if let index = devices.firstIndex(where: { $0.key == key }) {
      devices[index].name = name
      devices[index].admitted = Stamp(entry)
    } else {
      devices.append(Device(key: key, name: name, admitted: Stamp(entry), revocation: nil))
    }
    admissions[key, default: []].append(entry.place)
    let before = lifted.count
    for (revoked, revocation) in revocations
    where revoked == key && causality.saw(entry.place, revocation.stamp.place) {
      lifted.insert(revocation.stamp.entry)
    }
    return lifted.count > before
  }

  /// What the founding entry had seen is how the team was when it began.
  private func isOfFounding(_ entry: Entry) -> Bool {
    guard let founding else { return true }
    return entry.id == founding.id || causality.saw(founding.place, entry.place)
  }

  /// Whether no revocation cuts the entry off.
  private func isWithinLimits(_ entry: Entry) -> Bool {
    guard let key = keys[entry.place.journal] else { return false }
    return revocations.allSatisfy { revoked, revocation in
      guard revoked == key, !lifted.contains(revocation.stamp.entry) else { return true }
      let last = revocation.lastGood(of: entry.place.journal, among: keys.keys) {
        ids[EntryPlace(journal: $0, sequence: $1)]
      }
      return entry.sequence <= last
    }
  }

  /// Whether the entry's writer knew that the device belongs to the team and that the person may decide.
  private func mayDecide(_ entry: Entry) -> Bool {
    guard let key = keys[entry.place.journal], isWithinLimits(entry),
      admissions[key, default: []].contains(where: { knew(entry, $0) })
    else { return false }
    let known = roles[entry.person, default: []].last { knew(entry, $0.place) }
    return known.map { TeamAuthority.deciding.contains($0.role) } ?? false
  }

  private func knew(_ entry: Entry, _ place: EntryPlace) -> Bool {
    causality.saw(entry.place, place)
  }
}
