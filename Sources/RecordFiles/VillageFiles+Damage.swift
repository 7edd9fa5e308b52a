import Record

/// What is missing of the journals, as far as was looked.
extension VillageFiles {
  /// The journals of which something is lost or damaged here, with the entry from which on.
  ///
  /// What stands in the middle of a journal is found out when it is read: for the entries of a subject,
  /// or for all.
  public var damage: [JournalDamage] {
    func last(_ name: JournalName) -> Int { index.journals[name]?.mark.sequence ?? 0 }
    return JournalDamage.all(in: faults + lostEnds, last: last)
  }

  /// The ends of this device's own journals that it once confirmed and that are not here any more.
  private var lostEnds: [JournalFault] {
    guard let id = folder.id, let mark = (try? folder.device.mark(id, scope)) ?? nil else {
      return []
    }
    return mark.lost.sorted { $0.key < $1.key }.compactMap { writer, number in
      let left = index.branches(of: writer).map { index.journals[$0]?.mark.sequence ?? 0 }.max()
      guard left ?? 0 < number else { return nil }
      return JournalFault(
        scope: scope, writer: writer, line: 0, kind: .lostEnd(written: number, left: left ?? 0))
    }
  }
}
