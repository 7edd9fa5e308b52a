import Fieldwork
import FormEngine
import Record
import RecordFiles
import Station

/// What all laptops of a world share: time, chance, the questionnaire.
package final class Surroundings {
  package let randomness: WorldCrypto
  package let crypto: Crypto
  package let sealing: Sealing
  package let form: FormDefinition
  package var clock = WorldClock()
  /// What all chance in the present step follows from.
  package private(set) var pick: UInt64 = 0

  package init(_ real: Crypto, _ sealing: Sealing, form: FormDefinition) {
    self.sealing = sealing
    randomness = WorldCrypto(real)
    crypto = randomness.crypto
    self.form = form
  }

  /// A step begins: time goes on, and chance follows from the step alone.
  package func begin(_ pick: UInt64) {
    self.pick = pick
    randomness.reseed(pick)
    clock.seconds += 60
  }

  /// A village's desk as the program opens it; `recount` says anew how far each journal counts.
  package func desk(
    _ files: VillageFiles, roles: @escaping () -> TeamRoles, recount: @escaping () throws -> Void
  ) throws -> VillageDesk {
    let form = form
    return try VillageDesk(
      code: Laptop.code, store: Self.store(files, roles, recount),
      pinyin: { (name) in (name, name) },
      forms: { $0 == WorldForm.hash ? form : nil })
  }

  private static func store(
    _ files: VillageFiles, _ roles: @escaping () -> TeamRoles,
    _ recount: @escaping () throws -> Void
  ) -> VillageStore {
    VillageStore(
      append: { drafts, person in
        let entries = try files.append(drafts, person: person)
        // A journal that began with this act is one of ours and counts.
        if entries.contains(where: { !files.limits.counts($0.place) }) { try recount() }
        return entries
      },
      entriesOf: { try files.entries(of: $0) },
      entries: { try files.entries() }, entriesSince: { try files.entries(after: $0) },
      heads: { (try? files.heads()) ?? Heads() },
      readDerived: { (try? files.readDerived($0)) ?? nil },
      writeDerived: { try files.writeDerived($0, $1, synced: false) },
      causality: { try files.causality() }, limits: { files.limits }, roles: roles,
      erasedCount: {
        try files.keys().keys.reduce(0) {
          try $0 + files.erased(in: $1, after: 0, upTo: Int.max).total
        }
      },
      ownWriters: { (try? files.ownWriters()) ?? [] },
      derivedNames: { (try? files.derivedNames($0)) ?? [] },
      removeDerived: { try files.removeDerived($0) },
      mustDeriveAnew: { files.mustDeriveAnew }, derivedAnew: { files.mustDeriveAnew = false })
  }
}
