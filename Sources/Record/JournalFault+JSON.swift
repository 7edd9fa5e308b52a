import JSONText

extension JournalFault {
  /// The kind and line as JSON: `[line, "kind", numbers …]`; what is no number is left out.
  public var json: JSON {
    var parts: [JSON] = [.int(line)]
    switch kind {
    case .tornLastLine: parts.append("tornLastLine")
    case .tornAct: parts.append("tornAct")
    case .badLine: parts.append("badLine")
    case .badOpening: parts.append("badOpening")
    case .unknownVersion(let version): parts += ["unknownVersion", .int(version)]
    case .wrongScope: parts.append("wrongScope")
    case .wrongWriter: parts.append("wrongWriter")
    case .wrongSequence(let expected, let found):
      parts += ["wrongSequence", .int(expected), .int(found)]
    case .gap(let expected, let found): parts += ["gap", .int(expected), .int(found)]
    case .wrongChain: parts.append("wrongChain")
    case .wrongDigest: parts.append("wrongDigest")
    case .wrongLamport: parts.append("wrongLamport")
    case .badBody: parts.append("badBody")
    case .wrongSignature: parts.append("wrongSignature")
    case .cutShort(let had): parts += ["cutShort", .int(had)]
    case .lostEnd(let written, let left): parts += ["lostEnd", .int(written), .int(left)]
    case .unreadable(let code): parts += ["unreadable", .int(Int(code))]
    case .forked(let number): parts += ["forked", .int(number)]
    case .strayFile: parts.append("strayFile")
    }
    return .array(parts)
  }

  /// Reads the JSON form; nil for any other, and for stray files, which are looked for anew.
  public init?(scope: Scope, writer: WriterID, branch: String = "", json: JSON) {
    guard let line = json[0]?.int, let name = json[1]?.string else { return nil }
    let first = json[2]?.int
    let second = json[3]?.int
    let kind: Kind? =
      switch name {
      case "tornLastLine": .tornLastLine
      case "tornAct": .tornAct
      case "badLine": .badLine
      case "badOpening": .badOpening
      case "unknownVersion": first.map { .unknownVersion($0) }
      case "wrongScope": .wrongScope
      case "wrongWriter": .wrongWriter
      case "wrongSequence": Self.pair(first, second).map { .wrongSequence(expected: $0, found: $1) }
      case "gap": Self.pair(first, second).map { .gap(expected: $0, found: $1) }
      case "wrongChain": .wrongChain
      case "wrongDigest": .wrongDigest
      case "wrongLamport": .wrongLamport
      case "badBody": .badBody
      case "wrongSignature": .wrongSignature
      case "cutShort": first.map { .cutShort(had: $0) }
      case "lostEnd": Self.pair(first, second).map { .lostEnd(written: $0, left: $1) }
      case "forked": first.map { .forked(after: $0) }
      case "unreadable": first.flatMap { Int32(exactly: $0) }.map { .unreadable($0) }
      default: nil
      }
    guard let kind else { return nil }
    self.init(scope: scope, writer: writer, branch: branch, line: line, kind: kind)
  }

  private static func pair(_ first: Int?, _ second: Int?) -> (Int, Int)? {
    guard let first, let second else { return nil }
    return (first, second)
  }
}
