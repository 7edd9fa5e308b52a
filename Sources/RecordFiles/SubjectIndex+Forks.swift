import Record

/// What follows from a writer's having several journals, and from devices vouching for them.
extension SubjectIndex {
  /// Up to which number two journals of one writer are the same.
  func shared(_ one: JournalName, _ other: JournalName) -> Int {
    var (one, other) = (one, other)
    var shared = Int.max
    while one != other {
      if one < other { swap(&one, &other) }
      guard let branching = journals[one]?.branching, branching.parent < one else { return 0 }
      shared = min(shared, branching.shared)
      one = branching.parent
    }
    return shared
  }

  /// Up to which number all journals of a writer are one; nil when it did not fork.
  ///
  /// A journal that is only the beginning of another (an older copy was put back) is no fork.
  func fork(of writer: WriterID) -> Int? {
    let branches = branches(of: writer)
    var fork: Int?
    for (index, one) in branches.enumerated() {
      for other in branches[..<index] {
        let shared = shared(one, other)
        let ends = [one, other].map { journals[$0]?.mark.sequence ?? 0 }
        if ends.allSatisfy({ $0 > shared }) { fork = min(fork ?? shared, shared) }
      }
    }
    return fork
  }

  /// The journals of a writer that are not only the beginning of another.
  func ends(of writer: WriterID) -> [JournalName] {
    let branches = branches(of: writer)
    guard branches.count > 1 else { return branches }
    return branches.filter { one in
      let end = journals[one]?.mark.sequence ?? 0
      return !branches.contains { other in
        guard other != one, shared(one, other) >= end else { return false }
        let further = journals[other]?.mark.sequence ?? 0
        return further > end || (further == end && other < one)
      }
    }
  }

  /// The writers that have several journals, in order.
  var forkedWriters: [WriterID] {
    Set(journals.keys.filter { !$0.branch.isEmpty }.map(\.writer)).sorted()
  }

  /// Whether bodies were erased in a journal, be it in what it shares with another.
  func hasErased(_ name: JournalName) -> Bool {
    guard let journal = journals[name] else { return false }
    let own = unloaded?.counts.first { $0.journal == name }?.erased ?? journal.erased.count
    if own > 0 { return true }
    guard let parent = journal.branching?.parent, parent < name else { return false }
    return hasErased(parent)
  }

  /// A fault for each branch that leaves another journal.
  func forkFaults(_ scope: Scope) -> [JournalFault] {
    forkedWriters.flatMap { writer in
      branches(of: writer).compactMap { name in
        guard let branching = journals[name]?.branching else { return nil }
        return JournalFault(
          scope: scope, writer: writer, branch: name.branch, line: 0,
          kind: .forked(after: branching.shared))
      }
    }
  }

  /// How far everything was read, as far as it counts.
  func heads(
    _ limits: EntryLimits, idAt: (JournalName, Int) -> EntryID?
  ) -> Heads {
    var heads = Heads()
    let forked = forkedWriters
    for (name, journal) in journals {
      if forked.contains(name.writer), !ends(of: name.writer).contains(name) { continue }
      guard let id = journal.mark.entry else { continue }
      let last = limits.last(of: name)
      if journal.mark.sequence <= last {
        heads.add(Heads.Head(sequence: journal.mark.sequence, id: id), of: name.writer)
      } else if let place = lastPlace(of: name, upTo: last), let id = idAt(name, place) {
        heads.add(Heads.Head(sequence: place, id: id), of: name.writer)
      }
    }
    return heads
  }

  /// The last number up to a limit that a journal has.
  private func lastPlace(of name: JournalName, upTo limit: Int) -> Int? {
    guard limit > 0, let journal = journals[name] else { return nil }
    if let branching = journal.branching, limit <= branching.shared { return limit }
    let index = Self.firstIndex(after: limit, in: journal.places)
    if index > 0 { return Int(journal.places[index - 1].sequence) }
    return journal.branching?.shared
  }

