/// How words are set.
struct PDFStyle: Hashable {
  /// In points.
  var size: Double
  var isBold = false
  /// From 0, black, to 1, white.
  var grey = 0.0

  static let title = PDFStyle(size: 16, isBold: true)
  static let subject = PDFStyle(size: 11)
  static let heading = PDFStyle(size: 13, isBold: true)
  static let subheading = PDFStyle(size: 11, isBold: true)
  static let text = PDFStyle(size: 10)
  static let label = PDFStyle(size: 10, grey: 0.3)
  static let figure = PDFStyle(size: 15, isBold: true)
  static let caption = PDFStyle(size: 10, isBold: true)
  static let note = PDFStyle(size: 8.5, grey: 0.25)
  static let small = PDFStyle(size: 8, grey: 0.25)
  static let warning = PDFStyle(size: 10, isBold: true)
  static let smallWarning = PDFStyle(size: 8, isBold: true)
}

/// Where words stand in their width.
enum PDFAlignment {
  case left, centre, right
}

/// One thing on a page; places are in points from the page's top left corner.
enum PDFItem {
  case text(String, PDFStyle, x: Double, y: Double, width: Double, PDFAlignment)
  case line(fromX: Double, fromY: Double, toX: Double, toY: Double, weight: Double)
  /// A box with a grey ground, or none, and a frame, or none.
  case box(x: Double, y: Double, width: Double, height: Double, ground: Double?, frame: Double?)
  /// A part of a bar in the look of that number.
  case part(x: Double, y: Double, width: Double, height: Double, look: Int)
  /// A line of the list of contents that leads here.
  case mark(String)
}

/// A page with what stands on it, but for what stands on every page.
struct PDFPage {
  let isLandscape: Bool
  var items: [PDFItem] = []

  /// A4, in points.
  var size: (width: Double, height: Double) {
    isLandscape ? (841.89, 595.276) : (595.276, 841.89)
  }
}
