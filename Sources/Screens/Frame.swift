import Station
import Terminal

/// The parts every screen has: a head of two lines, and a footer that tells the truth for now.
enum Frame {
  /// The rows between head and footer where a screen draws; the last one is left to notices.
  static func body(_ size: Size) -> Rect {
    Rect(row: 2, column: 0, rows: size.rows - 5, columns: size.columns)
  }

  /// Draws the head: what is open, and at the right where one is in it.
  static func head(
    _ title: String, right: String = "", into canvas: inout Canvas, _ context: Context
  ) {
    let columns = canvas.size.columns
    let rightWidth = width(of: right)
    canvas.put(
      Fitting.cut(title, to: columns - rightWidth - 3), at: Point(row: 0, column: 1), role: .title)
    canvas.put(right, at: Point(row: 0, column: columns - rightWidth - 1), role: .dim)
    canvas.separate(row: 1, borders: context.environment.borders)
  }

  /// Draws the footer: the separator and the keys of what can be done now, as many as there is room.
  ///
  /// Where `?` is text, help is named by its other key.
  static func foot(
    _ offers: [Offer], into canvas: inout Canvas, _ context: Context, typing: Bool = false
  ) {
    let row = canvas.size.rows - 1
    canvas.separate(row: row - 1, borders: context.environment.borders)
    let always = [Offer(.menu, inFooter: true), Offer(.help, inFooter: true)]
    let shown = offers.filter { $0.inFooter && $0.reason == nil && !$0.isMenuOnly }
    var tail = always.compactMap { label($0, context) }.joined(separator: "  ")
    if typing, let menu = label(always[0], context) {
      tail = "\(menu)  F1 \(always[1].name(context.strings))"
    }
    var room = canvas.size.columns - 2 - width(of: tail)
    var column = 1
    for text in shown.compactMap({ label($0, context) }) {
      let needed = width(of: text) + 2
      guard needed <= room else { continue }
      canvas.put(text, at: Point(row: row, column: column))
      column += needed
      room -= needed
    }
    canvas.put(tail, at: Point(row: row, column: column))
  }

  private static func label(_ offer: Offer, _ context: Context) -> String? {
    Binding.name(of: offer.command).map { "\($0) \(offer.name(context.strings))" }
  }
}
