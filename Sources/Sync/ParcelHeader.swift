import JSONText
import Record

/// The first line of a parcel: whose it is and who can open it.
struct ParcelHeader: Equatable {
  static let currentVersion = 1
  static let maximumLength = 1 << 20
  /// How every parcel of any version begins.
  static let beginning = Array("{\"ruhu\":\"parcel\",\"v\":".utf8)

  /// The stream's key, sealed for one device.
  struct Receiver: Equatable {
    var device: DeviceID
    var key: [UInt8]
  }

  /// How the stream's key follows from a passphrase.
  struct Passphrase: Equatable {
    var salt: [UInt8]
    var work: Sealing.Work
  }

  var team: String
  /// The public key of the device that packed it.
  var sender: [UInt8]
  var time: String
  var receivers: [Receiver] = []
  var passphrase: Passphrase?
  /// What stands before the sealed stream.
  var start: [UInt8]
}

extension ParcelHeader {
  /// Why a first line is none of ours.
  enum Fault: Error, Equatable {
    case damaged
    case laterVersion(Int)
  }

  /// The line, with its newline.
  var line: [UInt8] {
    var json: JSON = [
      "ruhu": "parcel", "v": .int(Self.currentVersion), "team": .string(team),
      "sender": .string(Base64URL.text(sender)), "time": .string(time),
      "to": .array(
        receivers.map { receiver in
          [
            "device": .string(receiver.device.rawValue),
            "key": .string(Base64URL.text(receiver.key)),
          ]
        }),
    ]
    if let passphrase {
      json.set(
        "passphrase",
        [
          "salt": .string(Base64URL.text(passphrase.salt)),
          "passes": .int(passphrase.work.passes), "memory": .int(passphrase.work.memory),
        ])
    }
    json.set("start", .string(Base64URL.text(start)))
    var bytes: [UInt8] = []
    json.append(to: &bytes)
    bytes.append(0x0A)
    return bytes
  }

  /// Reads a line, without its newline.
  init(line: [UInt8]) throws(Fault) {
    func bytes(_ json: JSON?) -> [UInt8]? { json?.string.flatMap { Base64URL.bytes($0.utf8) } }
    guard let json = try? JSON(parsing: line), let version = json["v"]?.int else {
      throw .damaged
    }
    guard version <= Self.currentVersion else { throw .laterVersion(version) }
    guard let team = json["team"]?.string, ShortID.isValid(team),
      let sender = bytes(json["sender"]), sender.count == 32, let time = json["time"]?.string,
      let start = bytes(json["start"]), let list = json["to"]?.array
    else { throw .damaged }
    self.init(team: team, sender: sender, time: time, start: start)
    for one in list {
      guard let device = one["device"]?.string.flatMap({ DeviceID(rawValue: $0) }),
        let key = bytes(one["key"])
      else { throw .damaged }
      receivers.append(Receiver(device: device, key: key))
    }
    if let given = json["passphrase"] {
      guard let salt = bytes(given["salt"]), let passes = given["passes"]?.int,
        let memory = given["memory"]?.int
      else { throw .damaged }
      passphrase = Passphrase(salt: salt, work: Sealing.Work(passes: passes, memory: memory))
    }
  }
}
