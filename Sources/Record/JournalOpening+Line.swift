import JSONText

extension JournalOpening {
  /// What a first line turned out to be.
  enum Reading {
    case success(JournalOpening)
    case failure(JournalFault.Kind)
  }

  /// The first line of a journal, with its newline:
  /// `{"h":{"v":1,"o":scope,"w":writer,"y":public key,"t":time},"i":id}`.
  static func line(
    scope: Scope, writer: WriterID, publicKey: [UInt8], time: String, _ sha256: Digest
  ) -> (bytes: [UInt8], id: EntryID) {
    let header: JSON = [
      "v": .int(currentVersion), "o": .string(scope.text), "w": .string(writer.rawValue),
      "y": .string(Base64URL.text(publicKey)), "t": .string(time),
    ]
    var bytes = Array("{\"h\":".utf8)
    let start = bytes.count
    header.append(to: &bytes)
    let id = EntryID(digest: sha256(bytes[start...]))
    bytes.append(contentsOf: ",\"i\":\"\(id.rawValue)\"}\n".utf8)
    return (bytes, id)
  }

  static func read(_ bytes: [UInt8], _ range: Range<Int>, _ sha256: Digest) -> Reading {
    guard let parts = try? JSON.memberRanges(bytes, in: range), parts.count == 2,
      parts[0].key == "h", parts[1].key == "i",
      let header = try? JSON(parsing: bytes, in: parts[0].range),
      let stated = try? JSON(parsing: bytes, in: parts[1].range).string
    else { return .failure(.badOpening) }
    let id = EntryID(digest: sha256(bytes[parts[0].range]))
    guard id.rawValue == stated, let version = header["v"]?.int else {
      return .failure(.badOpening)
    }
    guard version == currentVersion else { return .failure(.unknownVersion(version)) }
    guard let scope = header["o"]?.string.flatMap({ Scope(text: $0) }),
      let writer = header["w"]?.string.flatMap({ WriterID(rawValue: $0) }),
      let key = header["y"]?.string.flatMap({ Base64URL.bytes($0.utf8) }), key.count == 32,
      let time = header["t"]?.string,
      // Nothing but exactly the form in which it was written.
      line(scope: scope, writer: writer, publicKey: key, time: time, sha256).bytes.dropLast()
        .elementsEqual(bytes[range])
    else { return .failure(.badOpening) }
    return .success(
      JournalOpening(
        version: version, scope: scope, writer: writer, publicKey: key, time: time, id: id))
  }
}
