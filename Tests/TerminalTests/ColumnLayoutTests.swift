import Terminal
import Testing

@Suite struct ColumnLayoutTests {
  @Test func linesUpChineseAndEnglish() {
    let rows = [["017", "李国强", "4"], ["018", "Anna Long Name", "12"], ["019", "欧阳", "3"]]
    let layout = ColumnLayout(
      [.init(.fixed(3)), .init(.fitting(4...10)), .init(.fixed(3), .right)], in: 20,
      measuring: rows)
    #expect(layout.widths == [3, 10, 3])
    #expect(
      rows.map { layout.line($0) } == [
        "017 李国强       4", "018 Anna Long~  12", "019 欧阳         3",
      ])
    #expect(layout.offset(of: 2) == 15)
  }

  @Test func theRestIsShared() {
    let layout = ColumnLayout(
      [.init(.rest(minimum: 2)), .init(.fixed(4)), .init(.rest(minimum: 2))], in: 21, gap: 2)
    #expect(layout.widths == [7, 4, 6])
  }

  @Test func withoutRoomTheRightGivesWay() {
    let layout = ColumnLayout([.init(.fixed(8)), .init(.fixed(8))], in: 12)
    #expect(layout.widths == [8, 3])
    #expect(width(of: layout.line(["一二三四五", "一二"])) == 12)
    #expect(layout.line(["一二三四五", "一二"]) == "一二三~  一~")
  }

  @Test func drawsRoles() {
    let layout = ColumnLayout([.init(.fixed(4)), .init(.fixed(2), .right)], in: 8)
    var canvas = Canvas(Size(rows: 1, columns: 8))
    layout.draw(
      [("水电气", .text), ("7", .error)], into: &canvas, at: Point(row: 0, column: 0))
    #expect(canvas.golden() == "8x1\n|水~   7 |\n\n.....ee.\n")
  }

  @Test func fitsToEitherSide() {
    #expect(Fitting.fit("水", to: 5, .right) == "   水")
    #expect(Fitting.fit("水", to: 5, .center) == " 水  ")
    #expect(Fitting.fit("水电", to: 3) == "水~")
    #expect(Fitting.fit("水电", to: 2) == "~ ")
    #expect(Fitting.fit("水电", to: 1) == "~")
    #expect(Fitting.fit("水电", to: 0) == "")
  }
}
