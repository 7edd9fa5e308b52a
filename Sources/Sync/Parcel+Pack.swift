import Compression
import Record
import RecordFiles

extension Parcel {
  /// Packs the team's journals, some villages, all forms and the attachments that the villages name.
  ///
  /// The file is whole and on the disk when this returns; what is there under its name is not touched.
  /// `progress` hears how many bytes of journals are packed, of about how many; false stops.
  public func pack(
    _ folder: DataFolder, villages: [String], team: String, for lock: Lock, person: PersonID,
    overlays: OverlayRules? = nil,
    progress: @escaping (_ done: Int, _ total: Int) -> Bool = { _, _ in true }
  ) throws(ParcelFault) -> Packed {
    guard folder.mode == .writing else { throw .folder(.openedForReading) }
    guard !folder.holds(path) else { throw .insideData(path) }
    do {
      guard try disk.status(path) == nil else { throw ParcelFault.exists(path) }
      var scopes = [try folder.team()]
      for code in villages { scopes.append(try folder.village(code)) }
      if let overlays {
        try TeamOverlays(folder: folder, crypto: crypto, rules: overlays).state(by: person)
      }
      for files in scopes { try files.sign(person: person) }
      let draft = "\(path).part"
      do {
        let packed = try write(draft, folder, scopes, team, lock, progress)
        try disk.rename(draft, to: path)
        return packed
      } catch {
        try? disk.remove(draft)
        throw error
      }
    } catch {
      throw fault(error)
    }
  }

  private func write(
    _ draft: String, _ folder: DataFolder, _ scopes: [VillageFiles], _ team: String, _ lock: Lock,
    _ progress: @escaping (Int, Int) -> Bool
  ) throws -> Packed {
    let key = try folder.publicKey()
    var (header, streamKey) = try header(team, key, lock)
    guard let (start, seal) = sealing.sealer(streamKey) else { throw ParcelFault.noMemory }
    header.start = start
    let file = try disk.open(draft, .replacing)
    defer { disk.close(file) }
    let stream = try ParcelStream(header, to: file, on: disk, sealing.digest(), seal: seal)
    var packed = Packed()
    var done = 0
    var states: [[JournalState]] = []
    for files in scopes { states.append(try files.inventory().filter { $0.signed > 0 }) }
    let total = states.joined().reduce(0) { $0 + $1.bytes }
    let device = DeviceID(publicKey: key, crypto.sha256)
    for (files, states) in zip(scopes, states) {
      var entries = 0
      var series = try SegmentSeries(files) { builder in
        let segment = try builder.finish(
          team: team, scope: files.scope, device: device, time: header.time, crypto.sha256)
        try stream.add(ParcelItem.segment(bytes: segment.bytes.count).line + segment.bytes)
        entries += builder.entries
      }
      for state in states {
        try series.add(state.journal, from: 0, to: state.signed) { count in
          done += count
          guard progress(min(done, total), total) else { throw MeetingHalt.stopped }
        }
      }
      try series.finish()
      packed.entries[files.scope] = entries
    }
    let attachments = Set(try folder.keptNames(in: .attachments))
    var named = Set<String>()
    for files in scopes { named.formUnion(try files.named(among: attachments)) }
    packed.files += try add(try folder.keptNames(in: .forms), .forms, folder, to: stream)
    packed.files += try add(named.sorted(), .attachments, folder, to: stream)
    let digest = try stream.finish()
    try stream.sign(try folder.signature(of: ParcelTrailer.message(digest)))
    try disk.sync(file)
    packed.bytes = stream.count
    return packed
  }

  /// Packs kept files, and says how many.
  private func add(
    _ hashes: [String], _ kind: DataFolder.Kept, _ folder: DataFolder, to stream: ParcelStream
  ) throws -> Int {
    var count = 0
    for hash in hashes {
      guard let bytes = try folder.kept(hash, in: kind), bytes.count <= ParcelItem.largestFile
      else { continue }
      let small = try Compressor.pack(bytes)
      let item = ParcelItem.kept(kind, hash: hash, bytes: small.count, size: bytes.count)
      try stream.add(item.line + small)
      count += 1
    }
    return count
  }

  /// A header without its stream's start, and the stream's key.
  private func header(
    _ team: String, _ sender: [UInt8], _ lock: Lock
  ) throws -> (ParcelHeader, key: [UInt8]) {
    var header = ParcelHeader(team: team, sender: sender, time: clock(), start: [])
    switch lock {
    case .devices(let keys):
      guard !keys.isEmpty else { throw ParcelFault.noReceiver }
      let key = crypto.random(Sealing.keyCount)
      for receiver in keys {
        guard let sealed = sealing.seal(key, receiver) else {
          throw ParcelFault.badReceiver(key: receiver)
        }
        header.receivers.append(
          .init(device: DeviceID(publicKey: receiver, crypto.sha256), key: sealed))
      }
      return (header, key)
    case .passphrase(let words, let work):
      guard !words.isEmpty else { throw ParcelFault.needsPassphrase }
      let salt = crypto.random(Sealing.saltCount)
      guard let key = sealing.derive(Array(words.utf8), salt, work) else {
        throw ParcelFault.noMemory
      }
      header.passphrase = .init(salt: salt, work: work)
      return (header, key)
    }
  }
}
