import Fieldwork
import Record
import RecordFiles

extension TeamAuthority {
  /// How far each journal counts on the laptop with a key.
  ///
  /// A laptop that nobody has let in yet goes by its own work all the same: what its surveyor wrote must
  /// not vanish from under their hands. For the others it counts from the admission on.
  func limits(
    for keys: [JournalName: [UInt8]], on own: [UInt8],
    idAt: (JournalName, Int) -> EntryID?
  ) -> EntryLimits {
    var limits = limits(for: keys, idAt: idAt)
    if founded != nil, device(own) == nil {
      for (journal, key) in keys where key == own { limits.byJournal[journal] = .all }
    }
    return limits
  }

  /// The same of what was read without opening the folder for work.
  static func limits(
    _ team: Archive.Reading, _ scope: Archive.Reading, on own: [UInt8]
  ) -> EntryLimits {
    let authority = TeamAuthority(team.entries, keys: team.keys, causality: team.causality)
    guard authority.founded != nil else { return EntryLimits() }
    var ids: [EntryPlace: EntryID] = [:]
    for entry in scope.entries { ids[entry.place] = entry.id }
    return authority.limits(for: scope.keys, on: own) { journal, number in
      ids[EntryPlace(journal: journal, sequence: number)]
    }
  }
}
