import JSONText
import Record
import RecordFiles

/// A county's own overlays: what was changed here is said to the team, and what the team says is put
/// here.
struct TeamOverlays {
  let folder: DataFolder
  let crypto: Crypto

  /// Under which name it is noted which content of each overlay the team and this laptop agreed on.
  private static let noteName = "overlays"

  private struct Said {
    var given: OverlayGiven
    var entry: Entry
  }

  /// What the team's journals say of each overlay, in causal order.
  private func said() throws(DataFolderFault) -> [String: [Said]] {
    var said: [String: [Said]] = [:]
    for entry in try folder.team().entries() {
      guard let given = OverlayGiven(entry), DataFolder.isOverlayName(given.name) else { continue }
      said[given.name, default: []].append(Said(given: given, entry: entry))
    }
    return said
  }

  private var agreed: [String: String] {
    let members = folder.syncNote(Self.noteName)?.members ?? []
    return Dictionary(members.compactMap { member in member.value.string.map { (member.key, $0) } })
    { first, _ in first }
  }

  /// Records those overlays that were put here, or changed here, since the last meeting.
  func state(by person: PersonID) throws {
    let here = try folder.ownOverlays()
    guard !here.isEmpty else { return }
    let said = try said()
    var agreed = agreed
    var drafts: [EntryDraft] = []
    for (name, bytes) in here.sorted(by: { $0.key < $1.key }) {
      let hash = DataFolder.name(of: bytes, crypto.sha256)
      let known = said[name] ?? []
      if known.last?.given.hash == hash || agreed[name] == hash { continue }
      // Without a note (a first meeting, a restored backup) an older content is not a change.
      if agreed[name] == nil, known.contains(where: { $0.given.hash == hash }) { continue }
      _ = try folder.keep(bytes, in: .forms)
      drafts.append(OverlayGiven(name: name, hash: hash).draft)
      agreed[name] = hash
    }
    guard !drafts.isEmpty else { return }
    let team = try folder.team()
    do {
      _ = try team.append(drafts, person: person)
    } catch {
      throw MeetingHalt.notSigned(error)
    }
    try remember(agreed)
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
        $0.given.hash != last.given.hash && !causality.saw(last.entry.place, $0.entry.place)
      }
      if let unseen {
        report.add(
          .overlaysDiffer(name: name, used: last.given.hash, other: unseen.given.hash))
      }
      let hash = here[name].map { DataFolder.name(of: $0, crypto.sha256) }
      if hash != last.given.hash {
        // Its file comes at another meeting, if not at this one.
        guard let bytes = try folder.kept(last.given.hash, in: .forms) else { continue }
        try folder.putOverlay(name, bytes)
        report.overlays.append(name)
      }
      agreed[name] = last.given.hash
    }
    try remember(agreed)
  }

  private func remember(_ agreed: [String: String]) throws(DataFolderFault) {
    let members = agreed.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .string($0.value)) }
    guard folder.syncNote(Self.noteName)?.members ?? [] != members else { return }
    try folder.setSyncNote(Self.noteName, .object(members))
  }
}
