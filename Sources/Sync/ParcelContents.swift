/// Takes the opened content of a parcel apart into its items, as the bytes come.
struct ParcelContents {
  private var held: [UInt8] = []
  private var item: ParcelItem?

  /// Whether the last item is whole.
  var isWhole: Bool { held.isEmpty && item == nil }

  /// Takes in the next bytes and hands out the items that are whole now; false for what is not in the
  /// form.
  mutating func add(
    _ bytes: [UInt8], each: (ParcelItem, ArraySlice<UInt8>) throws -> Void
  ) throws -> Bool {
    held += bytes
    var at = 0
    defer { if at > 0 { held.removeFirst(at) } }
    while true {
      if let item {
        guard held.count - at >= item.bytes else { return true }
        try each(item, held[at..<(at + item.bytes)])
        at += item.bytes
        self.item = nil
      } else {
        guard let end = held[at...].firstIndex(of: 0x0A) else {
          return held.count - at <= ParcelItem.maximumLine
        }
        guard let next = ParcelItem(line: Array(held[at..<end])) else { return false }
        item = next
        at = end + 1
      }
    }
  }
}
