/// Where two texts begin to differ.
enum Difference {
  static func text(_ one: [UInt8]?, _ other: [UInt8]?) -> String {
    guard let one, let other else { return "only one is there" }
    var start = 0
    while start < min(one.count, other.count), one[start] == other[start] { start += 1 }
    let from = max(0, start - 120)
    func part(_ bytes: [UInt8]) -> String {
      String(decoding: bytes[min(from, bytes.count)..<min(start + 160, bytes.count)], as: UTF8.self)
    }
    return "  …\(part(one))…\n  …\(part(other))…"
  }
}
