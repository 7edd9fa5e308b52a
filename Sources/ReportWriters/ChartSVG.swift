import Reports
import Terminal

/// Bars drawn as inline SVG: told apart by pattern and by number as well as by colour.
struct ChartSVG {
  let text: String

  private static let colours = ["#2b7a4b", "#b3261e", "#c9a227", "#c5cad3", "#4a6fa5", "#7d5ba6"]
  private static let bar = (height: 20, gap: 10)
  private static let length = 460

  init(_ title: String, _ bars: ChartBars) {
    let labels = bars.bars.map { width(of: $0.name) }.max() ?? 0
    let left = labels * 8 + 12
    let top = 50
    let height = top + bars.bars.count * (Self.bar.height + Self.bar.gap)
    var svg = "<svg role=\"img\" aria-label=\"\(HTMLReport.escaped(title))\" "
    svg += "viewBox=\"0 0 \(left + Self.length + 60) \(height)\" "
    svg += "width=\"\(left + Self.length + 60)\" height=\"\(height)\" "
    svg += "xmlns=\"http://www.w3.org/2000/svg\">\n"
    svg += Self.say(title, 0, 14, "font-weight=\"bold\"")
    var x = left
    for (number, name) in bars.titles.enumerated() {
      svg += Self.box(x, 24, 12, 12, number)
      svg += Self.say(name, x + 17, 35)
      x += width(of: name) * 8 + 36
    }
    for (row, bar) in bars.bars.enumerated() {
      let y = top + row * (Self.bar.height + Self.bar.gap)
      svg += Self.say(bar.name, 0, y + 15)
      var x = left
      for (number, count) in bar.parts.enumerated() where count > 0 {
        let width = max(1, count * Self.length / bars.largest)
        svg += Self.box(x, y, width, Self.bar.height, number)
        let digits = String(count)
        if width > digits.count * 8 + 4 {
          let ink = number == 2 || number == 3 ? "fill=\"#111\"" : "fill=\"#fff\""
          svg += Self.say(digits, x + 4, y + 15, ink)
        }
        x += width
      }
    }
    text = svg + "</svg>\n"
  }

  private static func box(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ part: Int) -> String {
    "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" "
      + "fill=\"\(colours[part % colours.count])\" stroke=\"#333\" stroke-width=\"0.5\"/>\n"
  }

  private static func say(_ text: String, _ x: Int, _ y: Int, _ style: String = "") -> String {
    "<text x=\"\(x)\" y=\"\(y)\" \(style)>\(HTMLReport.escaped(text))</text>\n"
  }
}
