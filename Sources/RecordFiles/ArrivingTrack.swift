import Record

/// One line of history of a writer while parts arrive: a journal that is here with what comes behind
/// it, a branch of one, or a journal that is new here.
struct ArrivingTrack {
  /// The journal here whose lines it begins with; nil for one that is new here.
  let base: JournalName?
  /// The number of the last entry that it has from `base`.
  let baseEnd: Int
  /// The lines that a branch shares with the journal it leaves; nil for what is no branch.
  let prefixLines: PartLines?
  /// What came: lines that follow each other, each checked.
  var bytes: [UInt8] = []
  /// The entries of these lines.
  var found: [LocatedEntry] = []
  /// The id of the last entry that it has from `base`.
  let baseID: EntryID?
  /// Reads them, in one pass.
  var reader: JournalReader
  /// The reader as it was before the first of them.
  let begun: JournalReader
  /// Where `bytes` begin in the journal's file.
  let offset: Int
  /// The name by which it came, for messages.
  var givenName: JournalName

  init(
    base: JournalName?, prefix: PartLines? = nil, reader: JournalReader, givenName: JournalName
  ) {
    self.base = base
    prefixLines = prefix
    self.reader = reader
    self.givenName = givenName
    baseEnd = reader.mark.sequence
    baseID = reader.mark.entry
    begun = reader
    offset = reader.mark.offset
  }

  /// Whether it leaves a journal that is here before its end.
  var isFork: Bool { prefixLines != nil }

  /// The number of the last entry.
  var end: Int { reader.mark.sequence }

  /// The id of an entry that came; nil for those that are here already.
  func arrivedID(at sequence: Int) -> EntryID? {
    guard sequence > baseEnd, let first = found.first?.entry.sequence else { return nil }
    let index = sequence - first
    guard found.indices.contains(index) else { return nil }
    return found[index].entry.id
  }

  /// Reads on: the lines of a part from one on.
  ///
  /// Returns what is wrong; what was whole before it stays.
  mutating func read(
    _ part: JournalPart, lines: ArraySlice<UInt8>
  ) -> ArrivalProblem.Kind? {
    let known = reader.faults.count
    // A whole township comes in this way: what need not be copied is not.
    let fresh = lines.count == part.bytes.count ? part.bytes : Array(lines)
    let taken = reader.read(fresh, stoppingAtFault: true) { found.append($0) }
    if bytes.isEmpty, taken == fresh.count { bytes = fresh } else { bytes += fresh.prefix(taken) }
    var kind: ArrivalProblem.Kind?
    if reader.faults.count > known {
      kind = Self.kind(reader.faults[known].kind, at: reader.mark.sequence + 1)
    } else if taken < fresh.count || end != part.to || reader.mark.entry != part.head {
      kind = .cutShort(expected: part.to, found: end)
    }
    guard kind != nil else { return nil }
    // The same lines may come once more, whole.
    bytes.removeLast(bytes.count - (reader.mark.offset - offset))
    reader.restart()
    return kind
  }

  private static func kind(_ fault: JournalFault.Kind, at number: Int) -> ArrivalProblem.Kind {
    switch fault {
    case .badOpening: .badOpening
    case .unknownVersion(let version): .laterVersion(version)
    case .wrongScope: .otherScope
    case .wrongWriter: .otherWriter
    case .wrongSequence(let expected, let found), .gap(let expected, let found):
      .wrongSequence(expected: expected, found: found)
    case .wrongChain: .wrongChain(at: number)
    case .wrongDigest: .wrongHash(at: number)
    case .wrongLamport: .wrongLamport(at: number)
    case .badBody: .badBody(at: number)
    case .wrongSignature: .wrongSignature(at: number)
    case .badLine, .tornLastLine, .tornAct, .cutShort, .lostEnd, .unreadable, .forked,
      .strayFile:
      .badLine(at: number)
    }
  }
}

extension ArrivingTrack {
  /// Up to which number its device signed what came; 0 when it signed nothing of it.
  func signed(_ vouches: [HeadVouch], _ scope: Scope, _ crypto: Crypto) -> Int {
    var signed = reader.signed
    guard let key = reader.opening?.publicKey else { return signed }
    for vouch in vouches where vouch.writer == reader.writer && vouch.sequence > signed {
      guard arrivedID(at: vouch.sequence) == vouch.id, vouch.isValid(in: scope, by: key, crypto)
      else { continue }
      signed = vouch.sequence
    }
    return signed
  }

  /// What came behind a number, to wait for a signature.
  func rest(behind number: Int) -> JournalPart {
    let first = found.first { $0.entry.sequence > number }
    // A journal that is new here waits with its first line.
    let start = number == 0 && base == nil ? 0 : (first?.offset ?? reader.mark.offset) - offset
    let last = found.last { $0.entry.sequence == end }
    let previous = number > baseEnd ? arrivedID(at: number) : baseID
    return JournalPart(
      journal: givenName, publicKey: reader.opening?.publicKey ?? [], from: number, to: end,
      previous: number == 0 ? nil : previous, head: last?.entry.id ?? EntryID(digest: Self.none),
      bytes: Array(bytes[start..<(reader.mark.offset - offset)]))
  }

  private static let none = [UInt8](repeating: 0, count: 32)

  /// As much of it as its device signed, with the bodies gone that are to be gone.
  func counted(upTo signed: Int, _ files: VillageFiles) -> ArrivingTrack {
    let doomed = files.doomed
    let isWhole = signed == end && reader.mark.offset - offset == bytes.count
    let isDoomed =
      !doomed.isEmpty && found.contains { doomed.dooms($0.entry) && !$0.isErased }
    guard !isWhole || isDoomed else { return self }
    var track = self
    track.found = []
    track.bytes = []
    var start = 0
    for one in found where one.entry.sequence <= signed {
      let line = Array(bytes[(one.offset - offset)..<(one.offset - offset + one.length)])
      // The first line of a new journal stands before its first entry.
      if start == 0 { track.bytes += bytes[..<(one.offset - offset)] }
      start = one.offset
      let kept =
        doomed.dooms(one.entry) ? ErasedLine.erasing(line, sha256: files.crypto.sha256) : line
      track.bytes += (kept ?? line) + [0x0A]
    }
    track.reader = begun
    _ = track.reader.read(track.bytes) { track.found.append($0) }
    return track
  }
}
