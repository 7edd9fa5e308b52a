import Fieldwork
import JSONText
import Record
import RecordFiles
import Screens
import Station

extension Workplace {
  // MARK: Damage

  /// Notes what is known by now of damage to the journals of the open village.
  func noteDamage() {
    guard let files else { return journalTrouble.damage = [] }
    let found = files.damage
    let known = journalTrouble.damage
    // Who wrote where is read from the journals: only where there is something new to tell.
    let isKnown = zip(known, found).allSatisfy {
      $0.writer == $1.journal.writer && $0.from == $1.from
    }
    guard known.count != found.count || !isKnown else { return }
    let keys = files.keys()
    let presence = (try? presence()) ?? [:]
    journalTrouble.damage = found.map { damage in
      let key = keys[damage.journal]
      let people = key.flatMap { presence[$0] } ?? [:]
      return ShownDamage(
        writer: damage.journal.writer, from: damage.from,
        device: key.map { name(ofDevice: $0) } ?? "",
        people: people.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.map(\.key))
    }
  }

  // MARK: Comments that were not sent

  /// The comments that reviewers wrote here in the open village and have not sent.
  ///
  /// What was written on an interview that is gone goes with it.
  func keptComments() -> KeptComments {
    guard let files, let desk, let json = files.comments() else { return KeptComments() }
    var kept = KeptComments(json: json)
    if kept.keepOnly(desk.village.interviews.keys) { try? keep(kept) }
    return kept
  }

  /// Takes away what was written on interviews that are gone, where this program may write.
  func forgetOrphanedComments() {
    if folder.mode == .writing { _ = keptComments() }
  }

  /// Keeps what a person wrote on an interview and did not send; it is on the disk when this returns.
  func keep(_ comments: [ReviewComment], on interview: InterviewID, by person: PersonID) throws {
    var kept = keptComments()
    guard kept[interview, person] != comments else { return }
    kept[interview, person] = comments
    try keep(kept)
  }

  private func keep(_ kept: KeptComments) throws {
    // JSON has a nil of its own.
    try files?.keepComments(kept.isEmpty ? JSON?.none : kept.json)
  }
}
