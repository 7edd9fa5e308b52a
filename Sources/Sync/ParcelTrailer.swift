import Record

/// The end of a parcel: a mark by which a file that was cut off is told from one that was altered, and
/// the sender's signature over all that stands before.
enum ParcelTrailer {
  static let mark = Array("ruhu-end".utf8)
  static let signatureCount = 64
  static let count = mark.count + signatureCount

  /// What is signed: nothing else can be taken for it.
  static func message(_ digest: [UInt8]) -> [UInt8] {
    Array("ruhu parcel 1\n\(Hex.text(digest))\n".utf8)
  }

  /// Whether this can be the mark, be it with a flipped bit; what a cut leaves in its place is not.
  static func isMark(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count == mark.count && zip(bytes, mark).count { $0 == $1 } > mark.count / 2
  }
}
