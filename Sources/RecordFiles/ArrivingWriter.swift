import Record

/// Puts the parts of one writer's journals in their places, in memory: behind what is here, beside it
/// as a branch, or aside to wait.
struct ArrivingWriter {
  let files: VillageFiles
  let writer: WriterID
  private(set) var tracks: [ArrivingTrack] = []
  private(set) var problems: [ArrivalProblem] = []
  /// Parts that come before what they follow.
  private(set) var waiting: [JournalPart] = []
  /// Bodies that came for entries whose bodies are gone here: the lines by number.
  private(set) var bodies: [JournalName: [Int: [UInt8]]] = [:]

  init(_ files: VillageFiles, _ writer: WriterID) {
    self.files = files
    self.writer = writer
    for name in files.index.branches(of: writer) {
      guard let known = files.index.journals[name] else { continue }
      tracks.append(
        ArrivingTrack(
          base: name, reader: files.reader(name, resuming: known.mark, known.opening),
          givenName: name))
    }
  }

  /// Whether nothing makes this writer a forked one.
  var isSingle: Bool { tracks.count <= 1 }

  /// Whether an entry came already.
  func has(_ id: EntryID, at sequence: Int) -> Bool {
    tracks.contains { $0.arrivedID(at: sequence) == id }
  }

  /// How a part lies to a track.
  private enum Fit {
    case behind
    case gap
    case otherBranch
    case otherOpening
    case common(Int)
  }

  mutating func take(_ part: JournalPart) throws(DiskFault) {
    if tracks.contains(where: { $0.base != nil && $0.reader.opening == nil }) {
      return problem(part, .damagedHere)
    }
    guard part.publicKey == key(of: part) ?? part.publicKey else {
      return problem(part, .wrongKey)
    }
    var lines: PartLines?
    var best: (track: Int, common: Int)?
    var worst = Fit.gap
    for index in tracks.indices {
      switch fit(part, tracks[index], &lines) {
      case .behind:
        if part.from >= best?.common ?? 0 { best = (index, part.from) }
      case .common(let number):
        if number > best?.common ?? -1 { best = (index, number) }
      case let other:
        if case .gap = worst { worst = other }
      }
    }
    guard let best else { return try begin(part, worst) }
    let whole = lines ?? PartLines(part, files.crypto)
    if lines != nil { gatherBodies(whole, tracks[best.track], upTo: best.common) }
    guard best.common < part.to else { return }
    var track = best.track
    if best.common < tracks[track].end {
      guard let fork = try fork(tracks[track], after: best.common, part) else {
        return problem(part, .damagedHere)
      }
      tracks.append(fork)
      track = tracks.count - 1
    } else if tracks[track].reader.mark.id == nil {
      return problem(part, .damagedHere)
    }
    let rest = lines == nil ? part.bytes[...] : whole.bytes(after: best.common)
    if let kind = tracks[track].read(part, lines: rest) { problem(part, kind) }
  }

  private mutating func problem(_ part: JournalPart, _ kind: ArrivalProblem.Kind) {
    problems.append(ArrivalProblem(part.journal, kind))
  }

  /// The key of the journal that a part belongs to, if it is known yet.
  private func key(of part: JournalPart) -> [UInt8]? {
    tracks.lazy.compactMap(\.reader.opening?.publicKey).first
  }

  /// A part that has nothing in common with what is here: a new journal, or one that must wait.
  private mutating func begin(_ part: JournalPart, _ worst: Fit) throws(DiskFault) {
    guard tracks.isEmpty, part.from == 0 else {
      waiting.append(part)
      switch worst {
      case .otherOpening:
        waiting.removeLast()
        problem(part, .otherOpening)
      case .otherBranch: problem(part, .unknownBranch(at: part.from))
      case .gap, .behind, .common:
        problem(part, .gap(has: tracks.map(\.end).max() ?? 0, from: part.from))
      }
      return
    }
    let name = JournalName(writer: writer)
    var track = ArrivingTrack(
      base: nil, reader: files.reader(name, resuming: .start, nil), givenName: part.journal)
    let kind = track.read(part, lines: part.bytes[...])
    if let kind { problem(part, kind) }
    guard let opening = track.reader.opening else { return }
    guard opening.publicKey == part.publicKey else { return problem(part, .wrongKey) }
    tracks.append(track)
  }

