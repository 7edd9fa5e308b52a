import Record
import RecordFiles

/// Writes the sealed part of a parcel: pieces of equal length, the last one marked as such.
final class ParcelStream {
  /// How many bytes of content stand in each piece but the last.
  static let piece = 1 << 16

  private let file: OpenFile
  private let disk: any Disk
  private let digest: RunningDigest
  private let seal: Sealing.Sealer
  private var held: [UInt8] = []
  /// How many bytes the file has.
  private(set) var count = 0

  /// Goes on behind the header's line, which is written at once.
  init(
    _ header: ParcelHeader, to file: OpenFile, on disk: any Disk, _ digest: RunningDigest,
    seal: @escaping Sealing.Sealer
  ) throws(DiskFault) {
    self.file = file
    self.disk = disk
    self.digest = digest
    self.seal = seal
    try put(header.line)
  }

  private func put(_ bytes: [UInt8]) throws(DiskFault) {
    digest.add(bytes[...])
    try disk.add(bytes[...], to: file)
    count += bytes.count
  }

  /// Seals the next bytes.
  func add(_ bytes: [UInt8]) throws(DiskFault) {
    held += bytes
    var at = 0
    // One piece stays, since the last one must be known as such.
    while held.count - at > Self.piece {
      try put(seal(held[at..<(at + Self.piece)], false))
      at += Self.piece
    }
    if at > 0 { held.removeFirst(at) }
  }

  /// Seals what is left, and gives the digest over the whole file so far.
  func finish() throws(DiskFault) -> [UInt8] {
    try put(seal(held[...], true))
    held = []
    return digest.finish()
  }

  /// Writes the trailer, which the digest does not cover.
  func sign(_ signature: [UInt8]) throws(DiskFault) {
    try disk.add((ParcelTrailer.mark + signature)[...], to: file)
    count += ParcelTrailer.count
  }
}
