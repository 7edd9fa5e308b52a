import JSONText
import Record

// How the facts look by which a team orders its work. Beside Fact+Body.

extension Fact {
  var teamBody: JSON {
    switch self {
    case .overlayGiven(let name, let hash): ["name": .string(name), "hash": .string(hash)]
    case .personPlaced(let villages): ["villages": .array(villages.map(JSON.string))]
    case .pinSet(let pin): pin.body
    default: .object([])
    }
  }

  static func teamFact(_ kind: String, _ body: JSON) -> Fact? {
    switch kind {
    case "overlayGiven":
      guard let name = body["name"]?.string, let hash = body["hash"]?.string,
        hash.utf8.count == 64, hash.utf8.allSatisfy(isHexDigit)
      else { return nil }
      return .overlayGiven(name: name, hash: hash)
    case "personPlaced":
      guard let villages = body["villages"]?.array else { return nil }
      return .personPlaced(villages: villages.compactMap(\.string))
    case "pinSet": return PINHash(body: body).map(Fact.pinSet)
    case "pinTaken": return .pinTaken
    default: return .unknown(kind: kind)
    }
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
  }
}
