import Compression
import Record
import RecordFiles

extension Parcel {
  /// What is written on the parcel; its signature was verified over the whole file.
  public func label() throws(ParcelFault) -> Label {
    do {
      let found = try verified()
      return Label(
        sender: found.header.sender, team: found.header.team, time: found.header.time,
        receivers: found.header.receivers.count,
        needsPassphrase: found.header.passphrase != nil, bytes: found.end + ParcelTrailer.count)
    } catch {
      throw fault(error)
    }
  }

  /// Merges what is in the parcel, once its signature over the whole was found good, its team is ours
  /// (nil for a device that has none yet) and its sender is known.
  ///
  /// `arrived` hears of what came in, scope by scope, the team's first; `progress` how many bytes are
  /// read, of how many; false stops.
  public func unpack(
    into folder: DataFolder, team: String?, passphrase: String? = nil, person: PersonID?,
    isKnown: (_ sender: [UInt8]) -> Bool, overlays: OverlayRules? = nil,
    arrived: @escaping (Scope, Arrival) throws(DataFolderFault) -> Void = {
      (_, _) throws(DataFolderFault) in
    },
    progress: (_ done: Int, _ total: Int) -> Bool = { _, _ in true }
  ) throws(ParcelFault) -> SyncReport {
    guard folder.mode == .writing else { throw .folder(.openedForReading) }
    do {
      let found = try verified()
      if let team, team != found.header.team { throw ParcelFault.otherTeam(found.header.team) }
      guard isKnown(found.header.sender) else {
        throw ParcelFault.unknownSender(key: found.header.sender)
      }
      guard let open = sealing.opener(try key(found.header, folder, passphrase), found.header.start)
      else { throw ParcelFault.altered(path) }
      let intake = ParcelIntake(folder, found.header.team, sealing, arrived)
      var contents = ParcelContents()
      var isEnded = false
      try pieces(from: found.start, to: found.end) { sealed, at in
        guard !isEnded, let (piece, isLast) = open(sealed) else {
          // The signature was good, so that it is the key that is another one.
          let isWrong = found.header.passphrase != nil && at == found.start
          throw isWrong ? ParcelFault.wrongPassphrase : ParcelFault.altered(path)
        }
        isEnded = isLast
        guard try contents.add(piece, each: intake.take) else { throw ParcelFault.altered(path) }
        guard progress(at - found.start, found.end - found.start) else {
          throw MeetingHalt.stopped
        }
      }
      guard isEnded, contents.isWhole else { throw ParcelFault.altered(path) }
      if let overlays {
        try TeamOverlays(folder: folder, crypto: crypto, rules: overlays).put(into: &intake.report)
      }
      let line = intake.report.logLine(
        time: clock(), place: path, team: found.header.team, person: person)
      try folder.logMeeting(line)
      return intake.report
    } catch {
      throw fault(error)
    }
  }

  private func key(
    _ header: ParcelHeader, _ folder: DataFolder, _ words: String?
  ) throws -> [UInt8] {
    if let passphrase = header.passphrase {
      guard let words, !words.isEmpty else { throw ParcelFault.needsPassphrase }
      guard (1...10).contains(passphrase.work.passes),
        (8192...(1 << 30)).contains(passphrase.work.memory)
      else { throw ParcelFault.tooCostly }
      guard let key = sealing.derive(Array(words.utf8), passphrase.salt, passphrase.work) else {
        throw ParcelFault.noMemory
      }
      return key
    }
    let me = DeviceID(publicKey: try folder.publicKey(), crypto.sha256)
    for receiver in header.receivers where receiver.device == me {
      if let key = try folder.unseal(receiver.key, by: sealing) { return key }
    }
    throw ParcelFault.notForThisDevice
  }

  private struct Verified {
    var header: ParcelHeader
    /// Where the sealed pieces begin and end.
    var start: Int
    var end: Int
  }

  /// Reads the whole file once and verifies its signature; nothing is opened before.
  private func verified() throws -> Verified {
    guard let status = try disk.status(path), !status.isFolder else {
      throw ParcelFault.noSuchFile(path)
    }
    let (header, start) = try header()
    let end = status.size - ParcelTrailer.count
    guard end > start else { throw ParcelFault.torn(path) }
    let file = try disk.open(path, .reading)
    let trailer: [UInt8]
    do {
      defer { disk.close(file) }
      trailer = try disk.read(file, at: end, count: ParcelTrailer.count)
    }
    guard trailer.count == ParcelTrailer.count,
      ParcelTrailer.isMark(trailer.prefix(ParcelTrailer.mark.count))
    else { throw ParcelFault.torn(path) }
    let digest = sealing.digest()
    var left = end
    try disk.pieces(path) { piece in
      digest.add(piece.prefix(left))
      left -= min(left, piece.count)
    }
    guard trailer.starts(with: ParcelTrailer.mark),
      crypto.verify(
        Array(trailer.suffix(ParcelTrailer.signatureCount)),
        ParcelTrailer.message(digest.finish()), header.sender)
    else { throw ParcelFault.altered(path) }
    return Verified(header: header, start: start, end: end)
  }

  private func header() throws -> (ParcelHeader, start: Int) {
    let file = try disk.open(path, .reading)
    defer { disk.close(file) }
    let bytes = try disk.read(file, at: 0, count: ParcelHeader.maximumLength)
    guard bytes.starts(with: ParcelHeader.beginning.prefix(bytes.count)), !bytes.isEmpty else {
      throw ParcelFault.notAParcel(path)
    }
    guard let newline = bytes.firstIndex(of: 0x0A) else { throw ParcelFault.torn(path) }
    do {
      return (try ParcelHeader(line: Array(bytes[..<newline])), newline + 1)
    } catch .laterVersion(let version) {
      throw ParcelFault.laterVersion(version)
    } catch .damaged {
      throw ParcelFault.altered(path)
    }
  }

  /// The sealed pieces, each with its place.
  private func pieces(
    from start: Int, to end: Int, each: (ArraySlice<UInt8>, Int) throws -> Void
  ) throws {
    let file = try disk.open(path, .reading)
    defer { disk.close(file) }
    var at = start
    while at < end {
      let count = min(end - at, ParcelStream.piece + Sealing.pieceOverhead)
      let sealed = try disk.read(file, at: at, count: count)
      guard sealed.count == count else { throw ParcelFault.torn(path) }
      try each(sealed[...], at)
      at += count
    }
  }
}
