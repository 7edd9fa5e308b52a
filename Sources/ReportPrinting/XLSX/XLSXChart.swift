import CXLSXWriter
import Reports

/// Bars over a table's cells, as a chart of the workbook's own.
enum XLSXChart {
  /// Told apart by pattern too, for whoever prints in black and white.
  private static let looks: [(colour: lxw_color_t, pattern: lxw_chart_pattern_type?)] = [
    (0x2B_7A4B, nil),
    (0xB3_261E, LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL),
    (0xC9_A227, LXW_CHART_PATTERN_PERCENT_40),
    (0x8A_93A3, LXW_CHART_PATTERN_LIGHT_HORIZONTAL),
    (0x4A_6FA5, LXW_CHART_PATTERN_LARGE_GRID),
    (0x7D_5BA6, LXW_CHART_PATTERN_LIGHT_VERTICAL),
  ]

  /// Puts a chart under a table; none where the table has no such cells.
  static func add(
    _ chart: ReportChart, to sheet: inout TableSheet,
    _ workbook: UnsafeMutablePointer<lxw_workbook>, _ texts: KeptTexts
  ) {
    guard let names = sheet.range(of: chart.names, chart.role),
      let drawn = workbook_add_chart(workbook, UInt8(LXW_CHART_BAR_STACKED.rawValue))
    else { return }
    for (number, part) in chart.parts.enumerated() {
      guard let values = sheet.range(of: part, chart.role),
        let series = chart_add_series(drawn, names, values)
      else { continue }
      if let title = sheet.title(of: part) { chart_series_set_name(series, title) }
      paint(series, looks[number % looks.count])
    }
    chart_title_set_name(drawn, chart.title)
    // The first row of the table stands on top.
    chart_axis_set_reverse(drawn.pointee.y_axis)
    chart_legend_set_position(drawn, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
    let bars = sheet.runs[chart.role]?.reduce(0) { $0 + $1.count } ?? 0
    let height = min(1600, 140 + bars * 30)
    var options = lxw_chart_options()
    options.x_scale = 720.0 / 480
    options.y_scale = Double(height) / 288
    // A row is 20 pixels high.
    let row = sheet.takeRows(height / 20 + 1)
    worksheet_insert_chart_opt(sheet.cells.sheet, UInt32(row), 0, drawn, &options)
  }

  private static func paint(
    _ series: UnsafeMutablePointer<lxw_chart_series>,
    _ look: (colour: lxw_color_t, pattern: lxw_chart_pattern_type?)
  ) {
    if let pattern = look.pattern {
      var paint = lxw_chart_pattern()
      paint.fg_color = look.colour
      paint.bg_color = 0xFF_FFFF
      paint.type = UInt8(pattern.rawValue)
      chart_series_set_pattern(series, &paint)
    } else {
      var paint = lxw_chart_fill()
      paint.color = look.colour
      chart_series_set_fill(series, &paint)
    }
    var edge = lxw_chart_line()
    edge.color = 0x33_3333
    edge.width = 0.5
    chart_series_set_line(series, &edge)
    // The number stands in its part; none where there is none.
    chart_series_set_labels(series)
    chart_series_set_labels_num_format(series, "0;;;")
    var ground = lxw_chart_fill()
    ground.color = 0xFF_FFFF
    chart_series_set_labels_fill(series, &ground)
  }
}
