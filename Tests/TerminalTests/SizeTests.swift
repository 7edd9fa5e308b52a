import Terminal
import Testing

@Suite struct SizeTests {
  @Test func readsAndPrintsColumnsByRows() {
    #expect(Size("80x24") == .standard)
    #expect(Size.standard.description == "80x24")
    for text in ["", "80", "80x", "x24", "0x24", "-1x5", "80x24x2", "99999x1"] {
      #expect(Size(text) == nil)
    }
  }

  @Test func holdsWhatFits() {
    #expect(Size(rows: 30, columns: 100).holds(.standard))
    #expect(!Size(rows: 20, columns: 100).holds(.standard))
  }

  @Test func partsIntersect() {
    let part = Rect(row: 1, column: 2, rows: 3, columns: 4)
    #expect(
      part.intersection(Rect(row: 2, column: 0, rows: 9, columns: 4))
        == Rect(row: 2, column: 2, rows: 2, columns: 2))
    #expect(part.intersection(Rect(row: 8, column: 8, rows: 1, columns: 1)).isEmpty)
    #expect(part.inset(rows: 1, columns: 1) == Rect(row: 2, column: 3, rows: 1, columns: 2))
    #expect(part.row(2) == Rect(row: 3, column: 2, rows: 1, columns: 4))
  }
}
