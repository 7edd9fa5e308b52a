import JSONText
import Record
import RecordFiles

/// A county's own overlays: what was changed here is said to the team, and what the team says is put
/// here.
struct TeamOverlays {
  let folder: DataFolder
  let crypto: Crypto
  let rules: OverlayRules

  /// Under which name it is noted which content of each overlay the team and this laptop agreed on.
  private static let noteName = "overlays"

  /// What was given of each overlay, in causal order.
  private func said() throws -> [String: [OverlayRules.Given]] {
    var said: [String: [OverlayRules.Given]] = [:]
    for given in try rules.given() where DataFolder.isOverlayName(given.name) {
      said[given.name, default: []].append(given)
    }
    return said
  }

  private var agreed: [String: String] {
    let members = folder.syncNote(Self.noteName)?.members ?? []
    return Dictionary(members.compactMap { member in member.value.string.map { (member.key, $0) } })
    { first, _ in first }
  }

  /// Records those overlays that were put here, or changed here, since the last meeting; where the
  /// person may not give any, their names are returned.
  @discardableResult
  func state(by person: PersonID) throws -> [String] {
    let here = try folder.ownOverlays()
    guard !here.isEmpty else { return [] }
    let said = try said()
    var agreed = agreed
    var drafts: [EntryDraft] = []
    var refused: [String] = []
    for (name, bytes) in here.sorted(by: { $0.key < $1.key }) {
      let hash = DataFolder.name(of: bytes, crypto.sha256)
      let known = said[name] ?? []
      if known.last?.hash == hash || agreed[name] == hash { continue }
      // Without a note (a first meeting, a restored backup) an older content is not a change.
      if agreed[name] == nil, known.contains(where: { $0.hash == hash }) { continue }
      guard rules.mayGive(person) else {
        refused.append(name)
        continue
      }
      _ = try folder.keep(bytes, in: .forms)
      drafts.append(rules.draft(name, hash))
      agreed[name] = hash
    }
    guard !drafts.isEmpty else { return refused }
    let team = try folder.team()
    do {
      _ = try team.append(drafts, person: person)
    } catch {
      throw MeetingHalt.notSigned(error)
    }
    try remember(agreed)
    return refused
  }

  /// Puts here what the team's journals say; what stands in the place of another content said at the
  /// same time is reported.
  func put(into report: inout SyncReport) throws {
    let here = try folder.ownOverlays()
    var agreed = agreed
    let causality = try folder.team().causality()
    for (name, said) in try said().sorted(by: { $0.key < $1.key }) {
      guard let last = said.last else { continue }
      let unseen = said.dropLast().last {
        $0.hash != last.hash && !causality.saw(last.place, $0.place)
      }
      if let unseen {
        report.add(.overlaysDiffer(name: name, used: last.hash, other: unseen.hash))
      }
      let hash = here[name].map { DataFolder.name(of: $0, crypto.sha256) }
      if hash != last.hash {
        // Its file comes at another meeting, if not at this one.
        guard let bytes = try folder.kept(last.hash, in: .forms) else { continue }
        // What somebody wrote here without the right to give it is not lost.
        if let own = here[name] { _ = try folder.keep(own, in: .forms) }
        try folder.putOverlay(name, bytes)
        report.overlays.append(name)
      }
      agreed[name] = last.hash
    }
    try remember(agreed)
  }

  private func remember(_ agreed: [String: String]) throws(DataFolderFault) {
    let members = agreed.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .string($0.value)) }
    guard folder.syncNote(Self.noteName)?.members ?? [] != members else { return }
    try folder.setSyncNote(Self.noteName, .object(members))
  }
}
