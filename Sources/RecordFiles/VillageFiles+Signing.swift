import JSONText
import Record

/// Signing what leaves: nobody takes in what its device has not signed.
extension VillageFiles {
  /// Signs every journal of this device that has entries which no signature covers.
  ///
  /// That is the one that is being written, and those that were left after a crash, for which it
  /// vouches. Nothing is written when there is none.
  public func sign(person: PersonID) throws(AppendFault) {
    guard folder.mayWrite else { throw .openedForReading }
    do {
      try ensureTable()
      let key = try folder.keys().publicKey
      guard index.journals.contains(where: { owes($0.key, $0.value, key) }) else { return }
    } catch {
      throw .folder(error)
    }
    // Torn ends are cut off first, so that what is signed is what stays.
    try prepareToWrite()
    _ = try handOver(person: person)
  }

  /// Whether a journal is this device's and has entries that wait for a signature.
  private func owes(
    _ name: JournalName, _ journal: SubjectIndex.Journal, _ key: [UInt8]
  ) -> Bool {
    journal.opening?.publicKey == key && wholeEnd(name, journal) > journal.signed
  }

  /// Up to which number a journal can be taken in by others: nothing follows a line that is damaged.
  private func wholeEnd(_ name: JournalName, _ journal: SubjectIndex.Journal) -> Int {
    var end = journal.branching?.shared ?? 0
    for place in journal.places {
      guard Int(place.sequence) == end + 1 else { return end }
      end += 1
    }
    return end
  }

  /// Signs all that this device has recorded here so far, when work is handed over.
  @discardableResult
  public func handOver(
    person: PersonID, body: JSON = .object([])
  ) throws(AppendFault) -> Entry {
    try prepareToWrite()
    let keys: KeyPair
    do {
      keys = try folder.keys()
    } catch {
      throw .folder(error)
    }
    let vouches = try vouches(keys)
    let subject: Subject = scope == .team ? .team : .village
    let entries = try record { (lines, time, seen, lamport, crypto) throws(DraftFault) in
      try lines.handOver(
        of: subject, body: body, vouching: vouches, person: person, time: time,
        seen: seen.numbers, tips: seen.tips, lamport: lamport, secretKey: keys.secretKey,
        crypto: crypto)
    }
    guard let entry = entries.first, let own else { throw .draft(.notReadable) }
    index.journals[own.journal]?.signed = entry.sequence
    index.journals[own.journal]?.vouches += vouches
    for vouch in vouches {
      for name in index.branches(of: vouch.writer) where idAt(name, vouch.sequence) == vouch.id {
        let signed = index.journals[name]?.signed ?? 0
        index.journals[name]?.signed = max(signed, vouch.sequence)
      }
    }
    return entry
  }

  private func vouches(_ keys: KeyPair) throws(AppendFault) -> [HeadVouch] {
    var vouches: [HeadVouch] = []
    for (name, journal) in index.journals.sorted(by: { $0.key < $1.key })
    where name != own?.journal && owes(name, journal, keys.publicKey) {
      let end = wholeEnd(name, journal)
      guard let id = idAt(name, end) else { continue }
      let message = HeadSignature.vouch(
        scope: scope, writer: name.writer, sequence: end, id: id)
      guard let signature = crypto.sign(message, keys.secretKey) else {
        throw .draft(.noSignature)
      }
      vouches.append(
        HeadVouch(writer: name.writer, sequence: end, id: id, signature: signature))
    }
    return vouches
  }
}
