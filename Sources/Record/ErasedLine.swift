/// The form of a line whose body was removed: its header stays, and with it the chain.
public enum ErasedLine {
  /// Takes the body out of an entry's line (without newline); nil when it is no entry's line.
  ///
  /// In the body's place stands the entry's id, so that the line still vouches for itself.
  public static func erasing(_ line: [UInt8], sha256: Digest) -> [UInt8]? {
    guard let parts = JournalLine(line, 0..<line.count) else { return nil }
    guard parts.body != nil else { return line }
    let id = EntryID(digest: sha256(line[parts.header]))
    return Array(line[..<parts.header.upperBound]) + Array(",\"i\":\"\(id.rawValue)\"}".utf8)
  }
}
