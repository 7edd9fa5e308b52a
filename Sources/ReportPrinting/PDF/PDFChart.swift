import ReportWriters

/// Bars, drawn; each part in a pattern of its own, with its number in it.
struct PDFChart {
  let title: String
  let bars: ChartBars

  private static let bar = (height: 15.0, gap: 6.0)
  private static let style = PDFStyle(size: 9)

  /// Sets it on one page; where there are more bars than a page holds, over several.
  func set(in flow: inout PDFFlow) {
    let text = flow.text
    let labels =
      bars.bars.reduce(0.0) { max($0, text.size(of: $1.name, Self.style).width) }
    let left = min(labels, 150) + 8
    let length = flow.width - left - 40
    let each = Self.bar.height + Self.bar.gap
    let legend = legendLines(text, flow.width)
    let head = 20 + Double(legend.count) * 15
    let most = max(1, Int((flow.roomOfPage(isLandscape: false) - head) / each))
    for start in stride(from: 0, to: bars.bars.count, by: most) {
      let shown = bars.bars[start..<min(start + most, bars.bars.count)]
      flow.place(head + Double(shown.count) * each)
      flow.add(
        .text(title, .caption, x: PDFFlow.margin, y: flow.y, width: flow.width, .left))
      flow.skip(18)
      for line in legend { add(line, in: &flow) }
      for bar in shown { add(bar, left, length, in: &flow) }
      flow.skip(8)
    }
  }

  private func legendLines(_ text: PangoText, _ width: Double) -> [[(part: Int, width: Double)]] {
    var lines: [[(part: Int, width: Double)]] = [[]]
    var used = 0.0
    for (part, title) in bars.titles.enumerated() {
      let needed = min(width, text.size(of: title, Self.style).width + 32)
      if used + needed > width, used > 0 {
        lines.append([])
        used = 0
      }
      lines[lines.count - 1].append((part, needed))
      used += needed
    }
    return lines
  }

  private func add(_ line: [(part: Int, width: Double)], in flow: inout PDFFlow) {
    var x = PDFFlow.margin
    for (part, width) in line {
      flow.add(.part(x: x, y: flow.y + 1, width: 14, height: 9, look: part))
      flow.add(
        .text(bars.titles[part], Self.style, x: x + 18, y: flow.y, width: width - 18, .left))
      x += width
    }
    flow.skip(15)
  }

  private func add(
    _ bar: ChartBars.Bar, _ left: Double, _ length: Double, in flow: inout PDFFlow
  ) {
    let y = flow.y
    let name = flow.text.split(bar.name, Self.style, width: left - 6, height: 1).first
    flow.add(.text(name, Self.style, x: PDFFlow.margin, y: y + 1, width: left - 6, .left))
    var x = PDFFlow.margin + left
    for (part, count) in bar.parts.enumerated() where count > 0 {
      let width = max(1, Double(count) * length / Double(bars.largest))
      flow.add(.part(x: x, y: y, width: width, height: Self.bar.height, look: part))
      let digits = String(count)
      let needed = flow.text.size(of: digits, Self.style).width
      if needed + 8 < width {
        // On a ground of its own, so that no pattern runs through it.
        let middle = x + (width - needed) / 2
        flow.add(
          .box(
            x: middle - 2, y: y + 2, width: needed + 4, height: Self.bar.height - 4, ground: 1,
            frame: nil))
        flow.add(.text(digits, Self.style, x: middle, y: y + 1, width: needed + 1, .left))
      }
      x += width
    }
    flow.skip(Self.bar.height + Self.bar.gap)
  }
}