  private func id(_ track: ArrivingTrack, _ sequence: Int) -> EntryID? {
    if sequence == 0 { return track.reader.opening?.id }
    if sequence > track.baseEnd { return track.arrivedID(at: sequence) }
    if let prefix = track.prefixLines { return prefix.id(at: sequence) }
    return track.base.flatMap { files.idAt($0, sequence) }
  }

  private func fit(
    _ part: JournalPart, _ track: ArrivingTrack, _ lines: inout PartLines?
  ) -> Fit {
    guard part.from <= track.end else { return .gap }
    if part.from > 0 {
      guard let previous = part.previous, id(track, part.from) == previous else {
        return .otherBranch
      }
      if part.from == track.end { return .behind }
    }
    let whole = lines ?? PartLines(part, files.crypto)
    lines = whole
    if part.from == 0 {
      guard let line = whole.line(0), let opening = track.reader.opening,
        files.openingID(line, writer) == opening.id
      else { return .otherOpening }
    }
    // The chain makes it enough to look at one number to know of all before it.
    var same = part.from
    var other = min(part.to, track.end) + 1
    if let id = whole.id(at: other - 1), id == self.id(track, other - 1) { same = other - 1 }
    while other - same > 1 {
      let middle = (same + other) / 2
      if let id = whole.id(at: middle), id == self.id(track, middle) {
        same = middle
      } else {
        other = middle
      }
    }
    return .common(same)
  }

  /// A branch that leaves a track behind a number.
  private func fork(
    _ track: ArrivingTrack, after number: Int, _ part: JournalPart
  ) throws(DiskFault) -> ArrivingTrack? {
    var bytes: [UInt8] = track.prefixLines?.part.bytes ?? []
    if let base = track.base, !track.isFork {
      bytes = try files.disk.contents(files.journalPath(base)) ?? []
      bytes = Array(bytes.prefix(track.offset))
    }
    bytes += track.bytes
    let name = JournalName(writer: writer)
    var reader = files.reader(name, resuming: .start, nil)
    var end = 0
    for range in LineFacts.lines(bytes) {
      if let facts = LineFacts(bytes, range), facts.sequence > number { break }
      end = range.upperBound + 1
    }
    bytes = Array(bytes[..<end])
    _ = reader.read(bytes) { _ in }
    guard reader.mark.sequence == number, reader.mark.offset == end, reader.opening != nil else {
      return nil
    }
    let prefix = JournalPart(
      journal: name, publicKey: part.publicKey, from: 0, to: number, previous: nil,
      head: part.head, bytes: bytes)
    return ArrivingTrack(
      base: track.base, prefix: PartLines(prefix, files.crypto), reader: reader,
      givenName: part.journal)
  }

  /// Notes bodies for entries whose bodies are gone here, unless they are to be gone.
  private mutating func gatherBodies(
    _ lines: PartLines, _ track: ArrivingTrack, upTo common: Int
  ) {
    guard let base = track.base else { return }
    for home in files.index.branches(of: writer) {
      for (sequence, id) in files.index.journals[home]?.erased ?? [:]
      where sequence > lines.part.from && sequence <= min(common, track.baseEnd) {
        guard files.index.place(of: base, at: sequence)?.journal == home,
          let line = lines.line(sequence),
          let entry = JournalReader.entry(
            line, scope: files.scope, writer: writer, crypto: files.crypto),
          entry.id == id, entry.body != nil, !files.doomed.dooms(entry)
        else { continue }
        bodies[home, default: [:]][sequence] = line
      }
    }
  }
}
