import ReportWriters
import Reports

/// How wide a table's columns are, how large its words, and whether the page lies on its side.
struct PDFColumns {
  let widths: [Double]
  let size: Double
  let isLandscape: Bool

  /// Beside and above the words of a cell.
  static let padding = (side: 3.0, over: 1.8)
  private static let sizes = [9.0, 8.0, 7.0, 6.0]

  var style: PDFStyle { PDFStyle(size: size) }
  var bold: PDFStyle { PDFStyle(size: size, isBold: true) }
  var width: Double { widths.reduce(0, +) }

  /// Upright and large if that goes, else smaller, else on its side.
  init(_ table: ReportTable, _ text: PangoText) {
    let cells = Self.samples(of: table)
    var last: PDFColumns?
    for (isLandscape, sizes) in [(false, Self.sizes.prefix(3)), (true, Self.sizes[...])] {
      for size in sizes {
        let measured = Measured(table, cells, size, text)
        let room = PDFFlow.width(isLandscape: isLandscape)
        let fitted = measured.fitted(into: room)
        let columns = PDFColumns(
          widths: fitted.widths, size: size, isLandscape: isLandscape)
        if fitted.isGood {
          self = columns
          return
        }
        last = columns
      }
    }
    self = last ?? PDFColumns(widths: [], size: 6, isLandscape: true)
  }

  private init(widths: [Double], size: Double, isLandscape: Bool) {
    self.widths = widths
    self.size = size
    self.isLandscape = isLandscape
  }

  /// The longest cells of each column: the others are not wider.
  private static func samples(of table: ReportTable) -> [[String]] {
    table.columns.indices.map { place in
      var longest: [String] = []
      for row in table.rows where row.role != .heading && place < row.cells.count {
        let text = row.cells[place].text
        if longest.count < 6 {
          longest.append(text)
        } else if let short = longest.indices.min(by: {
          longest[$0].utf8.count < longest[$1].utf8.count
        }), longest[short].utf8.count < text.utf8.count {
          longest[short] = text
        }
      }
      return longest
    }
  }
}

/// What a table's columns need at one size of words.
private struct Measured {
  /// In one line, and the least that is still read with ease.
  private var natural: [Double] = []
  private var least: [Double] = []
  private let weights: [Double]

  init(_ table: ReportTable, _ cells: [[String]], _ size: Double, _ text: PangoText) {
    let style = PDFStyle(size: size)
    let bold = PDFStyle(size: size, isBold: true)
    // Sums are in bold.
    let rows = table.rows.contains { $0.role == .total } ? bold : style
    let sides = 2 * PDFColumns.padding.side + 0.5
    weights = table.columns.map { Double(max(1, $0.weight)) }
    for (column, samples) in zip(table.columns, cells) {
      let title = text.size(of: column.title, bold).width
      let body = samples.reduce(0.0) { max($0, text.size(of: $1, rows).width) }
      let word = column.title.split(separator: " ").reduce(0.0) {
        max($0, min(text.size(of: String($1), bold).width, size * 6))
      }
      // A title may be broken; a number or a day may not.
      let isChinese = column.title.unicodeScalars.contains { $0.value >= 0x2E80 }
      let titleLeast = isChinese ? min(title, size * 2.1) : word
      switch column.kind {
      case .text:
        natural.append(max(body, title) + sides)
        let longestWord = samples.reduce(0.0) { most, sample in
          sample.split(separator: " ").prefix(40).reduce(most) {
            max($0, min(text.size(of: String($1), style).width, size * 7))
          }
        }
        least.append(max(min(body, max(size * 7, longestWord)), titleLeast) + sides)
      case .number, .share, .day:
        natural.append(max(body, title) + sides)
        least.append(max(body, titleLeast) + sides)
      }
    }
  }

  /// Gives each column what it needs at least, and the rest where it is wanted, by weight.
  func fitted(into room: Double) -> (widths: [Double], isGood: Bool) {
    let needed = least.reduce(0, +)
    guard needed <= room else {
      return (least.map { $0 * room / needed }, false)
    }
    var widths = least
    var spare = room - needed
    var wanting = widths.indices.filter { natural[$0] > widths[$0] }
    while spare > 0.01, !wanting.isEmpty {
      let weight = wanting.reduce(0.0) { $0 + weights[$1] }
      let share = spare / weight
      var given = 0.0
      for place in wanting {
        let more = min(natural[place] - widths[place], share * weights[place])
        widths[place] += more
        given += more
      }
      spare -= given
      wanting = wanting.filter { natural[$0] - widths[$0] > 0.01 }
      if given < 0.01 { break }
    }
    return (widths, true)
  }
}
