import Record

/// Who may do what in a team, and what counts of each device's work.
///
/// It is judged from the team's journals alone, each entry by what its writer had seen: so every laptop
/// that has the same entries comes to the same. Until someone founds a team everything counts and
/// everybody may do everything.
///
/// - The device that founded the team belongs to it, and so does each that was admitted.
/// - To admit and to shut out devices, to make someone a supervisor or of the office or to take that away
///   from them, to say in which villages someone works, and to give a county's overlay takes a person who
///   is one of these, or who founded the team, at a device of the team; all that in the entry's past.
/// - A PIN everybody sets for themselves; who may decide can take one away.
/// - A revocation that was right when it was written stays right, whatever is learnt later of its writer,
///   until an entry that saw it admits the device again.
/// - A signature proves the laptop, not the person.
public struct TeamAuthority: Equatable, Sendable {
  /// The roles that carry authority.
  public static let deciding: Set<String> = ["supervisor", "office"]

  /// Who founded the team and when; nil where nobody did.
  public private(set) var founded: Stamp?
  /// The team's name; empty where there is none.
  public private(set) var name = ""
  /// The devices that belong or belonged to the team, in the order in which they first came to it.
  public private(set) var devices: [Device] = []
  /// Entries that their writers had no right to: kept and shown, without effect.
  public private(set) var withoutRight: [EntryID] = []
  private var roles: [PersonID: [Granted]] = [:]

  /// A role, and the entry that gave it.
  struct Granted: Equatable, Sendable {
    var role: String
    var place: EntryPlace
  }

  /// Judges a team by all its entries, held ones too, in any order.
  ///
  /// `keys` are the public keys of the journals they stand in.
  public init(_ entries: [Entry], keys: [JournalName: [UInt8]], causality: Causality) {
    var judging = TeamJudging(entries.sorted(), keys: keys, causality: causality)
    judging.run()
    founded = judging.founding.map(Stamp.init)
    name = judging.name
    devices = judging.devices
    withoutRight = judging.withoutRight
    roles = judging.roles
  }

  /// The team's identity, 16 characters that follow from the entry that founded it; nil where nobody
  /// did.
  public var team: String? { founded.map { ShortID.text($0.entry.bytes) } }

  /// Every role that someone gave who may, in causal order, with the entry that gave it.
  var grants: [(person: PersonID, role: String, place: EntryPlace)] {
    roles.sorted { $0.key < $1.key }.flatMap { person, list in
      list.map { (person, $0.role, $0.place) }
    }
  }

  /// The device with that key, if it belongs or belonged to the team.
  public func device(_ key: [UInt8]) -> Device? { devices.first { $0.key == key } }

  /// Whether a device belongs to the team now; true for all while nobody founded one.
  public func isMember(_ key: [UInt8]) -> Bool {
    guard founded != nil else { return true }
    guard let device = device(key) else { return false }
    return device.revocation == nil
  }

  /// The role that a person has now, given by someone who may; nil where nobody gave one.
  public func role(of person: PersonID) -> String? { roles[person]?.last?.role }

  /// Whether a person may admit devices, shut them out, give roles, villages and overlays, and take a
  /// PIN away, at a device of the team.
  public func mayAdmit(_ person: PersonID, at key: [UInt8]) -> Bool {
    guard founded != nil else { return true }
    return isMember(key) && role(of: person).map(Self.deciding.contains) ?? false
  }

  /// Whether a person may erase what others wrote, now.
  public func mayErase(_ person: PersonID) -> Bool {
    guard founded != nil else { return true }
    return role(of: person).map(Self.deciding.contains) ?? false
  }

  /// Whether the writer of an erasure might erase what others wrote, by what they had seen then:
  /// whoever knew of no team might.
  public func mayErase(_ entry: Entry, _ causality: Causality) -> Bool {
    guard let founded, causality.saw(entry.place, founded.place) else { return true }
    let known = roles[entry.person, default: []].last { causality.saw(entry.place, $0.place) }
    return known.map { Self.deciding.contains($0.role) } ?? false
  }

  /// How far each journal counts, by its device's key.
  ///
  /// `idAt` finds the entry of a journal at a number: of a writer whose journal forked only the branch
  /// counts that was named when the device was shut out, and what the others share with it.
  public func limits(
    for keys: [JournalName: [UInt8]], idAt: (JournalName, Int) -> EntryID? = { _, _ in nil }
  ) -> EntryLimits {
    guard founded != nil else { return EntryLimits() }
    var limits: [JournalName: EntryLimits.Limit] = [:]
    for (journal, key) in keys {
      guard let device = device(key) else {
        limits[journal] = EntryLimits.Limit.none
        continue
      }
      guard let revocation = device.revocation else {
        limits[journal] = .all
        continue
      }
      let last = revocation.lastGood(of: journal, among: keys.keys, idAt)
      limits[journal] = last > 0 ? .upTo(last) : EntryLimits.Limit.none
    }
    return EntryLimits(limits, others: .none)
  }
}

extension Device.Revocation {
  /// The number of the last entry of a journal that counts; 0 where none does.
  func lastGood(
    of journal: JournalName, among journals: some Sequence<JournalName>,
    _ idAt: (JournalName, Int) -> EntryID?
  ) -> Int {
    var last = 0
    for (name, head) in through where name.writer == journal.writer {
      guard let own = idAt(journal, head.sequence), own != head.id else {
        // It is the branch that was named, or it is not there as far, or nobody can tell.
        last = max(last, head.sequence)
        continue
      }
      // Another branch: what it shares with the one that was named counts.
      let named = journals.first {
        $0.writer == journal.writer && idAt($0, head.sequence) == head.id
      }
      guard let named else { continue }
      var low = 0
      var high = head.sequence
      while high - low > 1 {
        let middle = (low + high) / 2
        if idAt(journal, middle) == idAt(named, middle) { low = middle } else { high = middle }
      }
      last = max(last, low)
    }
    return last
  }
}
