import Record
import RecordFiles

/// A segment as it lies in an exchange folder, by its first line.
struct SegmentFile {
  /// Below whose name it lies.
  var device: DeviceID
  /// Its place below the team's folder: `<device>/<scope>/<sha256>.seg`.
  var place: String
  var path: String
  var header: SegmentHeader
  /// Where the packed bytes begin.
  var start: Int

  static let ending = ".seg"

  /// Its name without ending: the hash that it must have.
  var digest: Substring {
    let name = place[(place.lastIndex(of: "/") ?? place.startIndex)...].dropFirst()
    return name.dropLast(Self.ending.utf8.count)
  }

  /// Whether a name is that of a segment.
  static func isName(_ name: String) -> Bool {
    name.hasSuffix(ending) && Hex.isDigest(name.dropLast(ending.utf8.count))
  }

  /// Reads the first line only.
  static func read(
    _ path: String, place: String, device: DeviceID, _ disk: any Disk
  ) throws -> SegmentFile {
    let file = try disk.open(path, .reading)
    defer { disk.close(file) }
    var bytes: [UInt8] = []
    var wanted = 4096
    while true {
      let more = try disk.read(file, at: bytes.count, count: wanted)
      let from = bytes.count
      bytes += more
      if let end = bytes[from...].firstIndex(of: 0x0A) {
        let header = try SegmentHeader(line: bytes[..<end])
        // A file that was torn is known by its length, without reading it.
        guard try disk.size(file) == end + 1 + header.packed else {
          throw SegmentHeader.Fault.damaged
        }
        return SegmentFile(
          device: device, place: place, path: path, header: header, start: end + 1)
      }
      guard more.count == wanted, bytes.count < SegmentHeader.maximumLength else {
        throw SegmentHeader.Fault.damaged
      }
      wanted = bytes.count * 3
    }
  }
}