  /// Up to which number a writer's journal counts as read, by the heads that something derived
  /// carries; nil when they name entries that are not here.
  func read(
    of writer: WriterID, by heads: Heads, idAt: (JournalName, Int) -> EntryID?
  ) -> [JournalName: Int]? {
    let branches = branches(of: writer)
    let tips = heads.tips[writer, default: []]
    if branches.count == 1, tips.count <= 1 { return [branches[0]: tips.first?.sequence ?? 0] }
    var read = Dictionary(uniqueKeysWithValues: branches.map { ($0, 0) })
    for tip in tips {
      guard let home = branches.first(where: { idAt($0, tip.sequence) == tip.id }) else {
        return nil
      }
      for name in branches {
        let number = name == home ? tip.sequence : min(tip.sequence, shared(name, home))
        read[name] = max(read[name, default: 0], number)
      }
    }
    return read
  }

  /// What the journals told of each other.
  func causality() -> Causality {
    var causality = Causality()
    for (name, journal) in journals {
      for told in journal.told {
        causality.note(told.number, of: told.writer, in: name, at: told.sequence)
      }
      for told in journal.toldTips {
        causality.note(told.tip, of: told.writer, in: name, at: told.sequence)
      }
      if let branching = journal.branching {
        causality.branch(name, from: branching.parent, after: branching.shared)
      }
    }
    for writer in forkedWriters {
      if let fork = fork(of: writer) { causality.fork(writer, after: fork) }
    }
    return causality
  }

  /// In which journal an entry stands that another writer told of as a tip; nil when it is not here.
  func home(of told: Causality.Told, idAt: (JournalName, Int) -> EntryID?) -> JournalName? {
    branches(of: told.writer).first { name in
      told.tip.sequence <= journals[name]?.mark.sequence ?? 0
        && idAt(name, told.tip.sequence) == told.tip.id
    }
  }

  /// Takes in how far a reader came, and what was known of the journal before.
  mutating func take(_ reader: JournalReader, _ name: JournalName, _ known: Journal?) {
    var faults = reader.faults
    if let known {
      if reader.mark.sequence < known.mark.sequence {
        faults.append(
          JournalFault(
            scope: reader.scope, writer: name.writer, branch: name.branch, line: 0,
            kind: .cutShort(had: known.mark.sequence)))
      }
      // Reading on finds only what is new; reading anew finds all that can be seen in the file.
      for fault in known.faults where !faults.contains(fault) && !fault.isUnacknowledgedTail {
        if case .cutShort(let had) = fault.kind, reader.mark.sequence >= had { continue }
        faults.append(fault)
      }
    }
    journals[name]?.opening = reader.opening
    journals[name]?.mark = reader.mark
    journals[name]?.faults = faults
    let signed = journals[name]?.signed ?? 0
    journals[name]?.signed = max(signed, reader.signed)
    for vouch in reader.vouches where journals[name]?.vouches.contains(vouch) == false {
      journals[name]?.vouches.append(vouch)
    }
    changed = true
  }

  /// Up to which number devices signed other journals of theirs, where that is further than those
  /// tell themselves.
  func vouched(
    _ scope: Scope, _ crypto: Crypto, idAt: (JournalName, Int) -> EntryID?
  ) -> [JournalName: Int] {
    var signed: [JournalName: Int] = [:]
    for vouch in journals.values.flatMap(\.vouches) {
      for name in branches(of: vouch.writer) {
        guard let journal = journals[name],
          max(journal.signed, signed[name] ?? 0) < vouch.sequence,
          journal.mark.sequence >= vouch.sequence, let key = journal.opening?.publicKey,
          idAt(name, vouch.sequence) == vouch.id, vouch.isValid(in: scope, by: key, crypto)
        else { continue }
        signed[name] = vouch.sequence
      }
    }
    return signed
  }

  /// Counts what was vouched for.
  mutating func sign(_ vouched: [JournalName: Int]) {
    for (name, sequence) in vouched {
      journals[name]?.signed = sequence
      changed = true
    }
  }
}
