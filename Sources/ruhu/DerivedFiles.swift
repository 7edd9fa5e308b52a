import Fieldwork
import FormEngine
import JSONText
import Record
import RecordFiles
import Station

/// What the files beside a village's journals should hold, made by the very code that writes them.
struct DerivedFiles: Sendable {
  let forms: @Sendable (String) -> FormDefinition?
  /// How far each journal of a scope counts: the list says so.
  let limits: @Sendable (Scope) -> EntryLimits

  init(
    forms: @escaping @Sendable (String) -> FormDefinition?,
    limits: @escaping @Sendable (Scope) -> EntryLimits = { _ in EntryLimits() }
  ) {
    self.forms = forms
    self.limits = limits
  }

  var derivation: Derivation {
    Derivation(
      files: { scope, entries, _, causality in files(scope, entries, causality) },
      heads: { name, bytes in
        // Only the list says how far all journals had been read; a household's file names the
        // entries it was made from.
        name == "village.json"
          ? (try? JSON(parsing: bytes))?["through"].flatMap(Heads.init(json:)) : nil
      })
  }

  /// Every derived file of a scope by name: a desk without files, whose entries these are.
  private func files(
    _ scope: Scope, _ entries: [Entry], _ causality: Causality
  ) -> [String: [UInt8]] {
    guard case .village(let code) = scope else { return [:] }
    let bySubject = Dictionary(grouping: entries, by: \.subject)
    let through = Heads(of: entries)
    let limits = self.limits(scope)
    final class Written { var files: [String: [UInt8]] = [:] }
    let written = Written()
    let store = VillageStore(
      append: { _, _ in throw StoreFault.notOpenForWriting },
      entriesOf: { subjects in subjects.flatMap { bySubject[$0] ?? [] }.sorted() },
      entries: { entries }, entriesSince: { _ in nil }, heads: { through },
      readDerived: { _ in nil }, writeDerived: { written.files[$0] = $1 },
      causality: { causality }, limits: { limits },
      erasedCount: { entries.count { $0.body == nil } })
    guard
      let desk = try? VillageDesk(
        code: code, store: store, pinyin: Workplace.pinyin, forms: forms),
      (try? desk.settle()) != nil
    else { return [:] }
    return written.files
  }

  /// What a household's file that is not current is worth: what its entries gave at an earlier time,
  /// made from entries that are no longer here, or altered.
  func standing(
    _ name: String, in scope: Scope, of data: String, _ entries: [Entry]
  ) -> ScopeReport.DerivedState {
    guard case .village(let code) = scope, name.hasPrefix("households/"),
      let bytes = (try? PosixDisk().contents("\(data)/\(scope.folder)/\(name)")) ?? nil,
      let json = try? JSON(parsing: bytes), let id = json["household"]?.string,
      let through = json["through"]?.members
    else { return .altered }
    let causality = Causality(entries)
    var file = HouseholdCase(household: Household(id: HouseholdID(id)))
    for member in through {
      guard let last = member.value.string else { return .altered }
      let subject: Subject =
        member.key == "household" ? .household(id) : .interview(member.key)
      let about = entries.filter { $0.subject == subject }
      guard last.isEmpty || about.contains(where: { $0.id.rawValue == last }) else {
        return EntryID(rawValue: last) == nil || entries.contains { $0.id.rawValue == last }
          ? .altered : .newer
      }
      for entry in about where !last.isEmpty {
        file.apply(entry, causality)
        if entry.id.rawValue == last { break }
      }
    }
    let expected = HouseholdDocument.json(file, village: code, forms: forms)
    return Array(expected.pretty.utf8) == bytes ? .stale : .altered
  }
}
