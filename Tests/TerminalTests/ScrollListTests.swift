import Terminal
import Testing

@Suite struct ScrollListTests {
  @Test func movesWithinItsBounds() throws {
    var list = ScrollList(count: 3)
    for key in try KeyScript("↑↓↓↓↓").keys {
      let isItsKey = list.handle(key, rows: 2)
      #expect(isItsKey)
    }
    #expect(list.selection == 2)
    #expect(list.window(rows: 2) == 1..<3)
    let isItsKey = list.handle(.enter, rows: 2)
    #expect(!isItsKey)
  }

  @Test func scrollsOnlyWhenItMust() throws {
    var list = ScrollList(count: 10)
    for key in try KeyScript("↓↓↓↓").keys { _ = list.handle(key, rows: 4) }
    #expect(list.window(rows: 4) == 1..<5)
    _ = list.handle(.up, rows: 4)
    #expect(list.window(rows: 4) == 1..<5)
    for _ in 0..<3 { _ = list.handle(.up, rows: 4) }
    #expect(list.window(rows: 4) == 0..<4)
  }

  @Test func pagesKeepOneLine() throws {
    var list = ScrollList(count: 10_000)
    _ = list.handle(.pageDown, rows: 20)
    #expect(list.selection == 19)
    #expect(list.window(rows: 20) == 19..<39)
    _ = list.handle(.end, rows: 20)
    #expect(list.window(rows: 20) == 9_980..<10_000)
    _ = list.handle(.pageUp, rows: 20)
    #expect(list.selection == 9_980)
    _ = list.handle(.home, rows: 20)
    #expect(list.window(rows: 20) == 0..<20)
  }

  @Test func anEmptyListHasNoChoice() {
    var list = ScrollList(count: 0, selection: 4)
    #expect(list.selected == nil)
    _ = list.handle(.down, rows: 5)
    _ = list.handle(.end, rows: 5)
    #expect(list.selection == 0)
    #expect(list.window(rows: 5).isEmpty)
    #expect(ScrollList(count: 5).window(rows: 0).isEmpty)
  }

  @Test func aFilterKeepsTheChoiceInside() {
    var list = ScrollList(count: 100, selection: 80)
    list.resize(count: 5)
    #expect(list.selected == 4)
    #expect(list.window(rows: 10) == 0..<5)
  }

  @Test func drawsOnlyWhatIsSeen() {
    let list = ScrollList(count: 10_000, selection: 5_000)
    var canvas = Canvas(Size(rows: 4, columns: 8))
    var drawn: [Int] = []
    list.draw(into: &canvas, Rect(row: 1, column: 2, rows: 3, columns: 6)) {
      index, row, isSelected, canvas in
      drawn.append(index)
      canvas.put("\(index)", at: row.origin, role: isSelected ? .selected : .text)
    }
    #expect(drawn == [4_998, 4_999, 5_000])
    #expect(canvas.text(ofRow: 3) == "  5000  ")
    #expect(canvas[Point(row: 3, column: 2)]?.role == .selected)
  }
}
