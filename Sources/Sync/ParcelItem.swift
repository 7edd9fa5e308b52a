import JSONText
import RecordFiles

/// One thing in a parcel: a line that says what it is, and its bytes.
enum ParcelItem: Equatable {
  /// A segment, as it would lie in an exchange folder.
  case segment(bytes: Int)
  /// A kept file: so many bytes here, packed, out of which so many come.
  case kept(DataFolder.Kept, hash: String, bytes: Int, size: Int)

  /// No line is longer.
  static let maximumLine = 4096
  /// No kept file is larger, since it is held as a whole: forms are the largest of them.
  static let largestFile = 64 << 20

  /// How many bytes follow the line.
  var bytes: Int {
    switch self {
    case .segment(let bytes): bytes
    case .kept(_, _, let bytes, _): bytes
    }
  }

  /// The line, with its newline.
  var line: [UInt8] {
    let json: JSON =
      switch self {
      case .segment(let bytes): ["segment": .int(bytes)]
      case .kept(let kind, let hash, let bytes, let size):
        [
          "kept": .string(kind.rawValue), "name": .string(hash), "bytes": .int(bytes),
          "size": .int(size),
        ]
      }
    var bytes: [UInt8] = []
    json.append(to: &bytes)
    bytes.append(0x0A)
    return bytes
  }

  /// Reads a line, without its newline; nil for what is not in this form.
  init?(line: [UInt8]) {
    guard let json = try? JSON(parsing: line) else { return nil }
    let largest = SegmentHeader.maximumPayload + SegmentHeader.maximumLength
    if let bytes = json["segment"]?.int, (1...largest).contains(bytes) {
      self = .segment(bytes: bytes)
    } else if let kind = json["kept"]?.string.flatMap({ DataFolder.Kept(rawValue: $0) }),
      let hash = json["name"]?.string, Hex.isDigest(hash), let bytes = json["bytes"]?.int,
      let size = json["size"]?.int, (0...Self.largestFile).contains(size),
      (1...Self.largestFile + 4096).contains(bytes)
    {
      self = .kept(kind, hash: hash, bytes: bytes, size: size)
    } else {
      return nil
    }
  }
}
