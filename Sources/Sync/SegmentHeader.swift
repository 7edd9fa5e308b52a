import JSONText
import Record

/// The first line of a segment: whose it is and what is in it, so that nobody has to unpack it to see
/// that there is nothing new.
struct SegmentHeader: Equatable {
  /// The version of the form that is read and written here.
  static let currentVersion = 1
  /// A first line is not longer than this.
  static let maximumLength = 1 << 20
  /// Nor is there more than this in a segment, unpacked: it is held as a whole for a moment.
  static let maximumPayload = 64 << 20

  var team: String
  var scope: Scope
  /// Who wrote the segment.
  var device: DeviceID
  var time: String
  var parts: [SegmentPart]
  /// How many bytes follow the first line.
  var packed: Int

  /// How many bytes the parts have together, unpacked.
  var size: Int { parts.reduce(0) { $0 + $1.bytes } }
}

extension SegmentHeader {
  /// Why a first line is none of ours.
  enum Fault: Error, Equatable {
    case damaged
    case laterVersion(Int)
  }

  /// The line, with its newline.
  var line: [UInt8] {
    let json: JSON = [
      "ruhu": "segment", "v": .int(Self.currentVersion), "team": .string(team),
      "scope": .string(scope.text), "device": .string(device.rawValue), "time": .string(time),
      "parts": .array(parts.map(\.json)), "size": .int(size), "packed": .int(packed),
    ]
    var bytes: [UInt8] = []
    json.append(to: &bytes)
    bytes.append(0x0A)
    return bytes
  }

  /// Reads a line, without its newline.
  init(line: ArraySlice<UInt8>) throws(Fault) {
    guard let json = try? JSON(parsing: Array(line)), json["ruhu"]?.string == "segment",
      let version = json["v"]?.int
    else { throw .damaged }
    guard version <= Self.currentVersion else { throw .laterVersion(version) }
    guard let team = json["team"]?.string,
      let scope = json["scope"]?.string.flatMap({ Scope(text: $0) }),
      let device = json["device"]?.string.flatMap({ DeviceID(rawValue: $0) }),
      let time = json["time"]?.string, let packed = json["packed"]?.int, packed > 0,
      let size = json["size"]?.int, size <= Self.maximumPayload, let list = json["parts"]?.array
    else { throw .damaged }
    let parts = list.compactMap(SegmentPart.init)
    // Each is counted first: a sum of large numbers must not overflow.
    guard parts.count == list.count, !parts.isEmpty,
      parts.allSatisfy({ $0.bytes <= Self.maximumPayload }),
      parts.count <= Self.maximumLength
    else { throw .damaged }
    self.init(team: team, scope: scope, device: device, time: time, parts: parts, packed: packed)
    guard self.size == size else { throw .damaged }
  }
}
