import Compression
import JSONText
import Record
import RecordFiles

/// A team whose journals lie in an exchange folder, for a device that wants to join it.
public struct TeamOffer: Sendable {
  /// The team's identity.
  public let team: String
  /// Its name, as it was founded.
  public let name: String
  /// The public key of the device that founded it.
  public let founder: [UInt8]
  /// The team's journals, as far as they lie there.
  public let parts: [JournalPart]
}

extension Exchange {
  /// The teams that lie in an exchange folder with the entry that founded them; nothing is changed
  /// anywhere.
  ///
  /// A team's identity follows from that entry, so that only whoever founded it can be shown here; the
  /// journals are checked when they are taken in.
  public static func offers(
    at path: String, disk: any Disk, crypto: Crypto, sealing: Sealing
  ) throws(SyncFault) -> [TeamOffer] {
    do {
      guard let status = try disk.status(path) else { throw SyncFault.noSuchFolder(path) }
      guard status.isFolder else { throw SyncFault.notAFolder(path) }
      let teams = try TeamFolder(path: path, team: "", disk: disk).teams()
      return try teams.compactMap { team in
        let parts = try Self.parts(TeamFolder(path: path, team: team, disk: disk), sealing)
        return offer(team, parts, crypto)
      }
    } catch let fault as SyncFault {
      throw fault
    } catch let fault as DiskFault {
      throw fault.reason == .denied ? .denied(path) : .disk(fault)
    } catch {
      throw .noSuchFolder(path)
    }
  }

  /// All parts of the team's journals that are whole.
  private static func parts(_ there: TeamFolder, _ sealing: Sealing) throws -> [JournalPart] {
    var parts: [JournalPart] = []
    for segment in try there.segments(of: .team).files {
      let digest = sealing.digest()
      do {
        var reader = try SegmentReader(
          segment.header, wanted: Set(segment.header.parts.indices))
        var count = -segment.start
        try there.disk.pieces(segment.path) { piece in
          digest.add(piece)
          try reader.add(piece.dropFirst(max(0, -count)))
          count += piece.count
        }
        let found = try reader.finish()
        if Hex.text(digest.finish()) == segment.digest { parts += found }
      } catch is CompressionFault {
        continue
      }
    }
    return parts
  }

  private static func offer(
    _ team: String, _ parts: [JournalPart], _ crypto: Crypto
  ) -> TeamOffer? {
    var found: TeamOffer?
    for part in parts.sorted(by: { ($0.journal, $0.from) < ($1.journal, $1.from) }) {
      // A device founds a team at the beginning of a journal or behind: each line is looked at by itself.
      for line in part.bytes.split(separator: 0x0A) {
        guard
          let entry = JournalReader.entry(
            Array(line), scope: .team, writer: part.journal.writer, branch: part.journal.branch,
            crypto: crypto),
          entry.kind == "teamFounded", ShortID.text(entry.id.bytes) == team
        else { continue }
        found = TeamOffer(
          team: team, name: entry.body?["name"]?.string ?? "", founder: part.publicKey,
          parts: parts)
      }
    }
    return found
  }
}
